package io.ttquant.exchanges.okx.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.ttquant.api.market.Instrument;
import io.ttquant.api.order.Order;
import io.ttquant.api.order.OrderType;
import io.ttquant.api.order.Side;
import io.ttquant.api.order.TriggerSource;
import io.ttquant.exchanges.Orders;
import io.ttquant.exchanges.transport.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Orders at OKX from end to end: what is told of them to the engine, whatever the network and the venue do. */
class OkxTradingTest {
    private static final String PLACE = "/api/v5/trade/order";
    private static final String WS = "ws.okx.com";

    private final Session s = Session.withKeys();
    private final OrderServer server = new OrderServer(s.venue);

    private void opened() {
        s.attached();
        assertTrue(s.heard.get(s.heard.size() - 1).startsWith("trading true"), s.heard.toString());
        s.sinks.reports.clear();
    }

    private Order buy(String clientId) {
        Instrument btc = s.session.instruments().stream()
                .filter(i -> i.id().symbol().equals("BTC-USDT"))
                .findFirst()
                .orElseThrow();
        return new TestOrder(
                clientId,
                Orders.of(btc, Side.BUY, OrderType.LIMIT, "1").at("27000").request());
    }

    /** What was reported of orders, without audits and balances. */
    private List<String> reports() {
        return s.sinks.reports.stream()
                .filter(r -> !r.equals("audited") && !r.startsWith("balance"))
                .toList();
    }

    private long posts() {
        return s.venue.requests.stream()
                .filter(r -> r.method().equals("POST") && r.uri().getPath().equals(PLACE))
                .count();
    }

    @Test
    void anOrderIsTakenFilledInPartAndCancelled() {
        opened();
        Order order = buy("a1");
        s.session.execution().submit(order);
        s.run(2);
        String frame = server.fill("a1", 0.25);
        s.venue.publish("orders /ANY", frame);
        s.run(2);
        s.session.execution().cancel(order);
        s.run(5);
        assertEquals(
                List.of("a1 accepted", "a1 filled 41 25000000 at 270000 fee 100000 BTC", "a1 canceled"), reports());
        s.run(600);
        assertEquals(3, reports().size(), "audits tell nothing twice");
    }

    @Test
    void aRefusalInsideTwoHundredIsReportedWithTheVenuesWords() {
        opened();
        server.takes = false;
        s.session.execution().submit(buy("a1"));
        s.run(5);
        assertEquals(1, reports().size());
        assertTrue(
                reports().get(0).startsWith("a1 rejected INSUFFICIENT_FUNDS"),
                reports().get(0));
    }

    @Test
    void anErrorOfTheServerAfterTheOrderWasTakenEndsInTheTruth() {
        opened();
        server.answers = a -> HttpResponse.of(502, "<html>bad gateway</html>");
        s.session.execution().submit(buy("a1"));
        s.run(20);
        assertEquals(
                "a1 accepted", reports().get(reports().size() - 1), reports().toString());
        assertFalse(reports().toString().contains("rejected"));
        assertEquals(1, posts(), "never sent twice");
    }

    @Test
    void anOrderWhoseAnswerAndNewsWereLostIsAskedFor() {
        opened();
        s.network.link(WS).messageLoss(1);
        server.answers =
                a -> HttpResponse.of(500, "{\"code\":\"51149\",\"msg\":\"Order timed out. Please query\",\"data\":[]}");
        s.session.execution().submit(buy("a1"));
        s.run(10);
        s.network.link(WS).messageLoss(0);
        s.run(60);
        assertEquals(List.of("a1 unknown", "a1 accepted", "a1 known"), reports());
        assertEquals(1, posts());
    }

