package io.ttquant.exchanges.okx.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.ttquant.exchanges.transport.stream.SaidOfMessages;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The account's news of OKX: logging in, coming back, and what each message tells. */
class OkxAccountStreamTest {
    private static final String WS = "ws.okx.com";

    private final Bench b = new Bench();

    private List<String> logins() {
        return b.venue.frames.stream().filter(f -> f.contains("\"login\"")).toList();
    }

    private void order(String state, String filled, String more) {
        b.venue.publish(
                "orders /ANY",
                "{\"arg\":{\"channel\":\"orders\",\"instType\":\"ANY\",\"uid\":\"1\"},\"data\":["
                        + OkxVenue.order("312", "a1", state, filled, more) + "]}");
    }

    private static String fill(String tradeId, String quantity) {
        return ",\"tradeId\":\"" + tradeId + "\",\"fillSz\":\"" + quantity
                + "\",\"fillPx\":\"27000\",\"fillFee\":\"-0.5\",\"fillFeeCcy\":\"USDT\",\"execType\":\"M\",\"fillTime\":\"1790000000000\"";
    }

    @Test
    void isUpOnceBothSocketsAreLoggedInAndAllChannelsAreAcknowledged() {
        b.streaming();
        assertEquals(List.of("connected"), b.news);
        assertEquals(2, logins().size());
        for (String channel :
                List.of("orders /ANY", "positions /ANY", "account", "orders-algo /ANY", "algo-advance /ANY")) {
            assertEquals(1, b.venue.count(channel), channel);
        }
    }

    @Test
    void aHalfOpenSocketIsNoticedByThePingThatBringsNothingAndSilenceAloneIsNoFault() {
        b.streaming();
        b.run(7_200);
        assertEquals(List.of("connected"), b.news);
        b.s.network.link(WS).freeze();
        b.run(26);
        assertEquals(List.of("connected", "disconnected"), b.news);
        b.s.network.link(WS).thaw();
        b.run(60);
        assertEquals(List.of("connected", "disconnected", "connected"), b.news);
    }

    @Test
    void isNotUpWhileAChannelIsNotAcknowledged() {
        b.venue.acknowledges = false;
        b.streaming();
        assertEquals(List.of(), b.news);
    }

    @Test
    void aLoginWhoseTimeIsRefusedIsTriedAgainWithAFreshSignatureAndAWrongKeyIsNot() {
        b.venue.loginAnswer =
                "{\"event\":\"error\",\"code\":\"60006\",\"msg\":\"Timestamp request expired\",\"connId\":\"a\"}";
        b.streaming();
        b.venue.loginAnswer = "{\"event\":\"login\",\"code\":\"0\",\"msg\":\"\",\"connId\":\"a\"}";
        b.run(60);
        assertEquals(List.of("connected"), b.news);
        assertEquals(List.of(), b.failures);
        assertTrue(b.venue.asked("/api/v5/public/time") > 0, "the clock was read again");
        assertNotEquals(logins().get(0), logins().get(logins().size() - 1), "signed when it is sent");

        Bench wrong = new Bench();
        wrong.venue.loginAnswer =
                "{\"event\":\"error\",\"code\":\"60005\",\"msg\":\"Invalid OK-ACCESS-KEY\",\"connId\":\"a\"}";
        wrong.streaming();
        wrong.run(60);
        assertFalse(wrong.failures.isEmpty());
        assertTrue(wrong.failures.get(0).contains("60005"), wrong.failures.toString());
        assertEquals(2, wrong.s.network.attempts(), "not tried again");
    }

    @Test
    void comesBackAfterALossWithLoginAndSubscriptionsAndSaysThatNewsWasMissed() {
        b.streaming();
        b.s.network.link(WS).cut();
        b.run(1);
        b.run(20);
        assertEquals(List.of("connected", "disconnected", "connected"), b.news);
        assertEquals(4, logins().size());
        assertEquals(1, b.venue.count("orders /ANY"));
        assertEquals(1, b.venue.count("orders-algo /ANY"));
    }

