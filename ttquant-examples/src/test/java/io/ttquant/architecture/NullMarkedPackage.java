package io.ttquant.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import org.jspecify.annotations.NullMarked;

/** A class lives in a package whose package-info is marked. */
final class NullMarkedPackage extends ArchCondition<JavaClass> {
    NullMarkedPackage() {
        super("live in a package with a package-info that is @NullMarked");
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
        boolean marked = type.getPackage().isAnnotatedWith(NullMarked.class);
        events.add(new SimpleConditionEvent(
                type, marked, type.getPackageName() + ", the package of " + type.getSimpleName() + ", is not marked"));
    }
}
