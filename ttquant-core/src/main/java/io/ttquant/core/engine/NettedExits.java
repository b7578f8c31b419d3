package io.ttquant.core.engine;

import io.ttquant.api.order.OrderRequest;
import io.ttquant.api.order.PositionSide;
import io.ttquant.core.order.OpenOrders;

/**
 * Exits where strategies hold both sides of one position, so that the account holds less than one of them does: an exchange
 * refuses to reduce what it does not have, for as long as that is so. Such an exit is sent as an order that may open, for no
 * more than the strategy's own part, which the engine knows and the exchange does not.
 */
final class NettedExits {
    private final Engine engine;

    NettedExits(Engine engine) {
        this.engine = engine;
    }

    /**
     * What of an exit may be sent so.
     *
     * @param rawQuantity what the exit is for, at the quantity scale, at most the strategy's part
     * @return 0 if the exit is to be sent reduce-only: the exchange can execute as much of it so, or what the strategy really
     *     holds is not known well enough
     */
    long rawQuantity(Exit exit, long rawQuantity) {
        boolean isNetted = exit.side == PositionSide.NET
                && exit.channel.instrument().kind().isDerivative();
        if (!isNetted || !(engine.reports() instanceof LiveAccount live) || exit.slot == live.external()) {
            return 0;
        }
        if (!live.gate().areBooksRight() || mayCloseOtherwise(exit)) {
            return 0;
        }
        long sign = Long.signum(exit.position().rawQuantity());
        long rawHeld = sign
                * engine.ledger()
                        .netPosition(exit.channel.instrument().id(), exit.side)
                        .rawQuantity();
        long rawSure = exit.rawInLots(Math.min(rawQuantity, rawSure(exit, live, sign)));
        return rawSure > Math.max(0, rawHeld) ? rawSure : 0;
    }

    /** An order of the strategy's own that fills beside the exit would take it past flat, where nobody holds it back. */
    private static boolean mayCloseOtherwise(Exit exit) {
        OpenOrders open = exit.channel.orders().orNull(exit.slot);
        return open != null && open.rawOpen(exit.side, exit.closingSide()) > 0;
    }

    /** What others did against the strategy's part may have closed it by hand. */
    private static long rawSure(Exit exit, LiveAccount live, long sign) {
        long rawPart = Math.abs(exit.position().rawQuantity());
        long rawOthers =
                sign * exit.channel.positions().of(live.external(), exit.side).rawQuantity();
        return rawPart + Math.min(0, rawOthers);
    }

    /** The same without reduce-only. */
    static OrderRequest sent(OrderRequest r) {
        return new OrderRequest(
                r.instrument(),
                r.side(),
                r.type(),
                r.rawQuantity(),
                r.rawPrice(),
                r.rawTrigger(),
                r.timeInForce(),
                r.expiryNanos(),
                r.isPostOnly(),
                false,
                r.tag(),
                r.triggerSource(),
                r.trailing(),
                r.rawDisplay(),
                r.positionSide());
    }
}
