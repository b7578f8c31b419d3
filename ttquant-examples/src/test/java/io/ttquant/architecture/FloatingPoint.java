package io.ttquant.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;

/** Conditions on floating point, arrays and boxes included. */
final class FloatingPoint {
    private static final Set<String> NAMES = Set.of("double", "float", "java.lang.Double", "java.lang.Float");

    private FloatingPoint() {}

    static ArchCondition<JavaField> notBeHeld() {
        return new ArchCondition<>("not hold floating point") {
            @Override
            public void check(JavaField field, ConditionEvents events) {
                events.add(new SimpleConditionEvent(field, !isOne(field.getRawType()), field.getDescription()));
            }
        };
    }

    static ArchCondition<JavaMethod> notBeReturned() {
        return new ArchCondition<>("not return floating point") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                events.add(
                        new SimpleConditionEvent(method, !isOne(method.getRawReturnType()), method.getDescription()));
            }
        };
    }

    private static boolean isOne(JavaClass type) {
        return NAMES.contains(type.getBaseComponentType().getName());
    }
}
