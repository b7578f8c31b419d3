package io.ttquant.exchanges.okx.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.ttquant.api.account.PositionMode;
import io.ttquant.api.exchange.AccountSnapshot;
import io.ttquant.api.exchange.Capability;
import io.ttquant.api.market.InstrumentId;
import io.ttquant.api.order.PositionSide;
import io.ttquant.exchanges.transport.HttpRequest;
import io.ttquant.exchanges.transport.HttpResponse;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** How a session with OKX begins. */
class OkxOpeningTest {
    private static final InstrumentId BTC = InstrumentId.of("okx", "BTC-USDT");

    @Test
    void readsTheClockThenInstrumentsAndIsReadyWithoutKeys() {
        Session s = new Session().open();
        assertEquals(List.of("ready"), s.heard);
        assertEquals(5, s.session.instruments().size());
        assertEquals("/api/v5/public/time", s.venue.requests.get(0).uri().getPath());
        assertTrue(s.venue.requests.stream().noneMatch(r -> r.headers().first("OK-ACCESS-KEY") != null));
    }

    @Test
    void tradesReachTheSink() {
        Session s = new Session().attached();
        s.session.subscribe(BTC, Capability.TRADES);
        s.run(2);
        s.venue.trade("BTC-USDT", "27000.5", "0.25");
        s.run(1);
        assertEquals(1, s.sinks.market.size());
        assertTrue(s.sinks.market.get(0).endsWith("27000.5 0.25 BUYER"), s.sinks.market.get(0));
        assertEquals(List.of("ready", "BTC-USDT TRADES true"), s.heard);
    }

    @Test
    void refusesAClockThatIsTooFarOff() {
        Session s = new Session();
        s.venue.clockAheadMillis = 9_000;
        s.open();
        assertEquals(1, s.heard.size());
        assertTrue(s.heard.get(0).startsWith("failed the venue's clock is ahead"), s.heard.get(0));
        assertEquals(0, s.venue.asked("/api/v5/public/instruments"));
    }

    @Test
    void asksAgainWhenTheVenueIsBusyAndGivesUpWhenTheKeyIsWrong() {
        Session s = Session.withKeys();
        int[] left = {3};
        Function<HttpRequest, HttpResponse> config = s.venue.paths.get("/api/v5/account/config");
        s.venue.on(
                "/api/v5/account/config",
                r -> left[0]-- > 0 ? OkxVenue.error(503, "50001", "Service temporarily unavailable") : config.apply(r));
        s.open();
        assertEquals(List.of("ready"), s.heard);

        Session wrong = Session.withKeys();
        wrong.venue.on("/api/v5/account/config", r -> OkxVenue.error(401, "50113", "Invalid Sign"));
        wrong.open();
        assertEquals(1, wrong.heard.size());
        assertTrue(wrong.heard.get(0).startsWith("failed okx does not give the configuration"), wrong.heard.get(0));
        assertTrue(wrong.heard.get(0).contains("50113"), wrong.heard.get(0));
    }

    @Test
    void refusesALiveKeyThatMayWithdrawOrWorksFromAnywhereUnlessThatIsAccepted() {
        assertTrue(openedWith("read_only,trade,withdraw", "1.2.3.4", "").contains("withdraw"));
        assertTrue(openedWith("read_only,trade", "", "").contains("any_address"));
        assertTrue(
                openedWith("read_only,trade,withdraw", "", "withdraw").contains("allow_unsafe_key = \"any_address\""));
        assertEquals("ready", openedWith("read_only,trade,withdraw", "", "withdraw,any_address"));
        assertEquals("ready", openedWith("read_only,trade", "1.2.3.4", ""));
    }

    @Test
    void refusesAKeyThatMayNotTrade() {
        assertTrue(openedWith("read_only", "1.2.3.4", "").startsWith("failed the key may not trade at okx"));
    }

    private static String openedWith(String permissions, String addresses, String accepted) {
        Session s = Session.withKeys().with("allow_unsafe_key", accepted);
        s.venue.on(
                "/api/v5/account/config", r -> OkxVenue.data(OkxVenue.config(permissions, addresses, "1", "net_mode")));
        s.open();
        assertEquals(1, s.heard.size(), s.heard.toString());
        return s.heard.get(0);
    }

