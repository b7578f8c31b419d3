package io.ttquant.core.config;

import io.ttquant.api.strategy.Strategy;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodType;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;

/** Makes a strategy type of a class that a file names: a strategy with a record named Params inside and a constructor that takes it. */
final class StrategyClass {
    private StrategyClass() {}

    /**
     * The type of a class.
     *
     * @throws IllegalArgumentException if it is not such a class; the message says what it lacks
     */
    static StrategyType<?> load(String className, ClassLoader loader) {
        Class<?> type = find(className, loader);
        if (!Strategy.class.isAssignableFrom(type) || Modifier.isAbstract(type.getModifiers())) {
            throw new IllegalArgumentException(
                    "class " + className + " is no strategy that can be made; it must extend "
                            + Strategy.class.getName() + " and not be abstract");
        }
        Class<?> parameters = Arrays.stream(type.getDeclaredClasses())
                .filter(nested -> nested.isRecord() && nested.getSimpleName().equals("Params"))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("class " + className
                        + " has no record named Params inside; write 'public record Params(...) {}' there"));
        return type(className, type.asSubclass(Strategy.class), parameters.asSubclass(Record.class));
    }

    private static Class<?> find(String className, ClassLoader loader) {
        try {
            return Class.forName(className, true, loader);
        } catch (ClassNotFoundException e) {
            return findNested(className, loader, e);
        } catch (LinkageError e) {
            throw new IllegalArgumentException("class " + className + " cannot be loaded: " + e, e);
        }
    }

    /** A nested class may be written with a dot, as in Java. */
    private static Class<?> findNested(String className, ClassLoader loader, ClassNotFoundException notFound) {
        int dot = className.lastIndexOf('.');
        try {
            return Class.forName(className.substring(0, dot) + "$" + className.substring(dot + 1), true, loader);
        } catch (ClassNotFoundException | LinkageError e) {
            throw new IllegalArgumentException(
                    "class " + className + " is not on the class path; check its spelling and package", notFound);
        }
    }

    private static <P extends Record> StrategyType<P> type(
            String name, Class<? extends Strategy> strategy, Class<P> parameters) {
        MethodHandle constructor = Access.constructor(strategy, MethodType.methodType(void.class, parameters));
        return new StrategyType<>(name, List.of(), parameters, values -> create(constructor, values));
    }

    private static Strategy create(MethodHandle constructor, Record parameters) {
        try {
            return (Strategy) constructor.invoke(parameters);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("cannot create a strategy of " + parameters, e);
        }
    }
}
