package io.ttquant.backtest.junit.conformance;

import java.lang.reflect.Method;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;
import org.opentest4j.TestAbortedException;

/** Lets every failure of a case begin with the suite, the number and the rule. */
final class CaseFailures implements TestExecutionExceptionHandler {
    @Override
    public void handleTestExecutionException(ExtensionContext context, Throwable failure) throws Throwable {
        throw named(context.getRequiredTestClass(), context.getRequiredTestMethod(), failure);
    }

    static Throwable named(Class<?> test, Method method, Throwable failure) {
        Case its = method.getAnnotation(Case.class);
        if (its == null || failure instanceof TestAbortedException) {
            return failure;
        }
        return new AssertionError(
                suite(test) + " case " + its.number() + ", \"" + its.rule() + "\": " + words(failure), failure);
    }

    /** The suite's name, whichever of its parts a case stands in. */
    private static String suite(Class<?> test) {
        Class<?> type = test;
        while (type.getPackage() != CaseFailures.class.getPackage()
                || !type.getSimpleName().endsWith("Conformance")) {
            type = type.getSuperclass();
        }
        return type.getSimpleName();
    }

    private static String words(Throwable failure) {
        return failure instanceof AssertionError && failure.getMessage() != null
                ? failure.getMessage()
                : "it threw " + failure;
    }
}
