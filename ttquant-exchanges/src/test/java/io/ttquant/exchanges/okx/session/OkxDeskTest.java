package io.ttquant.exchanges.okx.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.ttquant.api.order.Amendment;
import io.ttquant.api.order.Order;
import io.ttquant.api.order.OrderType;
import io.ttquant.api.order.Side;
import io.ttquant.api.time.EpochNanos;
import io.ttquant.exchanges.Orders;
import io.ttquant.exchanges.answer.VenueOrder;
import io.ttquant.exchanges.session.OrderLookup;
import io.ttquant.exchanges.transport.HttpRequest;
import io.ttquant.exchanges.transport.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What OKX is told and asked about orders, and what its answers mean. */
class OkxDeskTest {
    private static final String PLACE = "/api/v5/trade/order";
    private static final String ALGO = "/api/v5/trade/order-algo";

    /** What a row of an order has that came of the conditional order s1. */
    private static final String CHILD = ",\"algoId\":\"9\",\"algoClOrdId\":\"s1\"";

    private final Bench b = new Bench();

    private static String body(HttpRequest request) {
        return new String(request.body(), StandardCharsets.UTF_8);
    }

    private static HttpResponse item(int http, String code, String clientId, String sCode) {
        return HttpResponse.of(
                http,
                "{\"code\":\"" + code + "\",\"msg\":\"\",\"data\":[{\"ordId\":\"" + (sCode.equals("0") ? "312" : "")
                        + "\",\"clOrdId\":\"" + clientId + "\",\"sCode\":\"" + sCode + "\",\"sMsg\":\"words\"}]}");
    }

    private String placed(HttpResponse answer) {
        b.venue.on(PLACE, r -> answer);
        b.desk.place(List.of(b.limit("a1")), b.reply);
        b.run(12);
        return String.join(";", b.outcomes);
    }

    @Test
    void anOrderThatIsTakenCarriesItsDeadlineAndItsId() {
        b.venue.on(PLACE, r -> item(200, "0", "a1", "0"));
        long deadline = b.desk.place(List.of(b.limit("a1")), b.reply);
        assertTrue(b.outcomes.isEmpty(), "never before the command has returned");
        HttpRequest sent = b.venue.requests.isEmpty() ? null : b.venue.requests.get(0);
        assertEquals(null, sent, "on its way");
        b.run(1);
        assertEquals(List.of("a1 ACCEPTED  312"), b.outcomes);
        HttpRequest request = b.venue.requests.get(0);
        long expires = Long.parseLong(request.headers().first("expTime"));
        assertTrue(deadline > expires * EpochNanos.MILLISECOND);
        assertTrue(deadline < (expires + 50) * EpochNanos.MILLISECOND, "off by the error of the clock only");
        assertTrue(body(request).contains("\"tdMode\":\"cash\""), body(request));
        assertTrue(body(request).contains("\"clOrdId\":\"a1\""), body(request));
    }

    @Test
    void aRefusalWithinTwoHundredIsARefusal() {
        assertEquals("a1 REJECTED 51008 ", placed(item(200, "1", "a1", "51008")));
    }

    @Test
    void whatTheServerDidNotSayIsNotKnown() {
        assertEquals("a1 UNKNOWN  ", placed(HttpResponse.of(502, "<html>bad gateway</html>")));
    }

    @Test
    void aTimeoutInsideTheVenueIsNotKnown() {
        assertEquals("a1 UNKNOWN 51149 ", placed(item(500, "1", "a1", "51149")));
    }

    @Test
    void aRefusalWithTheStatusOfAFailureIsNotKnown() {
        assertEquals("a1 UNKNOWN 51008 ", placed(item(503, "1", "a1", "51008")));
    }

    @Test
    void noAnswerIsNotKnownAndNoConnectionIsNotSent() {
        b.venue.on(PLACE, r -> null);
        b.desk.place(List.of(b.limit("a1")), b.reply);
        b.run(12);
        b.s.network.link("www.okx.com").refuse(true);
        b.desk.place(List.of(b.limit("a2")), b.reply);
        b.run(12);
        assertEquals(List.of("a1 UNKNOWN  ", "a2 RETRYABLE  "), b.outcomes);
        assertEquals(1, b.venue.asked(PLACE), "never sent twice");
    }

