package io.ttquant.exchanges.session;

import io.ttquant.api.exchange.AccountSnapshot;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.order.Amendment;
import io.ttquant.api.order.Order;
import io.ttquant.exchanges.answer.VenueFill;
import io.ttquant.exchanges.answer.VenueOrder;
import java.util.List;

/**
 * What a venue can be told and asked about orders, one request or message each. Nothing is ever sent twice here, nothing waits, nothing is concluded:
 * that is the work of {@code OrderLife}.
 */
public interface VenueDesk {
    /**
     * Sends new orders, in as few requests as the venue allows.
     *
     * @return from when on the venue certainly refuses what has not reached it, epoch nanoseconds of the engine's clock, the error of that clock included;
     *     {@link io.ttquant.api.time.EpochNanos#NEVER} if it sets no such time
     */
    long place(List<? extends Order> orders, CommandReply reply);

    /** Asks to cancel orders. */
    void cancel(List<? extends Order> orders, CommandReply reply);

    /**
     * Asks to change an order.
     *
     * @return as {@link #place}
     */
    long amend(Order order, Amendment amendment, CommandReply reply);

    /** Asks for an order by our id, at every endpoint that could hold it. */
    void find(Order order, Reply<OrderLookup> reply);

    /** Asks for all open orders of the account, conditional ones too, of whoever sent them. */
    void openOrders(Reply<List<VenueOrder>> reply);

    /** Asks for the fills of an order. */
    void fillsOf(Order order, Reply<List<VenueFill>> reply);

    /**
     * Asks for all fills of an instrument from a time on, over as many pages as there are.
     *
     * @param fromNanos epoch nanoseconds of the venue
     */
    void fills(Instrument instrument, long fromNanos, Reply<List<VenueFill>> reply);

    /** Asks for balances, positions and open orders, for an audit. */
    void account(Reply<AccountSnapshot> reply);

    /**
     * Tells the engine what an account counts beside trades, as funding that was paid.
     *
     * @param account what {@link #account} answered
     * @param reply true if all of that was told, and nothing that the account does not count; false if it cannot be known yet, so that the account is no measure
     */
    default void payments(AccountSnapshot account, Reply<Boolean> reply) {
        reply.answered(true);
    }
}
