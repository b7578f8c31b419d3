package io.ttquant.core.config;

import java.util.List;
import java.util.stream.Collectors;

/** A configuration that cannot be used. It holds all mistakes at once; the message has a line for each. */
public final class ConfigurationException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient List<Finding> mistakes;

    ConfigurationException(String source, List<Finding> mistakes) {
        super(message(source, mistakes));
        this.mistakes = List.copyOf(mistakes);
    }

    private static String message(String source, List<Finding> mistakes) {
        String count = mistakes.size() == 1 ? "1 mistake" : mistakes.size() + " mistakes";
        return mistakes.stream()
                .map(Finding::toString)
                .collect(Collectors.joining("\n", count + " in " + source + ":\n", ""));
    }

    /** The mistakes, in the order of the file; at least one. */
    public List<Finding> mistakes() {
        return mistakes;
    }
}
