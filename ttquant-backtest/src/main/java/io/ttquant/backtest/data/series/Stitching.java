package io.ttquant.backtest.data.series;

import io.ttquant.api.market.Instrument;
import io.ttquant.api.time.EpochNanos;
import io.ttquant.backtest.data.BarColumns;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Stitches dated contracts to one history.
 *
 * <pre>{@code
 * StitchedBars history = Stitching.of(continuous, march, june, september)
 *         .rollByVolume(Duration.ofDays(1))
 *         .adjusted(Adjustment.RATIO)
 *         .stitch();
 * history.rolls().forEach(System.out::println);
 * }</pre>
 *
 * <p>A roll uses what was known when it happens. Adjusted prices are for looking back, such as for indicators: older ones are not those at which
 * anybody traded. Unless adjusted, nothing is changed.
 */
public final class Stitching {
    private final Instrument continuous;
    private final List<BarColumns> contracts;
    private final RollRule rule;
    private final Adjustment adjustment;

    private Stitching(Instrument continuous, List<BarColumns> contracts, RollRule rule, Adjustment adjustment) {
        this.continuous = continuous;
        this.contracts = contracts;
        this.rule = rule;
        this.adjustment = adjustment;
    }

    /** Contracts in the order of their expiry. Each is followed when it ends unless a roll is stated. */
    public static Stitching of(Instrument continuous, BarColumns... contracts) {
        return of(continuous, List.of(contracts));
    }

    /**
     * Contracts in the order of their expiry. Each is followed when it ends unless a roll is stated.
     *
     * @param continuous the instrument of the history, with the scales of the contracts
     * @throws IllegalArgumentException if there is no contract, or their bars or scales differ
     */
    public static Stitching of(Instrument continuous, List<BarColumns> contracts) {
        if (contracts.isEmpty()) {
            throw new IllegalArgumentException("no contract to stitch; give the bars of at least one");
        }
        BarColumns first = contracts.get(0);
        for (BarColumns each : contracts) {
            if (!each.spec().equals(first.spec())) {
                throw new IllegalArgumentException(each.instrument() + " has " + each.spec() + " bars, and "
                        + first.instrument() + " has " + first.spec() + " bars; resample them to one length first");
            }
            boolean isSame = each.instrument().priceScale() == continuous.priceScale()
                    && each.instrument().quantityScale() == continuous.quantityScale();
            if (!isSame) {
                throw new IllegalArgumentException(each.instrument() + " and " + continuous
                        + " keep other decimals; give all the same tick and lot decimals");
            }
        }
        return new Stitching(
                continuous,
                List.copyOf(contracts),
                (index, front, next, after) -> front.size() == 0 ? after : front.tsClose(front.size() - 1),
                Adjustment.NONE);
    }

    /**
     * Rolls at these times, one less than there are contracts: a bar that starts then or later is the next contract's.
     *
     * @throws IllegalArgumentException if they are more or fewer
     */
    public Stitching rollAt(Instant... times) {
        if (times.length != contracts.size() - 1) {
            throw new IllegalArgumentException(contracts.size() + " contracts need " + (contracts.size() - 1)
                    + " rolls, and " + (times.length < contracts.size() ? "only " : "") + times.length
                    + " times are stated; state one time less than there are contracts");
        }
        return new Stitching(continuous, contracts, RollRule.at(List.of(times)), adjustment);
    }

    /**
     * Rolls after the first whole period, aligned to the epoch in UTC, in which more of the next contract was traded, and at the latest when a
     * contract ends. There is no way back.
     *
     * @throws IllegalArgumentException if the period is not above zero
     */
    public Stitching rollByVolume(Duration period) {
        if (period.isZero() || period.isNegative()) {
            throw new IllegalArgumentException(
                    "period " + period + " must be above zero; compare volumes of a day with Duration.ofDays(1)");
        }
        return new Stitching(continuous, contracts, RollRule.byVolume(period), adjustment);
    }

    /** What becomes of older prices. */
    public Stitching adjusted(Adjustment value) {
        return new Stitching(continuous, contracts, rule, value);
    }

