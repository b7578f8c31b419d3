package io.ttquant.api.order;

/** Something that happened to an order. Immutable; {@link #order()} is the live order it happened to. */
public sealed interface OrderEvent {
    /** The order. */
    Order order();

    /** When it happened, epoch nanoseconds; for our own decisions the engine's time. */
    long tsEvent();

    /** When we heard of it, epoch nanoseconds. */
    long tsInit();

    /**
     * We refused it; it never left.
     *
     * @param order the order
     * @param reason the code
     * @param message a sentence with the value, the rule and the remedy
     * @param tsEvent when, epoch nanoseconds
     */
    record Denied(Order order, RejectReason reason, String message, long tsEvent) implements OrderEvent {
        @Override
        public long tsInit() {
            return tsEvent;
        }
    }

    /** The exchange has it. */
    record Accepted(Order order, long tsEvent, long tsInit) implements OrderEvent {}

    /** The exchange refused it. */
    record Rejected(Order order, RejectReason reason, String message, long tsEvent, long tsInit)
            implements OrderEvent {}

    /** Its trigger was reached; its limit order works now. */
    record Triggered(Order order, long tsEvent, long tsInit) implements OrderEvent {}

    /** An amendment took effect, or what is left of a market-to-limit order, or of a triggered trailing stop-limit, has a limit price now. */
    record Updated(Order order, long tsEvent, long tsInit) implements OrderEvent {}

    /** An amendment was refused; the order lives on as it was. */
    record UpdateRejected(Order order, RejectReason reason, String message, long tsEvent, long tsInit)
            implements OrderEvent {}

    /** Some or all of it was executed. */
    record Filled(Order order, Fill fill) implements OrderEvent {
        @Override
        public long tsEvent() {
            return fill.tsEvent();
        }

        @Override
        public long tsInit() {
            return fill.tsInit();
        }
    }

    /** It was cancelled; {@code message} says why if the strategy did not ask for it. */
    record Canceled(Order order, String message, long tsEvent, long tsInit) implements OrderEvent {}

    /** A cancel was refused; the order lives on. */
    record CancelRejected(Order order, RejectReason reason, String message, long tsEvent, long tsInit)
            implements OrderEvent {}

    /** Its time in force ended it. */
    record Expired(Order order, long tsEvent, long tsInit) implements OrderEvent {}

    /** What became of it is not known: a time-out, a dropped connection, an unreadable answer. It may be working. */
    record OutcomeUnknown(Order order, String message, long tsEvent, long tsInit) implements OrderEvent {}
}
