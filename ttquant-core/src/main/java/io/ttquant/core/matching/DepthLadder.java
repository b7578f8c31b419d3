package io.ttquant.core.matching;

import io.ttquant.api.market.Instrument;
import java.util.Arrays;

/** The levels that a {@link DepthModel} lays out for one taker, the best first. */
public final class DepthLadder implements Offers {
    /** So much that no order asks for more, and so little that sums of it do not overflow. */
    private static final long PLENTY = Long.MAX_VALUE / 4;

    private final Instrument instrument;
    private long[] prices = new long[32];
    private long[] quantities = new long[32];
    private int size;
    private boolean isBuy;
    private long rawFrom;
    private long lastTicks;

    DepthLadder(Instrument instrument) {
        this.instrument = instrument;
    }

    void start(boolean forBuy, long rawPrice) {
        size = 0;
        isBuy = forBuy;
        rawFrom = rawPrice;
        lastTicks = 0;
    }

    /**
     * Adds a level. The quantity is floored to the lot; a level with nothing is left out. A sell's price ends at one tick.
     *
     * @param ticksWorse how many ticks worse for the taker than the price that was asked about; not less than the level before
     * @param rawQuantity not negative
     * @throws IllegalArgumentException if it is better than the level before, or the quantity is negative
     */
    public void level(long ticksWorse, long rawQuantity) {
        if (ticksWorse < lastTicks || rawQuantity < 0) {
            throw new IllegalArgumentException("depth level of " + rawQuantity + " at " + ticksWorse + " ticks for "
                    + instrument + ": quantities must not be negative, and levels must come from the best ("
                    + lastTicks + " ticks so far) to the worst");
        }
        lastTicks = ticksWorse;
        long quantity = Math.min(rawQuantity, PLENTY);
        quantity -= quantity % instrument.rawLot();
        if (quantity > 0) {
            add(rawPrice(ticksWorse), quantity);
        }
    }

    /** Adds a level where there is enough for everyone. */
    public void rest(long ticksWorse) {
        level(ticksWorse, PLENTY);
    }

    private long rawPrice(long ticksWorse) {
        long distance = Math.multiplyExact(ticksWorse, instrument.rawTick());
        return isBuy ? Math.addExact(rawFrom, distance) : Math.max(instrument.rawTick(), rawFrom - distance);
    }

    private void add(long rawPrice, long rawQuantity) {
        if (size == prices.length) {
            prices = Arrays.copyOf(prices, size * 2);
            quantities = Arrays.copyOf(quantities, size * 2);
        }
        prices[size] = rawPrice;
        quantities[size++] = rawQuantity;
    }

    /** Takes off the best levels what was taken before. */
    void skip(long rawTaken) {
        long left = rawTaken;
        for (int level = 0; level < size && left > 0; level++) {
            long part = Math.min(left, quantities[level]);
            quantities[level] -= part;
            left -= part;
        }
    }

    @Override
    public int depth() {
        return size;
    }

    @Override
    public long rawPrice(int level) {
        return prices[level];
    }

    @Override
    public long rawAvailable(int level) {
        return quantities[level];
    }

    @Override
    public void consume(int level, long rawQuantity) {
        quantities[level] -= rawQuantity;
    }
}
