package io.ttquant.api.algorithm;

import io.ttquant.api.market.Instrument;
import io.ttquant.api.market.OrderFilters;
import io.ttquant.api.money.Decimals;
import io.ttquant.api.order.Order;
import io.ttquant.api.order.OrderEvent;
import io.ttquant.api.order.OrderStatus;
import io.ttquant.api.strategy.AlgorithmContext;
import io.ttquant.api.strategy.ExecutionAlgorithm;
import io.ttquant.api.time.EpochNanos;
import io.ttquant.api.time.TimerEvent;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A share of what the market trades, also known as percentage of volume (POV) or participation: once an interval, so much is sent that what is filled and open is the
 * share of what was traded since the start, floored to the lot. It is never more, to the last child.
 *
 * <p>A child is as large as the venue's minimum of quantity and of value at least, and as its maximum at most. What is below the minimum waits; and of a child that
 * would leave less than the minimum so much is kept back that the rest can be sent, once its share was traded.
 *
 * <p>What the market trades is {@link io.ttquant.api.strategy.MarketView#rawTraded()}. Where only bars are seen it grows when they close, so an interval below theirs
 * brings nothing. In a simulated market the recorded trades are those of others: what it fills is the share of theirs. On a real exchange our own fills are
 * trades of the market too, once they were made: what it fills is the share of all, and share / (1 - share) of what others trade. A share of 1 would there follow itself.
 *
 * <p>It ends once all is filled, at its {@link #until end} if it has one, if a child is refused, or when what is left can no longer be sent. Its open children are
 * cancelled then. One instance works one order.
 */
public final class ShareOfVolume implements ExecutionAlgorithm {
    private static final String LOOK = "look";
    private static final String END = "end";

    private final BigDecimal share;
    private final Duration interval;
    private final @Nullable Instant end;
    private long rawTradedBefore;

    private ShareOfVolume(BigDecimal share, Duration interval, @Nullable Instant end) {
        this.share = share;
        this.interval = interval;
        this.end = end;
    }

    /**
     * A share of the volume, looked at once an interval, without an end in time.
     *
     * @param share of the quantity that the market trades, such as {@code 0.1}; above 0 to 1
     * @param interval how often to look
     * @throws IllegalArgumentException if the share is out of its range, or the interval is not above zero
     */
    public static ShareOfVolume of(String share, Duration interval) {
        BigDecimal parsed = Decimals.parse(share);
        if (parsed.signum() <= 0 || parsed.compareTo(BigDecimal.ONE) > 0) {
            throw new IllegalArgumentException(
                    "a share of " + share + " of the volume must be above 0 and at most 1; give 0.1 for a tenth");
        }
        if (interval.isNegative() || interval.isZero()) {
            throw new IllegalArgumentException(
                    "a share of the volume every " + interval + " never looks; give an interval above zero");
        }
        return new ShareOfVolume(parsed, interval, null);
    }

    /**
     * The same, with an end: then nothing more is sent, and what is open is cancelled. With one that is not after the start nothing is sent at all.
     *
     * @throws ArithmeticException if it does not fit the nanoseconds of the epoch, years 1677 to 2262
     */
    public ShareOfVolume until(Instant end) {
        EpochNanos.of(end);
        return new ShareOfVolume(share, interval, end);
    }

    @Override
    public String name() {
        return "share";
    }

    @Override
    public void onStart(AlgorithmContext work) {
        rawTradedBefore = work.market().rawTraded();
        if (end != null) {
            // Set before the looks, so that it comes before one of the same instant.
            work.timers().at(END, EpochNanos.of(end));
        }
        work.timers().every(LOOK, interval);
    }

    @Override
    public void onTimer(AlgorithmContext work, TimerEvent timer) {
        if (timer.name().equals(END)) {
            Instrument i = work.instrument();
            work.finish("its end " + end + " came when " + i.formatQuantity(work.rawFilled()) + " of "
                    + i.formatQuantity(work.instruction().rawQuantity()) + " were filled");
        } else {
            look(work);
        }
    }

    private void look(AlgorithmContext work) {
        long rest = work.rawRemaining();
        long least = LeastChild.rawOf(work);
        if (rest >= least) {
            long due = rawDue(work, rest, least);
            if (due >= least) {
                work.child(due).submit();
            }
        } else if (work.rawWorking() == 0) {
            work.finish(whyNoMore(work.instrument(), rest));
        }
    }

    private static String whyNoMore(Instrument i, long rest) {
        return rest == 0
                ? "nothing is left to reduce"
                : "what is left, " + i.formatQuantity(rest) + ", is below the smallest order of " + i;
    }

    /** What to send now, in whole lots, so that the rest is nothing or can be sent too. */
    private long rawDue(AlgorithmContext work, long rest, long least) {
        long allowed = Math.min(rawTarget(work) - work.rawFilled() - work.rawWorking(), rawMost(work));
        long due = allowed >= rest ? rest : Math.min(allowed, rest - least);
        return floorToLot(due, work.instrument());
    }

    private static long rawMost(AlgorithmContext work) {
        OrderFilters filters = work.instrument().filters();
        return work.instruction().rawPrice() > 0 ? filters.rawMaxQuantity() : filters.rawMaxMarketQuantity();
    }

    /** What may be filled or open by now, in whole lots; at most all of it. */
    private long rawTarget(AlgorithmContext work) {
        BigDecimal traded = BigDecimal.valueOf(work.market().rawTraded() - rawTradedBefore);
        BigDecimal total = BigDecimal.valueOf(work.instruction().rawQuantity());
        return floorToLot(share.multiply(traded).min(total).longValue(), work.instrument());
    }

    private static long floorToLot(long raw, Instrument i) {
        return raw - Math.floorMod(raw, i.rawLot());
    }

    @Override
    public void onOrder(AlgorithmContext work, OrderEvent event) {
        Order child = event.order();
        if (child.status() == OrderStatus.DENIED || child.status() == OrderStatus.REJECTED) {
            work.finish("child " + child.clientId() + " is " + child.status());
        }
    }
}
