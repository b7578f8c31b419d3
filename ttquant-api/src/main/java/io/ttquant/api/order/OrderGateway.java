package io.ttquant.api.order;

import io.ttquant.api.market.Instrument;

/** Where an {@link OrderBuilder} sends what it built. The engine is one; a unit test may be another. */
public interface OrderGateway {
    /**
     * Sends an order.
     *
     * @return the order, which is already {@link OrderStatus#DENIED} if it was refused here
     */
    Order submit(OrderRequest request);

    /**
     * The price by which a value is turned into a quantity: the best ask for a buy, the best bid for a sell, else the last
     * price, at the price scale; 0 if no price is known.
     */
    long rawReferencePrice(Instrument instrument, Side side);
}
