package io.ttquant.exchanges;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** Messages that real exchanges sent, which lie beside the repository on some machines. Tests that need them are skipped where they are absent. */
public final class Fixtures {
    /** Reads decimals exactly. */
    public static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    private Fixtures() {}

    /** A folder such as {@code okx/rest}; skips the test with a message if it is absent. */
    public static Path folder(String name) {
        String root = System.getProperty("ttquant.shared");
        Path folder = Path.of(root == null || root.isBlank() ? "../../shared" : root, "fixtures", name);
        assumeTrue(
                Files.isDirectory(folder),
                () -> "skipped: no fixtures " + name + " (looked beside the repository and at -Dttquant.shared)");
        return folder;
    }

    /** Files of a folder whose name matches, sorted. */
    public static List<Path> files(String folder, String regex) {
        try (Stream<Path> files = Files.list(folder(folder))) {
            return files.filter(f -> f.getFileName().toString().matches(regex))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The bytes of a file, unzipped. */
    public static byte[] bytes(Path file) {
        try {
            byte[] bytes = Files.readAllBytes(file);
            if (!file.toString().endsWith(".gz")) {
                return bytes;
            }
            try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
                return in.readAllBytes();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A file as JSON. */
    public static JsonNode json(Path file) {
        return json(bytes(file));
    }

    /** Bytes as JSON. */
    public static JsonNode json(byte[] bytes) {
        try {
            return JSON.readTree(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The lines of a file of one JSON value each. */
    public static List<JsonNode> lines(String folder, String name) {
        List<JsonNode> lines = new ArrayList<>();
        new String(bytes(folder(folder).resolve(name)), StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.isBlank())
                .forEach(line -> lines.add(json(line.getBytes(StandardCharsets.UTF_8))));
        return lines;
    }
}
