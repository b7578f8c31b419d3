package io.ttquant.examples;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.PageNames;
import io.ttquant.backtest.data.ArchiveFiles;
import io.ttquant.backtest.data.DataFiles;
import io.ttquant.backtest.data.LoadedData;
import io.ttquant.backtest.data.SampleMarket;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every Java block of README and docs compiles and runs, with files where it looks for them: statements inside a strategy, classes by their {@code main} or their
 * tests. What a class prints is what the page shows.
 */
class JavaBlocksTest {
    // A block of text that follows without another block or heading between is what the class prints.
    private static final Pattern FENCE = Pattern.compile(
            "^```java\n(.*?)^```$(?:(?:\n(?!```|#)[^\n]*)*+\n```text\n(.*?)^```$)?",
            Pattern.DOTALL | Pattern.MULTILINE);
    private static final Pattern CLASS =
            Pattern.compile("^(?:public )?(?:final |abstract )*(?:class|record|interface) (\\w+)", Pattern.MULTILINE);
    private static final Pattern FILE =
            Pattern.compile("(?:Path\\.of|(?:DataFiles|Recordings|DataCheck)\\.of|@MarketFiles)\\(\\{?\"[^)]+\\)");

    @TempDir
    private static Path folder;

    private static LoadedData data;
    private static final Map<Path, Path> COMPILED = new HashMap<>();

    /** A block, where it stands, and what it prints by the page. */
    record Block(Path page, int line, String text, @Nullable String output) {
        @Override
        public String toString() {
            return page.normalize().toString().replace("../", "") + ":" + line;
        }

        boolean isClass() {
            return CLASS.matcher(text).find();
        }

        /** A class's own name, or one that says where the statements stand. */
        String name() {
            return CLASS.matcher(text)
                    .results()
                    .findFirst()
                    .map(match -> match.group(1))
                    .orElseGet(() -> toString().replaceAll("\\W+", "_"));
        }
    }

    static List<Block> blocks() {
        List<Block> all = new ArrayList<>();
        for (Path page : Pages.all()) {
            String text = Pages.text(page);
            for (MatchResult match : FENCE.matcher(text).results().toList()) {
                int line = (int) text.substring(0, match.start()).lines().count() + 1;
                all.add(new Block(page, line, match.group(1), match.group(2)));
            }
        }
        return all;
    }

    @BeforeAll
    static void layOutTheFiles() throws IOException {
        Path klines = Files.createDirectories(folder.resolve("data")).resolve("BTCUSDT-1m-2025-01.zip");
        ArchiveFiles.writeKlines(SampleMarket.bitcoin().withDays(2).bars(), klines);
        Files.copy(klines, folder.resolve("BTCUSDT-1m-2025-01.zip"));
        ArchiveFiles.writeKlines(
                SampleMarket.ether().withDays(2).bars(), folder.resolve("data/ETHUSDT-1m-2025-01.zip"));
        data = DataFiles.of(klines.toString()).load();
        Path recordings = Files.createDirectories(folder.resolve("recordings"));
        Files.writeString(
                recordings.resolve("BTCUSDT-bookTicker-2024-01-01.csv"),
                "1,42000.1,2,42000.2,3,1704067200000,1704067200001\n2,42000.1,2,42000.3,3,1704067201000,1704067201001\n");
        Files.writeString(
                recordings.resolve("ETHUSDT-mine.csv"),
                "time;bid;bidSize;ask;askSize\n1704067200000;2300.1;5;2300.2;7\n");
        try (InputStream bundled = ExampleStrategies.class.getResourceAsStream("strategies.toml")) {
            Files.write(folder.resolve("strategies.toml"), bundled.readAllBytes());
        }
        try (ZipOutputStream zip =
                new ZipOutputStream(Files.newOutputStream(folder.resolve("BTCUSDT-fundingRate-2025-01.zip")))) {
            zip.putNextEntry(new ZipEntry("BTCUSDT-fundingRate-2025-01.csv"));
            zip.write("calc_time,funding_interval_hours,last_funding_rate\n1735689600000,8,0.00010000\n"
                    .getBytes(StandardCharsets.UTF_8));
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("blocks")
    void compilesAndRuns(Block block) throws Throwable {
        Path out = COMPILED.computeIfAbsent(block.page(), JavaBlocksTest::compile);
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {out.toUri().toURL()}, getClass().getClassLoader())) {
            Class<?> type = loader.loadClass(block.name());
            if (!block.isClass()) {
                ((PageNames) type.getDeclaredConstructor().newInstance()).run(data);
                return;
            }
            Optional<String> printed = BlockRun.of(type);
            if (block.page().startsWith(RecipesTest.FOLDER)) {
                assertThat(printed).as("what %s prints", block).isPresent();
                assertThat(block.output())
                        .as("what the page says %s prints", block)
                        .isNotEmpty();
            }
            if (printed.isPresent() && (block.output() != null)) {
                assertThat(printed.get()).as("what %s prints", block).isEqualTo(block.output());
            }
        }
    }

