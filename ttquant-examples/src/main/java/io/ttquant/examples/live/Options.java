package io.ttquant.examples.live;

import io.ttquant.exchanges.run.RunRefusedException;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** A command line of options with a value each, {@code --out DIRECTORY}, and flags without one. */
final class Options {
    private static final Pattern COMMA = Pattern.compile("\\s*,\\s*");
    private static final Pattern DAYS = Pattern.compile("\\d{1,4}d");

    private final Map<String, String> values = new LinkedHashMap<>();

    private Options() {}

    /**
     * Reads a command line.
     *
     * @throws RunRefusedException if an option is not known, has no value, or comes twice
     */
    static Options parse(Set<String> withValue, Set<String> flags, String... args) {
        Options options = new Options();
        for (int i = 0; i < args.length; i++) {
            String name = args[i].equals("-h") ? "--help" : args[i];
            String value = "";
            if (withValue.contains(name)) {
                i++;
                if (i == args.length || args[i].startsWith("--")) {
                    throw new RunRefusedException(name + " needs a value after it; --help says which");
                }
                value = args[i];
            } else if (!flags.contains(name)) {
                throw new RunRefusedException("'" + name + "' is no option; --help lists them");
            }
            if (options.values.put(name, value) != null) {
                throw new RunRefusedException(name + " is given twice; keep one");
            }
        }
        return options;
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    Optional<String> value(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /** @throws RunRefusedException if it is not given */
    String needed(String name, String example) {
        return value(name)
                .orElseThrow(() -> new RunRefusedException(
                        name + " is needed, for example " + name + " " + example + "; --help says more"));
    }

    List<String> list(String name, String otherwise) {
        return Arrays.asList(COMMA.split(value(name).orElse(otherwise)));
    }

    /** A length of time such as 90s, 15m, 8h or 7d; empty if it is not given. */
    Optional<Duration> duration(String name) {
        return value(name).map(text -> {
            try {
                Duration read = DAYS.matcher(text).matches()
                        ? Duration.parse("P" + text.toUpperCase(Locale.ROOT))
                        : Duration.parse("PT" + text.toUpperCase(Locale.ROOT));
                if (read.isNegative() || read.isZero()) {
                    throw new RunRefusedException(name + " " + text + " must be above zero");
                }
                return read;
            } catch (DateTimeParseException e) {
                throw new RunRefusedException(
                        name + " '" + text + "' is no length of time; write for example 90s, 15m, 8h or 7d");
            }
        });
    }
}
