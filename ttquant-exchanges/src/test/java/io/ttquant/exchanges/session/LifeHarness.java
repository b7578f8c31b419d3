package io.ttquant.exchanges.session;

import io.ttquant.api.account.PositionMode;
import io.ttquant.api.exchange.AccountSnapshot;
import io.ttquant.api.exchange.Capability;
import io.ttquant.api.exchange.ExternalOrder;
import io.ttquant.api.exchange.SessionListener;
import io.ttquant.api.market.InstrumentId;
import io.ttquant.api.order.OrderRequest;
import io.ttquant.api.order.OrderStatus;
import io.ttquant.api.order.OrderType;
import io.ttquant.api.order.PositionSide;
import io.ttquant.api.order.Side;
import io.ttquant.api.order.TimeInForce;
import io.ttquant.api.order.TriggerSource;
import io.ttquant.api.time.EpochNanos;
import io.ttquant.exchanges.answer.VenueFee;
import io.ttquant.exchanges.answer.VenueFill;
import io.ttquant.exchanges.answer.VenueOrder;
import io.ttquant.exchanges.codes.CodeClass;
import io.ttquant.exchanges.transport.simulated.SimulatedTime;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An {@link OrderLife} with a venue that the test plays, and a time that stands still until it is moved. */
final class LifeHarness implements SessionListener {
    static final long START = 1_700_000_000_000_000_000L;

    final SimulatedTime time = new SimulatedTime(START);
    final ScriptedDesk desk = new ScriptedDesk(time);
    final EngineBook book = new EngineBook(new EngineBook.Judge() {});
    final VenueTruth terms = new VenueTruth(time::nanos, (order, fill) -> {});
    final OrderLife life;
    boolean isTrading;
    String why = "";
    private int sequence;

    LifeHarness(ExternalOrder... open) {
        this(List.of(), open);
    }

    /** One whose engine has orders of an earlier run. */
    LifeHarness(List<ExternalOrder> recalled, ExternalOrder... open) {
        book.recalled = recalled;
        AccountSnapshot opening = new AccountSnapshot(List.of(), List.of(), List.of(open), PositionMode.NETTING, START);
        life = OrderLife.of(desk, time, book, this, terms, opening, OrderLifeSettings.DEFAULT);
        desk.account = () -> account();
        life.start();
    }

    /** One that is connected, and may trade. */
    static LifeHarness trading() {
        LifeHarness h = new LifeHarness();
        h.life.connected();
        h.run(100);
        return h;
    }

    AccountSnapshot account() {
        return new AccountSnapshot(List.of(), List.of(), List.of(), PositionMode.NETTING, time.nanos());
    }

    void run(long millis) {
        time.run(Duration.ofMillis(millis));
    }

    /** An order of 10 lots at 100.00. */
    EngineOrder order() {
        return order(OrderRequest.limit(VenueTruth.AAA, Side.BUY, 10, 10_000));
    }

    EngineOrder order(OrderRequest request) {
        return new EngineOrder("own" + sequence++, sequence, request);
    }

    EngineOrder byValue() {
        return order(new OrderRequest(
                VenueTruth.AAA,
                Side.BUY,
                OrderType.MARKET,
                10,
                0,
                0,
                TimeInForce.GTC,
                EpochNanos.NEVER,
                false,
                false,
                "",
                TriggerSource.DEFAULT,
                null,
                0,
                PositionSide.NET,
                100_000_000L));
    }

    EngineOrder stop() {
        return order(new OrderRequest(
                VenueTruth.AAA,
                Side.SELL,
                OrderType.STOP_MARKET,
                10,
                0,
                9_000,
                TimeInForce.GTC,
                EpochNanos.NEVER,
                false,
                false,
                ""));
    }

    EngineOrder submitted() {
        EngineOrder order = order();
        life.submit(order);
        return order;
    }

    /** An order that the venue has under an id. */
    EngineOrder resting(String venueId) {
        EngineOrder order = submitted();
        desk.places.remove().answer(CodeClass.ACCEPTED, state(order, venueId, OrderStatus.ACCEPTED, 0));
        return order;
    }

    VenueOrder state(EngineOrder order, String venueId, @Nullable OrderStatus status, long filled) {
        return state(
                order.clientId(), venueId, order.side(), status, order.request().rawQuantity(), 10_000, filled, "");
    }

    VenueOrder sized(EngineOrder order, String venueId, OrderStatus status, long quantity, long price, long filled) {
        return state(order.clientId(), venueId, order.side(), status, quantity, price, filled, "");
    }

    VenueOrder state(
            String clientId,
            String venueId,
            Side side,
            @Nullable OrderStatus status,
            long quantity,
            long price,
            long filled,
            String childId) {
        return new VenueOrder(
                "AAA",
                venueId,
                clientId,
                side,
                PositionSide.NET,
                "LIMIT",
                "GTC",
                status,
                status == null ? "NOVEL" : status.name(),
                BigDecimal.valueOf(price, 2),
                null,
                BigDecimal.valueOf(quantity, 3),
                false,
                BigDecimal.valueOf(filled, 3),
                null,
                false,
                List.of(),
                "",
                !childId.isEmpty(),
                childId,
                "",
                time.nanos(),
                time.nanos());
    }

    VenueFill fill(String clientId, String venueId, Side side, long tradeId, long quantity) {
        return new VenueFill(
                "AAA",
                tradeId,
                venueId,
                clientId,
                side,
                PositionSide.NET,
                BigDecimal.valueOf(10_000, 2),
                BigDecimal.valueOf(quantity, 3),
                new VenueFee(new BigDecimal("0.01"), "USDT"),
                true,
                tradeId,
                time.nanos());
    }

    VenueFill fill(EngineOrder order, String venueId, long tradeId, long quantity) {
        return fill(order.clientId(), venueId, order.side(), tradeId, quantity);
    }

    @Override
    public void ready() {}

    @Override
    public void trading(boolean mayTrade, String reason) {
        isTrading = mayTrade;
        why = reason;
    }

    @Override
    public void marketData(InstrumentId instrument, Capability kind, boolean isLive) {}

    @Override
    public void failed(String reason) {}
}