    /** The blocks of a page together, since later ones speak of the classes of earlier ones. */
    private static Path compile(Path page) {
        List<Block> own =
                blocks().stream().filter(block -> block.page().equals(page)).toList();
        try {
            Path out = Files.createDirectories(
                    folder.resolve("classes").resolve(own.get(0).name()));
            List<String> files = new ArrayList<>();
            for (Block block : own) {
                String source = block.isClass() ? classes(block) : statements(block);
                files.add(Files.writeString(out.resolve(block.name() + ".java"), source)
                        .toString());
            }
            compile(page, files, out);
            return out;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String classes(Block block) {
        // A block with imports is complete; others leave them out, as readers have tools for that.
        String text = withFiles(block);
        return text.contains("\nimport ") || text.startsWith("import ") ? text : imports() + text;
    }

    /** The text with the files it names in the folder of this test. */
    private static String withFiles(Block block) {
        String place = folder.toString().replace("\\", "/") + "/";
        return FILE.matcher(block.text())
                .replaceAll(match -> match.group().replaceAll("\"([^\"]+)\"", "\"" + place + "$1\""));
    }

    private static String statements(Block block) {
        return imports() + "public class " + block.name() + " extends com.example.PageNames {\n"
                + "    @Override protected void block() throws Exception {\n" + withFiles(block) + "\n    }\n}\n";
    }

    /**
     * All that the modules export, so that a reader's tool would find it; but for the local exchange, which has words of its own for orders and trades, and what is
     * for those who build a database.
     */
    private static String imports() {
        StringBuilder imports =
                new StringBuilder("import java.math.*;\nimport java.nio.file.Path;\nimport java.time.*;\n"
                        + "import java.util.List;\nimport java.util.Map;\nimport org.jspecify.annotations.Nullable;\n");
        for (String module : List.of("api", "core", "exchanges", "backtest", "examples")) {
            Path info = Path.of("..", "ttquant-" + module, "src", "main", "java", "module-info.java");
            try (Stream<String> lines = Files.lines(info)) {
                lines.map(String::strip)
                        .filter(line -> line.startsWith("exports ")
                                && !line.matches(".*\\.(emulator\\.|storage\\.(database|schema)).*"))
                        .forEach(line -> imports.append("import ")
                                .append(line, "exports ".length(), line.length() - 1)
                                .append(".*;\n"));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return imports.toString();
    }

    private static void compile(Path page, List<String> files, Path out) {
        StringWriter mistakes = new StringWriter();
        PrintWriter writer = new PrintWriter(mistakes);
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        List<String> options = new ArrayList<>(List.of("-proc:none", "-cp", classPath, "-d", out.toString()));
        options.addAll(files);
        int status = ToolProvider.findFirst("javac").orElseThrow().run(writer, writer, options.toArray(String[]::new));
        assertThat(status)
                .as(
                        "%s has a Java block that does not compile; a file's name ends with the line of its block:%n%s",
                        page, mistakes)
                .isZero();
    }
}
