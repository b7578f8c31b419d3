package io.ttquant.api.order;

import io.ttquant.api.market.Instrument;
import io.ttquant.api.market.InstrumentId;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

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

    /**
     * Sends orders of which the first fill of one, however small, cancels all others. They need the same funds only once. The group is denied as a
     * whole if one member is, and ends as a whole: a member that is rejected, cancelled or expires takes the others with it.
     */
    default OrderGroup oco(OrderBuilder first, OrderBuilder second, OrderBuilder... more) {
        return submit(new GroupRequest(GroupKind.OCO, OtoTrigger.PARTIAL, requests(List.of(first, second), more)));
    }

    /**
     * As {@link #oco}, but a partial fill reduces the others to what the filled one has left, and only a complete one cancels them. All members are
     * on one side of one instrument.
     */
    default OrderGroup ouo(OrderBuilder first, OrderBuilder second, OrderBuilder... more) {
        return submit(new GroupRequest(GroupKind.OUO, OtoTrigger.PARTIAL, requests(List.of(first, second), more)));
    }

    /**
     * Sends a parent and holds its children until it fills. A held child is {@link OrderStatus#INITIALIZED}; it is checked and its funds are held back when
     * it is released, and it is denied then if they do not suffice. A child without a quantity takes the parent's; in hedge mode one that closes the
     * parent's position and names no side takes the parent's. Children of a parent that ends without a fill are cancelled.
     */
    default OrderGroup oto(OrderBuilder parent, OtoTrigger trigger, OrderBuilder... children) {
        return submit(new GroupRequest(GroupKind.OTO, trigger, requests(List.of(parent), children)));
    }

    /**
     * Sends an entry whose fills release a take-profit and a stop-loss: reduce-only, for what the entry has filled unless they have a quantity, and as in
     * {@link #ouo}. Where the exchange does not let a stop grow, each further part of the entry gets a take-profit and a stop-loss of its own, which are
     * {@code OUO} to each other. In hedge mode they are for the entry's position. When one of the two has closed the position, what is left of the entry is cancelled.
     */
    default OrderGroup bracket(OrderBuilder entry, OrderBuilder takeProfit, OrderBuilder stopLoss) {
        List<OrderBuilder> first = List.of(entry, takeProfit.reduceOnly());
        return submit(new GroupRequest(GroupKind.BRACKET, OtoTrigger.PARTIAL, requests(first, stopLoss.reduceOnly())));
    }

    private static List<OrderRequest> requests(List<OrderBuilder> first, OrderBuilder... more) {
        return Stream.concat(first.stream(), Arrays.stream(more))
                .map(OrderBuilder::request)
                .toList();
    }

    /** Sends a group of orders that depend on each other. If one member is denied, all are, and nothing is sent. */
    OrderGroup submit(GroupRequest request);

    /**
     * Sends several orders that do not depend on each other; each is accepted or denied on its own. Those that are not denied leave in as few requests as the
     * exchange allows, so that they arrive together; in which order it takes them is its own affair.
     */
    default List<Order> submitAll(List<OrderBuilder> orders) {
        return orders.stream().map(OrderBuilder::submit).toList();
    }

    /** Asks for a cancel; the answer is an {@link OrderEvent}. A closed order is left alone, one that is held ends at once. */
    void cancel(Order order);

    /** Asks to cancel several orders, as far as they are not closed, in as few requests as the exchange allows. */
    default void cancelAll(List<Order> orders) {
        orders.forEach(this::cancel);
    }

    /** Asks for a change; the answer is an {@link OrderEvent}. */
    void amend(Order order, Amendment amendment);

    /** Asks to cancel all open and held orders of an instrument. */
    void cancelAll(InstrumentId instrument);

    /** Asks to cancel all open and held orders of one side of an instrument. */
    void cancelAll(InstrumentId instrument, Side side);

    /** Asks to cancel all open and held orders. */
    void cancelAll();

    /**
     * Closes the strategy's position in an instrument with a reduce-only market order. Nothing happens if it is flat, or if such orders are under
     * way for all of it already, so that asking on every bar sends one order. What is below a lot or the instrument's minimum cannot be traded and is left; what
     * is above the largest market order is left for the next time.
     */
    void close(InstrumentId instrument);

    /** Closes all positions of the strategy as {@link #close} does. Open orders are left as they are. */
    void closeAll();

    /** The open orders of an instrument, oldest first. A copy. */
    List<Order> open(InstrumentId instrument);

    /** The orders of an instrument that are held until their parent fills, oldest first. A copy. */
    List<Order> held(InstrumentId instrument);
}
