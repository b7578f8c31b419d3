package io.ttquant.exchanges.emulator.exchange;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A trigger at work. */
final class Watch {
    final long id;
    final Trigger trigger;
    final Runnable fire;
    private boolean isActive;
    private @Nullable BigDecimal best;

    Watch(long id, Trigger trigger, Runnable fire) {
        this.id = id;
        this.trigger = trigger;
        this.fire = fire;
        isActive = trigger.trail() != null && trigger.price() == null;
    }

    /** Takes a price in and says whether the trigger fires. */
    boolean fires(BigDecimal price) {
        if (trigger.trail() == null) {
            return isReached(price, trigger.price());
        }
        if (!isActive) {
            // A trail that sells starts when the price has risen to the activation, one that buys when it has fallen to
            // it.
            isActive = trigger.rising() ? !Decimals.isAbove(price, level()) : !Decimals.isBelow(price, level());
        }
        if (!isActive) {
            return false;
        }
        BigDecimal known = best;
        boolean isBetter =
                known == null || (trigger.rising() ? Decimals.isBelow(price, known) : Decimals.isAbove(price, known));
        best = isBetter ? price : known;
        return isReached(price, trailLevel());
    }

    /** Where a trail fires now; null before it is active. */
    @Nullable
    BigDecimal trailLevel() {
        BigDecimal from = best;
        BigDecimal trail = trigger.trail();
        if (from == null || trail == null) {
            return null;
        }
        BigDecimal distance = trigger.trailIsRatio() ? from.multiply(trail) : trail;
        return Decimals.plain(trigger.rising() ? from.add(distance) : from.subtract(distance));
    }

    private BigDecimal level() {
        return trigger.price() == null ? BigDecimal.ZERO : trigger.price();
    }

    private boolean isReached(BigDecimal price, @Nullable BigDecimal level) {
        return level != null && (trigger.rising() ? !Decimals.isBelow(price, level) : !Decimals.isAbove(price, level));
    }
}