    @Test
    void anAnswerThatNamesAnotherOrderProvesNothing() {
        assertEquals("a1 UNKNOWN  ", placed(item(200, "0", "other", "0")));
    }

    @Test
    void lateOrdersAreNotExecutedAndTheClockIsReadAgain() {
        b.venue.on(PLACE, r -> item(200, "1", "a1", "50036"));
        b.desk.place(List.of(b.limit("a1")), b.reply);
        b.run(3);
        assertEquals(List.of("a1 CLOCK 50036 "), b.outcomes);
        assertTrue(b.venue.asked("/api/v5/public/time") > 0);
    }

    @Test
    void ordersOfAnInstrumentGoTogetherAndEachHasItsOutcome() {
        b.venue.on(
                "/api/v5/trade/batch-orders",
                r -> HttpResponse.of(
                        200,
                        "{\"code\":\"2\",\"msg\":\"\",\"data\":[{\"ordId\":\"1\",\"clOrdId\":\"a1\",\"sCode\":\"0\",\"sMsg\":\"\"},"
                                + "{\"ordId\":\"\",\"clOrdId\":\"a2\",\"sCode\":\"51008\",\"sMsg\":\"\"}]}"));
        b.desk.place(List.of(b.limit("a1"), b.limit("a2"), b.limit("a3")), b.reply);
        b.run(1);
        assertEquals(List.of("a1 ACCEPTED  1", "a2 REJECTED 51008 ", "a3 UNKNOWN  "), b.outcomes);
    }

    @Test
    void moreThanTwentyGoInSeveralRequests() {
        b.venue.on("/api/v5/trade/batch-orders", r -> OkxVenue.error(429, "50011", "Too Many Requests"));
        List<Order> many = new ArrayList<>();
        for (int i = 0; i < 41; i++) {
            many.add(b.limit("m" + i));
        }
        b.venue.on(PLACE, r -> item(200, "0", "m40", "0"));
        b.desk.place(many, b.reply);
        b.run(1);
        assertEquals(2, b.venue.asked("/api/v5/trade/batch-orders"));
        assertEquals(1, b.venue.asked(PLACE));
        assertEquals(41, b.outcomes.size());
        assertEquals(
                40,
                b.outcomes.stream().filter(o -> o.contains("RETRYABLE 50011")).count());
    }

    @Test
    void anOrderThatCannotBeSentKeepsNoOtherBack() {
        b.venue.on(PLACE, r -> item(200, "0", "a1", "0"));
        Order wrong = new TestOrder(
                "a2",
                Orders.of(b.btc(), Side.BUY, OrderType.LIMIT, "1")
                        .at("27000")
                        .until(Session.START * 2)
                        .request());
        b.desk.place(List.of(b.limit("a1"), wrong), b.reply);
        b.run(1);
        assertEquals(
                List.of("a1 ACCEPTED  312", "a2 REJECTED  "),
                b.outcomes.stream().sorted().toList());
    }

    @Test
    void aLimitThatWasMetHoldsNewOrdersBackAndLetsCancelsOut() {
        b.venue.on(PLACE, r -> OkxVenue.error(429, "50011", "Too Many Requests"));
        b.venue.on("/api/v5/trade/cancel-order", r -> item(200, "0", "a1", "0"));
        b.desk.place(List.of(b.limit("a1")), b.reply);
        b.run(1);
        b.desk.place(List.of(b.limit("a2")), b.reply);
        b.desk.cancel(List.of(b.limit("a1")), b.reply);
        b.run(1);
        assertEquals(1, b.venue.asked(PLACE), "the second order was held back");
        assertEquals(List.of("a1 RETRYABLE 50011 ", "a2 RETRYABLE  ", "a1 ACCEPTED  312"), b.outcomes);
    }

