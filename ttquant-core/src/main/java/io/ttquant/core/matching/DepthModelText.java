package io.ttquant.core.matching;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the name of a depth model and its figures. */
final class DepthModelText {
    private static final Pattern WHOLE = Pattern.compile("[0-9]{1,7}");
    private static final Pattern DECIMAL = Pattern.compile("[0-9]{1,18}(\\.[0-9]{1,18})?");
    private static final Pattern WINDOW = Pattern.compile("([0-9]{1,9})([smhd])");

    private DepthModelText() {}

    static DepthModel parse(String text) {
        String[] parts = text.split(" ", -1);
        return switch (parts[0] + "/" + (parts.length - 1)) {
            case "next_tick/0" -> DepthModel.nextTick();
            case "unlimited/0" -> DepthModel.unlimited();
            case "fixed_spread/1" -> DepthModel.fixedSpread(whole(text, parts[1]));
            case "tiers/2" -> DepthModel.tiers(decimal(text, parts[1]).toPlainString(), whole(text, parts[2]));
            case "square_root/2" ->
                DepthModel.squareRoot(decimal(text, parts[1]).doubleValue(), window(text, parts[2]));
            default -> throw unknown(text);
        };
    }

    private static int whole(String text, String part) {
        if (!WHOLE.matcher(part).matches()) {
            throw unknown(text);
        }
        return Integer.parseInt(part);
    }

    private static BigDecimal decimal(String text, String part) {
        if (!DECIMAL.matcher(part).matches()) {
            throw unknown(text);
        }
        return new BigDecimal(part);
    }

    private static Duration window(String text, String part) {
        Matcher matcher = WINDOW.matcher(part);
        if (!matcher.matches()) {
            throw unknown(text);
        }
        long count = Long.parseLong(matcher.group(1));
        return switch (matcher.group(2)) {
            case "s" -> Duration.ofSeconds(count);
            case "m" -> Duration.ofMinutes(count);
            case "h" -> Duration.ofHours(count);
            default -> Duration.ofDays(count);
        };
    }

    private static IllegalArgumentException unknown(String text) {
        return new IllegalArgumentException("depth model '" + text + "' is not known; give next_tick, unlimited,"
                + " fixed_spread with its ticks as in 'fixed_spread 2', tiers with quantity and ticks as in 'tiers 0.5 1',"
                + " or square_root with coefficient and window as in 'square_root 1 1d'");
    }
}
