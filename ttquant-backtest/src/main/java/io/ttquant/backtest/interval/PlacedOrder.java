package io.ttquant.backtest.interval;

import io.ttquant.api.order.OrderRequest;
import io.ttquant.api.order.Side;
import java.util.ArrayList;
import java.util.List;

/** An order as the run placed it, with the commands that its strategy gave in answer to what became of it. */
final class PlacedOrder {
    final int id;
    final OrderRequest request;
    final boolean isBuy;
    /** Given in answer to its acceptance. */
    final List<Command> onReleased = new ArrayList<>();

    final List<Command> onTriggered = new ArrayList<>();
    final List<Command> onFilled = new ArrayList<>();
    /** Given in answer to its cancel, rejection or expiry. */
    final List<Command> onEnded = new ArrayList<>();
    /** Cancels and amendments of it that are bound to a time, in the order of time. */
    final List<Command> timed = new ArrayList<>();
    /** It never left: what was given in answer to that still counts. */
    boolean isDenied;
    /** The account could not pay it: it ends where it would have been filled, or when it arrives. */
    boolean isUnpaid;

    /** Where its release stands among the commands that are bound to a time; 0 if something else releases it. */
    int releaseIndex;

    /** What releases it; null for an order that is bound to a time. */
    @org.jspecify.annotations.Nullable
    PlacedOrder cause;

    PlacedOrder(int id, OrderRequest request) {
        this.id = id;
        this.request = request;
        this.isBuy = request.side() == Side.BUY;
    }

    /** True if something was given in answer to its fill, or to its end without one. */
    boolean isAnsweredAtFill() {
        return !onFilled.isEmpty() || !onEnded.isEmpty();
    }

    /** All that was given in answer to what became of it. */
    List<List<Command>> answers() {
        return List.of(onReleased, onTriggered, onFilled, onEnded);
    }
}