    @Test
    void ordersBeyondTheBudgetAreNotSentAndCancelsWait() {
        b.venue.on(PLACE, r -> item(200, "0", "x", "0"));
        b.venue.on("/api/v5/trade/cancel-order", r -> item(200, "0", "x", "0"));
        for (int i = 0; i < 80; i++) {
            b.desk.place(List.of(b.limit("x")), b.reply);
            b.desk.cancel(List.of(b.limit("x")), b.reply);
        }
        b.s.time.run(Duration.ofMillis(500));
        assertEquals(54, b.venue.asked(PLACE));
        assertEquals(60, b.venue.asked("/api/v5/trade/cancel-order"));
        b.run(5);
        assertEquals(54, b.venue.asked(PLACE));
        assertEquals(80, b.venue.asked("/api/v5/trade/cancel-order"));
    }

    @Test
    void amendsPlainAndConditionalOrdersAtTheirServices() {
        b.venue.on("/api/v5/trade/amend-order", r -> item(200, "0", "a1", "0"));
        b.venue.on(
                "/api/v5/trade/amend-algos",
                r -> OkxVenue.data("{\"algoId\":\"9\",\"algoClOrdId\":\"s1\",\"sCode\":\"0\",\"sMsg\":\"\"}"));
        b.desk.amend(b.limit("a1"), Amendment.ofPrice(270010), b.reply);
        assertEquals(EpochNanos.NEVER, b.desk.amend(b.stop("s1"), Amendment.ofTrigger(260010), b.reply));
        b.run(1);
        assertEquals(List.of("a1 ACCEPTED  312", "s1 ACCEPTED  9"), b.outcomes);
    }

    @Test
    void anOrderIsAbsentOnlyIfTheHistoryLacksItToo() {
        b.venue.on(PLACE, r -> OkxVenue.error(200, "51603", "Order does not exist"));
        b.venue.on("/api/v5/trade/orders-history", r -> OkxVenue.data(""));
        assertEquals("absent", b.find(b.limit("a1")));

        b.venue.on(
                "/api/v5/trade/orders-history",
                r -> r.uri().getQuery().contains("after=")
                        ? OkxVenue.data("")
                        : OkxVenue.data(OkxVenue.order("5", "a1", "canceled", "0.25", ",\"cancelSource\":\"1\"")));
        assertEquals("a1 5 CANCELED 0.25", b.find(b.limit("a1")));

        b.venue.on("/api/v5/trade/orders-history", r -> OkxVenue.error(503, "50001", "busy"));
        assertTrue(b.find(b.limit("a1")).startsWith("failed"), "no answer is no absence");
    }

    @Test
    void aConditionalOrderThatWasTriggeredIsFollowedToWhatCameOfIt() {
        b.venue.on(ALGO, r -> OkxVenue.data(algo("effective", "88")));
        b.venue.on(PLACE, r -> OkxVenue.data(OkxVenue.order("88", "", "partially_filled", "0.4", "")));
        assertEquals("s1 88 PARTIALLY_FILLED 0.4", b.find(b.stop("s1")));
        b.venue.on("/api/v5/trade/cancel-order", r -> item(200, "0", "", "0"));
        b.desk.cancel(List.of(b.stop("s1")), b.reply);
        b.run(1);
        assertEquals(List.of("s1 ACCEPTED  312"), b.outcomes);
        String sent = b.venue.requests.stream()
                .filter(r -> r.uri().getPath().endsWith("cancel-order"))
                .map(OkxDeskTest::body)
                .collect(Collectors.joining());
        assertTrue(sent.contains("\"ordId\":\"88\""), sent);
    }

    /** The list of orders of a page, on the first page only. */
    private void lists(String path, String row) {
        b.venue.on(path, r -> OkxVenue.data(r.uri().getQuery().contains("after=") ? "" : row));
    }

