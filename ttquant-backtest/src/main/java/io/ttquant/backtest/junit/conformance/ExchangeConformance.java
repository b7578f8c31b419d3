package io.ttquant.backtest.junit.conformance;

import io.ttquant.api.exchange.Capability;
import io.ttquant.api.exchange.ExchangeSession;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.market.InstrumentId;
import io.ttquant.api.order.Amendment;
import io.ttquant.api.order.OrderRequest;
import io.ttquant.api.order.OrderStatus;
import io.ttquant.api.order.OrderType;
import io.ttquant.api.order.Side;
import io.ttquant.api.order.TimeInForce;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Assumptions;

/**
 * What an {@link io.ttquant.api.exchange.ExchangeProvider} must do. Say which one it is, what to trade, and how the world goes on; run it against a test network, a
 * local exchange or recorded messages. In every case all that comes is checked too: on the engine's thread, only when the world goes on, in the order of time,
 * orders moved by the table of {@link io.ttquant.api.order.OrderTransitions}, each fill once and not beyond its order. Cases about what the provider declares no
 * capability for, or for which the test has no {@link #disconnect} or {@link #openAtExchange}, are skipped. No order is left open.
 *
 * <p>Books are checked by price level: a session that sends them by order ({@link io.ttquant.api.exchange.InstrumentSink#marketByOrder}) fails case 5, which says so.
 *
 * <pre>{@code
 * class MyExchangeTest extends ExchangeConformance {
 *     private final MyExchange provider = new MyExchange(localServer.address());
 *
 *     @Override protected ExchangeProvider provider() { return provider; }
 *     @Override protected InstrumentId instrument() { return InstrumentId.parse("mine:BTCUSDT"); }
 *     @Override protected BigDecimal quantity() { return new BigDecimal("0.01"); }
 *     @Override protected long startNanos() { return localServer.nanos(); }
 *     @Override protected long proceed(long now) { provider.handOverWhatArrived(); return localServer.nanos(); }
 * }
 * }</pre>
 */
public abstract class ExchangeConformance extends ExchangeCases {
    private static final int A_WHILE = 5;

    /** For subclasses. */
    protected ExchangeConformance() {}

    @Case(number = 1, rule = "the id is short, lower-case and always the same")
    final void id() {
        Expect.id(provider().id(), provider().id());
    }

    @Case(number = 2, rule = "there is a capability, always the same ones, which nobody can change")
    final void capabilities() {
        Expect.capabilities(provider().capabilities(), provider().capabilities());
    }

    @Case(number = 3, rule = "a session can do nothing with orders that its provider does not declare")
    final void sessionCapabilities() {
        Set<Capability> more = new HashSet<>(open().session.execution().capabilities());
        more.removeAll(provider().capabilities());
        Expect.that(more.isEmpty(), "the session declares " + more + ", which the provider does not");
    }

    @Case(number = 4, rule = "instruments are listed once each, under the provider's id as their venue")
    final void instruments() {
        Set<InstrumentId> ids = new HashSet<>();
        for (Instrument listed : open().session.instruments()) {
            Expect.equal(provider().id(), listed.id().venue(), "the venue of " + listed.id());
            Expect.that(ids.add(listed.id()), "the instrument " + listed.id() + " is listed twice");
        }
    }

    @Case(number = 5, rule = "subscribed quotes, trades and books come")
    final void subscribed() {
        ExchangeDesk desk = open();
        for (Capability kind : List.of(Capability.QUOTES, Capability.TRADES, Capability.BOOKS)) {
            if (provider().capabilities().contains(kind)) {
                desk.session.subscribe(instrument(), kind);
                desk.until(() -> desk.market.count(kind) > 1, kind + " of " + instrument());
            }
        }
    }

    @Case(number = 6, rule = "nothing comes that was not subscribed")
    final void notSubscribed() {
        ExchangeDesk desk = open();
        desk.proceed(A_WHILE);
        Expect.equal("none", desk.market.summary(), "the market data of a session that asked for none");
    }

