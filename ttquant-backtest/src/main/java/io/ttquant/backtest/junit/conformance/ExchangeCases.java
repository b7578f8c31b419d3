package io.ttquant.backtest.junit.conformance;

import io.ttquant.api.exchange.Capability;
import io.ttquant.api.exchange.ExchangeConfig;
import io.ttquant.api.exchange.ExchangeProvider;
import io.ttquant.api.market.InstrumentId;
import io.ttquant.api.order.OrderType;
import io.ttquant.api.order.Side;
import io.ttquant.api.order.TimeInForce;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the suite of exchanges must be told, and what its cases have in common. */
@DisplayNameGeneration(CaseNames.class)
@TestMethodOrder(CaseOrder.class)
@ExtendWith(CaseFailures.class)
abstract class ExchangeCases {
    private static final List<Capability> LIVELY = List.of(Capability.QUOTES, Capability.TRADES, Capability.BOOKS);

    private final List<ExchangeDesk> desks = new ArrayList<>();

    /** The provider, the same object within a test; no order is open when a test begins. */
    protected abstract ExchangeProvider provider();

    /** The instrument to trade. It must be trading, its market must move, and the account must have funds for a few orders on both sides. */
    protected abstract InstrumentId instrument();

    /** A quantity that the exchange takes at about the market price. */
    protected abstract BigDecimal quantity();

    /**
     * Lets the world go on a little: whatever has arrived meanwhile is handed to the {@link io.ttquant.api.exchange.EngineThread} that the session was
     * opened with, or called on the calling thread, which is the engine's. Tasks and timers of that thread run when this has returned, with its clock at the
     * time that this returns; so a step should be shorter than whatever the exchange waits for.
     *
     * @param nowNanos the time now, epoch nanoseconds
     * @return the time afterwards, not before {@code nowNanos}
     */
    protected abstract long proceed(long nowNanos);

    /** The time when a test begins, epoch nanoseconds. */
    protected abstract long startNanos();

    /** The settings of a session; none unless overridden. */
    protected ExchangeConfig config() {
        return new ExchangeConfig(Map.of());
    }

    /** How often the world goes on, at most, until something that is waited for has come; 200 times unless overridden. */
    protected int patience() {
        return 200;
    }

    /** With what client order ids begin; letters and digits. Override it where an exchange remembers those of earlier tests. */
    protected String clientIds() {
        return "conformance";
    }

    /** A price at which an order rests, far enough from the last price not to be filled, near enough to be taken; a tenth away unless overridden. */
    protected BigDecimal restingPrice(Side side, BigDecimal last) {
        return last.multiply(new BigDecimal(side == Side.BUY ? "0.9" : "1.1"));
    }

    /** Cuts the connection to the exchange until the outage ends; what is sent meanwhile may or may not arrive. Empty if the test cannot. */
    protected Optional<Outage> disconnect() {
        return Optional.empty();
    }

    /** The client ids of the orders that are open at the exchange now, by the exchange's own account; empty if the test cannot tell. */
    protected Optional<Set<String>> openAtExchange() {
        return Optional.empty();
    }

    @AfterEach
    final void closeSessions() {
        desks.forEach(ExchangeDesk::close);
    }

    /** A session that is ready and has its engine, and has not asked for anything. */
    final ExchangeDesk open() {
        ExchangeDesk desk = new ExchangeDesk(
                provider(),
                config(),
                instrument(),
                clientIds() + desks.size() + "x",
                startNanos(),
                this::proceed,
                patience());
        desks.add(desk);
        return desk;
    }

    /** An open session in which a price is known, and in which orders may be sent. */
    final ExchangeDesk openMarket() {
        ExchangeDesk desk = open();
        if (desk.can(Capability.LIMIT_ORDERS) || desk.can(Capability.MARKET_ORDERS)) {
            desk.until(desk.life::isTrading, "the session to say trading(true)");
        }
        for (Capability kind : LIVELY) {
            if (provider().capabilities().contains(kind)) {
                desk.session.subscribe(instrument(), kind);
                desk.until(() -> desk.market.rawLast() > 0, "a price by " + kind);
                return desk;
            }
        }
        throw new AssertionError(
                "the provider declares none of " + LIVELY + ", so that nothing can be traded by its prices");
    }

    final long rawQuantity(ExchangeDesk desk) {
        return desk.instrument.rounding().floorQuantity(quantity());
    }

    private static BigDecimal last(ExchangeDesk desk) {
        return new BigDecimal(desk.instrument.formatPrice(desk.market.rawLast()));
    }

    /** An order that rests, not sent yet. */
    final ConformanceOrder resting(ExchangeDesk desk, Side side, TimeInForce tif) {
        assumeCan(desk, Capability.LIMIT_ORDERS);
        long raw = desk.instrument.rounding().floorPrice(restingPrice(side, last(desk)));
        return desk.order(side, OrderType.LIMIT, rawQuantity(desk), raw, tif, false);
    }

    /** An order that rests, sent and accepted. */
    final ConformanceOrder rest(ExchangeDesk desk) {
        ConformanceOrder order = desk.send(resting(desk, Side.BUY, TimeInForce.GTC));
        desk.until(() -> desk.reports.count(order, "accepted") == 1, order.text() + " to be accepted");
        return order;
    }

    /** A limit order that takes at once, not sent yet: its price is that of a resting order of the other side. */
    final ConformanceOrder taking(ExchangeDesk desk, boolean isPostOnly) {
        assumeCan(desk, Capability.LIMIT_ORDERS);
        long raw = desk.instrument.rounding().floorPrice(restingPrice(Side.SELL, last(desk)));
        return desk.order(Side.BUY, OrderType.LIMIT, rawQuantity(desk), raw, TimeInForce.GTC, isPostOnly);
    }

    static void assumeCan(ExchangeDesk desk, Capability capability) {
        Assumptions.assumeTrue(desk.can(capability), "the exchange does not declare " + capability + ": skipped");
    }

    static <T> T assume(Optional<T> hook, String name) {
        Assumptions.assumeTrue(hook.isPresent(), "the test has no " + name + "(): skipped");
        return hook.orElseThrow();
    }
}
