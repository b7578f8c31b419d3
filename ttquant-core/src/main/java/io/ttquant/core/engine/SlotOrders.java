package io.ttquant.core.engine;

import io.ttquant.api.market.Instrument;
import io.ttquant.api.market.InstrumentId;
import io.ttquant.api.order.Amendment;
import io.ttquant.api.order.GroupRequest;
import io.ttquant.api.order.Order;
import io.ttquant.api.order.OrderBuilder;
import io.ttquant.api.order.OrderGroup;
import io.ttquant.api.order.OrderRequest;
import io.ttquant.api.order.OrderType;
import io.ttquant.api.order.Orders;
import io.ttquant.api.order.PositionSide;
import io.ttquant.api.order.Side;
import java.util.List;

/** A strategy's view of the order desk. */
final class SlotOrders implements Orders {
    private final Engine engine;
    private final StrategySlot slot;

    SlotOrders(Engine engine, StrategySlot slot) {
        this.engine = engine;
        this.slot = slot;
    }

    @Override
    public OrderBuilder buy(InstrumentId instrument) {
        return buy(engine.channel(instrument).instrument());
    }

    @Override
    public OrderBuilder sell(InstrumentId instrument) {
        return sell(engine.channel(instrument).instrument());
    }

    @Override
    public Order submit(OrderRequest request) {
        return engine.desk().submit(slot, request);
    }

    @Override
    public long rawReferencePrice(Instrument instrument, Side side) {
        return engine.channel(instrument.id()).rawReferencePrice(side);
    }

    @Override
    public List<Order> submitAll(List<OrderBuilder> orders) {
        return engine.desk()
                .submitAll(slot, orders.stream().map(OrderBuilder::request).toList());
    }

    @Override
    public void cancelAll(List<Order> orders) {
        engine.desk().cancelAll(slot, orders);
    }

    @Override
    public void cancel(Order order) {
        engine.desk().cancel(slot, order);
    }

    @Override
    public void amend(Order order, Amendment amendment) {
        engine.desk().amend(slot, order, amendment);
    }

    @Override
    public OrderGroup submit(GroupRequest request) {
        return engine.desk().submit(slot, request);
    }

    @Override
    public void cancelAll(InstrumentId instrument) {
        held(instrument).forEach(this::cancel);
        cancelAll(open(instrument));
    }

    @Override
    public void cancelAll(InstrumentId instrument, Side side) {
        held(instrument).stream().filter(order -> order.side() == side).forEach(this::cancel);
        cancelAll(
                open(instrument).stream().filter(order -> order.side() == side).toList());
    }

    @Override
    public void cancelAll() {
        engine.desk().cancelAll(slot);
    }

    @Override
    public void closeAll() {
        for (InstrumentChannel channel : engine.channels()) {
            close(channel.instrument().id());
        }
    }

    @Override
    public List<Order> held(InstrumentId instrument) {
        return engine.desk().held(slot, instrument);
    }

    @Override
    public void close(InstrumentId instrument) {
        Instrument what = engine.channel(instrument).instrument();
        if (engine.ledger().takes(what, PositionSide.NET)) {
            close(what, PositionSide.NET);
        } else {
            close(what, PositionSide.LONG);
            close(what, PositionSide.SHORT);
        }
    }

    private void close(Instrument what, PositionSide which) {
        long held = engine.ledger().position(slot.id, what, which).rawQuantity();
        long left = held - closing(what.id(), held, which);
        // What is below a lot or the minimum, dust of fees taken in the base currency, cannot be traded.
        long most = Math.min(Math.abs(left), what.filters().rawMaxMarketQuantity()) / what.rawLot() * what.rawLot();
        long tradable = most < what.filters().rawMinQuantity() ? 0 : most * Long.signum(left);
        if (tradable != 0) {
            new OrderBuilder(this, what, tradable > 0 ? Side.SELL : Side.BUY)
                    .rawQuantity(Math.abs(tradable))
                    .market()
                    .reduceOnly()
                    .positionSide(which)
                    .submit();
        }
    }

    /** The part of a position, with its sign, that market orders under way which only reduce it already close. */
    private long closing(InstrumentId instrument, long rawHeld, PositionSide which) {
        Side side = rawHeld > 0 ? Side.SELL : Side.BUY;
        long closing = 0;
        for (Order order : open(instrument)) {
            boolean isClosing = order.side() == side
                    && order.type() == OrderType.MARKET
                    && order.request().isReducing()
                    && order.request().positionSide() == which;
            closing += isClosing ? order.rawLeaves() : 0;
        }
        return Math.min(closing, Math.abs(rawHeld)) * Long.signum(rawHeld);
    }

    @Override
    public List<Order> open(InstrumentId instrument) {
        return engine.desk().open(slot, instrument);
    }
}