    @Case(number = 7, rule = "what is subscribed twice comes once")
    final void subscribedTwice() {
        ExchangeDesk desk = openMarket();
        for (Capability kind : List.of(Capability.QUOTES, Capability.TRADES)) {
            if (provider().capabilities().contains(kind)) {
                desk.session.subscribe(instrument(), kind);
                desk.session.subscribe(instrument(), kind);
                desk.until(() -> desk.market.count(kind) >= 10, "ten " + kind);
                desk.that(
                        desk.market.repetitions(kind) * 2 < desk.market.count(kind),
                        desk.market.repetitions(kind) + " of " + desk.market.count(kind) + " " + kind
                                + " are the same as the one before: they come once for each subscription");
            }
        }
    }

    @Case(number = 8, rule = "a subscription to what is not listed, or is no market data, is refused by its name")
    final void wrongSubscription() {
        ExchangeSession session = open().session;
        Expect.refused(
                IllegalArgumentException.class,
                () -> session.subscribe(InstrumentId.of(provider().id(), "NOSUCHPAIR"), Capability.TRADES),
                "a subscription to an instrument that is not listed",
                "NOSUCHPAIR");
        Expect.refused(
                IllegalArgumentException.class,
                () -> session.subscribe(instrument(), Capability.POST_ONLY),
                "a subscription to POST_ONLY",
                "POST_ONLY");
    }

    @Case(number = 9, rule = "a resting order is accepted once, and rests")
    final void rests() {
        ExchangeDesk desk = openMarket();
        ConformanceOrder order = rest(desk);
        desk.proceed(A_WHILE);
        Expect.equal(OrderStatus.ACCEPTED, order.status(), "the state of " + order.text());
        end(desk, order);
    }

    /** Cancels what rests, so that no order is left. */
    private static void end(ExchangeDesk desk, ConformanceOrder order) {
        desk.cancel(order);
        desk.until(order::isClosed, order.text() + " to be cancelled");
    }

    @Case(number = 10, rule = "a command is answered when the world goes on, never inside the call")
    final void answersLater() {
        ExchangeDesk desk = openMarket();
        ConformanceOrder order = desk.send(resting(desk, Side.BUY, TimeInForce.GTC));
        desk.that(desk.reports.kinds(order).isEmpty(), order.text() + " was answered inside submit()");
        desk.until(() -> desk.reports.count(order, "accepted") == 1, order.text() + " to be accepted");
        desk.cancel(order);
        desk.that(order.isOpen(), order.text() + " was cancelled inside cancel()");
        desk.until(order::isClosed, order.text() + " to be cancelled");
    }

    @Case(number = 11, rule = "a cancelled order is cancelled once, without a reason that is not ours")
    final void canceled() {
        ExchangeDesk desk = openMarket();
        ConformanceOrder order = rest(desk);
        desk.cancel(order);
        desk.until(order::isClosed, order.text() + " to be cancelled");
        desk.proceed(A_WHILE);
        Expect.equal(List.of("accepted", "canceled"), desk.reports.kinds(order), "the reports about " + order.text());
    }

    @Case(number = 12, rule = "an order that takes is filled in whole, with ids, prices and quantities that add up")
    final void filled() {
        ExchangeDesk desk = openMarket();
        ConformanceOrder order = desk.send(
                desk.can(Capability.MARKET_ORDERS)
                        ? desk.order(Side.BUY, OrderType.MARKET, rawQuantity(desk), 0, TimeInForce.GTC, false)
                        : taking(desk, false));
        desk.until(order::isClosed, order.text() + " to be filled");
        Expect.equal(OrderStatus.FILLED, order.status(), "the state of " + order.text());
        desk.proceed(A_WHILE);
        Expect.equal(order.rawQuantity(), order.rawFilled(), "the raw quantity filled of " + order.text());
    }

