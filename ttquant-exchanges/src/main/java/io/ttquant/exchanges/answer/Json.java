package io.ttquant.exchanges.answer;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.ttquant.api.money.Decimals;
import io.ttquant.api.time.EpochNanos;
import java.io.IOException;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Reads answers: bounded, exact, and forgiving of what it does not know. Numbers may be numbers or strings; an empty string is an absent one. */
public final class Json {
    /** 2000-01-01 to 2200-01-01: a time beyond is a mistake of unit. */
    private static final long LEAST_MILLIS = 946_684_800_000L;

    private static final long MOST_MILLIS = 7_258_118_400_000L;
    private static final int MOST_CHARACTERS = 20_000_000;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(64)
                            .maxNumberLength(64)
                            .maxStringLength(MOST_CHARACTERS)
                            .build())
                    .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                    .build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .build();

    private Json() {}

    /**
     * Reads a body.
     *
     * @throws Unreadable if it is no JSON, or none of sane size
     */
    public static JsonNode read(byte[] body) {
        try {
            JsonNode node = MAPPER.readTree(body);
            if (node == null || node.isMissingNode()) {
                throw new Unreadable("the answer is empty; ask again");
            }
            return node;
        } catch (JsonProcessingException e) {
            throw new Unreadable("the answer is no JSON (" + e.getOriginalMessage() + "); what it answers is unknown");
        } catch (IOException e) {
            throw new Unreadable("the answer cannot be read (" + e.getClass().getSimpleName() + ")");
        }
    }

    /**
     * The rows of a list. What is no list is not an empty one: nobody is flat, and nothing is gone, because an answer was damaged.
     *
     * @param what it lists, for the message
     * @throws Unreadable if it is absent or no list
     */
    public static JsonNode rows(JsonNode list, String what) {
        if (!list.isArray()) {
            throw new Unreadable("the answer has no list of " + what + ", which it must have; ask again");
        }
        return list;
    }

    /** A text; empty if it is absent or null. */
    public static String text(JsonNode node, String name) {
        JsonNode value = node.path(name);
        return value.isMissingNode() || value.isNull() || value.isContainerNode() ? "" : value.asText();
    }

    /**
     * A decimal; null if it is absent, null or empty.
     *
     * @throws Unreadable if it is there and no decimal of sane size
     */
    public static @Nullable BigDecimal decimal(JsonNode node, String name) {
        return value(node.path(name), name);
    }

    /** A decimal that must be there. */
    public static BigDecimal required(JsonNode node, String name) {
        BigDecimal value = decimal(node, name);
        if (value == null) {
            throw new Unreadable("the answer has no number '" + name + "', which it must have");
        }
        return value;
    }

    /** A decimal; zero if it is absent, null or empty. */
    public static BigDecimal orZero(JsonNode node, String name) {
        BigDecimal value = decimal(node, name);
        return value == null ? BigDecimal.ZERO : value;
    }

    /** A decimal that is not zero, as venues write an absent one; else null. */
    public static @Nullable BigDecimal nonZero(JsonNode node, String name) {
        BigDecimal value = decimal(node, name);
        return value == null || value.signum() == 0 ? null : value;
    }

    /** An element of an array as a decimal that must be there. */
    public static BigDecimal at(JsonNode row, int index) {
        BigDecimal value = value(row.path(index), "element " + index);
        if (value == null) {
            throw new Unreadable("a row of the answer has no number at " + index + ", which it must have");
        }
        return value;
    }

    /** An element of an array as a whole number that must be there. */
    public static long wholeAt(JsonNode row, int index) {
        return exact(at(row, index), "element " + index);
    }

    /** A whole number that must be there. */
    public static long exact(JsonNode node, String name) {
        return exact(required(node, name), name);
    }

    private static long exact(BigDecimal value, String name) {
        try {
            return value.longValueExact();
        } catch (ArithmeticException e) {
            throw new Unreadable("'" + name + "' of the answer, " + value + ", is no whole number of 64 bits");
        }
    }

    private static @Nullable BigDecimal value(JsonNode value, String name) {
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        String text = value.isContainerNode() ? "?" : value.asText().strip();
        if (text.isEmpty()) {
            return null;
        }
        try {
            return Decimals.parse(text);
        } catch (IllegalArgumentException e) {
            throw new Unreadable("number '" + name + "' of the answer cannot be read: " + e.getMessage());
        }
    }

    /**
     * A whole number; {@code absent} if it is absent, null or empty.
     *
     * @throws Unreadable if it is there and no whole number of 64 bits
     */
    public static long whole(JsonNode node, String name, long absent) {
        BigDecimal value = decimal(node, name);
        return value == null ? absent : exact(value, name);
    }

    /** True for {@code true}, as a truth value or a text. */
    public static boolean flag(JsonNode node, String name) {
        return text(node, name).equals("true");
    }

    /**
     * Milliseconds of a field as epoch nanoseconds; 0 if it is absent, empty, zero or negative.
     *
     * @throws Unreadable if it lies outside 2000 to 2200
     */
    public static long nanos(JsonNode node, String name) {
        return nanos(whole(node, name, 0), name);
    }

    /**
     * Milliseconds of a field that must be there, as epoch nanoseconds.
     *
     * @throws Unreadable if they are not, or lie outside 2000 to 2200
     */
    public static long time(JsonNode node, String name) {
        long nanos = nanos(node, name);
        if (nanos == 0) {
            throw new Unreadable("the answer has no time '" + name + "', which it must have");
        }
        return nanos;
    }

    /** The first of two fields that has a time. */
    public static long nanos(JsonNode node, String name, String otherwise) {
        long first = nanos(node, name);
        return first != 0 ? first : nanos(node, otherwise);
    }

    /** Milliseconds as epoch nanoseconds, within bounds. */
    public static long nanos(long millis, String name) {
        if (millis <= 0) {
            return 0;
        }
        if (millis < LEAST_MILLIS || millis > MOST_MILLIS) {
            throw new Unreadable(
                    "'" + name + "' of the answer, " + millis + ", is no time in milliseconds of this age");
        }
        return millis * EpochNanos.MILLISECOND;
    }
}