    @Test
    void anOrderThatNeverArrivedIsReportedRefusedAfterItsDeadline() {
        opened();
        s.network.link("www.okx.com").requestLoss(1);
        s.session.execution().submit(buy("a1"));
        s.run(1);
        s.network.link("www.okx.com").requestLoss(0);
        s.run(3);
        assertFalse(reports().toString().contains("rejected"), "too early to say: " + reports());
        s.run(120);
        assertTrue(
                reports().get(reports().size() - 1).startsWith("a1 rejected"),
                reports().toString());
        assertEquals(0, posts());
    }

    @Test
    void aFillDuringALossIsBookedOnceAndTradingRests() {
        opened();
        s.session.execution().submit(buy("a1"));
        s.run(2);
        s.network.link(WS).refuse(true).cut();
        s.run(1);
        assertTrue(s.heard.get(s.heard.size() - 1).startsWith("trading false"), s.heard.toString());
        server.fill("a1", 0.25);
        s.run(20);
        s.network.link(WS).refuse(false);
        s.run(90);
        server.fill("a1", 0.75);
        s.run(90);
        assertTrue(s.heard.get(s.heard.size() - 1).startsWith("trading true"), s.heard.toString());
        assertEquals(
                List.of(
                        "a1 accepted",
                        "a1 filled 41 25000000 at 270000 fee 100000 BTC",
                        "a1 filled 42 75000000 at 270000 fee 100000 BTC"),
                reports());
        assertTrue(s.sinks.reports.contains("audited"));
    }

    @Test
    void onlyWhatTheVenueKeepsFromOpeningIsSentWhileTheStreamIsDown() {
        s.network.link(WS).refuse(true);
        s.attached();
        Instrument swap = s.session.instruments().stream()
                .filter(i -> i.id().symbol().equals("BTC-USDT-SWAP"))
                .findFirst()
                .orElseThrow();
        Orders sale = Orders.of(swap, Side.SELL, OrderType.MARKET, "1");
        s.session.execution().submit(new TestOrder("a1", sale.request()));
        s.session.execution().submit(new TestOrder("a2", sale.reduceOnly().request()));
        s.run(5);
        assertTrue(reports().get(0).startsWith("a1 rejected"), reports().toString());
        assertEquals("a2 accepted", reports().get(1));
        assertEquals(1, posts());
        assertTrue(s.venue.requests.stream()
                .anyMatch(r -> new String(r.body(), StandardCharsets.UTF_8).contains("\"reduceOnly\":true")));
    }

    @Test
    void newOrdersAreNotSentBeforeTheStreamIsUp() {
        s.open();
        s.session.attach(s.sinks, s.sinks);
        s.session.execution().submit(buy("a1"));
        s.run(10);
        assertTrue(reports().get(0).startsWith("a1 rejected"), reports().toString());
        assertEquals(0, posts());
    }

    @Test
    void anOrderByHandIsCancelledWhileNoNewsComes() {
        OrderServer.Placed hand = server.byHand();
        s.network.link(WS).refuse(true);
        s.attached();
        s.session.execution().cancel(s.sinks.adopted.get(0));
        s.run(10);
        assertEquals("canceled", hand.state);
        assertEquals(List.of("adopted 301 ", "adopted301 canceled"), reports());
    }

    @Test
    void anOrderByHandThatEndedBeforeTheFirstNewsOfItIsFoundAmongWhatEnded() {
        OrderServer.Placed hand = server.byHand();
        s.open();
        hand.state = "canceled";
        s.venue.on("/api/v5/trade/order", r -> OkxVenue.error(200, "51603", "Order does not exist"));
        s.session.attach(s.sinks, s.sinks);
        s.run(20);
        assertEquals(List.of("adopted 301 ", "adopted301 canceled ended by the venue: canceled, source 1"), reports());
        assertTrue(s.heard.get(s.heard.size() - 1).startsWith("trading true"), s.heard.toString());
    }

