package io.ttquant.exchanges.session.setup;

import io.ttquant.api.account.PositionMode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How the account is wanted to be when trading begins. What is not named stays as it is.
 *
 * @param positionMode one position in a derivative or two; null to leave it
 * @param leverage by symbol as the venue spells it, 1 to 125, in the order of the setting
 * @param isolated by symbol, whether its margin is isolated, or else cross; in the order of the setting
 */
public record AccountSetup(
        @Nullable PositionMode positionMode, Map<String, Integer> leverage, Map<String, Boolean> isolated) {
    /** The setting for leverage: symbols with their number, such as {@code BTCUSDT=5, ETHUSDT=3}. */
    public static final String LEVERAGE = "leverage";

    /** The setting for the position mode: {@code netting} or {@code hedging}. */
    public static final String POSITION_MODE = "position_mode";

    /** The setting for the margin of derivatives: {@code cross} or {@code isolated}; where each symbol has its own, also by symbol. */
    public static final String MARGIN = "derivatives_mode";

    /** All of these. */
    public static final List<String> SETTINGS = List.of(LEVERAGE, POSITION_MODE, MARGIN);

    private static final int MOST_LEVERAGE = 125;
    private static final Pattern COMMA = Pattern.compile("\\s*,\\s*");
    private static final Pattern EQUALS = Pattern.compile("\\s*=\\s*");

    /** Copies the maps. */
    public AccountSetup {
        leverage = Collections.unmodifiableMap(new LinkedHashMap<>(leverage));
        isolated = Collections.unmodifiableMap(new LinkedHashMap<>(isolated));
    }

    /**
     * What settings ask for at a venue whose orders say how they are margined.
     *
     * @throws IllegalArgumentException if a value is none that any venue takes
     */
    public static AccountSetup of(Map<String, String> settings) {
        return new AccountSetup(
                positionMode(text(settings, POSITION_MODE)),
                bySymbol(LEVERAGE, text(settings, LEVERAGE), "BTCUSDT=5, ETHUSDT=3", AccountSetup::number),
                Map.of());
    }

    /**
     * The same at a venue where each symbol has its margin mode. One word there holds for the symbols that {@value #LEVERAGE} names.
     *
     * @throws IllegalArgumentException if a value is none that any venue takes
     */
    public static AccountSetup withMarginBySymbol(Map<String, String> settings) {
        AccountSetup rest = of(settings);
        String text = text(settings, MARGIN);
        if (text.isEmpty() || text.contains("=")) {
            Map<String, Boolean> own =
                    bySymbol(MARGIN, text, "BTCUSDT=isolated, ETHUSDT=cross", AccountSetup::isIsolated);
            return new AccountSetup(rest.positionMode, rest.leverage, own);
        }
        boolean isIsolated = isIsolated("all", text);
        if (rest.leverage.isEmpty()) {
            throw new IllegalArgumentException(MARGIN + " '" + text + "' holds for the symbols that " + LEVERAGE
                    + " names, and there are none; write for example " + MARGIN + " = \"BTCUSDT=" + text + "\"");
        }
        Map<String, Boolean> isolated = new LinkedHashMap<>();
        rest.leverage.keySet().forEach(symbol -> isolated.put(symbol, isIsolated));
        return new AccountSetup(rest.positionMode, rest.leverage, isolated);
    }

    /**
     * Refuses these settings where there are no derivatives.
     *
     * @throws IllegalArgumentException if one of them is there
     */
    public static void requireNone(Map<String, String> settings, String venue) {
        for (String name : SETTINGS) {
            if (settings.containsKey(name)) {
                throw new IllegalArgumentException(
                        name + " has no effect on " + venue + ", which has no derivatives; leave it out");
            }
        }
    }

    /**
     * What is wrong with the symbols that are named; empty if the venue lists them all.
     *
     * @param isListed whether the venue lists a derivative by this symbol
     */
    public String unlisted(Predicate<String> isListed, String venue) {
        String ofLeverage = unlisted(LEVERAGE, leverage.keySet(), isListed, venue);
        return ofLeverage.isEmpty() ? unlisted(MARGIN, isolated.keySet(), isListed, venue) : ofLeverage;
    }

    private static String unlisted(String setting, Set<String> symbols, Predicate<String> isListed, String venue) {
        return symbols.stream()
                .filter(isListed.negate())
                .findFirst()
                .map(symbol -> setting + " names '" + symbol + "', and " + venue
                        + " lists no derivative of that name; write symbols as the venue does")
                .orElse("");
    }

    /** The word of the settings for a position mode. */
    public static String word(PositionMode mode) {
        return mode.name().toLowerCase(Locale.ROOT);
    }

    private static @Nullable PositionMode positionMode(String word) {
        return switch (word) {
            case "" -> null;
            case "netting" -> PositionMode.NETTING;
            case "hedging" -> PositionMode.HEDGING;
            default ->
                throw new IllegalArgumentException(
                        POSITION_MODE + " '" + word + "' is neither netting nor hedging; take one of them");
        };
    }

    private static boolean isIsolated(String symbol, String word) {
        return switch (word) {
            case "cross" -> false;
            case "isolated" -> true;
            default ->
                throw new IllegalArgumentException(
                        MARGIN + " '" + word + "' of " + symbol + " is neither cross nor isolated; take one of them");
        };
    }

    private static int number(String symbol, String text) {
        boolean isNumber = !text.isEmpty() && text.length() < 4 && text.chars().allMatch(c -> c >= '0' && c <= '9');
        int value = isNumber ? Integer.parseInt(text) : 0;
        if (value < 1 || value > MOST_LEVERAGE) {
            throw new IllegalArgumentException(LEVERAGE + " '" + text + "' of " + symbol
                    + " is no whole number from 1 to " + MOST_LEVERAGE + "; write such a one");
        }
        return value;
    }

    private static <T> Map<String, T> bySymbol(
            String setting, String text, String example, BiFunction<String, String, T> reader) {
        Map<String, T> values = new LinkedHashMap<>();
        for (String each : text.isEmpty() ? List.<String>of() : List.of(COMMA.split(text, -1))) {
            String[] parts = EQUALS.split(each, -1);
            if (parts.length != 2 || parts[0].isEmpty()) {
                throw new IllegalArgumentException(setting + " '" + each
                        + "' is not a symbol, '=' and a value; write for example " + setting + " = \"" + example
                        + "\"");
            }
            if (values.put(parts[0], reader.apply(parts[0], parts[1])) != null) {
                throw new IllegalArgumentException(setting + " names " + parts[0] + " twice; keep one of them");
            }
        }
        return values;
    }

    private static String text(Map<String, String> settings, String name) {
        return settings.getOrDefault(name, "").strip();
    }
}
