package io.ttquant.core.matching;

import io.ttquant.api.market.Instrument;
import io.ttquant.api.order.FillReason;
import io.ttquant.api.order.OrderType;
import org.jspecify.annotations.Nullable;

/**
 * Takers on the ladder of a {@link DepthModel}, with what they took of it since it was renewed. For {@link DepthModel#nextTick} it is not used,
 * because the matching itself does that, faster.
 */
final class SyntheticDepth {
    private final SimulatedMarket market;
    private final Instrument instrument;
    private final DepthModel model;
    private final Executions executions;
    private final TakerWalk walk;
    private final DepthLadder ladder;
    private final @Nullable RecentActivity activity;
    private final boolean isUsed;
    private long takenByBuys;
    private long takenBySells;

    SyntheticDepth(SimulatedMarket market, Instrument instrument, SimulationConfig config, Executions executions) {
        this.market = market;
        this.instrument = instrument;
        this.model = config.depth();
        this.isUsed = !model.equals(DepthModel.nextTick());
        this.executions = executions;
        this.walk = new TakerWalk(instrument, config, executions);
        this.ladder = new DepthLadder(instrument);
        this.activity = model.window().isZero()
                ? null
                : new RecentActivity(model.window().toNanos());
    }

    boolean isUsed() {
        return isUsed;
    }

    /** Something was traded, in one trade or in a closed bar. */
    void traded(long ts, long rawPrice, long rawQuantity) {
        if (activity != null) {
            activity.traded(ts, rawPrice, rawQuantity);
        }
    }

    /** A bar that executes has closed. */
    void closed(long ts, long rawPrice, long rawQuantity) {
        traded(ts, rawPrice, rawQuantity);
        renewed();
    }

    /** What was taken is there again. */
    void renewed() {
        takenByBuys = 0;
        takenBySells = 0;
    }

    private DepthLadder lay(WorkingOrder order, long rawPrice, long rawDisplayed, long rawMost) {
        long taken = order.isBuy ? takenByBuys : takenBySells;
        ladder.start(order.isBuy, rawPrice);
        model.lay(
                new DepthQuery(
                        instrument,
                        order.order.side(),
                        rawPrice,
                        rawDisplayed,
                        Math.addExact(taken, rawMost),
                        activity == null ? 0 : activity.rawVolume(),
                        activity == null ? 0 : activity.rawVolatility()),
                ladder);
        ladder.skip(taken);
        return ladder;
    }

    /** What an order finds up to its limit or to the price protection, counted up to {@code rawMost}. */
    long rawAvailable(WorkingOrder order, long rawPrice, long rawDisplayed, long rawMost) {
        DepthLadder offers = lay(order, rawPrice, rawDisplayed, rawMost);
        return walk.rawAvailable(offers, order.isBuy, walk.rawBound(order, rawPrice), rawMost);
    }

    /** As {@link #rawAvailable} at a price of a bar, also where it is not used: then all is there. */
    long rawAvailableOnBar(WorkingOrder order, long rawPrice, long rawMost) {
        return isUsed ? rawAvailable(order, rawPrice, DepthQuery.UNKNOWN, rawMost) : rawMost;
    }

    /** As {@link #take} at a price of a bar, also where it is not used: then all is taken at that price. */
    long takeOnBar(WorkingOrder order, long rawPrice, long rawMost, FillReason reason) {
        return isUsed
                ? take(order, rawPrice, DepthQuery.UNKNOWN, rawMost, reason)
                : executions.take(order, rawPrice, rawMost, reason, market.now());
    }

    /**
     * Takes up to the order's limit or the price protection. If a market order does not get all that it may take, its rest is cancelled; that of a
     * limit order is left to the caller.
     *
     * @param rawMost what it may take, at most what is left of it
     * @return the quantity filled
     */
    long take(WorkingOrder order, long rawPrice, long rawDisplayed, long rawMost, FillReason reason) {
        long bound = walk.rawBound(order, rawPrice);
        long filled = walk(order, rawPrice, rawDisplayed, executions.rawAsked(order, rawPrice), bound, rawMost, reason);
        long step = filled;
        // A sale for an amount sells more where the price is lower than where it asked.
        while (order.isByValue && !order.isDone && step > 0 && filled < rawMost) {
            step = walk(
                    order, rawPrice, rawDisplayed, order.rawLeaves(), bound, rawMost - filled, FillReason.DEPTH_MODEL);
            filled += step;
        }
        if (!order.isDone && order.type == OrderType.MARKET && filled < rawMost) {
            executions.cancel(order, walk.restText(order, bound, "the depth model"), market.now());
        }
        return filled;
    }

    private long walk(
            WorkingOrder order,
            long rawPrice,
            long rawDisplayed,
            long rawAsked,
            long rawBound,
            long rawMost,
            FillReason first) {
        DepthLadder offers = lay(order, rawPrice, rawDisplayed, Math.min(rawAsked, rawMost));
        long before = order.rawFilled;
        walk.take(order, offers, rawBound, rawMost, first, FillReason.DEPTH_MODEL, market.now());
        long filled = order.rawFilled - before;
        if (order.isBuy) {
            takenByBuys += filled;
        } else {
            takenBySells += filled;
        }
        return filled;
    }
}
