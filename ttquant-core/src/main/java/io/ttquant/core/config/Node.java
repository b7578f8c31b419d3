package io.ttquant.core.config;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;

/**
 * A value in a configuration, with its place.
 *
 * @param path the key with the tables around it
 * @param value a String, Long, BigDecimal (a float, exactly as written), Double (inf or nan), Boolean, a date or time, a {@link Section},
 *     or a list of nodes
 * @param keyAt where its key stands; for an element of an array where that stands
 * @param valueAt where the value stands
 */
record Node(String path, Object value, Position keyAt, Position valueAt) {
    /** What it is, for messages: {@code the text "abc"}, {@code the whole number 3}. */
    String describe() {
        if (value instanceof String text) {
            return "the text \"" + text + "\"";
        } else if (value instanceof Long) {
            return "the whole number " + value;
        } else if (value instanceof BigDecimal decimal) {
            return "the number " + decimal.toPlainString();
        } else if (value instanceof Boolean) {
            return "the truth value " + value;
        } else if (value instanceof Section) {
            return "a table";
        } else if (value instanceof List<?> list) {
            return "a list of " + list.size();
        } else if (value instanceof OffsetDateTime
                || value instanceof LocalDateTime
                || value instanceof LocalDate
                || value instanceof LocalTime) {
            return "the time " + value;
        }
        return String.valueOf(value);
    }

    /** The elements of an array; a single value stands for an array of one. */
    List<Node> elements() {
        if (value instanceof List<?> list) {
            return list.stream().map(Node.class::cast).toList();
        }
        return List.of(this);
    }
}
