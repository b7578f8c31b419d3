package io.ttquant.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same events, seed and build give the same orders, fills and equity, to the last bit: in one process, in any heap, on any JDK. */
class DeterminismTest {
    /**
     * The fingerprint of the run of {@link SeededRun}. It changes with any change of what the engine, the simulated exchange, the ledger, the sample
     * market or the three strategies do. Where that is meant, put the value of the failure message here and say in the commit why it changed.
     */
    private static final String GOLDEN = "0fe1fce407a676699ab8be11717b784c2d8283dbb771fabe2b700bd2dd3bae49";

    @TempDir
    private Path directory;

    @Test
    void aHundredRunsInOneProcessHaveTheGoldenFingerprint() {
        for (int i = 0; i < 100; i++) {
            assertThat(SeededRun.run(1).fingerprint()).as("run %d", i).isEqualTo(GOLDEN);
        }
    }

    @Test
    void anotherSeedGivesAnotherRun() {
        assertThat(SeededRun.run(2).fingerprint()).isNotEqualTo(GOLDEN);
    }

    @Test
    void allThreeStrategiesTrade() {
        assertThat(SeededRun.run(1).fills())
                .extracting(fill -> fill.order().strategyId())
                .contains("grid", "cross", "momentum");
    }

    @Test
    void aFreshProcessWithASmallHeapHasTheGoldenFingerprint() throws Exception {
        assertThat(fresh(Path.of(System.getProperty("java.home")), "-Xmx64m")).isEqualTo(GOLDEN);
    }

    @Test
    void aFreshProcessWithALargeHeapHasTheGoldenFingerprint() throws Exception {
        assertThat(fresh(Path.of(System.getProperty("java.home")), "-Xmx512m")).isEqualTo(GOLDEN);
    }

    @Test
    void anotherJdkHasTheGoldenFingerprint() throws Exception {
        Optional<Path> other = otherJdk();
        assumeTrue(other.isPresent(), "skipped: no other JDK, 17 or newer, lies beside the one that runs this test");

        assertThat(fresh(other.orElseThrow(), "-Xmx256m")).isEqualTo(GOLDEN);
    }

    private String fresh(Path jdk, String heap) throws IOException, InterruptedException {
        Path output = directory.resolve("output.txt");
        Process process = new ProcessBuilder(
                        jdk.resolve("bin").resolve("java").toString(),
                        heap,
                        "-cp",
                        System.getProperty("java.class.path"),
                        SeededRun.class.getName())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        boolean isDone = process.waitFor(120, TimeUnit.SECONDS);
        if (!isDone) {
            process.destroyForcibly();
        }
        String text = Files.readString(output, StandardCharsets.UTF_8);
        assertThat(isDone)
                .as("the process ends in two minutes; it said: %s", text)
                .isTrue();
        List<String> lines = text.lines().toList();
        return lines.isEmpty() ? "nothing" : lines.get(lines.size() - 1);
    }

    /** Another major version beside the JDK that runs: its {@code release} file says which. */
    private static Optional<Path> otherJdk() throws IOException {
        Path home = Path.of(System.getProperty("java.home")).toRealPath();
        Path parent = home.getParent();
        if (parent == null) {
            return Optional.empty();
        }
        try (Stream<Path> siblings = Files.list(parent)) {
            return siblings.sorted()
                    .filter(jdk -> Files.isExecutable(jdk.resolve("bin").resolve("java")))
                    .filter(jdk -> feature(jdk) >= 17
                            && feature(jdk) != Runtime.version().feature())
                    .findFirst();
        }
    }

    private static int feature(Path jdk) {
        try {
            return Files.readAllLines(jdk.resolve("release")).stream()
                    .filter(line -> line.startsWith("JAVA_VERSION="))
                    .map(line -> line.replaceAll("[^0-9.]", ""))
                    .mapToInt(version -> Integer.parseInt(version.split("\\.")[0]))
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            return 0;
        }
    }
}