    private static final String TOO_MANY =
            "{\"event\":\"channel-conn-count-error\",\"channel\":\"orders\",\"connCount\":\"30\",\"connId\":\"a4d3ae55\"}";

    @Test
    void aChannelThatTheVenueTakesBackAfterItsAcknowledgementIsNotTakenForLive() {
        b.streaming();
        b.venue.publish("orders /ANY", TOO_MANY);
        b.run(1);
        assertEquals("disconnected", b.news.get(1));
        b.run(20);
        assertEquals(List.of("connected", "disconnected", "connected"), b.news);
        assertEquals(1, b.venue.count("orders /ANY"));
        assertEquals(List.of(), b.failures);
    }

    @Test
    void whileTheVenueTakesNoMoreConnectionsItIsTriedLaterEachTime() {
        b.streaming();
        long before = logins().size();
        for (int second = 0; second < 300; second++) {
            b.venue.publish("orders /ANY", TOO_MANY);
            b.run(1);
        }
        assertTrue(logins().size() - before <= 30, "logins in 5 minutes: " + (logins().size() - before));
        assertTrue(logins().size() - before >= 5, "logins in 5 minutes: " + (logins().size() - before));
        b.run(60);
        assertEquals("connected", b.news.get(b.news.size() - 1));
        assertEquals(List.of(), b.failures);
    }

    @Test
    void howManyConnectionsThereAreIsNoNews() {
        b.streaming();
        b.venue.publish("orders /ANY", TOO_MANY.replace("-error", "").replace("30", "2"));
        b.run(20);
        assertEquals(List.of("connected"), b.news);
    }

    @Test
    void aPlannedCloseLosesNoNews() {
        b.streaming();
        b.venue
                .subscribed
                .keySet()
                .forEach(peer -> peer.send(
                        "{\"event\":\"notice\",\"code\":\"64008\",\"msg\":\"closing soon\",\"connId\":\"a\"}"));
        b.run(30);
        order("live", "0", "");
        b.run(1);
        assertEquals(List.of("connected", "order a1 312 ACCEPTED 0"), b.news);
        assertEquals(1, b.venue.count("orders /ANY"));
    }

    @Test
    void tellsAFillBeforeTheOrderWithTheFeePositiveWherePaid() {
        b.streaming();
        order("partially_filled", "0.25", fill("41", "0.25"));
        order("canceled", "0.25", ",\"cancelSource\":\"1\"");
        b.run(1);
        assertEquals(
                List.of(
                        "connected",
                        "fill a1 41 0.25 at 27000 fee 0.5 USDT maker",
                        "order a1 312 PARTIALLY_FILLED 0.25",
                        "order a1 312 CANCELED 0.25"),
                b.news);
    }

    @Test
    void whatCannotBeReadLeadsToAQuestion() {
        b.streaming();
        order(
                "partially_filled",
                "0.25",
                ",\"tradeId\":\"41\",\"fillSz\":\"0.25\",\"fillPx\":\"27000\",\"fillFee\":\"\"");
        order("live", "0", ",\"amendResult\":\"-1\",\"code\":\"51512\",\"msg\":\"no\"");
        b.venue.publish("orders /ANY", "{\"arg\":{\"channel\":\"orders\",\"instType\":\"ANY\"},\"data\":[{\"ordId\":");
        b.run(1);
        assertEquals(List.of("connected", "unreadable", "order a1 312 ACCEPTED 0", "unreadable", "unreadable"), b.news);
    }

