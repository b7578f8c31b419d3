package io.ttquant.core.matching;

import io.ttquant.api.exchange.Capability;
import io.ttquant.api.order.OrderRequest;
import io.ttquant.api.order.OrderType;
import io.ttquant.api.order.TimeInForce;
import io.ttquant.api.order.TriggerSource;
import io.ttquant.api.time.EpochNanos;
import java.util.EnumSet;
import java.util.Set;

/** What of an order the engine does itself, by what its venue can do. Pure functions. */
record Emulation(Set<Capability> venue) {
    private static final Set<Capability> EMULATED = EnumSet.of(
            Capability.STOP_ORDERS,
            Capability.IF_TOUCHED,
            Capability.TRAILING_STOP,
            Capability.MARKET_TO_LIMIT,
            Capability.TRIGGER_BY_MARK,
            Capability.TRIGGER_BY_INDEX,
            Capability.GTD,
            Capability.DAY);

    /** True if there is nothing that the engine would have to do. */
    boolean isIdle() {
        return venue.containsAll(EMULATED);
    }

    /** True if the engine waits for the trigger. */
    boolean holds(OrderRequest r) {
        OrderType type = r.type();
        if (!type.hasTrigger()) {
            return false;
        }
        Capability kind = type.isTrailing()
                ? Capability.TRAILING_STOP
                : type.isIfTouched() ? Capability.IF_TOUCHED : Capability.STOP_ORDERS;
        boolean lacksSource = (r.triggerSource() == TriggerSource.MARK && lacks(Capability.TRIGGER_BY_MARK))
                || (r.triggerSource() == TriggerSource.INDEX && lacks(Capability.TRIGGER_BY_INDEX));
        return lacks(kind) || lacksSource;
    }

    /** True if the engine turns a market-to-limit order into a limit order at the best price that it sees. */
    boolean limits(OrderRequest r) {
        return r.type() == OrderType.MARKET_TO_LIMIT && lacks(Capability.MARKET_TO_LIMIT);
    }

    /** True if the engine ends the order when its time is up. */
    boolean ends(OrderRequest r) {
        return switch (r.timeInForce()) {
            case GTD -> lacks(Capability.GTD);
            case DAY -> lacks(Capability.DAY) && lacks(Capability.GTD);
            case GTC, IOC, FOK -> false;
        };
    }

    /** What is sent in place of a request that is not held, or not any more. */
    OrderRequest sent(OrderRequest r, OrderType type, long rawQuantity, long rawPrice, long expiryNanos) {
        boolean isReleased = type != r.type();
        boolean isDated = !ends(r) && r.timeInForce() == TimeInForce.DAY && lacks(Capability.DAY);
        TimeInForce tif = ends(r) ? TimeInForce.GTC : isDated ? TimeInForce.GTD : r.timeInForce();
        return new OrderRequest(
                r.instrument(),
                r.side(),
                type,
                rawQuantity,
                rawPrice,
                isReleased ? 0 : r.rawTrigger(),
                tif,
                tif == TimeInForce.GTD ? expiryNanos : EpochNanos.NEVER,
                r.isPostOnly(),
                r.isReduceOnly(),
                r.tag(),
                isReleased ? TriggerSource.DEFAULT : r.triggerSource(),
                isReleased ? null : r.trailing(),
                r.rawDisplay(),
                r.positionSide());
    }

    private boolean lacks(Capability what) {
        return !venue.contains(what);
    }
}
