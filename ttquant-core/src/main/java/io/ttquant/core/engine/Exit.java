package io.ttquant.core.engine;

import io.ttquant.api.market.Instrument;
import io.ttquant.api.order.PositionSide;
import io.ttquant.api.order.Side;
import io.ttquant.api.time.EpochNanos;
import io.ttquant.core.order.TrackedOrder;
import io.ttquant.core.portfolio.PositionState;
import io.ttquant.core.risk.Guard;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A position that the engine is closing: one order at a time, again with the rest, later each time that nothing was filled. */
final class Exit {
    private static final Logger LOG = LoggerFactory.getLogger(Exit.class);

    static final long FIRST_WAIT = EpochNanos.SECOND;
    static final long LONGEST_WAIT = 64 * EpochNanos.SECOND;

    final StrategySlot slot;
    final InstrumentChannel channel;
    final PositionSide side;
    final Guard guard;
    final String message;

    @Nullable
    TrackedOrder order;

    /** What is still to be closed; an exit of one position does not close what the strategy buys afterwards. */
    private long rawLeft;

    /** 1 if a long position is to be closed, -1 if a short one. */
    private int sign;

    /** Whether it ends where there is nothing to sell, since what was sold before it began is owed to nobody. */
    private boolean isSaleOnly;

    private boolean isShort;

    /** Whether an order of it goes out, or went out last, that the exchange does not hold to what is left of the position. */
    boolean isNetted;

    /** Nothing is sent before, epoch nanoseconds. */
    long dueNanos;

    /** Whether an order was sent; before that it waits for the strategy's own orders to end. */
    boolean wasSent;

    private long waitNanos = FIRST_WAIT;
    private boolean isTold;

    Exit(StrategySlot slot, InstrumentChannel channel, PositionSide side, Guard guard, String message) {
        this.slot = slot;
        this.channel = channel;
        this.side = side;
        this.guard = guard;
        this.message = message;
        this.rawLeft = Long.MAX_VALUE;
        keepToWhatIsHeld();
    }

    PositionState position() {
        return channel.positions().of(slot, side);
    }

    /** The quantity to close now, in whole lots; what is below one cannot be traded. */
    long rawTradable() {
        if (isNothingToSell()) {
            return 0;
        }
        if (!isUntilFlat() && Long.signum(position().rawQuantity()) != sign) {
            // An order of the strategy's own that could not be cancelled any more has turned it.
            return 0;
        }
        return rawInLots(Math.min(Math.abs(position().rawQuantity()), rawLeft));
    }

    /** True if the position is closed by buying, and it is one of those that are only sold. */
    boolean isNothingToSell() {
        return isSaleOnly && position().rawQuantity() < 0;
    }

    long rawInLots(long rawQuantity) {
        long lot = channel.instrument().rawLot();
        return rawQuantity / lot * lot;
    }

    Side closingSide() {
        return position().rawQuantity() > 0 ? Side.SELL : Side.BUY;
    }

    /** The account has, or had, fewer free coins than were to be sold: of these, what others hold is left to them. */
    boolean isShort() {
        return isShort;
    }

    /** It is so. */
    void noteShort(long rawOwn, long rawWanted) {
        Instrument i = channel.instrument();
        if (!isShort) {
            LOG.warn(
                    "{} of strategy {} is to sell {} {}, and {} are free that nobody else holds",
                    guard,
                    slot.id,
                    i.formatQuantity(rawWanted),
                    i,
                    i.formatQuantity(rawOwn));
        }
        isShort = true;
    }

    /** Coins of its own may come back. */
    void waitForCoins(long nowNanos) {
        dueNanos = Math.addExact(nowNanos, FIRST_WAIT);
    }

    /** Orders that are still open could take the position past a limit if it were closed: they have to end first. */
    void waitForRoom(long nowNanos) {
        if (!isTold) {
            LOG.info(
                    "{} of strategy {} in {} waits: what is open could take the position past its limit on the other side",
                    guard,
                    slot.id,
                    channel.instrument());
        }
        isTold = true;
        dueNanos = Math.addExact(nowNanos, FIRST_WAIT);
    }

    /** What is left is less than the exchange takes. */
    void leaveDust(long rawQuantity) {
        LOG.warn(
                "{} of strategy {} leaves {} of {}: that is less than the smallest order its exchange takes",
                guard,
                slot.id,
                channel.instrument().formatQuantity(rawQuantity),
                channel.instrument());
    }

    boolean isOf(StrategySlot who, InstrumentChannel where, PositionSide which) {
        return slot == who && channel == where && side == which;
    }

    /** Closes no more than what is held now. */
    void keepToWhatIsHeld() {
        long filled = order == null ? 0 : order.rawFilled();
        rawLeft = Math.min(rawLeft, Math.addExact(Math.abs(position().rawQuantity()), filled));
        sign = Long.signum(position().rawQuantity());
    }

    /**
     * Goes on whatever is added meanwhile.
     *
     * @param onlySells whether it buys nothing back
     */
    void goOnUntilFlat(boolean onlySells) {
        rawLeft = Long.MAX_VALUE;
        isSaleOnly = onlySells;
    }

    private boolean isUntilFlat() {
        return rawLeft == Long.MAX_VALUE;
    }

    /** What its last order was refused for may be over: it need not wait any longer. */
    void wake(long nowNanos) {
        if (order == null && wasSent) {
            waitNanos = FIRST_WAIT;
            dueNanos = Math.min(dueNanos, nowNanos);
        }
    }

    /** Its order is closed. */
    void ended(TrackedOrder closed, long nowNanos) {
        order = null;
        if (!isUntilFlat()) {
            rawLeft -= closed.rawFilled();
        }
        if (closed.rawLeaves() == 0) {
            waitNanos = FIRST_WAIT;
            dueNanos = nowNanos;
            return;
        }
        if (closed.rawFilled() > 0) {
            waitNanos = FIRST_WAIT;
        }
        dueNanos = Math.addExact(nowNanos, waitNanos);
        waitNanos = Math.min(LONGEST_WAIT, waitNanos * 2);
    }
}
