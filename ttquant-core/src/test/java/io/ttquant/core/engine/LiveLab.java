package io.ttquant.core.engine;

import io.ttquant.api.account.Balance;
import io.ttquant.api.account.PositionMode;
import io.ttquant.api.exchange.AccountSnapshot;
import io.ttquant.api.exchange.AccountSnapshot.HeldPosition;
import io.ttquant.api.exchange.Capability;
import io.ttquant.api.exchange.ExecutionSession;
import io.ttquant.api.exchange.ExternalOrder;
import io.ttquant.api.market.AggressorSide;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.order.Amendment;
import io.ttquant.api.order.FillReason;
import io.ttquant.api.order.LiquiditySide;
import io.ttquant.api.order.Order;
import io.ttquant.api.order.OrderEvent;
import io.ttquant.api.order.OrderRequest;
import io.ttquant.api.order.OrderStatus;
import io.ttquant.api.order.OrderType;
import io.ttquant.api.order.PositionSide;
import io.ttquant.api.order.RejectReason;
import io.ttquant.api.order.Side;
import io.ttquant.api.order.TimeInForce;
import io.ttquant.api.time.EpochNanos;
import io.ttquant.core.portfolio.CashFlow;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/** An engine with a live session that only notes what it is told; the test is the exchange. */
final class LiveLab implements ExecutionSession, EngineTap {
    static final Instrument SPOT = Lab.SPOT;
    static final Instrument SWAP = Lab.SWAP;

    final Script script = new Script();
    final List<String> sent = new ArrayList<>();
    final List<Order> created = new ArrayList<>();
    final List<CashFlow> flows = new ArrayList<>();
    final List<AccountNotice> notices = new ArrayList<>();
    final Engine engine;
    final LiveAccount account;
    private long trades;

    LiveLab(AccountSnapshot opening, UnaryOperator<EngineBuilder> more) {
        EngineBuilder builder = Engine.builder()
                .instrument(SPOT)
                .instrument(SWAP)
                .reporting(Lab.USD)
                .strategy("s", script)
                .tap(this)
                .execute(this)
                .openAccount(opening);
        this.engine = more.apply(builder).build();
        this.account = engine.live();
    }

    static LiveLab of(AccountSnapshot opening) {
        return new LiveLab(opening, builder -> builder);
    }

    /** So many dollars and nothing else. */
    static LiveLab ofCash(long dollars) {
        return of(cash(dollars));
    }

    static AccountSnapshot cash(long dollars) {
        return snapshot(1, List.of(new Balance(Lab.USD, dollars * 100, 0)), List.of());
    }

    static AccountSnapshot snapshot(long tsEvent, List<Balance> balances, List<HeldPosition> positions) {
        return new AccountSnapshot(balances, positions, List.of(), PositionMode.NETTING, tsEvent);
    }

    static HeldPosition held(long quantity, String entryPrice) {
        return new HeldPosition(SWAP.id(), PositionSide.NET, quantity, new BigDecimal(entryPrice));
    }

    static ExternalOrder external(String clientId, String venueId, Side side, long quantity, long price, long filled) {
        return external(clientId, venueId, SWAP, side, quantity, price, filled);
    }

    static ExternalOrder external(
            String clientId, String venueId, Instrument i, Side side, long quantity, long price, long filled) {
        OrderRequest request = new OrderRequest(
                i, side, OrderType.LIMIT, quantity, price, 0, TimeInForce.GTC, EpochNanos.NEVER, false, false, "LIMIT");
        return new ExternalOrder(
                clientId,
                venueId,
                request,
                filled > 0 ? OrderStatus.PARTIALLY_FILLED : OrderStatus.ACCEPTED,
                filled,
                5);
    }

    /** Started, with prices of 100, and allowed to trade. */
    LiveLab start() {
        engine.start(0);
        engine.advanceTo(0);
        account.trading(true, "all is up");
        price(SWAP, 100);
        price(SPOT, 100);
        return this;
    }

    void price(Instrument instrument, long rawPrice) {
        long now = engine.clock().nanos() + 1;
        engine.instrument(instrument.id()).trade(now, now, rawPrice, 1, AggressorSide.NONE);
    }

    void fill(Order order, long quantity, long price) {
        fill(order, ++trades, quantity, price);
    }

    void fill(Order order, long tradeId, long quantity, long price) {
        account.filled(
                order,
                tradeId,
                price,
                quantity,
                0,
                Lab.USD,
                LiquiditySide.TAKER,
                FillReason.EXCHANGE,
                engine.clock().nanos());
    }

    long net() {
        return engine.ledger().netPosition(SWAP.id()).rawQuantity();
    }

    long dollars() {
        return engine.ledger().balance("USD").rawTotal();
    }

    long own() {
        return engine.ledger().position("s", SWAP).rawQuantity();
    }

    /** The denials that the strategy heard of. */
    List<RejectReason> denials() {
        return script.events.stream()
                .filter(OrderEvent.Denied.class::isInstance)
                .map(event -> ((OrderEvent.Denied) event).reason())
                .toList();
    }

    String lastDenial() {
        return script.events.stream()
                .filter(OrderEvent.Denied.class::isInstance)
                .map(event -> ((OrderEvent.Denied) event).message())
                .reduce("", (first, second) -> second);
    }

    List<AccountNotice.Kind> kinds() {
        return notices.stream().map(AccountNotice::kind).toList();
    }

    @Override
    public Set<Capability> capabilities() {
        return EnumSet.allOf(Capability.class);
    }

    @Override
    public void submit(Order order) {
        sent.add("submit " + order.clientId());
    }

    @Override
    public void cancel(Order order) {
        sent.add("cancel " + order.clientId());
    }

    @Override
    public void amend(Order order, Amendment amendment) {
        sent.add("amend " + order.clientId());
    }

    @Override
    public void created(Order order) {
        created.add(order);
    }

    @Override
    public void cashFlow(CashFlow flow) {
        flows.add(flow);
    }

    @Override
    public void notice(AccountNotice notice) {
        notices.add(notice);
    }
}
