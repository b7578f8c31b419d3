package io.ttquant.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.ttquant.backtest.junit.GoldenRun;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/** Runs a complete class of a page as its reader would: its {@code main}, or its tests by JUnit. */
final class BlockRun {
    private BlockRun() {}

    /** What the class prints, its tests' number if it has tests, or nothing if it has neither; what goes wrong is thrown. */
    static Optional<String> of(Class<?> type) throws Throwable {
        Optional<Method> main = Arrays.stream(type.getDeclaredMethods())
                .filter(method -> method.getName().equals("main"))
                .findFirst();
        if (main.isPresent()) {
            return Optional.of(printed(main.get()));
        }
        boolean hasTests = Arrays.stream(type.getDeclaredMethods())
                .flatMap(method -> Arrays.stream(method.getAnnotations()))
                .anyMatch(annotation ->
                        annotation.annotationType().getSimpleName().endsWith("Test"));
        return hasTests ? Optional.of(tested(type)) : Optional.empty();
    }

    private static String printed(Method main) throws Throwable {
        PrintStream console = System.out;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8)) {
            System.setOut(out);
            main.setAccessible(true);
            main.invoke(null, (Object) new String[0]);
        } catch (InvocationTargetException e) {
            throw Objects.requireNonNullElse(e.getCause(), e);
        } finally {
            System.setOut(console);
        }
        return bytes.toString(StandardCharsets.UTF_8).replace("\r\n", "\n");
    }

    /** Golden runs are written first, as a reader does, and compared then. */
    private static String tested(Class<?> type) {
        try {
            System.setProperty(GoldenRun.UPDATE, "true");
            execute(type);
        } finally {
            System.clearProperty(GoldenRun.UPDATE);
        }
        long passed = execute(type);
        return passed == 1 ? "1 test passed\n" : passed + " tests passed\n";
    }

    private static long execute(Class<?> type) {
        SummaryGeneratingListener listener = new SummaryGeneratingListener();
        LauncherFactory.create()
                .execute(
                        LauncherDiscoveryRequestBuilder.request()
                                .selectors(selectClass(type))
                                .build(),
                        listener);
        TestExecutionSummary summary = listener.getSummary();
        StringWriter failures = new StringWriter();
        summary.printFailuresTo(new PrintWriter(failures));
        assertThat(summary.getTotalFailureCount()).as(failures.toString()).isZero();
        assertThat(summary.getTestsSucceededCount()).as("tests of %s", type).isPositive();
        return summary.getTestsSucceededCount();
    }
}
