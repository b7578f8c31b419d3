package io.ttquant.core.matching;

import io.ttquant.api.market.Instrument;
import io.ttquant.api.order.FillReason;
import io.ttquant.api.order.OrderType;
import io.ttquant.api.order.TimeInForce;

/** The way of a taker through the levels of the other side, one fill for each, up to its limit or to the price protection. */
final class TakerWalk {
    private final Instrument instrument;
    private final SimulationConfig config;
    private final Executions executions;

    TakerWalk(Instrument instrument, SimulationConfig config, Executions executions) {
        this.instrument = instrument;
        this.config = config;
        this.executions = executions;
    }

    /**
     * The worst price that an order takes: its limit; of a market order so many ticks from the best, as {@link SimulationConfig} says.
     *
     * @param rawBest the best price on the other side now
     */
    long rawBound(WorkingOrder order, long rawBest) {
        if (order.type == OrderType.LIMIT) {
            return order.rawPrice;
        }
        if (config.priceProtectionTicks() == 0) {
            return order.isBuy ? Long.MAX_VALUE : 0;
        }
        long distance = Math.multiplyExact(config.priceProtectionTicks(), instrument.rawTick());
        return order.isBuy ? Math.addExact(rawBest, distance) : Math.max(0, rawBest - distance);
    }

    /** What can be taken up to a price, counted up to {@code rawEnough}. */
    long rawAvailable(Offers offers, boolean isBuy, long rawBound, long rawEnough) {
        long sum = 0;
        for (int level = 0, n = offers.depth(); level < n && sum < rawEnough; level++) {
            if (isBeyond(isBuy, offers.rawPrice(level), rawBound)) {
                break;
            }
            sum += Math.min(offers.rawAvailable(level), rawEnough - sum);
        }
        return sum;
    }

    /**
     * Takes until the order is done, has got the most it may, or nothing is left up to its bound.
     *
     * @param rawMost what it may take in sum
     * @param first the reason of the first fill
     * @param further the reason of the others
     */
    void take(
            WorkingOrder order,
            Offers offers,
            long rawBound,
            long rawMost,
            FillReason first,
            FillReason further,
            long ts) {
        long left = Math.min(rawMost, order.rawAsked());
        if (order.timeInForce == TimeInForce.FOK && !isPaidAsAWhole(order, offers, left, ts)) {
            return;
        }
        FillReason reason = first;
        for (int level = 0; level < offers.depth() && left > 0 && !order.isDone; level++) {
            long price = offers.rawPrice(level);
            if (isBeyond(order.isBuy, price, rawBound)) {
                return;
            }
            long quantity = Math.min(offers.rawAvailable(level), left);
            if (quantity > 0) {
                long filled = executions.take(order, price, quantity, reason, ts);
                offers.consume(level, filled);
                left -= filled;
                reason = further;
            }
        }
    }

    /**
     * True unless a fill-or-kill order was refused because the funds do not cover all of it. Each fill is paid for by itself, so one that needs several
     * is judged before the first, at both ends of its way: the dearer of them is never cheaper than the way itself.
     */
    private boolean isPaidAsAWhole(WorkingOrder order, Offers offers, long rawQuantity, long ts) {
        long sum = 0;
        long worst = 0;
        for (int level = 0; level < offers.depth() && sum < rawQuantity; level++) {
            long part = Math.min(offers.rawAvailable(level), rawQuantity - sum);
            if (part > 0) {
                worst = offers.rawPrice(level);
                sum += part;
            }
        }
        long best = offers.depth() == 0 ? 0 : offers.rawPrice(0);
        return worst == best
                || (executions.canPay(order, best, rawQuantity, ts)
                        && executions.canPay(order, worst, rawQuantity, ts));
    }

    /** Takes a quantity off the best levels without a fill of its own: a resting order had it at its own price. */
    void consume(Offers offers, long rawQuantity) {
        long left = rawQuantity;
        for (int level = 0; level < offers.depth() && left > 0; level++) {
            long part = Math.min(left, offers.rawAvailable(level));
            if (part > 0) {
                offers.consume(level, part);
                left -= part;
            }
        }
    }

    /** Why the rest of a market order is cancelled; {@code shower} is who shows no more. */
    String restText(WorkingOrder order, long rawBound, String shower) {
        String left = instrument.formatQuantity(order.rawLeaves()) + " of " + instrument;
        return config.priceProtectionTicks() == 0
                ? shower + " shows nothing more for the last " + left
                : "price protection: nothing more up to " + instrument.formatPrice(rawBound) + ", "
                        + config.priceProtectionTicks() + " ticks from the best price, for the last " + left;
    }

    private static boolean isBeyond(boolean isBuy, long rawPrice, long rawBound) {
        return isBuy ? rawPrice > rawBound : rawPrice < rawBound;
    }
}
