package io.ttquant.core.metrics.prometheus;

import io.ttquant.api.metrics.Metric;
import java.util.Map;
import java.util.TreeMap;

/**
 * A metric with its labels as they are written.
 *
 * @param labels name, equals and quoted value of each, with commas between, by name; empty if there are none
 * @param metric what is read
 */
record Series(String labels, Metric metric) {
    static Series of(Metric metric) {
        StringBuilder labels = new StringBuilder();
        for (Map.Entry<String, String> tag : new TreeMap<>(metric.tags()).entrySet()) {
            labels.append(labels.length() == 0 ? "" : ",")
                    .append(name(tag.getKey()))
                    .append("=\"");
            Exposition.escape(labels, tag.getValue(), true);
            labels.append('"');
        }
        return new Series(labels.toString(), metric);
    }

    /** Letters, digits and underscores, not a digit first. */
    private static String name(String tag) {
        String name = tag.replaceAll("[^a-zA-Z0-9_]", "_");
        return name.isEmpty() || Character.isDigit(name.charAt(0)) ? "_" + name : name;
    }
}
