package io.ttquant.exchanges.codes;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The text of a table: {@code head words : words ~ part of a message | note}, with sections in square brackets; lines that begin with {@code #} are
 * passed over.
 */
final class TableText {
    private static final Pattern SPACE = Pattern.compile("\\s+");

    private TableText() {}

    record Line(String section, List<String> head, List<String> words, String messagePart, String note) {}

    static List<Line> read(Class<?> beside, String resource) {
        try (InputStream in = beside.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException(
                        "table " + resource + " is missing beside " + beside.getName() + "; the jar is incomplete");
            }
            return lines(new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)), resource);
        } catch (IOException e) {
            throw new UncheckedIOException(resource, e);
        }
    }

    private static List<Line> lines(BufferedReader reader, String resource) throws IOException {
        List<Line> lines = new ArrayList<>();
        String section = "";
        for (String raw = reader.readLine(); raw != null; raw = reader.readLine()) {
            String text = raw.strip();
            if (text.startsWith("[")) {
                section = text.substring(1, text.length() - 1);
            } else if (!text.isEmpty() && !text.startsWith("#")) {
                lines.add(line(section, text, resource));
            }
        }
        return lines;
    }

    private static Line line(String section, String text, String resource) {
        int colon = text.indexOf(':');
        int bar = text.indexOf('|');
        if (colon < 0 || bar < colon) {
            throw new IllegalStateException("line '" + text + "' of " + resource + " is not head : words | note");
        }
        String middle = text.substring(colon + 1, bar);
        int tilde = middle.indexOf('~');
        return new Line(
                section,
                words(text.substring(0, colon)),
                words(tilde < 0 ? middle : middle.substring(0, tilde)),
                tilde < 0 ? "" : middle.substring(tilde + 1).strip(),
                text.substring(bar + 1).strip());
    }

    private static List<String> words(String text) {
        return SPACE.splitAsStream(text.strip()).filter(word -> !word.isEmpty()).toList();
    }
}
