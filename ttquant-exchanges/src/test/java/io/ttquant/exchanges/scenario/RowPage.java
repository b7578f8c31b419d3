package io.ttquant.exchanges.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** A page that says by which scenarios each row of the catalogue of failures is played, made from their annotations. */
final class RowPage {
    private static final Pattern CAPITAL = Pattern.compile("(?=[A-Z])");
    private static final Comparator<String> BY_NUMBER = Comparator.<String>comparingInt(row -> row.charAt(0))
            .thenComparingInt(row -> Integer.parseInt(row.substring(1)));

    private final Map<String, TreeSet<String>> rows = new TreeMap<>(BY_NUMBER);
    private final TreeSet<String> scenarios = new TreeSet<>();

    /** A page of the scenarios in some classes. */
    RowPage(List<Class<?>> classes) {
        for (Class<?> type : classes) {
            for (Method method : type.getDeclaredMethods()) {
                Row row = method.getAnnotation(Row.class);
                if (row != null) {
                    scenarios.add(type.getSimpleName() + '.' + method.getName());
                    for (String each : row.value()) {
                        rows.computeIfAbsent(each, any -> new TreeSet<>())
                                .add(sentence(method.getName()) + " (" + type.getSimpleName() + ")");
                    }
                }
            }
        }
    }

    private static String sentence(String name) {
        String words = CAPITAL.matcher(name).replaceAll(" ").toLowerCase(Locale.ROOT);
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    /** The rows that are played. */
    Map<String, TreeSet<String>> rows() {
        return rows;
    }

    /** The scenarios, each once. */
    TreeSet<String> scenarios() {
        return scenarios;
    }

    private String text(String title, String about) {
        StringBuilder page = new StringBuilder("# " + title + "\n\n" + about + "\n\n| Row | Scenarios |\n|---|---|\n");
        rows.forEach((row, played) -> page.append("| ")
                .append(row)
                .append(" | ")
                .append(String.join("; ", played))
                .append(" |\n"));
        return page.toString();
    }

    /** Fails if the page in {@code docs/exchanges} is another, or writes it if that is asked for with {@code -Dttquant.update=true}. */
    void check(String file, String title, String about) {
        Path path = Path.of("..", "docs", "exchanges", file);
        String text = text(title, about);
        try {
            if (Boolean.getBoolean("ttquant.update")) {
                Files.writeString(path, text);
            }
            assertThat(Files.readString(path).replace("\r\n", "\n"))
                    .as("docs/exchanges/%s is made from the scenarios; run this test with -Dttquant.update=true", file)
                    .isEqualTo(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
