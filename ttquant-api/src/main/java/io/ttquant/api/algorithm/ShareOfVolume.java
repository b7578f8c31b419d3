package io.ttquant.api.algorithm;

import io.ttquant.api.market.Instrument;
import io.ttquant.api.money.Decimals;
import io.ttquant.api.order.Order;
import io.ttquant.api.order.OrderEvent;
import io.ttquant.api.order.OrderStatus;
import io.ttquant.api.strategy.AlgorithmContext;
import io.ttquant.api.strategy.ExecutionAlgorithm;
import io.ttquant.api.time.TimerEvent;
import java.math.BigDecimal;
import java.time.Duration;

/**
 * A share of what the market trades, also known as percentage of volume (POV): once an interval, so much is sent that what is filled and open is the share of
 * what was traded since the start, floored to the lot. Less than the instrument's minimum is not sent alone, but waits, and a rest that could not be sent alone
 * goes with the child before it.
 *
 * <p>What the market trades is {@link io.ttquant.api.strategy.MarketView#traded()}. On a real exchange our own fills are part of it. It has no end in time:
 * cancel the execution where there is one. It ends by itself once all is filled, or if a child is refused.
 */
public final class ShareOfVolume implements ExecutionAlgorithm {
    private static final String LOOK = "look";

    private final BigDecimal share;
    private final Duration interval;
    private double tradedBefore;

    private ShareOfVolume(BigDecimal share, Duration interval) {
        this.share = share;
        this.interval = interval;
    }

    /**
     * A share of the volume, looked at once an interval.
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
        return new ShareOfVolume(parsed, interval);
    }

    @Override
    public String name() {
        return "share";
    }

    @Override
    public void onStart(AlgorithmContext work) {
        tradedBefore = work.market().traded();
        work.timers().every(LOOK, interval);
    }

    @Override
    public void onTimer(AlgorithmContext work, TimerEvent timer) {
        if (work.rawRemaining() == 0) {
            if (work.rawWorking() == 0) {
                work.finish("nothing is left to reduce");
            }
            return;
        }
        Instrument i = work.instrument();
        long least = Math.max(i.rawLot(), i.filters().rawMinQuantity());
        long due = Math.min(work.rawRemaining(), rawTarget(work) - work.rawFilled() - work.rawWorking());
        if (due >= least) {
            long after = work.rawRemaining() - due;
            work.child(after > 0 && after < least ? work.rawRemaining() : due).submit();
        }
    }

    /** What should be filled or open by now, in whole lots; at most all of it. */
    private long rawTarget(AlgorithmContext work) {
        double traded = Math.max(0, work.market().traded() - tradedBefore);
        double target = traded * share.doubleValue();
        long total = work.instruction().rawQuantity();
        if (target >= work.instrument().quantity(total)) {
            return total;
        }
        return target > 0 ? work.instrument().rounding().floorToLot(BigDecimal.valueOf(target)) : 0;
    }

    @Override
    public void onOrder(AlgorithmContext work, OrderEvent event) {
        Order child = event.order();
        if (child.status() == OrderStatus.DENIED || child.status() == OrderStatus.REJECTED) {
            work.finish("child " + child.clientId() + " is " + child.status());
        }
    }
}
