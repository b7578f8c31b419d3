package io.ttquant.core.engine;

import io.ttquant.api.order.OrderRequest;
import io.ttquant.api.order.PositionSide;
import io.ttquant.core.order.OpenOrders;

/**
 * Exits where strategies hold both sides of one position, so that the account holds less than one of them does: an exchange
 * refuses to reduce what it does not have, for as long as that is so. What the account has is closed by an order that only
 * reduces, which needs no margin and no least value. The rest is sent as an order that may open, for no more than the
 * strategy's own part, which the engine knows and the exchange does not.
 */
final class NettedExits {
    private final Engine engine;

    NettedExits(Engine engine) {
        this.engine = engine;
    }

    /**
     * An exit as it goes out.
     *
     * @param request what it is to us: it only reduces what the strategy holds
     * @param sent what the exchange is asked for
     */
    record Outgoing(OrderRequest request, OrderRequest sent) {
        static Outgoing asIs(OrderRequest request) {
            return new Outgoing(request, request);
        }
    }

    /** What of an exit goes out now; all of it, reduce-only, if what the strategy really holds is not known well enough. */
    Outgoing of(Exit exit, OrderRequest asked) {
        exit.isNetted = false;
        boolean isNetted = exit.side == PositionSide.NET
                && exit.channel.instrument().kind().isDerivative();
        if (!isNetted || !(engine.reports() instanceof LiveAccount live) || exit.slot == live.external()) {
            return Outgoing.asIs(asked);
        }
        if (!live.gate().areBooksRight() || mayCloseOtherwise(exit, asked)) {
            return Outgoing.asIs(asked);
        }
        long sign = Long.signum(exit.position().rawQuantity());
        long rawHeld = sign
                * engine.ledger()
                        .netPosition(exit.channel.instrument().id(), exit.side)
                        .rawQuantity();
        return rawHeld >= asked.rawQuantity()
                ? Outgoing.asIs(asked)
                : beyondHeld(exit, asked, rawHeld, rawSure(exit, live, sign));
    }

    private Outgoing beyondHeld(Exit exit, OrderRequest asked, long rawHeld, long rawSure) {
        OrderRequest first = asked.withQuantity(exit.rawInLots(Math.max(0, rawHeld)));
        if (isTaken(first)) {
            exit.isNetted = true;
            return Outgoing.asIs(first);
        }
        OrderRequest request = asked.withQuantity(exit.rawInLots(Math.min(asked.rawQuantity(), rawSure)));
        OrderRequest sent = mayOpen(request);
        exit.isNetted = request.rawQuantity() > Math.max(0, rawHeld) && isTaken(sent);
        return exit.isNetted ? new Outgoing(request, sent) : Outgoing.asIs(asked);
    }

    private boolean isTaken(OrderRequest request) {
        return request.rawQuantity() > 0 && engine.desk().checks().keepsRules(request);
    }

    /** Orders of the strategy's own that fill beside the exit would take it past flat, where nobody holds it back. */
    private static boolean mayCloseOtherwise(Exit exit, OrderRequest asked) {
        OpenOrders open = exit.channel.orders().orNull(exit.slot);
        long rawBeside = open == null ? 0 : open.rawOpen(exit.side, exit.closingSide());
        return rawBeside > Math.abs(exit.position().rawQuantity()) - asked.rawQuantity();
    }

    /** What others did against the strategy's part may have closed it by hand. */
    private static long rawSure(Exit exit, LiveAccount live, long sign) {
        long rawPart = Math.abs(exit.position().rawQuantity());
        long rawOthers =
                sign * exit.channel.positions().of(live.external(), exit.side).rawQuantity();
        return rawPart + Math.min(0, rawOthers);
    }

    /** The same without reduce-only. */
    private static OrderRequest mayOpen(OrderRequest r) {
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