    @Case(number = 13, rule = "a cancel of an order that is closed is refused with a reason, and changes nothing")
    final void cancelOfClosed() {
        ExchangeDesk desk = openMarket();
        ConformanceOrder order = rest(desk);
        end(desk, order);
        desk.cancel(order);
        desk.until(
                () -> desk.reports.count(order, "cancelRejected") == 1,
                "the cancel of " + order.text() + ", which is closed, to be refused");
        Expect.equal(1L, desk.reports.count(order, "canceled"), "how often " + order.text() + " was cancelled");
    }

    @Case(
            number = 14,
            rule = "a cancel of an order that the exchange never had is refused, and nothing else comes of it")
    final void cancelOfUnknown() {
        ExchangeDesk desk = openMarket();
        ConformanceOrder never = resting(desk, Side.BUY, TimeInForce.GTC);
        desk.cancel(never);
        desk.until(
                () -> desk.reports.count(never, "cancelRejected") == 1,
                "the cancel of " + never.text() + ", which was never sent, to be refused");
        Expect.equal(List.of("cancelRejected"), desk.reports.kinds(never), "the reports about what was never sent");
    }

    @Case(number = 15, rule = "an order that is cancelled at once, before it was heard of, does not stay open")
    final void canceledAtOnce() {
        ExchangeDesk desk = openMarket();
        ConformanceOrder order = desk.send(resting(desk, Side.SELL, TimeInForce.GTC));
        desk.cancel(order);
        desk.until(order::isClosed, order.text() + " to be closed");
        Expect.equal(OrderStatus.CANCELED, order.status(), "the state of " + order.text());
    }

    @Case(
            number = 16,
            rule = "a second order under the client id of one that is open is refused, and the first lives on")
    final void duplicate() {
        ExchangeDesk desk = openMarket();
        ConformanceOrder first = rest(desk);
        ConformanceOrder second = desk.order(first.clientId(), first.request());
        desk.send(second);
        desk.until(second::isClosed, "the second order under the client id " + first.clientId() + " to be refused");
        Expect.equal(OrderStatus.REJECTED, second.status(), "the state of the second order under one client id");
        Expect.equal(OrderStatus.ACCEPTED, first.status(), "the state of the first order under one client id");
        end(desk, first);
    }

    @Case(number = 17, rule = "a price off the tick is refused, and not rounded in silence")
    final void offTick() {
        ExchangeDesk desk = openMarket();
        Assumptions.assumeTrue(desk.instrument.rawTick() > 1, "every price is on the tick: skipped");
        OrderRequest right = resting(desk, Side.BUY, TimeInForce.GTC).request();
        refused(desk, right.with(Amendment.ofPrice(right.rawPrice() + 1)), "a price off the tick");
    }

    @Case(number = 18, rule = "a quantity off the lot is refused, and not rounded in silence")
    final void offLot() {
        ExchangeDesk desk = openMarket();
        Assumptions.assumeTrue(desk.instrument.rawLot() > 1, "every quantity is on the lot: skipped");
        OrderRequest right = resting(desk, Side.BUY, TimeInForce.GTC).request();
        refused(desk, right.withQuantity(right.rawQuantity() + 1), "a quantity off the lot");
    }

    @Case(number = 19, rule = "a quantity below the minimum is refused")
    final void tooLittle() {
        ExchangeDesk desk = openMarket();
        Assumptions.assumeTrue(
                desk.instrument.filters().rawMinQuantity() > desk.instrument.rawLot(),
                "the minimum is the lot: skipped");
        refused(
                desk,
                resting(desk, Side.BUY, TimeInForce.GTC).request().withQuantity(desk.instrument.rawLot()),
                "a quantity below the minimum");
    }

    private void refused(ExchangeDesk desk, OrderRequest request, String what) {
        ConformanceOrder order = desk.send(desk.order(clientIds() + "r", request));
        desk.until(() -> !desk.reports.kinds(order).isEmpty(), "an answer to " + what);
        desk.proceed(A_WHILE);
        desk.that(
                desk.reports.kinds(order).equals(List.of("rejected")),
                "expected " + what + " to be rejected, but the reports are " + desk.reports.kinds(order));
    }

