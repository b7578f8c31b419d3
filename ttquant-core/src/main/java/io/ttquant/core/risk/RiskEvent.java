package io.ttquant.core.risk;

import io.ttquant.api.order.Order;

/** Something that the risk rules did on their own, or that somebody made them do. The strategy's name is empty for the account. */
public sealed interface RiskEvent {
    /** Whose; empty for the account. */
    String strategyId();

    /** When, epoch nanoseconds of the engine. */
    long tsEvent();

    /** A sentence with the numbers. */
    String message();

    /**
     * A guard's limit was reached.
     *
     * @param guard which
     */
    record Tripped(String strategyId, Guard guard, String message, long tsEvent) implements RiskEvent {}

    /**
     * What may be sent changed.
     *
     * @param from before
     * @param to from now on
     */
    record StageChanged(String strategyId, TradingStage from, TradingStage to, String message, long tsEvent)
            implements RiskEvent {}

    /**
     * The engine sent an order to close a position.
     *
     * @param order the order; refused at once if its status says so
     * @param guard why
     */
    record ExitSent(String strategyId, Order order, Guard guard, String message, long tsEvent) implements RiskEvent {}

    /**
     * The kill switch was tripped, or was found tripped at the start.
     *
     * @param who tripped it
     * @param isFlattening whether all positions are closed
     */
    record Killed(String who, boolean isFlattening, String message, long tsEvent) implements RiskEvent {
        @Override
        public String strategyId() {
            return "";
        }
    }

    /**
     * The kill switch was reset.
     *
     * @param who reset it
     */
    record KillReset(String who, String message, long tsEvent) implements RiskEvent {
        @Override
        public String strategyId() {
            return "";
        }
    }
}
