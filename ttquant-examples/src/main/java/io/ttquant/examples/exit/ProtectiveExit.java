package io.ttquant.examples.exit;

import io.ttquant.api.account.Position;

/**
 * Stop-loss and take-profit of a long position as percentages of its average price. It only says when; the strategy sends the one exit order.
 *
 * @param stopLossPercent how far below the average price to give up; 0 = never
 * @param takeProfitPercent how far above it to take the profit; 0 = never
 */
public record ProtectiveExit(double stopLossPercent, double takeProfitPercent) {
    /** Why to leave a position. */
    public enum Signal {
        /** Stay. */
        NONE,
        /** The loss is at its limit. */
        STOP_LOSS,
        /** The profit is reached. */
        TAKE_PROFIT
    }

    /**
     * Judges a position at a price.
     *
     * @param price the price now, above zero
     */
    public Signal judge(Position position, double price) {
        if (!position.isLong()) {
            return Signal.NONE;
        }
        double change = 100 * (price / position.averagePrice() - 1);
        if (stopLossPercent > 0 && change <= -stopLossPercent) {
            return Signal.STOP_LOSS;
        }
        return takeProfitPercent > 0 && change >= takeProfitPercent ? Signal.TAKE_PROFIT : Signal.NONE;
    }
}
