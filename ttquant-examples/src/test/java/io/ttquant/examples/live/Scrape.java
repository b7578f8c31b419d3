package io.ttquant.examples.live;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What Prometheus would read, taken apart line by line and refused where the text format is broken. */
final class Scrape {
    private static final Pattern SAMPLE =
            Pattern.compile("([a-zA-Z_:][a-zA-Z0-9_:]*)(\\{(.*)})? ([-+0-9.eEIinf]+|NaN)");
    private static final Pattern LABEL = Pattern.compile("([a-zA-Z_][a-zA-Z0-9_]*)=\"((?:[^\"\\\\]|\\\\.)*)\",?");

    final String text;
    final Map<String, String> help = new LinkedHashMap<>();
    final Map<String, String> type = new LinkedHashMap<>();
    final List<Sample> samples = new ArrayList<>();

    record Sample(String family, String name, Map<String, String> labels, double value) {}

    private Scrape(String text) {
        this.text = text;
        Set<String> seen = new HashSet<>();
        String family = "";
        for (String line : text.split("\n")) {
            String[] words = line.split(" ", 4);
            if (line.startsWith("# HELP ")) {
                family = words[2];
                require(help.put(family, words[3]) == null, "two HELP lines", line);
            } else if (line.startsWith("# TYPE ")) {
                require(words[2].equals(family), "TYPE does not follow its HELP", line);
                require(type.put(family, words[3]) == null, "two TYPE lines", line);
            } else {
                Sample sample = sample(family, line);
                require(seen.add(sample.name() + sample.labels()), "a sample twice", line);
                samples.add(sample);
            }
        }
        require(text.endsWith("\n"), "no line feed at the end", "");
    }

    static Scrape of(int port) throws IOException {
        try (InputStream in =
                URI.create("http://127.0.0.1:" + port + "/metrics").toURL().openStream()) {
            return new Scrape(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    private Sample sample(String family, String line) {
        Matcher matcher = SAMPLE.matcher(line);
        require(matcher.matches(), "no sample", line);
        String name = matcher.group(1);
        boolean isOfFamily = type.getOrDefault(family, "").equals("histogram")
                ? name.matches(Pattern.quote(family) + "_(bucket|sum|count)")
                : name.equals(family);
        require(isOfFamily, "not of the family " + family, line);
        Map<String, String> labels = new TreeMap<>();
        String rest = matcher.group(3) == null ? "" : matcher.group(3);
        Matcher label = LABEL.matcher(rest);
        int end = 0;
        while (label.find() && label.start() == end) {
            require(labels.put(label.group(1), label.group(2)) == null, "a label twice", line);
            end = label.end();
        }
        require(end == rest.length(), "labels cannot be read", line);
        return new Sample(
                family, name, labels, Double.parseDouble(matcher.group(4).replace("Inf", "Infinity")));
    }

    private static void require(boolean isSo, String otherwise, String line) {
        if (!isSo) {
            throw new AssertionError(otherwise + ": " + line);
        }
    }

    /** The sum of the samples of a name that have these labels. */
    double sum(String name, Map<String, String> labels) {
        return samples.stream()
                .filter(each -> each.name().equals(name))
                .filter(each -> each.labels().entrySet().containsAll(labels.entrySet()))
                .mapToDouble(Sample::value)
                .sum();
    }
}
