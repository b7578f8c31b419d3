package io.ttquant.exchanges.answer;

import io.ttquant.api.order.PositionSide;
import io.ttquant.api.order.Side;
import java.util.Locale;

/** Words that both venues use. */
public final class Enums {
    private Enums() {}

    /**
     * Buy or sell, in any case.
     *
     * @throws Unreadable if it is neither
     */
    public static Side side(String word) {
        return switch (word.toUpperCase(Locale.ROOT)) {
            case "BUY" -> Side.BUY;
            case "SELL" -> Side.SELL;
            default -> throw new Unreadable("'" + word + "' is neither buy nor sell");
        };
    }

    /**
     * Long or short, in any case; the net position for {@code net}, {@code both}, or nothing.
     *
     * @throws Unreadable if it is another word, since the sign of a position hangs on it
     */
    public static PositionSide positionSide(String word) {
        return switch (word.toUpperCase(Locale.ROOT)) {
            case "LONG" -> PositionSide.LONG;
            case "SHORT" -> PositionSide.SHORT;
            case "", "NET", "BOTH" -> PositionSide.NET;
            default -> throw new Unreadable("'" + word + "' is none of long, short, net and both");
        };
    }
}
