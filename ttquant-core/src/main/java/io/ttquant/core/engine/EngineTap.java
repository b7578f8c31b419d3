package io.ttquant.core.engine;

import io.ttquant.api.order.Order;
import io.ttquant.api.order.OrderEvent;
import io.ttquant.core.portfolio.CashFlow;
import io.ttquant.core.portfolio.PositionState;
import io.ttquant.core.risk.RiskEvent;

/**
 * A tap on the engine's road, for results, storage and metrics. Called on the engine's thread; must be quick and must not call back into
 * the engine.
 */
public interface EngineTap {
    /** A strategy asked for an order; it may be denied next. */
    default void created(Order order) {}

    /** A strategy gave a command; of a new order it is told after {@link #created}, and the order may be denied next. */
    default void commanded(OrderCommand command) {}

    /**
     * A strategy gave the commonest command: a new order that is there at once, between two bars and in answer to nothing. So that it costs no object,
     * a tap may keep the order alone; the command is {@link OrderCommand#submit}.
     */
    default void submitted(Order order) {
        commanded(OrderCommand.submit(order));
    }

    /** Something happened to an order. */
    default void event(OrderEvent event) {}

    /**
     * The trigger of an order moved by the order's own rules, as that of a trailing stop does; the order shows it already. It is no event.
     *
     * @param tsEvent when it moved at the exchange, epoch nanoseconds
     * @param nowNanos when we heard of it, epoch nanoseconds
     */
    default void triggerMoved(Order order, long tsEvent, long nowNanos) {}

    /** The account received or paid money that was no fill. */
    default void cashFlow(CashFlow flow) {}

    /** What a strategy holds was set to what the exchange holds of it: after a restart, or when the exchange took some of it. */
    default void divided(PositionState position, long nowNanos) {}

    /** A strategy keeps a text, to be told of it after a restart. */
    default void kept(String strategyId, String name, String text, long nowNanos) {}

    /** Something about the account that nobody may miss. */
    default void notice(AccountNotice notice) {}

    /** The risk rules did something on their own, or somebody made them do it. */
    default void risk(RiskEvent event) {}

    /** A strategy changed its state. */
    default void strategy(String strategyId, StrategyState state, String why, long nowNanos) {}
}
