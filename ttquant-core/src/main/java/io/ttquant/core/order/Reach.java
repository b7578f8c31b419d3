package io.ttquant.core.order;

import io.ttquant.api.market.Instrument;
import io.ttquant.core.portfolio.InstrumentMark;

/**
 * How far a position can go both ways, whatever fills of its open orders come and in whatever order, at the instrument's quantity scale: how far
 * short, and how far long. A risk limit that holds for both holds whatever happens.
 */
public final class Reach {
    private final Instrument instrument;
    private final InstrumentMark mark;
    private final ReachList list;
    private long rawLow;
    private long rawHigh;
    private int openOrders;

    /** Where it stands in its list; -1 while it is in none. */
    int place = -1;

    /**
     * Of a flat position without orders.
     *
     * @param mark tells the price of the instrument
     * @param list keeps those that are not flat
     */
    public Reach(Instrument instrument, InstrumentMark mark, ReachList list) {
        this.instrument = instrument;
        this.mark = mark;
        this.list = list;
    }

    /** The instrument. */
    public Instrument instrument() {
        return instrument;
    }

    /** The price by which the instrument is valued now, at its price scale; 0 before the first one. */
    public long rawMark() {
        return mark.raw();
    }

    /** The list of its strategy's or account's positions. */
    public ReachList list() {
        return list;
    }

    /** The lowest that the position can become; 0 if it cannot become short. */
    public long rawLow() {
        return rawLow;
    }

    /** The highest that the position can become; 0 if it cannot become long. */
    public long rawHigh() {
        return rawHigh;
    }

    /** The furthest from flat that it can become, either way; never negative. */
    public long rawFurthest() {
        return Math.max(-rawLow, rawHigh);
    }

    /** Number of open orders. */
    public int openOrders() {
        return openOrders;
    }

    /** True if there is no position and no order can make one. */
    public boolean isFlat() {
        return rawLow == 0 && rawHigh == 0;
    }

    void count(int orders) {
        openOrders += orders;
        list.count(orders);
    }

    void move(long lowChange, long highChange) {
        rawLow = Math.addExact(rawLow, lowChange);
        rawHigh = Math.addExact(rawHigh, highChange);
        if (isFlat() != place < 0) {
            list.toggle(this);
        }
    }
}
