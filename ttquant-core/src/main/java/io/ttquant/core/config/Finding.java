package io.ttquant.core.config;

import java.util.Comparator;

/**
 * Something to say about a place in a configuration: a mistake, or a warning.
 *
 * @param source name of the file
 * @param line line, from 1
 * @param column column in characters, from 1
 * @param key the key it is about, with the tables around it, such as {@code strategies.grid.grid_count}; empty for a whole file
 * @param message what is wrong, and what is allowed
 */
public record Finding(String source, int line, int column, String key, String message) implements Comparable<Finding> {
    private static final Comparator<Finding> BY_PLACE = Comparator.comparing(Finding::source)
            .thenComparingInt(Finding::line)
            .thenComparingInt(Finding::column)
            .thenComparing(Finding::key)
            .thenComparing(Finding::message);

    @Override
    public int compareTo(Finding other) {
        return BY_PLACE.compare(this, other);
    }

    /** One line: {@code file:line:column: key: message}. */
    @Override
    public String toString() {
        return source + ":" + line + ":" + column + ": " + (key.isEmpty() ? "" : key + ": ") + message;
    }
}