    @Test
    void withoutKeysEveryCommandIsRefused() {
        Session plain = new Session().attached();
        Instrument btc = plain.session.instruments().get(0);
        Order order = new TestOrder(
                "a1", Orders.of(btc, Side.BUY, OrderType.LIMIT, "1").at("27000").request());
        plain.session.execution().submit(order);
        plain.session.execution().cancel(order);
        plain.run(1);
        assertEquals(2, plain.sinks.reports.size());
        assertTrue(plain.sinks.reports.get(0).contains("set key, secret and passphrase"));
    }

    @Test
    void theVenuesTimerIsKeptExtendedAndStoppedInOrder() {
        s.with("dead_man_seconds", "60");
        opened();
        String path = "/api/v5/trade/cancel-all-after";
        assertTrue(s.venue.asked(path) >= 1, "armed as soon as trading began");
        s.run(60);
        long asked = s.venue.asked(path);
        assertTrue(asked >= 4, "extended " + asked + " times a minute");
        s.session.close();
        s.run(5);
        String last = s.venue.requests.stream()
                .filter(r -> r.uri().getPath().equals(path))
                .map(r -> new String(r.body(), StandardCharsets.UTF_8))
                .reduce("", (a, b) -> b);
        assertEquals("{\"timeOut\":\"0\"}", last);
    }

    @Test
    void closingTwiceEndsEverything() {
        opened();
        s.session.close();
        s.session.close();
        s.run(30);
        int sent = s.venue.requests.size();
        s.run(3_700);
        assertEquals(sent, s.venue.requests.size());
        assertEquals(0, s.network.openSockets());
        assertEquals(0, s.time.pending(), "nothing waits for its time any more");
    }

    @Test
    void anOrderOfAnotherProgramIsAdoptedAndCanBeCancelled() {
        server.orders.put("theirs", new OrderServer.Placed("77", "theirs"));
        s.open();
        s.session.attach(s.sinks, s.sinks);
        s.run(10);
        assertEquals(List.of("adopted 77 theirs"), reports());
        s.session.execution().cancel(s.sinks.adopted.get(0));
        s.run(5);
        assertEquals("canceled", server.orders.get("theirs").state);
        assertEquals(List.of("adopted 77 theirs", "adopted77 canceled"), reports());
    }

    @Test
    void aStopIsPlacedAtItsServiceAndFilledThroughWhatComesOfIt() {
        s.venue.on(
                "/api/v5/trade/order-algo",
                r -> r.method().equals("POST")
                        ? OkxVenue.data("{\"algoId\":\"9\",\"algoClOrdId\":\"s1\",\"sCode\":\"0\",\"sMsg\":\"\"}")
                        : OkxVenue.error(200, "51603", "Order does not exist"));
        opened();
        Order stop = new TestOrder(
                "s1",
                Orders.of(buy("x").instrument(), Side.BUY, OrderType.STOP_MARKET, "1")
                        .trigger("28000", TriggerSource.LAST)
                        .request());
        s.session.execution().submit(stop);
        s.run(1);
        algo("live", "");
        algo("effective", "301");
        server.orders.put("", new OrderServer.Placed("301", ""));
        s.run(1);
        server.fill("", 1);
        s.run(20);
        assertEquals(
                List.of("s1 accepted", "s1 triggered", "s1 filled 41 100000000 at 270000 fee 100000 BTC"), reports());
    }

    private void algo(String state, String child) {
        s.venue.publish(
                "orders-algo /ANY",
                "{\"arg\":{\"channel\":\"orders-algo\",\"instType\":\"ANY\"},\"data\":[{\"instId\":\"BTC-USDT\",\"instType\":\"SPOT\","
                        + "\"algoId\":\"9\",\"algoClOrdId\":\"s1\",\"side\":\"buy\",\"ordType\":\"conditional\",\"sz\":\"1\","
                        + "\"state\":\"" + state + "\",\"slTriggerPx\":\"28000\",\"slOrdPx\":\"-1\",\"ordId\":\""
                        + child
                        + "\",\"cTime\":\"1790000000000\",\"uTime\":\"" + s.venue.millis() + "\"}]}");
    }
}