    @Test
    void whatCameOfAConditionalOrderThatDoesNotNameItIsFoundByTheIdOfThatOne() {
        String pending = "/api/v5/trade/orders-pending";
        String history = "/api/v5/trade/orders-history";
        b.venue.on(ALGO, r -> OkxVenue.data(algo("effective", "")));
        lists(pending, OkxVenue.order("87", "", "live", "0", ",\"algoId\":\"8\",\"algoClOrdId\":\"other\""));
        lists(history, "");
        assertEquals("childless s1 9 TRIGGERED 0", b.find(b.stop("s1")), "the other one is not its own");

        lists(history, OkxVenue.order("88", "", "filled", "1", ",\"algoId\":\"9\",\"algoClOrdId\":\"s1\""));
        assertEquals("s1 88 FILLED 1", b.find(b.stop("s1")));
    }

    @Test
    void whatCameOfAConditionalOrderThatRestsIsFoundByTheIdOfThatOne() {
        b.venue.on(ALGO, r -> OkxVenue.data(algo("effective", "")));
        lists(
                "/api/v5/trade/orders-pending",
                OkxVenue.order("88", "", "live", "0", ",\"algoId\":\"9\",\"algoClOrdId\":\"\""));
        assertEquals(" 88 ACCEPTED 0", b.find(b.stop("s1")));
    }

    @Test
    void whatCameOfAConditionalOrderThatItsServiceForgotIsFoundByOurIdOfThatOne() {
        b.venue.on(ALGO, r -> OkxVenue.error(200, "51603", "Order does not exist"));
        b.venue.on("/api/v5/trade/orders-algo-history", r -> OkxVenue.data(""));
        lists("/api/v5/trade/orders-pending", "");
        lists("/api/v5/trade/orders-history", "");
        assertEquals("absent", b.find(b.stop("s1")));

        lists(
                "/api/v5/trade/orders-history",
                OkxVenue.order("88", "", "canceled", "0", ",\"algoId\":\"9\",\"algoClOrdId\":\"s1\""));
        assertEquals("s1 88 CANCELED 0", b.find(b.stop("s1")));

        b.venue.on("/api/v5/trade/orders-history", r -> OkxVenue.error(503, "50001", "busy"));
        assertTrue(b.find(b.stop("s2")).startsWith("failed"), "no answer is no absence");
    }

    private static String algo(String state, String child) {
        return "{\"instId\":\"BTC-USDT\",\"algoId\":\"9\",\"algoClOrdId\":\"s1\",\"side\":\"sell\",\"posSide\":\"\",\"ordType\":"
                + "\"conditional\",\"sz\":\"1\",\"state\":\"" + state
                + "\",\"slTriggerPx\":\"26000\",\"slOrdPx\":\"-1\",\"ordId\":\""
                + child + "\",\"cTime\":\"1790000000000\",\"uTime\":\"1790000000000\"}";
    }

    @Test
    void openOrdersSpanAllPagesAndBothServices() {
        b.venue.on("/api/v5/trade/orders-pending", r -> {
            String query = r.uri().getQuery();
            return OkxVenue.data(
                    query.contains("after=9&") || query.endsWith("after=9")
                            ? OkxVenue.order("8", "a2", "live", "0", "")
                            : query.contains("after=") ? "" : OkxVenue.order("9", "a1", "live", "0", ""));
        });
        b.venue.on(
                "/api/v5/trade/orders-algo-pending",
                r -> OkxVenue.data(
                        r.uri().getQuery().contains("conditional")
                                        && !r.uri().getQuery().contains("after=")
                                ? algo("live", "")
                                : ""));
        String open = b.<List<VenueOrder>>ask(
                b.desk::openOrders,
                all -> all.stream().map(VenueOrder::clientId).toList());
        assertEquals("[a1, a2, s1]", open);
    }

    @Test
    void aListThatDoesNotEndIsNoList() {
        b.venue.on("/api/v5/trade/orders-pending", r -> OkxVenue.data(OkxVenue.order("9", "a1", "live", "0", "")));
        assertTrue(b.<List<VenueOrder>>ask(b.desk::openOrders, List::size).startsWith("failed UNKNOWN"));
    }