    @Case(number = 20, rule = "a post-only order that would take is refused or cancelled, and never filled")
    final void postOnly() {
        ExchangeDesk desk = openMarket();
        assumeCan(desk, Capability.POST_ONLY);
        ConformanceOrder order = desk.send(taking(desk, true));
        desk.until(order::isClosed, order.text() + ", which would take, to be refused");
        Expect.equal(0L, order.rawFilled(), "the raw quantity filled of " + order.text());
    }

    @Case(number = 21, rule = "an immediate-or-cancel order that meets nothing ends at once without a fill")
    final void immediateOrCancel() {
        immediate(TimeInForce.IOC, Capability.IOC);
    }

    @Case(number = 22, rule = "a fill-or-kill order that meets nothing ends at once without a fill")
    final void fillOrKill() {
        immediate(TimeInForce.FOK, Capability.FOK);
    }

    private void immediate(TimeInForce tif, Capability capability) {
        ExchangeDesk desk = openMarket();
        assumeCan(desk, capability);
        ConformanceOrder order = desk.send(resting(desk, Side.BUY, tif));
        desk.until(order::isClosed, order.text() + ", which meets nothing, to end");
        Expect.equal(0L, order.rawFilled(), "the raw quantity filled of " + order.text());
    }

    @Case(number = 23, rule = "an amendment is confirmed with the figures that the order then has")
    final void amended() {
        ExchangeDesk desk = openMarket();
        assumeCan(desk, Capability.AMEND);
        ConformanceOrder order = rest(desk);
        long price = order.rawPrice() - desk.instrument.rawTick();
        desk.session.execution().amend(order, Amendment.ofPrice(price));
        desk.until(() -> desk.reports.count(order, "updated") == 1, order.text() + " to be amended");
        Expect.equal(price, order.rawPrice(), "the raw price after the amendment of " + order.text());
        Expect.equal(
                order.request().rawQuantity(), order.rawQuantity(), "the raw quantity after an amendment of the price");
        end(desk, order);
    }

    @Case(number = 24, rule = "an amendment of an order that is closed, or that the exchange cannot do, is refused")
    final void amendmentRefused() {
        ExchangeDesk desk = openMarket();
        ConformanceOrder order = rest(desk);
        if (desk.can(Capability.AMEND)) {
            end(desk, order);
        }
        desk.session.execution().amend(order, Amendment.ofPrice(order.rawPrice() - desk.instrument.rawTick()));
        desk.until(
                () -> desk.reports.count(order, "updateRejected") == 1,
                "the amendment of " + order.text() + " to be refused");
        if (order.isOpen()) {
            end(desk, order);
        }
    }

    @Case(number = 25, rule = "orders that are sent and cancelled together are answered each")
    final void together() {
        ExchangeDesk desk = openMarket();
        List<ConformanceOrder> orders =
                List.of(resting(desk, Side.BUY, TimeInForce.GTC), resting(desk, Side.SELL, TimeInForce.GTC));
        desk.session.execution().submitAll(orders);
        desk.until(
                () -> orders.stream().allMatch(order -> desk.reports.count(order, "accepted") == 1),
                "both of two orders sent together to be accepted");
        desk.session.execution().cancelAll(orders);
        desk.until(
                () -> orders.stream().allMatch(order -> desk.reports.count(order, "canceled") == 1),
                "both of two orders cancelled together to be cancelled");
    }

    @Case(number = 26, rule = "closing twice does no harm")
    final void closedTwice() {
        ExchangeDesk desk = open();
        desk.close();
        desk.session.close();
    }

    @Case(
            number = 27,
            rule = "after the session is closed nothing comes, and a command is refused, not lost in silence")
    final void closed() {
        ExchangeDesk desk = openMarket();
        ConformanceOrder order = resting(desk, Side.BUY, TimeInForce.GTC);
        desk.close();
        String before = desk.market.summary();
        Expect.refused(
                IllegalStateException.class, () -> desk.session.execution().submit(order), "an order after close()");
        desk.proceed(A_WHILE);
        Expect.equal(before, desk.market.summary(), "the market data that came, some after close()");
        Expect.equal(List.of(), desk.reports.lines, "the reports after close()");
    }

