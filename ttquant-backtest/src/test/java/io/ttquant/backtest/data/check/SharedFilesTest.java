package io.ttquant.backtest.data.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ttquant.backtest.SharedData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** That the shared data are the files of their index, byte for byte, published results too: every other test about them rests on that. */
class SharedFilesTest {
    private static final Pattern ROW = Pattern.compile("\\| (\\S+) \\|.*\\| (\\d+) \\| ([0-9a-f]{64}) \\|");
    private static final Pattern COUNT = Pattern.compile("\\b(\\d+) files,");

    private static final Pattern TOTAL = Pattern.compile("\\b(\\d+\\.\\d) MB \\(10\\^6 bytes\\)");

    /** A row: where it lies, how long it is, and its hash. */
    record Entry(String file, long bytes, String hash) {
        @Override
        public String toString() {
            return file;
        }
    }

    static List<Entry> entries() {
        return SharedData.lines("INDEX.md").stream()
                .map(ROW::matcher)
                .filter(Matcher::matches)
                .map(m -> new Entry(m.group(1), Long.parseLong(m.group(2)), m.group(3)))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("entries")
    void everyFileIsTheOneOfTheIndex(Entry entry) throws IOException, NoSuchAlgorithmException {
        byte[] bytes = Files.readAllBytes(SharedData.file(entry.file()));

        assertThat(bytes).hasSize((int) entry.bytes());
        assertThat(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)))
                .isEqualTo(entry.hash());
    }

    @Test
    void allFilesTogetherAreAsLargeAsStated() {
        Matcher total = TOTAL.matcher(String.join("\n", SharedData.lines("INDEX.md")));
        assertThat(total.find()).isTrue();
        double megabytes = entries().stream().mapToLong(Entry::bytes).sum() / 1e6;

        assertThat(megabytes).isCloseTo(Double.parseDouble(total.group(1)), within(0.0501));
    }

    @Test
    void theIndexNamesEveryFileThatThereIs() throws IOException {
        Path root = SharedData.file("INDEX.md").getParent();
        Matcher count = COUNT.matcher(String.join("\n", SharedData.lines("INDEX.md")));
        assertThat(count.find()).isTrue();
        try (Stream<Path> all = Files.walk(root)) {
            List<String> found = all.filter(Files::isRegularFile)
                    .map(file -> root.relativize(file).toString().replace('\\', '/'))
                    .filter(name -> !name.endsWith(".md"))
                    .toList();
            assertThat(found)
                    .hasSize(Integer.parseInt(count.group(1)))
                    .containsExactlyInAnyOrderElementsOf(
                            entries().stream().map(Entry::file).toList());
        }
    }
}
