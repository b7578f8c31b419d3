package io.ttquant.core.engine;

import io.ttquant.api.account.Balance;
import io.ttquant.api.exchange.AccountSink;
import io.ttquant.api.exchange.AccountSnapshot;
import io.ttquant.api.exchange.AccountSnapshot.HeldPosition;
import io.ttquant.api.exchange.ExternalOrder;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.market.InstrumentId;
import io.ttquant.api.money.Currency;
import io.ttquant.api.order.Fill;
import io.ttquant.api.order.Order;
import io.ttquant.api.order.OrderEvent;
import io.ttquant.api.strategy.Strategy;
import io.ttquant.api.strategy.StrategyContext;
import io.ttquant.core.engine.Inheritance.OwnOrder;
import io.ttquant.core.engine.Inheritance.OwnPosition;
import io.ttquant.core.order.TrackedOrder;
import io.ttquant.core.portfolio.CashFlow;
import io.ttquant.core.portfolio.Ledger;
import io.ttquant.core.portfolio.PositionShares;
import io.ttquant.core.portfolio.PositionState;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The account of an engine that trades at a real exchange: takes the reports of its orders, what others do on it, and whether its session is up. To be
 * called on the engine's thread.
 *
 * <p>What no strategy of this engine did has an owner of its own, {@link Ledger#EXTERNAL}: the account's limits count it, the ledger books it, taps see
 * it, and no strategy hears of it or can cancel it. The kill switch cancels and closes it with the rest. Orders and
 * positions of an earlier run are external
 * too, but for those that strategies {@linkplain Inheritance inherit}.
 */
public final class LiveAccount extends ExecutionReports implements AccountSink {
    private static final Logger LOG = LoggerFactory.getLogger(Engine.class);
    /** Closed orders, and trades of an instrument on a side, that are remembered. */
    private static final int REMEMBERED = 10_000;

    private final Engine engine;
    private final StrategySlot external;
    private final TradingGate gate;
    private final AccountAudit audit;
    private final FundingShares funding;
    private final TakenParts taken;
    private final KnownOrders known = new KnownOrders(REMEMBERED);
    private final BookedTrades trades = new BookedTrades(REMEMBERED);
    private final Map<String, StatedBalance> stated = new LinkedHashMap<>();
    private final Set<String> fundingIds = new HashSet<>();
    private @Nullable InstrumentChannels channels;
    private ReturnedOrders returned = new ReturnedOrders(Inheritance.NONE, AccountSnapshot.NONE, new StrategySlot[0]);
    private @Nullable ShareSettlement shares;
    private long adopted;

    /**
     * What the exchange last said of a currency.
     *
     * @param balance what it said
     * @param tsEvent when it was so, epoch nanoseconds
     */
    public record StatedBalance(Balance balance, long tsEvent) {}

    /** It is never started. */
    private static final class Nobody extends Strategy {
        @Override
        protected void onStart(StrategyContext context) {}
    }

    LiveAccount(Engine engine, Ledger ledger, int owner) {
        super(engine, ledger);
        this.engine = engine;
        this.gate = gate();
        this.external = new StrategySlot(engine, owner, Ledger.EXTERNAL, new Nobody());
        this.taken = new TakenParts(engine, external);
        this.audit = new AccountAudit(engine, ledger, gate, external, taken);
        this.funding = new FundingShares(engine, external);
    }

    static LiveAccount of(ExecutionReports reports) {
        if (reports instanceof LiveAccount live) {
            return live;
        }
        throw new IllegalStateException(
                "execution is simulated, so that there is no account at an exchange; give the engine a session");
    }

    /** Where instruments come from that others trade and no strategy does. */
    void use(InstrumentChannels all) {
        channels = all;
    }

    /** The engine is built: positions and orders of the start count from now on, and nothing that adds risk leaves before the session is up. */
    void open(AccountSnapshot account, Inheritance inherited) {
        returned = new ReturnedOrders(inherited, account, engine.slots());
        shares = new ShareSettlement(engine, external, inherited);
        inherited.positions().forEach(this::watch);
        gate.close("the session has not said yet that they do");
        for (HeldPosition each : account.positions()) {
            InstrumentChannel channel = engine.channel(each.instrument());
            channel.positions().of(external, each.side());
            channel.open(external).watch(each.side());
        }
        account.balances().forEach(each -> balance(each, account.tsEvent()));
        account.openOrders().forEach(this::adopt);
        returned.all().forEach(this::adopt);
    }

    /** The limits of a strategy count what it has back. */
    private void watch(OwnPosition held) {
        StrategySlot slot = ReturnedOrders.slot(engine.slots(), held.strategyId());
        if (slot != null) {
            InstrumentChannel channel = engine.channel(held.instrument());
            PositionState position = channel.positions().of(slot, held.side());
            channel.open(slot).watch(held.side());
            GuardDesk guards = engine.risk().guards();
            if (guards != null) {
                guards.returned(channel, slot, position);
            }
        }
    }

    @Override
    public List<ExternalOrder> recalled() {
        return returned.all();
    }

    /** The owner of what no strategy did. */
    StrategySlot external() {
        return external;
    }

    void sent(TrackedOrder order) {
        known.sent(order);
    }

    /**
     * {@inheritDoc}
     *
     * <p>An order that this run sent is that order, by its client id; one that was adopted before is the same again.
     * One that a strategy inherits is the
     * strategy's. All others are external.
     *
     * @throws IllegalArgumentException if its state is none of an order at an exchange
     */
    @Override
    public Order adopt(ExternalOrder order) {
        TrackedOrder before = known.find(order);
        if (before != null) {
            return before;
        }
        InstrumentChannel channel =
                Objects.requireNonNull(channels).ofOrMade(order.request().instrument());
        OwnOrder own = returned.of(order).orElse(null);
        return own == null ? adopt(order, channel) : takeUp(own, order, channel);
    }

    private Order takeUp(OwnOrder own, ExternalOrder found, InstrumentChannel channel) {
        StrategySlot slot = Objects.requireNonNull(ReturnedOrders.slot(engine.slots(), own.strategyId()));
        TrackedOrder tracked = TrackedOrder.adopted(
                ReturnedOrders.takenUp(own, found),
                engine.desk().nextSequence(),
                slot.index,
                slot.id,
                channel.positions().of(slot, found.request().positionSide()));
        returned.returned(tracked);
        known.sent(tracked);
        engine.taps().created(tracked);
        if (tracked.isOpen()) {
            channel.open(slot).add(tracked);
            if (returned.isOpen(tracked)) {
                engine.desk().holdBack(tracked);
            }
        }
        return tracked;
    }

    private Order adopt(ExternalOrder order, InstrumentChannel channel) {
        TrackedOrder tracked = TrackedOrder.adopted(
                order,
                - ++adopted,
                external.index,
                Ledger.EXTERNAL,
                channel.positions().of(external, order.request().positionSide()));
        known.adopted(order, tracked);
        engine.taps().created(tracked);
        if (tracked.isOpen()) {
            channel.open(external).add(tracked);
            engine.desk().holdBack(tracked);
        }
        Instrument i = channel.instrument();
        engine.taps()
                .notice(new AccountNotice(
                        order.tsEvent(),
                        AccountNotice.Kind.EXTERNAL_ORDER,
                        i.id(),
                        "order " + tracked
                                + (order.request().tag().isEmpty()
                                        ? ""
                                        : " (" + order.request().tag() + ")")
                                + ", the exchange's " + order.venueId()
                                + ", was sent by no strategy of this run; it counts in the limits of the account, and "
                                + i.formatQuantity(order.rawFilled()) + " of it were filled before"));
        return tracked;
    }

    /**
     * {@inheritDoc}
     *
     * <p>A balance that differs is booked as a transfer ({@link CashFlow.Kind#TRANSFER}), a position that differs as a change beside the strategies, who
     * lose of theirs what the account has no more; both are told to taps. What came in is no profit to the limits on losses; what went out is a loss to them, since nobody here can tell a withdrawal from a loss
     * that was not reported.
     */
    @Override
    public void audited(AccountSnapshot account) {
        // Before that, fills of the time between may be missing that are strategies' own.
        boolean areSharesKnown = shares == null;
        audit.audit(account, areSharesKnown);
        account.balances().forEach(each -> balance(each, account.tsEvent()));
    }

    /** {@inheritDoc} It is kept for those who look ({@link #stated}), and moves no books. */
    @Override
    public void balance(Balance balance, long tsEvent) {
        String code = balance.currency().code();
        StatedBalance before = stated.get(code);
        if (before == null || before.tsEvent() <= tsEvent) {
            stated.put(code, new StatedBalance(balance, tsEvent));
        }
    }

    /** What the exchange last said of a currency, by news or by an audit; empty if it said nothing. */
    public Optional<StatedBalance> stated(String currencyCode) {
        return Optional.ofNullable(stated.get(currencyCode));
    }

    @Override
    public void fundingPaid(InstrumentId instrument, String id, Currency currency, long rawAmount, long tsEvent) {
        if (fundingIds.add(instrument + " " + id)) {
            InstrumentChannel channel = Objects.requireNonNull(channels).known(instrument);
            if (channel == null) {
                funding.payAlone(instrument, id, currency, rawAmount, tsEvent);
            } else {
                funding.pay(channel, id, currency, rawAmount, tsEvent);
            }
        }
    }

    /**
     * Whether new orders may be sent, as {@link io.ttquant.api.exchange.SessionListener#trading} says. While they may not, strategies' orders that add risk
     * are denied; cancels and what only reduces a position pass.
     *
     * @param why a phrase for people
     */
    public void trading(boolean isTrading, String why) {
        engine.told(new EngineCall.Trading(isTrading, why), () -> gated(isTrading, why));
    }

    private void gated(boolean isTrading, String why) {
        if (isTrading) {
            if (shares != null) {
                shares.settle();
                shares = null;
            }
            boolean isNews = !gate.isTrading();
            gate.open();
            LOG.info("orders may be sent: {}", why);
            if (isNews) {
                // What was triggered meanwhile is due now.
                engine.commandSent();
                engine.risk().exits().wake();
            }
            engine.risk().begun();
            if (isNews) {
                engine.desk().sendUnsent();
            }
            return;
        }
        boolean isNews = gate.isTrading();
        gate.close(why);
        if (isNews) {
            engine.taps()
                    .notice(new AccountNotice(
                            engine.now(),
                            AccountNotice.Kind.TRADING_STOPPED,
                            null,
                            "nothing that adds risk is sent from now on: " + why));
        }
    }

    /** True while new orders may be sent, as far as the session knows. */
    public boolean isTrading() {
        return gate.isTrading();
    }

    @Override
    boolean mayGrow() {
        return true;
    }

    @Override
    boolean isUnbooked(TrackedOrder order, long tradeId) {
        InstrumentId id = order.instrument().id();
        boolean isUnbooked = !trades.has(id, order.side(), tradeId);
        if (!isUnbooked) {
            notBooked(
                    order,
                    "trade " + tradeId + " of " + id + " is reported for order " + order
                            + ", and was booked under another " + order.side()
                            + " order before; it is not booked twice. Compare the orders with the exchange");
        }
        return isUnbooked;
    }

    /** One that does not fit its order or the books leaves them in doubt; the rest of what the exchange says goes on. */
    @Override
    boolean book(TrackedOrder order, long tradeId, long rawPrice, long rawQuantity, long rawFee, Currency feeCurrency) {
        try {
            if (returned.isInAccount(order, rawQuantity)) {
                attribute(order, tradeId, rawPrice, rawQuantity, rawFee, feeCurrency);
            } else {
                super.book(order, tradeId, rawPrice, rawQuantity, rawFee, feeCurrency);
            }
        } catch (IllegalStateException | IllegalArgumentException | ArithmeticException e) {
            gate.doubt("a fill was not booked: " + e.getMessage());
            notBooked(
                    order,
                    "a fill was not booked, and nothing that adds risk is sent before the next audit: "
                            + e.getMessage());
            return false;
        }
        trades.add(order.instrument().id(), order.side(), tradeId);
        return true;
    }

    /** An order of the exchange's own takes what strategies hold. */
    @Override
    List<OrderEvent.Filled> liquidated(TrackedOrder order, Fill fill) {
        return order.isExternal() ? taken.liquidated(order, fill) : List.of();
    }

    /**
     * Of a fill of an earlier time the account has the money; what it bought or sold goes from the account's share to
     * the strategy's.
     */
    private void attribute(
            TrackedOrder order, long tradeId, long rawPrice, long rawQuantity, long rawFee, Currency feeCurrency) {
        order.requireFillable(tradeId, rawQuantity);
        PositionState unknown = engine.channel(order.instrument().id())
                .positions()
                .of(external, order.position().side());
        PositionShares.move(
                engine.ledger(), order.position(), unknown, order.side(), rawPrice, rawQuantity, rawFee, feeCurrency);
    }

    private void notBooked(TrackedOrder order, String message) {
        engine.taps()
                .notice(new AccountNotice(
                        engine.now(),
                        AccountNotice.Kind.FILL_NOT_BOOKED,
                        order.instrument().id(),
                        message));
    }
}
