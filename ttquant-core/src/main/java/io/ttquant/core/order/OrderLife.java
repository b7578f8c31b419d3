package io.ttquant.core.order;

import io.ttquant.api.order.Order;
import io.ttquant.api.order.OrderEvent;
import io.ttquant.api.order.OrderStatus;
import io.ttquant.api.order.OrderTransitions;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The state of an order. Every change goes through the table of {@link OrderTransitions}. While a cancel or an amendment waits for its answer, the state in
 * which the order works meanwhile is kept beside it, and so is why it ends and who hears of it.
 */
abstract class OrderLife implements Order {
    private OrderStatus status = OrderStatus.INITIALIZED;
    private OrderStatus working = OrderStatus.SUBMITTED;
    private boolean outcomeUnknown;
    private boolean isCancelUnderWay;
    private boolean isExpiring;
    private String cancelReason = "";
    private @Nullable Consumer<OrderEvent> listener;

    /** True while an amendment waits for its answer. */
    public abstract boolean isUpdateUnderWay();

    final boolean hasTriggered() {
        return working == OrderStatus.TRIGGERED;
    }

    /** True if an exchange took it, or the engine in its place. */
    public boolean wasAccepted() {
        return working != OrderStatus.SUBMITTED;
    }

    @Override
    public OrderStatus status() {
        return status;
    }

    @Override
    public boolean isOutcomeUnknown() {
        return outcomeUnknown;
    }

    /** Records that the last command's outcome is not known, or that it is known again. */
    public void setOutcomeUnknown(boolean unknown) {
        this.outcomeUnknown = unknown;
    }

    /**
     * Moves to another state.
     *
     * @throws IllegalStateException if the table does not allow it
     */
    public void become(OrderStatus next) {
        if (!OrderTransitions.isAllowed(status, next)) {
            throw new IllegalStateException("order " + clientId() + " cannot go from " + status + " to " + next);
        }
        status = next;
        if (!next.isInFlight()) {
            outcomeUnknown = false;
            if (!next.isClosed()) {
                working = next;
            }
        }
    }

    /**
     * Takes over the state of an order that somebody else sent.
     *
     * @throws IllegalArgumentException if no order at an exchange is in this state
     */
    final void takeOver(OrderStatus found, boolean isFilledInPart) {
        if (found == OrderStatus.INITIALIZED || found == OrderStatus.DENIED) {
            throw new IllegalArgumentException(
                    "order " + clientId() + " of others is " + found + ", which an order at an exchange never is");
        }
        status = found;
        boolean isKnown = found == OrderStatus.SUBMITTED || found == OrderStatus.TRIGGERED;
        working = isKnown ? found : isFilledInPart ? OrderStatus.PARTIALLY_FILLED : OrderStatus.ACCEPTED;
    }

    /** A cancel was sent. */
    public void askCancel() {
        become(OrderStatus.PENDING_CANCEL);
        isCancelUnderWay = true;
    }

    /** A cancel was refused: the order works on, or waits for the answer to what else was sent. */
    public void cancelRefused() {
        isCancelUnderWay = false;
        goOn();
    }

    /** True while a cancel waits for its answer. */
    public boolean isCancelUnderWay() {
        return isCancelUnderWay;
    }

    /** Nothing more is known of what was asked: the state is that of what still waits for its answer, or that in which it works. */
    final void goOn() {
        if (status != OrderStatus.PENDING_CANCEL && status != OrderStatus.PENDING_UPDATE) {
            return;
        }
        OrderStatus next = isCancelUnderWay
                ? OrderStatus.PENDING_CANCEL
                : isUpdateUnderWay() ? OrderStatus.PENDING_UPDATE : working;
        if (next != status) {
            become(next);
        }
    }

    /** The exchange has it; a fill or a cancel may already have overtaken this news. */
    public void accept() {
        if (status == OrderStatus.SUBMITTED) {
            become(OrderStatus.ACCEPTED);
        } else if (working == OrderStatus.SUBMITTED) {
            working = OrderStatus.ACCEPTED;
        }
    }

    /**
     * Its trigger was reached; a fill may already have overtaken this news, and news that comes twice changes nothing.
     *
     * @return false if it changed nothing
     */
    public boolean trigger() {
        if (status.isClosed() || working == OrderStatus.TRIGGERED || working == OrderStatus.PARTIALLY_FILLED) {
            return false;
        }
        if (status == OrderStatus.PENDING_CANCEL || status == OrderStatus.PENDING_UPDATE) {
            working = OrderStatus.TRIGGERED;
        } else {
            become(OrderStatus.TRIGGERED);
        }
        return true;
    }

    /** All of it was filled. One that is closed by that, or was refused, stays as it is. */
    final void becomeFilled() {
        if (status != OrderStatus.FILLED && status != OrderStatus.REJECTED) {
            become(OrderStatus.FILLED);
        }
    }

    /** A part of it was filled. A closed order stays closed. */
    final void becomePartlyFilled() {
        if (status == OrderStatus.PENDING_CANCEL || status == OrderStatus.PENDING_UPDATE) {
            working = OrderStatus.PARTIALLY_FILLED;
        } else if (!status.isClosed()) {
            become(OrderStatus.PARTIALLY_FILLED);
        }
    }

    /** Why it is being cancelled without its strategy having asked; empty if it has, or if nobody asked. */
    public String cancelReason() {
        return cancelReason;
    }

    /** Notes why it is being cancelled. */
    public void setCancelReason(String why) {
        cancelReason = why;
    }

    /** The engine cancels it because its time is up: the cancel is its expiry. */
    public void expireByCancel() {
        isExpiring = true;
    }

    /** True if the engine cancels it because its time is up. */
    public boolean isExpiring() {
        return isExpiring;
    }

    /** Who hears of it before its strategy; null if nobody does. */
    public @Nullable Consumer<OrderEvent> listener() {
        return listener;
    }

    /** Lets somebody hear of it before its strategy. */
    public void listen(Consumer<OrderEvent> who) {
        listener = who;
    }
}
