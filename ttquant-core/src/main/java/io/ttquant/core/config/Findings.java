package io.ttquant.core.config;

import java.util.List;
import java.util.TreeSet;

/** Collects the mistakes and the warnings of one file. */
final class Findings {
    private final String source;
    private final TreeSet<Finding> mistakes = new TreeSet<>();
    private final TreeSet<Finding> warnings = new TreeSet<>();
    private int count;

    Findings(String source) {
        this.source = source;
    }

    void mistake(Position at, String key, String message) {
        mistakes.add(new Finding(source, at.line(), at.column(), key, message));
        count++;
    }

    void warning(Position at, String key, String message) {
        warnings.add(new Finding(source, at.line(), at.column(), key, message));
    }

    /** Number of mistakes reported so far; a reader compares it before and after. */
    int count() {
        return count;
    }

    List<Finding> warnings() {
        return List.copyOf(warnings);
    }

    /** Refuses the file if there is any mistake. */
    void check() {
        if (!mistakes.isEmpty()) {
            throw new ConfigurationException(source, List.copyOf(mistakes));
        }
    }
}
