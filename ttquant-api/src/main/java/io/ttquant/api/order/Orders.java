package io.ttquant.api.order;

import io.ttquant.api.market.Instrument;
import io.ttquant.api.market.InstrumentId;
import java.util.List;

/** A strategy's orders: to send, change and cancel them. Only the strategy's own are seen here. */
public interface Orders extends OrderGateway {
    /** Starts a buy order. */
    OrderBuilder buy(InstrumentId instrument);

    /** Starts a sell order. */
    OrderBuilder sell(InstrumentId instrument);

    /** Starts a buy order. */
    default OrderBuilder buy(Instrument instrument) {
        return new OrderBuilder(this, instrument, Side.BUY);
    }

    /** Starts a sell order. */
    default OrderBuilder sell(Instrument instrument) {
        return new OrderBuilder(this, instrument, Side.SELL);
    }

    /** Asks for a cancel; the answer is an {@link OrderEvent}. A closed order is left alone. */
    void cancel(Order order);

    /** Asks for a change; the answer is an {@link OrderEvent}. */
    void amend(Order order, Amendment amendment);

    /** Asks to cancel all open orders of an instrument. */
    void cancelAll(InstrumentId instrument);

    /**
     * Closes the strategy's position in an instrument with a reduce-only market order. Nothing happens if it is flat, or if such orders are under
     * way for all of it already, so that asking on every bar sends one order.
     */
    void close(InstrumentId instrument);

    /** The open orders of an instrument, oldest first. A copy. */
    List<Order> open(InstrumentId instrument);
}
