package io.ttquant.exchanges.emulator.exchange;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.LongUnaryOperator;
import org.jspecify.annotations.Nullable;

/** Trades by the minute, kept for 90 days. */
final class Candles {
    static final long MINUTE = 60_000_000_000L;
    private static final int MOST = 90 * 24 * 60;

    private final NavigableMap<Long, Candle> minutes = new TreeMap<>();

    void add(Trade trade) {
        minutes.merge(Math.floorDiv(trade.time(), MINUTE) * MINUTE, of(trade), Candles::join);
        if (minutes.size() > MOST) {
            minutes.pollFirstEntry();
        }
    }

    /** Puts a candle of a recording in. */
    void put(Candle candle) {
        minutes.put(candle.openTime(), candle);
    }

    /** The candle that starts there: of its trades, or flat at the close before; null before the first trade. */
    @Nullable
    Candle minute(long open) {
        Map.Entry<Long, Candle> entry = minutes.floorEntry(open);
        if (entry == null) {
            return null;
        }
        return entry.getKey() == open
                ? entry.getValue()
                : flat(open, entry.getValue().close());
    }

    /** Candles of any interval from minutes: {@code openOf} gives the start of the interval that a moment is in. */
    List<Candle> intervals(LongUnaryOperator openOf, long from, long until) {
        List<Candle> found = new ArrayList<>();
        if (minutes.isEmpty()) {
            return found;
        }
        long start = Math.max(Math.floorDiv(from, MINUTE) * MINUTE, minutes.firstKey());
        for (long open = start; open <= until; open += MINUTE) {
            Candle minute = minute(open);
            if (minute != null) {
                append(found, minute, openOf.applyAsLong(open));
            }
        }
        return found;
    }

    private static void append(List<Candle> found, Candle minute, long open) {
        int last = found.size() - 1;
        if (last >= 0 && found.get(last).openTime() == open) {
            found.set(last, join(found.get(last), minute));
        } else {
            found.add(moved(minute, open));
        }
    }

    private static Candle of(Trade trade) {
        boolean isBuy = trade.takerSide() == Side.BUY;
        BigDecimal price = trade.price();
        return new Candle(
                Math.floorDiv(trade.time(), MINUTE) * MINUTE,
                price,
                price,
                price,
                price,
                trade.quantity(),
                trade.value(),
                1,
                isBuy ? trade.quantity() : BigDecimal.ZERO,
                isBuy ? trade.value() : BigDecimal.ZERO);
    }

    private static Candle join(Candle first, Candle second) {
        return new Candle(
                first.openTime(),
                first.open(),
                Decimals.max(first.high(), second.high()),
                Decimals.min(first.low(), second.low()),
                second.close(),
                first.volume().add(second.volume()),
                first.value().add(second.value()),
                first.trades() + second.trades(),
                first.takerBuyVolume().add(second.takerBuyVolume()),
                first.takerBuyValue().add(second.takerBuyValue()));
    }

    private static Candle flat(long open, BigDecimal price) {
        BigDecimal none = BigDecimal.ZERO;
        return new Candle(open, price, price, price, price, none, none, 0, none, none);
    }

    private static Candle moved(Candle candle, long open) {
        return new Candle(
                open,
                candle.open(),
                candle.high(),
                candle.low(),
                candle.close(),
                candle.volume(),
                candle.value(),
                candle.trades(),
                candle.takerBuyVolume(),
                candle.takerBuyValue());
    }
}