    @Test
    void anAdoptedOrderOfWhichNothingWasHeardIsNamedByTheVenuesIdEverywhere() {
        b.desk.knows(order -> null, order -> order.sent().type().hasTrigger() ? "9" : "555");
        b.venue.on(PLACE, r -> OkxVenue.error(200, "51603", "Order does not exist"));
        lists("/api/v5/trade/orders-history", OkxVenue.order("555", "", "filled", "1", ""));
        assertEquals(" 555 FILLED 1", b.find(b.limit("555")));
        b.venue.on(ALGO, r -> OkxVenue.data(algo("live", "")));
        assertEquals("s1 9 ACCEPTED 0", b.find(b.stop("9")));

        b.venue.on("/api/v5/trade/cancel-order", r -> item(200, "0", "", "0"));
        b.venue.on(
                "/api/v5/trade/cancel-algos",
                r -> OkxVenue.data("{\"algoId\":\"9\",\"algoClOrdId\":\"\",\"sCode\":\"0\",\"sMsg\":\"\"}"));
        b.desk.cancel(List.of(b.limit("555"), b.stop("9")), b.reply);
        b.run(1);
        String sent =
                b.venue.requests.stream().map(r -> r.uri().getQuery() + body(r)).collect(Collectors.joining());
        assertTrue(sent.contains("\"ordId\":\"555\"") && sent.contains("\"algoId\":\"9\""), sent);
        assertFalse(sent.toLowerCase(java.util.Locale.ROOT).contains("clordid"), sent);
        assertFalse(b.outcomes.toString().contains("UNKNOWN"), b.outcomes.toString());
    }

    /** After a restart such an order is adopted as a plain one. */
    private void isNamedByTheVenuesId(Order rests) {
        b.venue.on("/api/v5/trade/cancel-order", r -> item(200, "0", "", "0"));
        b.venue.on("/api/v5/trade/amend-order", r -> item(200, "0", "", "0"));
        b.venue.on(PLACE, r -> OkxVenue.data(OkxVenue.order("312", "", "live", "0", CHILD)));
        b.venue.requests.clear();
        b.desk.cancel(List.of(rests), b.reply);
        b.desk.amend(rests, Amendment.ofPrice(270010), b.reply);
        b.run(1);
        assertEquals(List.of("s1 ACCEPTED  312", "s1 ACCEPTED  312"), b.outcomes);
        assertTrue(
                b.venue.requests.stream()
                        .allMatch(r -> body(r).contains("\"ordId\":\"312\"")
                                && !body(r).toLowerCase(java.util.Locale.ROOT).contains("clordid")),
                b.venue.requests.stream().map(OkxDeskTest::body).collect(Collectors.joining()));
        assertEquals("s1 312 ACCEPTED 0", b.find(rests));
        assertTrue(b.venue.requests.stream()
                .anyMatch(r -> String.valueOf(r.uri().getQuery()).contains("ordId=312")));
    }

    @Test
    void whatCameOfAConditionalOrderOfAnEarlierRunIsNamedByTheVenuesIdOfIt() {
        lists("/api/v5/trade/orders-pending", OkxVenue.order("312", "", "live", "0", CHILD));
        List<VenueOrder> listed = new ArrayList<>();
        b.<List<VenueOrder>>ask(b.desk::openOrders, all -> listed.addAll(all));
        assertEquals("s1", listed.get(0).clientId());
        b.desk.knows(order -> null, order -> "");
        isNamedByTheVenuesId(b.limit("s1"));
    }

    @Test
    void itIsNamedSoToOnceTheVenueHasToldOfIt() {
        lists("/api/v5/trade/orders-pending", OkxVenue.order("312", "e5", "live", "0", CHILD));
        List<VenueOrder> listed = new ArrayList<>();
        b.<List<VenueOrder>>ask(b.desk::openOrders, all -> listed.addAll(all));
        b.desk.knows(order -> listed.get(0), order -> "312");
        isNamedByTheVenuesId(b.limit("s1"));
    }

    @Test
    void aPlainOrderOfOursBesideItKeepsItsName() {
        lists("/api/v5/trade/orders-pending", OkxVenue.order("312", "", "live", "0", CHILD));
        b.<List<VenueOrder>>ask(b.desk::openOrders, List::size);
        b.venue.on("/api/v5/trade/cancel-order", r -> item(200, "0", "a1", "0"));
        b.desk.cancel(List.of(b.limit("a1")), b.reply);
        b.run(1);
        HttpRequest sent = b.venue.requests.get(b.venue.requests.size() - 1);
        assertTrue(body(sent).contains("\"clOrdId\":\"a1\"") && !body(sent).contains("ordId\":\"312"), body(sent));
    }

