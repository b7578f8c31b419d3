package io.ttquant.backtest.junit.conformance;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.opentest4j.TestAbortedException;

/** Runs the cases of a suite by hand, as JUnit does, to see which fail and what they say. */
final class Verdicts {
    private Verdicts() {}

    /** All cases of a suite by number. */
    static SortedMap<Integer, Method> cases(Class<?> suite) {
        SortedMap<Integer, Method> all = new TreeMap<>();
        for (Class<?> type = suite; type != null; type = type.getSuperclass()) {
            for (Method method : type.getDeclaredMethods()) {
                Case its = method.getAnnotation(Case.class);
                if (its != null && all.put(its.number(), method) != null) {
                    throw new AssertionError("two cases of " + suite + " have the number " + its.number());
                }
            }
        }
        return all;
    }

    /** The messages of the cases that fail, by number. */
    static SortedMap<Integer, String> failures(Supplier<?> suite) {
        SortedMap<Integer, String> failures = new TreeMap<>();
        for (Map.Entry<Integer, Method> each : cases(suite.get().getClass()).entrySet()) {
            run(suite.get(), each.getValue(), failures, new TreeSet<>());
        }
        return failures;
    }

    /** The numbers of the cases that are skipped. */
    static SortedSet<Integer> skipped(Supplier<?> suite) {
        SortedSet<Integer> skipped = new TreeSet<>();
        for (Method method : cases(suite.get().getClass()).values()) {
            run(suite.get(), method, new TreeMap<>(), skipped);
        }
        return skipped;
    }

    private static void run(Object suite, Method method, Map<Integer, String> failures, SortedSet<Integer> skipped) {
        int number = method.getAnnotation(Case.class).number();
        try {
            around(suite, BeforeEach.class);
            invoke(suite, method);
        } catch (TestAbortedException e) {
            skipped.add(number);
        } catch (Throwable e) {
            failures.put(
                    number,
                    String.valueOf(
                            CaseFailures.named(suite.getClass(), method, e).getMessage()));
        }
        try {
            around(suite, AfterEach.class);
        } catch (Throwable e) {
            failures.putIfAbsent(number, String.valueOf(e));
        }
    }

    private static void around(Object suite, Class<? extends java.lang.annotation.Annotation> when) throws Throwable {
        for (Class<?> type = suite.getClass(); type != null; type = type.getSuperclass()) {
            for (Method method : type.getDeclaredMethods()) {
                if (method.isAnnotationPresent(when)) {
                    invoke(suite, method);
                }
            }
        }
    }

    private static void invoke(Object suite, Method method) throws Throwable {
        method.setAccessible(true);
        try {
            method.invoke(suite);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
