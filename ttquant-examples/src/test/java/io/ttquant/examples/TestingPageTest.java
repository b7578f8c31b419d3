package io.ttquant.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.ttquant.backtest.junit.GoldenRun;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/** The tests that the guide to testing shows are compiled, run by JUnit, and pass. */
class TestingPageTest {
    private static final Pattern CLASS = Pattern.compile("^(?:public final )?class (\\w+)", Pattern.MULTILINE);

    @TempDir
    Path folder;

    @AfterEach
    void comparesAgain() {
        System.clearProperty(GoldenRun.UPDATE);
    }

    @Test
    void everyTestOfThePagePasses() throws Exception {
        try (URLClassLoader classes = compile()) {
            assertThat(run(classes, "JumpTest")).isEqualTo(3);
            assertThat(run(classes, "JumpEverywhereTest")).isEqualTo(7);
            System.setProperty(GoldenRun.UPDATE, "true");
            assertThat(run(classes, "JumpGoldenTest")).isEqualTo(1);
            System.clearProperty(GoldenRun.UPDATE);
            assertThat(run(classes, "JumpGoldenTest")).isEqualTo(1);
        }
        assertThat(folder.resolve("jump.txt")).content().contains("#1 BUY 2.000 test:BTCUSDT MARKET GTC [jump]");
    }

    /** Runs the tests of a class; returns how many succeeded, and fails where one does not. */
    private static long run(URLClassLoader classes, String name) throws ClassNotFoundException {
        SummaryGeneratingListener listener = new SummaryGeneratingListener();
        LauncherFactory.create()
                .execute(
                        LauncherDiscoveryRequestBuilder.request()
                                .selectors(selectClass(classes.loadClass(name)))
                                .build(),
                        listener);
        TestExecutionSummary summary = listener.getSummary();
        StringWriter failures = new StringWriter();
        summary.printFailuresTo(new PrintWriter(failures));
        assertThat(summary.getTotalFailureCount()).as(failures.toString()).isZero();
        return summary.getTestsSucceededCount();
    }

    private URLClassLoader compile() throws IOException {
        List<String> arguments = new ArrayList<>(List.of("-proc:none", "-cp", classPath(), "-d", folder.toString()));
        for (String block : Pages.blocks(Pages.DOCS.resolve("testing.md"), "java")) {
            // The page keeps its golden run beside the tests; this test keeps it in a folder of its own.
            String source = block.replace(
                    "\"src/test/golden/jump.txt\"",
                    "\"" + folder.resolve("jump.txt").toString().replace("\\", "\\\\") + "\"");
            Matcher name = CLASS.matcher(source);
            assertThat(name.find()).as(source).isTrue();
            arguments.add(Files.writeString(folder.resolve(name.group(1) + ".java"), source)
                    .toString());
        }
        StringWriter mistakes = new StringWriter();
        PrintWriter out = new PrintWriter(mistakes);
        int status = ToolProvider.findFirst("javac").orElseThrow().run(out, out, arguments.toArray(String[]::new));
        assertThat(status).as(mistakes.toString()).isZero();
        return new URLClassLoader(new URL[] {folder.toUri().toURL()}, TestingPageTest.class.getClassLoader());
    }

    private static String classPath() {
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    }
}