    @Test
    void anAdoptedOrderIsNamedByTheVenuesId() {
        VenueOrder known = new Bench().adopted();
        b.desk.knows(order -> known, order -> "555");
        b.venue.on("/api/v5/trade/cancel-order", r -> item(200, "0", "", "0"));
        b.venue.on("/api/v5/trade/amend-order", r -> item(200, "0", "", "0"));
        b.desk.cancel(List.of(b.limit("mine7")), b.reply);
        b.desk.amend(b.limit("mine7"), Amendment.ofPrice(270010), b.reply);
        b.run(1);
        assertTrue(b.venue.requests.stream().allMatch(r -> body(r).contains("\"ordId\":\"555\"")));
        assertEquals(2, b.outcomes.size());
        assertFalse(b.outcomes.toString().contains("UNKNOWN"), b.outcomes.toString());
    }

    @Test
    void aServerThatFailsSaysNothingOfAnOrderWhateverItsCode() {
        b.venue.on("/api/v5/trade/orders-history", r -> OkxVenue.data(""));
        for (int status : new int[] {302, 408, 500, 503}) {
            b.venue.on(PLACE, r -> OkxVenue.error(status, "51603", "Order does not exist"));
            assertTrue(b.find(b.limit("a1")).startsWith("failed UNKNOWN"), "status " + status);
        }
        for (int status : new int[] {200, 400, 404}) {
            b.venue.on(PLACE, r -> OkxVenue.error(status, "51603", "Order does not exist"));
            assertEquals("absent", b.find(b.limit("a1")), "status " + status);
        }
    }

    @Test
    void anOrderThatTookAPositionAwayIsKnownAsThatFromItsListAlone() {
        OkxTerms terms = new OkxTerms(b.catalog, b.account.liquidations);
        b.venue.on(
                "/api/v5/trade/orders-history",
                r -> OkxVenue.data(
                        r.uri().getQuery().contains("after=")
                                ? ""
                                : OkxVenue.order("88", "a1", "filled", "1", ",\"category\":\"adl\"")));
        b.venue.on(PLACE, r -> OkxVenue.error(200, "51603", "Order does not exist"));
        List<VenueOrder> found = new ArrayList<>();
        b.<OrderLookup>ask(r -> b.desk.find(b.limit("a1"), r), l -> found.add(l.order()));
        assertTrue(terms.isLiquidation(found.get(0)));
        assertFalse(terms.isLiquidation(b.adopted()));
    }

    @Test
    void whatIsRememberedOfOrdersHasAnEnd() {
        OkxLiquidations liquidations = new OkxLiquidations();
        OkxChildren children = new OkxChildren();
        VenueOrder listed = b.adopted();
        children.note("first", listed.venueId());
        for (int i = 0; i < OkxChildren.MOST + 10; i++) {
            liquidations.note(Integer.toString(i), "full_liquidation");
            liquidations.note("n" + i, "normal");
            children.note("c" + i, "1" + i);
            // Listed all the time, as one that is open is.
            assertEquals("first", children.ours(listed).clientId());
        }
        assertFalse(liquidations.has(Integer.toString(OkxChildren.MOST + 9 - OkxLiquidations.MOST)));
        assertTrue(liquidations.has(Integer.toString(OkxChildren.MOST + 10 - OkxLiquidations.MOST)));
        assertFalse(liquidations.has("n" + (OkxChildren.MOST + 9)));
        assertEquals(null, children.childOf("c0"));
        assertEquals(null, children.childOf("c10"), "the one that is listed takes a place");
        assertEquals("111", children.childOf("c11"));
        assertEquals(listed.venueId(), children.childOf("first"));
        assertEquals("1" + (OkxChildren.MOST + 9), children.childOf("c" + (OkxChildren.MOST + 9)));
    }
}
