package io.ttquant.backtest.statistics;

import io.ttquant.api.market.Instrument;
import io.ttquant.api.market.InstrumentId;
import io.ttquant.api.order.Fill;
import io.ttquant.api.order.PositionSide;
import io.ttquant.api.order.Side;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How long something was held.
 *
 * @param heldNanos time during which at least one strategy held at least one lot of at least one instrument
 * @param wholeNanos the whole time
 */
public record Exposure(long heldNanos, long wholeNanos) {
    private record Key(String strategyId, InstrumentId instrument, PositionSide side) {}

    /**
     * Follows the positions through fills.
     *
     * @param fills fills in the order of time
     * @param startNanos when the time that counts starts, epoch nanoseconds
     * @param endNanos when it ends
     */
    public static Exposure of(List<Fill> fills, long startNanos, long endNanos) {
        Map<Key, Long> held = new HashMap<>();
        int open = 0;
        long since = startNanos;
        long sum = 0;
        for (Fill fill : fills) {
            Key key = new Key(
                    fill.order().strategyId(),
                    fill.instrument().id(),
                    fill.order().request().positionSide());
            long before = held.getOrDefault(key, 0L);
            long change = RoundTrips.rawChange(fill);
            long after = before + (fill.side() == Side.BUY ? change : -change);
            held.put(key, after);
            long now = Math.min(Math.max(fill.tsEvent(), startNanos), endNanos);
            sum += open > 0 ? now - since : 0;
            since = now;
            open += isHeld(fill.instrument(), after) - isHeld(fill.instrument(), before);
        }
        return new Exposure(sum + (open > 0 ? endNanos - since : 0), endNanos - startNanos);
    }

    private static int isHeld(Instrument instrument, long rawQuantity) {
        return Math.abs(rawQuantity) >= instrument.rawLot() ? 1 : 0;
    }

    /** Time held ÷ whole time; NaN for no time. */
    public double ratio() {
        return wholeNanos <= 0 ? Double.NaN : (double) heldNanos / wholeNanos;
    }
}
