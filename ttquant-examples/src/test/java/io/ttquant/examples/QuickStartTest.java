package io.ttquant.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.ttquant.backtest.data.ArchiveFiles;
import io.ttquant.backtest.data.SampleMarket;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What README and quick start show compiles, and does what they say. */
class QuickStartTest {
    private static final Path QUICK_START = Pages.DOCS.resolve("quick-start.md");
    private static final Pattern CLASS = Pattern.compile("^(?:public final )?class (\\w+)", Pattern.MULTILINE);
    private static final String README_IMPORTS = """
            import io.ttquant.api.indicator.Ema;
            import io.ttquant.api.market.Bar;
            import io.ttquant.api.market.BarSpec;
            import io.ttquant.api.market.InstrumentId;
            import io.ttquant.api.strategy.Strategy;
            import io.ttquant.api.strategy.StrategyContext;

            """;

    @TempDir
    Path folder;

    @Test
    void the_ten_lines_of_the_readme_compile() throws IOException {
        compile(List.of(README_IMPORTS + Pages.blocks(Pages.README, "java").get(0)));
    }

    @Test
    void the_backtest_of_the_quick_start_writes_its_report() throws Exception {
        ArchiveFiles.writeKlines(SampleMarket.bitcoin().bars(), folder.resolve("BTCUSDT-1m-2025-01.zip"));
        // The page's files lie in the working directory; a test's own lie elsewhere.
        List<String> sources = Pages.blocks(QUICK_START, "java").stream()
                .map(source -> source.replace("\"BTCUSDT-1m-2025-*.zip\"", text("BTCUSDT-1m-2025-*.zip"))
                        .replace("Path.of(\"report\")", "Path.of(" + text("report") + ")"))
                .toList();

        try (URLClassLoader classes = compile(sources)) {
            Class<?> backtest = classes.loadClass("FirstBacktest");
            assertThatCode(() -> backtest.getMethod("main", String[].class).invoke(null, (Object) new String[0]))
                    .doesNotThrowAnyException();
        }

        assertThat(folder.resolve("report/report.html")).isNotEmptyFile();
        assertThat(Files.readAllLines(folder.resolve("report/fills.csv"))).hasSizeGreaterThan(10);
    }

    @Test
    void the_test_of_the_quick_start_passes() throws Exception {
        try (URLClassLoader classes = compile(Pages.blocks(QUICK_START, "java"))) {
            Class<?> test = classes.loadClass("GoldenCrossTest");
            var constructor = test.getDeclaredConstructor();
            constructor.setAccessible(true);
            Object instance = constructor.newInstance();
            for (Method method : test.getDeclaredMethods()) {
                if (method.isAnnotationPresent(Test.class)) {
                    method.setAccessible(true);
                    method.invoke(instance);
                }
            }
        }
    }

    private String text(String name) {
        return "\"" + folder.resolve(name).toString().replace("\\", "\\\\") + "\"";
    }

    private URLClassLoader compile(List<String> sources) throws IOException {
        List<Path> files = new ArrayList<>();
        for (String source : sources) {
            Matcher name = CLASS.matcher(source);
            assertThat(name.find()).as(source).isTrue();
            files.add(Files.writeString(folder.resolve(name.group(1) + ".java"), source));
        }
        StringWriter mistakes = new StringWriter();
        PrintWriter out = new PrintWriter(mistakes);
        List<String> options = new ArrayList<>(List.of("-proc:none", "-cp", classPath(), "-d", folder.toString()));
        files.forEach(file -> options.add(file.toString()));
        int status = ToolProvider.findFirst("javac").orElseThrow().run(out, out, options.toArray(String[]::new));
        assertThat(status).as(mistakes.toString()).isZero();
        return new URLClassLoader(new URL[] {folder.toUri().toURL()}, QuickStartTest.class.getClassLoader());
    }

    private static String classPath() {
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    }
}
