package io.ttquant.deploy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a PromQL expression names: metrics, and labels of them. */
final class Selectors {
    private static final Set<String> WORDS = Set.of(
            "and",
            "or",
            "unless",
            "by",
            "without",
            "on",
            "ignoring",
            "group_left",
            "group_right",
            "bool",
            "offset",
            "start",
            "end",
            "inf",
            "nan");
    private static final Pattern STRING = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"");
    private static final Pattern NAME = Pattern.compile("(?<![\\w.$])[a-zA-Z_:][\\w:]*");
    private static final Pattern GROUPING =
            Pattern.compile("\\b(by|without|on|ignoring|group_left|group_right)\\s*\\(([^)]*)\\)");
    private static final Pattern SELECTOR =
            Pattern.compile("([a-zA-Z_:][\\w:]*)\\{((?:[^\"}]|\"(?:[^\"\\\\]|\\\\.)*\")*)}");
    private static final Pattern CONDITION = Pattern.compile("(\\w+)\\s*(=~|=)\\s*\"((?:[^\"\\\\]|\\\\.)*)\"");
    private static final Pattern LABEL = Pattern.compile("(\\w+)\\s*(?:=~|!~|!=|=)\\s*\"\"");

    private Selectors() {}

    /** Each selector: the name of its metric, and the labels that it asks for. */
    static Map<String, Set<String>> of(String expression) {
        String plain = GROUPING.matcher(
                        STRING.matcher(expression).replaceAll("\"\"").replaceAll("\\[[^\\]]*\\]", ""))
                .replaceAll(" ");
        Map<String, Set<String>> found = new LinkedHashMap<>();
        Matcher names = NAME.matcher(plain);
        int from = 0;
        while (names.find(from)) {
            String rest = plain.substring(names.end()).stripLeading();
            from = names.end();
            Set<String> labels = new TreeSet<>();
            if (rest.startsWith("{")) {
                int end = plain.indexOf('}', names.end());
                Matcher label = LABEL.matcher(plain.substring(names.end(), end));
                while (label.find()) {
                    labels.add(label.group(1));
                }
                from = end + 1;
            }
            if (!rest.startsWith("(") && !WORDS.contains(names.group())) {
                found.computeIfAbsent(names.group(), name -> new TreeSet<>()).addAll(labels);
            }
        }
        return found;
    }

    /**
     * A condition on a label that must hold.
     *
     * @param values what it may be, each a regular expression where the condition is one
     */
    record Wanted(String metric, String label, List<String> values) {}

    /** The conditions of an expression, but for those that leave something out. */
    static List<Wanted> wanted(String expression) {
        List<Wanted> all = new ArrayList<>();
        Matcher selectors = SELECTOR.matcher(expression);
        while (selectors.find()) {
            Matcher conditions = CONDITION.matcher(selectors.group(2));
            while (conditions.find()) {
                String value = conditions.group(3);
                all.add(new Wanted(
                        selectors.group(1),
                        conditions.group(1),
                        conditions.group(2).equals("=") ? List.of(Pattern.quote(value)) : alternatives(value)));
            }
        }
        return all;
    }

    /** Those of the outermost level. */
    private static List<String> alternatives(String regex) {
        List<String> all = new ArrayList<>();
        int depth = 0;
        int from = 0;
        for (int i = 0; i < regex.length(); i++) {
            char c = regex.charAt(i);
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (c == '|' && depth == 0) {
                all.add(regex.substring(from, i));
                from = i + 1;
            }
        }
        all.add(regex.substring(from));
        return all;
    }

    /** Labels by which an expression groups or joins. */
    static List<String> groupings(String expression) {
        List<String> all = new ArrayList<>();
        Matcher matcher = GROUPING.matcher(STRING.matcher(expression).replaceAll("\"\""));
        while (matcher.find()) {
            for (String label : matcher.group(2).split(",")) {
                if (!label.isBlank()) {
                    all.add(label.strip());
                }
            }
        }
        return all;
    }
}
