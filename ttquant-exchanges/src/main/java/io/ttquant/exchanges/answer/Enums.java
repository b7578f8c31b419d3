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

    /** Long or short, in any case; anything else is the net position. */
    public static PositionSide positionSide(String word) {
        return switch (word.toUpperCase(Locale.ROOT)) {
            case "LONG" -> PositionSide.LONG;
            case "SHORT" -> PositionSide.SHORT;
            default -> PositionSide.NET;
        };
    }
}