    /**
     * The history.
     *
     * @throws IllegalArgumentException if rolls do not follow each other in time, two contracts whose prices are adjusted have no bar in
     *     common before their roll, or an adjusted price is not above zero
     */
    public StitchedBars stitch() {
        List<Roll> rolls = new ArrayList<>();
        long after = contracts.get(0).size() == 0 ? 0 : contracts.get(0).tsOpen(0);
        for (int i = 0; i + 1 < contracts.size(); i++) {
            Roll roll = roll(i, after);
            rolls.add(roll);
            after = roll.nanos();
        }
        BarColumns.Builder bars =
                BarColumns.builder(continuous, contracts.get(0).spec());
        for (int i = 0; i < contracts.size(); i++) {
            long from = i == 0 ? Long.MIN_VALUE : rolls.get(i - 1).nanos();
            long to = i == rolls.size() ? EpochNanos.NEVER : rolls.get(i).nanos();
            copy(contracts.get(i), from, to, rolls.subList(i, rolls.size()), bars);
        }
        return new StitchedBars(bars.build(), rolls, adjustment);
    }

    private Roll roll(int index, long after) {
        BarColumns front = contracts.get(index);
        BarColumns next = contracts.get(index + 1);
        long at = rule.next(index, front, next, after);
        if (at < after) {
            throw new IllegalArgumentException("the roll from " + front.instrument() + " to " + next.instrument()
                    + " at " + EpochNanos.format(at) + " comes before " + EpochNanos.format(after)
                    + ", when the contract began to be used; give contracts and rolls in the order of time");
        }
        int[] common = lastCommon(front, next, at);
        if (common.length == 0 && adjustment != Adjustment.NONE) {
            throw new IllegalArgumentException(front.instrument() + " and " + next.instrument()
                    + " have no bar in common before the roll at " + EpochNanos.format(at)
                    + ", so their prices cannot be compared; give bars of both up to it, or do not adjust");
        }
        return new Roll(
                at,
                front.instrument().id(),
                next.instrument().id(),
                common.length == 0 ? null : price(front.rawClose(common[0])),
                common.length == 0 ? null : price(next.rawClose(common[1])));
    }

    /** The last bars of both that end together until a time; empty if there are none. */
    private static int[] lastCommon(BarColumns front, BarColumns next, long until) {
        int i = front.size() - 1;
        int j = next.size() - 1;
        while (i >= 0 && j >= 0) {
            if (front.tsClose(i) > until || front.tsClose(i) > next.tsClose(j)) {
                i--;
            } else if (front.tsClose(i) < next.tsClose(j)) {
                j--;
            } else {
                return new int[] {i, j};
            }
        }
        return new int[0];
    }

    private BigDecimal price(long raw) {
        return BigDecimal.valueOf(raw, continuous.priceScale());
    }

    private void copy(BarColumns contract, long from, long to, List<Roll> later, BarColumns.Builder bars) {
        BigDecimal shift = BigDecimal.ZERO;
        BigDecimal factor = BigDecimal.ONE;
        for (Roll roll : later) {
            BigDecimal before = roll.fromPrice();
            BigDecimal behind = roll.toPrice();
            if (before != null && behind != null) {
                shift = shift.add(behind.subtract(before));
                factor = factor.multiply(behind.divide(before, MathContext.DECIMAL128));
            }
        }
        for (int i = 0; i < contract.size(); i++) {
            if (contract.tsOpen(i) >= from && contract.tsOpen(i) < to) {
                bars.add(
                        contract.tsOpen(i),
                        contract.tsClose(i),
                        adjust(contract.rawOpen(i), shift, factor, contract, i),
                        adjust(contract.rawHigh(i), shift, factor, contract, i),
                        adjust(contract.rawLow(i), shift, factor, contract, i),
                        adjust(contract.rawClose(i), shift, factor, contract, i),
                        contract.rawVolume(i));
            }
        }
    }

    private long adjust(long raw, BigDecimal shift, BigDecimal factor, BarColumns contract, int bar) {
        BigDecimal adjusted = switch (adjustment) {
            case NONE -> price(raw);
            case DIFFERENCE -> price(raw).add(shift);
            case RATIO -> price(raw).multiply(factor);
        };
        long rounded = adjusted.setScale(continuous.priceScale(), RoundingMode.HALF_EVEN)
                .unscaledValue()
                .longValueExact();
        if (rounded <= 0) {
            throw new IllegalArgumentException("the price " + price(raw).toPlainString() + " of "
                    + contract.instrument() + " at " + EpochNanos.format(contract.tsOpen(bar)) + " becomes "
                    + adjusted.toPlainString() + " when it is adjusted by " + adjustment
                    + ", and prices are above zero; adjust by RATIO, or with a finer tick");
        }
        return rounded;
    }
}
