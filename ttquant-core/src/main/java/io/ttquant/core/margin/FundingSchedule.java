package io.ttquant.core.margin;

import io.ttquant.api.time.EpochNanos;
import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;

/**
 * The funding rates of one perpetual that are still to be settled. The rate in force for a settlement is the latest one that named it; each
 * settlement is taken once, however often updates name it.
 */
public final class FundingSchedule {
    private final TreeMap<Long, BigDecimal> rates = new TreeMap<>();
    private long settledThrough = Long.MIN_VALUE;
    private long nextNanos = EpochNanos.NEVER;

    /** A schedule without rates. */
    public FundingSchedule() {}

    /**
     * A rate was published.
     *
     * @param settlementNanos the settlement that it names, epoch nanoseconds
     * @return false if that settlement, or a later one, was taken before, so that the rate says nothing new
     */
    public boolean update(long settlementNanos, BigDecimal rate) {
        if (settlementNanos <= settledThrough) {
            return false;
        }
        rates.put(settlementNanos, rate);
        nextNanos = rates.firstKey();
        return true;
    }

    /** The next settlement, epoch nanoseconds; {@link EpochNanos#NEVER} if none is named. */
    public long nextNanos() {
        return nextNanos;
    }

    /**
     * Takes the next settlement.
     *
     * @return its rate, a fraction of position value; positive: longs pay
     * @throws IllegalStateException if there is none
     */
    public BigDecimal take() {
        Map.Entry<Long, BigDecimal> first = rates.pollFirstEntry();
        if (first == null) {
            throw new IllegalStateException("no settlement is named; ask nextNanos() first");
        }
        settledThrough = first.getKey();
        nextNanos = rates.isEmpty() ? EpochNanos.NEVER : rates.firstKey();
        return first.getValue();
    }
}
