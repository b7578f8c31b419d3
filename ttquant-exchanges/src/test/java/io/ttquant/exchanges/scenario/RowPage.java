package io.ttquant.exchanges.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The page of a venue that says by which scenarios each row of the catalogue of failures is played, made from their annotations. The rows and what happens in
 * them are in {@code rows.txt}.
 */
final class RowPage {
    private static final Pattern CAPITAL = Pattern.compile("(?=[A-Z])");
    private static final Map<String, String> ROWS = rows();

    private final Map<String, String> excepted;
    private final Map<String, TreeSet<String>> played = new LinkedHashMap<>();
    private final TreeSet<String> scenarios = new TreeSet<>();
    private final TreeSet<String> unknown = new TreeSet<>();

    /**
     * A page of the scenarios in some classes.
     *
     * @param excepted why a row is not played, by row
     */
    RowPage(List<Class<?>> classes, Map<String, String> excepted) {
        this.excepted = excepted;
        ROWS.keySet().forEach(row -> played.put(row, new TreeSet<>()));
        for (Class<?> type : classes) {
            for (Method method : type.getDeclaredMethods()) {
                Row row = method.getAnnotation(Row.class);
                if (row != null) {
                    scenarios.add(type.getSimpleName() + '.' + method.getName());
                    for (String each : row.value()) {
                        add(each, sentence(method.getName()) + " (" + type.getSimpleName() + ")");
                    }
                }
            }
        }
    }

    private static Map<String, String> rows() {
        Map<String, String> rows = new LinkedHashMap<>();
        try (InputStream in = Objects.requireNonNull(RowPage.class.getResourceAsStream("rows.txt"))) {
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .forEach(line ->
                            rows.put(line.substring(0, line.indexOf(' ')), line.substring(line.indexOf(' ') + 1)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return rows;
    }

    private void add(String row, String scenario) {
        TreeSet<String> its = played.get(row);
        if (its == null) {
            unknown.add(row);
        } else {
            its.add(scenario);
        }
    }

    private static String sentence(String name) {
        String words = CAPITAL.matcher(name).replaceAll(" ").toLowerCase(Locale.ROOT);
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    /** Fails if a scenario names a row that there is not, if a row is neither played nor excepted, or if one is both. */
    void requireAllRows() {
        assertThat(unknown).as("rows that are in no section").isEmpty();
        assertThat(ROWS.keySet()).containsAll(excepted.keySet());
        played.forEach((row, its) -> assertThat(its.isEmpty())
                .as("%s (%s) is played by %s, and excepted: %s", row, ROWS.get(row), its, excepted.get(row))
                .isEqualTo(excepted.containsKey(row)));
    }

    /** The scenarios, each once. */
    TreeSet<String> scenarios() {
        return scenarios;
    }

    private String text(String title, String about) {
        StringBuilder page = new StringBuilder("# " + title + "\n\n" + about + "\n\n");
        page.append("This page is made from the annotations of ")
                .append(scenarios.size())
                .append(" tests.\n\n| Row | What happens | Scenarios |\n|---|---|---|\n");
        played.forEach((row, its) -> {
            if (!its.isEmpty()) {
                page.append("| ")
                        .append(row)
                        .append(" | ")
                        .append(ROWS.get(row))
                        .append(" | ")
                        .append(String.join("; ", its))
                        .append(" |\n");
            }
        });
        page.append("\n## Not played here\n\n");
        ROWS.forEach((row, what) -> {
            String why = excepted.get(row);
            if (why != null) {
                page.append("- ")
                        .append(row)
                        .append(", ")
                        .append(what.toLowerCase(Locale.ROOT))
                        .append(": ")
                        .append(why)
                        .append(".\n");
            }
        });
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
            assertThat(path).as("run this test with -Dttquant.update=true").exists();
            assertThat(Files.readString(path).replace("\r\n", "\n"))
                    .as("docs/exchanges/%s is made from the scenarios; run this test with -Dttquant.update=true", file)
                    .isEqualTo(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
