package io.ttquant.exchanges.credentials;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Lines {@code NAME=value}; empty lines and lines that begin with {@code #} are passed over, a leading {@code export} is allowed, and a value may
 * stand in single or double quotes. In double quotes {@code \n} is a line break, so that a key in PEM fits a line. Messages name lines, not values.
 */
final class DotEnv {
    private DotEnv() {}

    static Map<String, String> parse(Path file, String text) {
        Map<String, String> values = new HashMap<>();
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (!line.isEmpty() && line.charAt(0) != '#') {
                add(values, file, i + 1, line.startsWith("export ") ? line.substring(7) : line);
            }
        }
        return values;
    }

    private static void add(Map<String, String> values, Path file, int number, String line) {
        int equals = line.indexOf('=');
        String name = equals < 0 ? "" : line.substring(0, equals).strip();
        if (name.isEmpty()) {
            throw new IllegalArgumentException(
                    "line " + number + " of " + file + " is not NAME=value; write for example OKX_API_KEY=...");
        }
        if (values.put(name, unquoted(line.substring(equals + 1).strip())) != null) {
            throw new IllegalArgumentException(
                    "line " + number + " of " + file + " sets " + name + " a second time; keep one of them");
        }
    }

    private static String unquoted(String value) {
        int last = value.length() - 1;
        if (last < 1 || value.charAt(0) != value.charAt(last)) {
            return value;
        }
        return switch (value.charAt(0)) {
            case '"' -> value.substring(1, last).replace("\\n", "\n");
            case '\'' -> value.substring(1, last);
            default -> value;
        };
    }
}
