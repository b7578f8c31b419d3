package io.ttquant.core.order;

import io.ttquant.api.market.Instrument;
import io.ttquant.api.order.Order;
import io.ttquant.api.order.OrderGateway;
import io.ttquant.api.order.OrderRequest;
import io.ttquant.api.order.Side;

/** Where nothing is sent: for requests that are only looked at. */
final class NoGateway implements OrderGateway {
    @Override
    public Order submit(OrderRequest request) {
        throw new AssertionError("nothing is sent here");
    }

    @Override
    public long rawReferencePrice(Instrument instrument, Side side) {
        return 0;
    }
}
