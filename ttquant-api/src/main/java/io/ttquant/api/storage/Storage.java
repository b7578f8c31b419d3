package io.ttquant.api.storage;

import io.ttquant.api.account.Balance;
import io.ttquant.api.market.Bar;
import io.ttquant.api.market.Quote;
import io.ttquant.api.market.Trade;
import io.ttquant.api.order.OrderEvent;

/**
 * An open storage. Every method returns at once: what is given is queued, and written in batches by the storage's own thread, in the
 * order given.
 */
public interface Storage extends AutoCloseable {
    /** Keeps an order event, and the fill in it. */
    void order(OrderEvent event);

    /** Keeps a trade. */
    void trade(Trade trade);

    /** Keeps a quote. */
    void quote(Quote quote);

    /** Keeps a bar. */
    void bar(Bar bar);

    /** Keeps a balance as of a time in epoch nanoseconds. */
    void balance(Balance balance, long tsEvent);

    /** Keeps the account's equity in its reporting currency as of a time in epoch nanoseconds. */
    void equity(double equity, long tsEvent);

    /** Writes out what is queued, then closes. */
    @Override
    void close();
}