    @Test
    void whatCameOfAConditionalOrderHasItsId() {
        b.streaming();
        b.venue.publish(
                "orders-algo /ANY",
                "{\"arg\":{\"channel\":\"orders-algo\",\"instType\":\"ANY\"},\"data\":[{\"instId\":\"BTC-USDT\",\"instType\":\"SPOT\","
                        + "\"algoId\":\"9\",\"algoClOrdId\":\"s1\",\"side\":\"sell\",\"ordType\":\"conditional\",\"sz\":\"1\","
                        + "\"state\":\"effective\",\"slTriggerPx\":\"26000\",\"slOrdPx\":\"-1\",\"ordId\":\"312\","
                        + "\"cTime\":\"1790000000000\"}]}");
        b.venue.publish(
                "orders /ANY",
                "{\"arg\":{\"channel\":\"orders\",\"instType\":\"ANY\"},\"data\":["
                        + OkxVenue.order("312", "", "filled", "1", ",\"algoClOrdId\":\"s1\"" + fill("50", "1")) + "]}");
        b.run(1);
        assertEquals(
                List.of(
                        "connected",
                        "order s1 9 TRIGGERED 0",
                        "fill s1 50 1 at 27000 fee 0.5 USDT maker",
                        "order s1 312 FILLED 1"),
                b.news);
    }

    @Test
    void tellsBalancesInCashAndWhatOrdersFroze() {
        b.streaming();
        b.venue.publish(
                "account",
                "{\"arg\":{\"channel\":\"account\",\"uid\":\"1\"},\"eventType\":\"snapshot\",\"curPage\":1,\"lastPage\":true,"
                        + "\"data\":[{\"uTime\":\"1790000000000\",\"details\":["
                        + OkxVenue.balance("USDT", "100.5", "40")
                        + "," + OkxVenue.balance("BTC", "1", "2") + "]}]}");
        b.run(1);
        assertEquals(List.of("connected", "balance USDT 100.5 60.5", "balance BTC 1.0 0.0"), b.news);
    }

    @Test
    void aConnectionThatIsNotAllowedMakesTheSessionGiveUp() {
        b.venue.refused.add("orders /ANY");
        b.streaming();
        b.run(5);
        assertFalse(b.failures.isEmpty());
        assertFalse(b.news.contains("connected"));
    }

    @Test
    void whatItsTimeInForceEndedIsExpired() {
        b.streaming();
        order("canceled", "0", ",\"cancelSource\":\"14\"");
        order("canceled", "0", ",\"cancelSource\":\"31\"");
        b.run(1);
        assertEquals(List.of("connected", "order a1 312 EXPIRED 0", "order a1 312 CANCELED 0"), b.news);
    }

    @Test
    void aBalanceThatCannotBeKeptTakesNoOtherWithIt() {
        b.streaming();
        b.venue.publish(
                "account",
                "{\"arg\":{\"channel\":\"account\",\"uid\":\"1\"},\"eventType\":\"event_update\",\"data\":[{\"uTime\":\"1790000000000\","
                        + "\"details\":[" + OkxVenue.balance("BTC", "1", "0") + "," + OkxVenue.balance("A_B", "5", "0")
                        + "," + OkxVenue.balance("LOTS", "99999999999999999999", "0") + ","
                        + OkxVenue.balance("USDT", "7", "0") + "]}]}");
        b.run(1);
        assertEquals(List.of("connected", "balance BTC 1.0 1.0", "unreadable", "balance USDT 7.0 7.0"), b.news);
    }

    @Test
    void anOrderWhoseIdIsNoNumberIsAskedFor() {
        b.streaming();
        b.venue.publish(
                "orders /ANY",
                "{\"arg\":{\"channel\":\"orders\",\"instType\":\"ANY\"},\"data\":["
                        + OkxVenue.order("x7", "a1", "live", "0", "") + ","
                        + OkxVenue.order("312", "a2", "live", "0", "") + "]}");
        algo("orders-algo", "conditional", "\"ordId\":\"none\",\"uTime\":\"1790000000000\"");
        b.run(1);
        assertEquals(List.of("connected", "unreadable", "order a2 312 ACCEPTED 0", "unreadable"), b.news);
        assertNull(b.account.children.childOf("s1"));
    }

