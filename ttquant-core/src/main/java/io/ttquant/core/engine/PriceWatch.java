package io.ttquant.core.engine;

import io.ttquant.core.portfolio.InstrumentMark;
import io.ttquant.core.portfolio.PositionState;
import java.util.ArrayList;
import java.util.List;

/**
 * Keeps when an instrument's last price was made, and the nearest prices at which one of its positions is closed. There is one only if a risk rule
 * asks for it.
 */
final class PriceWatch {
    private final RiskControl control;
    private final InstrumentChannel channel;
    private final InstrumentMark mark;
    private final List<PositionGuard> guards = new ArrayList<>();
    private long priceNanos = Long.MIN_VALUE;
    private long rawLow;
    private long rawHigh = Long.MAX_VALUE;

    PriceWatch(RiskControl control, InstrumentChannel channel, InstrumentMark mark) {
        this.control = control;
        this.channel = channel;
        this.mark = mark;
    }

    /** When an instrument's last price was made, epoch nanoseconds; {@link Long#MIN_VALUE} if no risk rule asks. */
    static long nanosOf(InstrumentChannel channel) {
        PriceWatch watch = channel.watch();
        return watch == null ? Long.MIN_VALUE : watch.priceNanos;
    }

    /** The price by which the instrument is valued, at its price scale; 0 before the first one. */
    long rawMark() {
        return mark.raw();
    }

    /** A trade, a quote or a mark price. */
    void priced(long tsEvent) {
        priceNanos = tsEvent;
        control.handled().is(tsEvent);
        look();
    }

    /**
     * A bar; one that we made ourselves brings no price that was not seen before. One of ticks is no older than they are, while a source may send
     * its own bars late, and what is made of these is as late.
     */
    void closed(boolean isPrice, boolean isOfTicks, long tsEvent) {
        if (isOfTicks) {
            control.handled().is(tsEvent);
        } else {
            control.handled().isBar(tsEvent);
        }
        if (isPrice) {
            priceNanos = tsEvent;
            look();
        }
    }

    private void look() {
        GuardDesk desk = control.guards();
        if (desk != null) {
            desk.marked(channel, this);
        }
    }

    boolean isReached(long rawPrice) {
        return rawPrice <= rawLow || rawPrice >= rawHigh;
    }

    List<PositionGuard> guards() {
        return guards;
    }

    PositionGuard guard(StrategySlot slot, PositionState position) {
        for (PositionGuard known : guards) {
            if (known.position == position) {
                return known;
            }
        }
        PositionGuard made = new PositionGuard(slot, position.side(), position);
        guards.add(made);
        return made;
    }

    /** Takes the nearest prices of all positions. */
    void aim() {
        rawLow = 0;
        rawHigh = Long.MAX_VALUE;
        for (PositionGuard guard : guards) {
            rawLow = Math.max(rawLow, guard.exits.rawLow());
            rawHigh = Math.min(rawHigh, guard.exits.rawHigh());
        }
    }
}
