package io.ttquant.core.config;

import io.ttquant.api.market.BarSpec;
import io.ttquant.api.market.InstrumentId;
import io.ttquant.api.money.Currency;
import io.ttquant.api.money.Decimals;
import io.ttquant.api.money.Money;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Turns single values into the types that a record may have. Refuses with an {@link IllegalArgumentException} that says what is allowed. */
final class Scalars {
    private final Symbols symbols;

    Scalars(Symbols symbols) {
        this.symbols = symbols;
    }

    /** A value as {@code type}; null if the type is none that can be read. */
    @Nullable
    Object read(Class<?> type, Node node) {
        if (Numbers.isNumber(type)) {
            return Numbers.read(type, node, BigDecimal.ONE);
        } else if (type == boolean.class || type == Boolean.class) {
            return truth(node);
        } else if (type == Instant.class) {
            return instant(node);
        } else if (type == LocalDate.class) {
            return date(node);
        }
        return text(type, node);
    }

    private @Nullable Object text(Class<?> type, Node node) {
        if (type == String.class) {
            return string(node, "text in quotes");
        } else if (type == Money.class) {
            return Money.parse(string(node, "an amount of money such as \"250 USDT\""));
        } else if (type == Currency.class) {
            return Currency.of(string(node, "a currency such as \"USDT\""));
        } else if (type == BarSpec.class) {
            return BarSpec.parse(string(node, "a bar size such as \"1m\", \"4h\" or \"1000tick\""));
        } else if (type == InstrumentId.class) {
            return symbols.read(string(node, "an instrument such as \"binance:BTCUSDT\""), node);
        } else if (type == Duration.class) {
            return Durations.parse(string(node, "a duration with its unit, such as \"250ms\", \"5s\" or \"1h30m\""));
        } else if (type.isEnum()) {
            return constant(type, node);
        }
        return null;
    }

    private static String string(Node node, String expected) {
        if (node.value() instanceof String text) {
            return text;
        }
        throw wrongType(node, expected);
    }

    private static Boolean truth(Node node) {
        if (node.value() instanceof Boolean truth) {
            return truth;
        }
        throw wrongType(node, "true or false, without quotes");
    }

    private static Instant instant(Node node) {
        if (node.value() instanceof OffsetDateTime time) {
            return time.toInstant();
        } else if (node.value() instanceof LocalDate date) {
            return date.atStartOfDay(ZoneOffset.UTC).toInstant();
        } else if (node.value() instanceof String text) {
            try {
                return text.length() == 10
                        ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                        : Instant.parse(text);
            } catch (java.time.DateTimeException e) {
                throw new IllegalArgumentException(
                        "'" + text + "' is no time; write for example 2024-01-31T00:00:00Z", e);
            }
        }
        throw wrongType(node, "a time with its zone such as 2024-01-31T00:00:00Z, or a day, which starts at 00:00 UTC");
    }

    private static LocalDate date(Node node) {
        if (node.value() instanceof LocalDate date) {
            return date;
        } else if (node.value() instanceof String text) {
            try {
                return LocalDate.parse(text);
            } catch (java.time.DateTimeException e) {
                throw new IllegalArgumentException("'" + text + "' is no day; write for example 2024-01-31", e);
            }
        }
        throw wrongType(node, "a day such as 2024-01-31");
    }

    private static Object constant(Class<?> type, Node node) {
        String allowed = Arrays.stream(type.getEnumConstants())
                .map(constant -> "\"" + keyOf(constant) + "\"")
                .collect(Collectors.joining(", "));
        String name = string(node, "one of " + allowed);
        for (Object constant : type.getEnumConstants()) {
            if (keyOf(constant).equals(name.toLowerCase(Locale.ROOT).replace('-', '_'))) {
                return constant;
            }
        }
        throw new IllegalArgumentException("'" + name + "' is none of " + allowed);
    }

    /** How a constant of an enum is called in a file. */
    static String keyOf(Object constant) {
        return ((Enum<?>) constant).name().toLowerCase(Locale.ROOT);
    }

    static IllegalArgumentException wrongType(Node node, String expected) {
        return new IllegalArgumentException("must be " + expected + ", not " + node.describe());
    }

    /** A decimal from a number or from a text. */
    static BigDecimal decimal(Node node, String expected) {
        if (node.value() instanceof Long whole) {
            return BigDecimal.valueOf(whole);
        } else if (node.value() instanceof BigDecimal decimal) {
            return decimal;
        } else if (node.value() instanceof String text) {
            return Decimals.parse(text);
        }
        throw wrongType(node, expected);
    }
}
