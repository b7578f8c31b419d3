package io.ttquant.core.metrics.prometheus;

import io.ttquant.api.metrics.Distribution;
import io.ttquant.api.metrics.Metric;
import java.util.Collection;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The text format 0.0.4 of Prometheus ("Exposition formats"). What cannot be read, or is NaN, is left out. */
final class Exposition {
    /** Above it a double is not every whole number. */
    private static final double MOST_WHOLE = 9_007_199_254_740_992.0;

    private final StringBuilder text = new StringBuilder(1 << 16);

    String text() {
        return text.toString();
    }

    /** A family with its series; nothing at all if none of them has a value. */
    void family(Family family, Collection<Series> series) {
        int start = text.length();
        text.append("# HELP ").append(family.name()).append(' ');
        escape(family.help(), false);
        text.append("\n# TYPE ")
                .append(family.name())
                .append(' ')
                .append(family.type())
                .append('\n');
        int head = text.length();
        series.forEach(each -> write(family.name(), each));
        if (text.length() == head) {
            text.setLength(start);
        }
    }

    private void write(String name, Series series) {
        int start = text.length();
        try {
            write(name, series.labels(), series.metric());
        } catch (RuntimeException e) {
            // One reader that throws must not cost the others.
            text.setLength(start);
        }
    }

    private void write(String name, String labels, Metric metric) {
        Supplier<Distribution> distribution = metric.distribution();
        if (distribution != null) {
            write(name, labels, distribution.get());
            return;
        }
        double value = metric.value().getAsDouble();
        if (!Double.isNaN(value)) {
            sample(name, "", labels, null, value);
        }
    }

    private void write(String name, String labels, Distribution all) {
        for (int i = 0; i < all.size(); i++) {
            sample(name, "_bucket", labels, Double.toString(all.bound(i)), (double) all.upTo(i));
        }
        sample(name, "_bucket", labels, "+Inf", (double) all.count());
        sample(name, "_sum", labels, null, all.sum());
        sample(name, "_count", labels, null, (double) all.count());
    }

    private void sample(String name, String suffix, String labels, @Nullable String upTo, double value) {
        text.append(name).append(suffix);
        if (!labels.isEmpty() || upTo != null) {
            text.append('{').append(labels);
            if (upTo != null) {
                text.append(labels.isEmpty() ? "" : ",")
                        .append("le=\"")
                        .append(upTo)
                        .append('"');
            }
            text.append('}');
        }
        text.append(' ');
        number(value);
        text.append('\n');
    }

    private void number(double value) {
        if (Double.isInfinite(value)) {
            text.append(value > 0 ? "+Inf" : "-Inf");
        } else if (value == Math.rint(value) && Math.abs(value) < MOST_WHOLE) {
            text.append((long) value);
        } else {
            text.append(value);
        }
    }

    private void escape(String plain, boolean isLabel) {
        escape(text, plain, isLabel);
    }

    static void escape(StringBuilder into, String plain, boolean isLabel) {
        for (int i = 0; i < plain.length(); i++) {
            char c = plain.charAt(i);
            if (c == '\\') {
                into.append("\\\\");
            } else if (c == '\n') {
                into.append("\\n");
            } else if (c == '"' && isLabel) {
                into.append("\\\"");
            } else {
                into.append(c);
            }
        }
    }
}