    private void algo(String channel, String type, String more) {
        b.venue.publish(
                channel + " /ANY",
                "{\"arg\":{\"channel\":\"" + channel
                        + "\",\"instType\":\"ANY\"},\"data\":[{\"instId\":\"BTC-USDT\",\"instType\":\"SPOT\","
                        + "\"algoId\":\"9\",\"algoClOrdId\":\"s1\",\"side\":\"sell\",\"ordType\":\"" + type
                        + "\",\"sz\":\"1\",\"state\":\"effective\",\"reduceOnly\":\"\",\"failCode\":\"\",\"callbackRatio\":\"0.01\","
                        + "\"cTime\":\"1790000000000\"," + more + "}]}");
    }

    @Test
    void newsOfTrailingStopsComeOnTheirOwnChannelAndSayWhenTheyWereSent() {
        b.streaming();
        algo("algo-advance", "move_order_stop", "\"ordId\":\"312\",\"pTime\":\"1790000000123\"");
        b.run(1);
        assertEquals(List.of("connected", "order s1 9 TRIGGERED 0"), b.news);
        assertEquals(1_790_000_000_123_000_000L, b.orders.get(0).tsUpdated());
        assertEquals("312", b.account.children.childOf("s1"));
    }

    @Test
    void withoutTheChannelOfTrailingStopsTheRestGoesOn() {
        b.venue.refused.add("algo-advance /ANY");
        b.venue.refused.add("balance_and_position");
        b.streaming();
        b.run(5);
        assertEquals(List.of("connected"), b.news);
        assertEquals(List.of(), b.failures);
        order("live", "0", "");
        b.run(1);
        assertEquals(List.of("connected", "order a1 312 ACCEPTED 0"), b.news);
    }

    @Test
    void newsWithoutAnIdOfATradeTellOfNoFill() {
        b.streaming();
        order("partially_filled", "0.25", fill("0", "0.25"));
        order(
                "partially_filled",
                "0.25",
                ",\"tradeId\":null,\"fillSz\":\"0.25\",\"fillPx\":\"27000\",\"fillFee\":\"-0.5\"");
        order("canceled", "0.25", ",\"tradeId\":\"0\",\"fillSz\":\"\",\"fillPx\":\"\"");
        b.run(1);
        assertEquals(
                List.of(
                        "connected",
                        "order a1 312 PARTIALLY_FILLED 0.25",
                        "order a1 312 PARTIALLY_FILLED 0.25",
                        "order a1 312 CANCELED 0.25"),
                b.news);
    }

    @Test
    void ofAMessageThatCannotBeReadTheLogShowsWhyAndNotTheMessage() {
        b.streaming();
        try (SaidOfMessages said = new SaidOfMessages()) {
            b.venue.publish(
                    "orders /ANY",
                    "{\"arg\":{\"channel\":\"orders\",\"instType\":\"ANY\",\"uid\":\"" + Session.CANARY
                            + "\"},\"data\":[{\"x\":\"" + "y".repeat(200) + Session.CANARY + "\",,}]}");
            b.run(1);
            assertEquals(1, said.lines().size(), said.lines().toString());
            assertTrue(
                    said.lines().get(0).startsWith("A message of okx private cannot be read: "),
                    said.lines().get(0));
            assertFalse(
                    said.lines().get(0).contains(Session.CANARY), said.lines().get(0));
            assertFalse(said.lines().get(0).contains("near"), said.lines().get(0));
            assertTrue(
                    said.lines().get(0).contains(" at byte "),
                    "where it is wrong: " + said.lines().get(0));
        }
        assertTrue(b.unreadable.get(0).contains(" at byte "), b.unreadable.toString());
        assertFalse(b.unreadable.toString().contains(Session.CANARY), "news are shown too: " + b.unreadable);
    }
}
