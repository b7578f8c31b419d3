package io.ttquant.architecture;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnitAccess;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.stream.Stream;

/** A class calls, refers to, or depends on something of the outside world. */
final class TouchTheWorld extends ArchCondition<JavaClass> {
    private final World world;

    TouchTheWorld(World world) {
        super("touch the world: " + world);
        this.world = world;
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
        Stream.<JavaCodeUnitAccess<?>>concat(
                        type.getCodeUnitCallsFromSelf().stream(), type.getCodeUnitReferencesFromSelf().stream())
                .filter(access -> world.isReachedBy(access.getTarget()))
                .forEach(access -> events.add(SimpleConditionEvent.satisfied(type, access.getDescription())));
        for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
            if (world.contains(dependency.getTargetClass().getBaseComponentType())) {
                events.add(SimpleConditionEvent.satisfied(type, dependency.getDescription()));
            }
        }
    }
}