    @Test
    void tellsWhatTheAccountHolds() {
        Session s = Session.withKeys();
        s.venue.on(
                "/api/v5/account/config",
                r -> OkxVenue.data(OkxVenue.config("read_only,trade", "1.2.3.4", "2", "long_short_mode")));
        s.venue.on("/api/v5/account/positions", r -> OkxVenue.data("""
                        {"instId":"BTC-USDT-SWAP","posSide":"short","pos":"3.5","avgPx":"27000.25","mgnMode":"cross",\
                        "uTime":"1700000000000"}"""));
        s.venue.on(
                "/api/v5/trade/orders-pending",
                r -> r.uri().getQuery().contains("after=")
                        ? OkxVenue.data("")
                        : OkxVenue.data(OkxVenue.order("77", "byhand1", "live", "0", "")));
        s.open();
        AccountSnapshot account = s.session.account();
        assertEquals(PositionMode.HEDGING, account.positionMode());
        assertEquals(1, account.balances().size());
        assertEquals("1000.0", Double.toString(account.balances().get(0).total()));
        assertEquals(-35, account.positions().get(0).rawQuantity());
        assertEquals(PositionSide.SHORT, account.positions().get(0).side());
        assertEquals("77", account.openOrders().get(0).venueId());
        assertEquals(
                6,
                s.venue.requests.stream()
                        .filter(r -> r.uri().getPath().equals("/api/v5/trade/orders-algo-pending"))
                        .map(r -> r.uri().getQuery())
                        .distinct()
                        .count());
    }

    @Test
    void readsAnAccountThatChangesUntilTwoReadingsAgree() {
        Session s = Session.withKeys();
        int[] asked = {0};
        s.venue.on("/api/v5/account/balance", r -> {
            asked[0]++;
            String cash = asked[0] < 3 ? Integer.toString(asked[0]) : "3";
            return OkxVenue.data("{\"details\":[" + OkxVenue.balance("USDT", cash, "0") + "]}");
        });
        s.open();
        assertEquals(List.of("ready"), s.heard);
        assertEquals(4, asked[0]);
        assertEquals(3, s.session.account().balances().get(0).total());
    }

    @Test
    void refusesAnAccountThatHoldsWhatCannotBeKept() {
        Session s = Session.withKeys();
        s.venue.on(
                "/api/v5/account/positions",
                r -> OkxVenue.data("{\"instId\":\"BTC-USD-250328-60000-C\",\"posSide\":\"net\",\"pos\":\"1\"}"));
        s.open();
        assertTrue(s.heard.get(0).contains("a position in BTC-USD-250328-60000-C"), s.heard.toString());
    }

    @Test
    void demoSaysSoOnEveryRequestAndReachesNoSocketOfProduction() {
        Session s = Session.withKeys().with("environment", "demo").attached();
        s.session.subscribe(BTC, Capability.TRADES);
        s.run(5);
        assertTrue(
                s.venue.requests.stream().allMatch(r -> "1".equals(r.headers().first("x-simulated-trading"))));
        assertTrue(s.venue.subscribed.keySet().stream()
                .allMatch(peer -> peer.request().uri().getHost().equals("wspap.okx.com")));
        assertEquals(1, s.venue.count("trades BTC-USDT"));
    }

    @Test
    void aCurrencyWhoseNameCannotBeKeptIsLeftOutAndTheRestCounts() {
        Session s = Session.withKeys();
        String odd = List.of("A_B", "", "\u00dcNIT", "ABCDEFGHIJKLMNOPQRSTU").stream()
                .map(name -> OkxVenue.balance(name, "5", "0"))
                .collect(Collectors.joining(","));
        s.venue.on(
                "/api/v5/account/balance",
                r -> OkxVenue.data("{\"details\":[" + OkxVenue.balance("BTC", "2", "0") + "," + odd + ","
                        + OkxVenue.balance("USDT", "1000", "0") + "]}"));
        s.open();
        assertEquals(List.of("ready"), s.heard);
        assertEquals(
                List.of("BTC", "USDT"),
                s.session.account().balances().stream()
                        .map(b -> b.currency().code())
                        .toList());
    }

    @Test
    void anAccountThatCannotBeReadIsToldAndNotWaitedForForEver() {
        assertTrue(
                openedWithOrder(OkxVenue.order("", "byhand1", "live", "0", "")).contains("ordId"));
        assertTrue(openedWithOrder(OkxVenue.order("many", "byhand1", "live", "0", ""))
                .contains("ordId"));
        assertTrue(openedWithOrder(OkxVenue.order("77", "byhand1", "live", "0", "")
                        .replace("\"sz\":\"1\"", "\"sz\":\"99999999999999999999\""))
                .startsWith("failed okx does not give what the account holds"));
    }

    private static String openedWithOrder(String order) {
        Session s = Session.withKeys();
        s.venue.on(
                "/api/v5/trade/orders-pending",
                r -> OkxVenue.data(r.uri().getQuery().contains("after=") ? "" : order));
        s.open();
        s.run(300);
        assertEquals(1, s.heard.size(), s.heard.toString());
        return s.heard.get(0);
    }

    @Test
    void anOpenOrderIsNamedByAnIdThatIsANumber() {
        Session s = Session.withKeys();
        s.venue.on(
                "/api/v5/trade/orders-pending",
                r -> OkxVenue.data(
                        r.uri().getQuery().contains("after=")
                                ? ""
                                : OkxVenue.order("9223372036854775807", "byhand1", "live", "0", "")));
        s.open();
        assertEquals(List.of("ready"), s.heard);
        assertEquals(
                "9223372036854775807", s.session.account().openOrders().get(0).venueId());
    }
}