    @Case(number = 28, rule = "closing the session leaves open orders as they are")
    final void ordersStay() {
        assume(openAtExchange(), "openAtExchange");
        ExchangeDesk desk = openMarket();
        ConformanceOrder order = rest(desk);
        desk.close();
        Expect.equal(
                Set.of(order.clientId()),
                openAtExchange().orElseThrow(),
                "the orders open at the exchange after close()");
    }

    @Case(
            number = 29,
            rule = "while the connection is cut no order is said to be refused or cancelled, and its fate is known"
                    + " afterwards")
    final void outcomeUnknown() {
        ExchangeDesk desk = openMarket();
        ConformanceOrder order = resting(desk, Side.BUY, TimeInForce.GTC);
        Outage cut = assume(disconnect(), "disconnect");
        try {
            desk.send(order);
            desk.proceed(A_WHILE);
            desk.that(
                    order.isOpen(),
                    order.text() + ", sent while the connection is cut, is said to be " + order.status()
                            + "; nobody can know that yet");
        } finally {
            cut.end();
        }
        desk.until(
                () -> !order.isOutcomeUnknown() && order.status() != OrderStatus.SUBMITTED,
                "the fate of " + order.text() + ", sent while the connection was cut, to be known");
        openAtExchange()
                .ifPresent(open -> desk.that(
                        open.contains(order.clientId()) == order.isOpen(),
                        order.text() + " is said to be " + order.status() + ", but the orders open at the exchange are "
                                + open));
        if (order.isOpen()) {
            end(desk, order);
        }
    }

    @Case(number = 30, rule = "market data go on after the connection was cut, and what rested is still known")
    final void reconnects() {
        ExchangeDesk desk = openMarket();
        ConformanceOrder order = rest(desk);
        Outage cut = assume(disconnect(), "disconnect");
        try {
            desk.proceed(A_WHILE);
        } finally {
            cut.end();
        }
        String before = desk.market.summary();
        desk.until(() -> !desk.market.summary().equals(before), "market data after the connection was cut");
        Expect.equal(OrderStatus.ACCEPTED, order.status(), "the state of " + order.text() + " after a cut");
        end(desk, order);
    }

    @Case(number = 31, rule = "an order that takes, sent while the connection is cut, is filled once or not at all")
    final void filledOnceAfterCut() {
        ExchangeDesk desk = openMarket();
        ConformanceOrder order = taking(desk, false);
        Outage cut = assume(disconnect(), "disconnect");
        try {
            desk.send(order);
            desk.proceed(A_WHILE);
        } finally {
            cut.end();
        }
        desk.until(order::isClosed, order.text() + ", sent while the connection was cut, to be closed");
        desk.proceed(A_WHILE);
        Expect.that(
                order.rawFilled() == 0 || order.rawFilled() == order.rawQuantity(),
                order.text() + ", which is closed, was filled in part: "
                        + order.instrument().formatQuantity(order.rawFilled()));
    }

    @Case(number = 32, rule = "a session becomes ready once, after open() has returned")
    final void ready() {
        ExchangeDesk desk = open();
        desk.proceed(A_WHILE);
        Expect.that(
                !desk.session.instruments().isEmpty(),
                "a session that is ready must list the instruments it can trade");
    }

    @Case(
            number = 33,
            rule =
                    "while the connection is cut the session says that no new orders may be sent, and afterwards that they"
                            + " may")
    final void tradingStops() {
        ExchangeDesk desk = openMarket();
        Assumptions.assumeTrue(desk.life.isTrading(), "the session takes no orders: skipped");
        Outage cut = assume(disconnect(), "disconnect");
        try {
            desk.until(() -> !desk.life.isTrading(), "the session to say trading(false) while the connection is cut");
        } finally {
            cut.end();
        }
        desk.until(desk.life::isTrading, "the session to say trading(true) after the connection was cut");
    }
}
