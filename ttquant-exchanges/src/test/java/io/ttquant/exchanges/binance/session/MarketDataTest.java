package io.ttquant.exchanges.binance.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ttquant.api.exchange.Capability;
import io.ttquant.api.market.BarSpec;
import io.ttquant.exchanges.transport.stream.SaidOfMessages;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MarketDataTest {
    private static SessionHarness of(boolean isSpot) {
        return SessionHarness.open(isSpot, Map.of("environment", "live"))
                .seconds(5)
                .attach();
    }

    @Test
    void aBookBeginsWithASnapshotAndGoesOnByTheRuleOfTheVenue() {
        SessionHarness h = of(true);
        h.session.subscribe(h.btc(), Capability.BOOKS);
        h.seconds(5);
        h.venue.sockets.depth(99, 101, 98, "[[\"99.9\",\"3\"]]", "[]");
        h.venue.sockets.depth(102, 102, 101, "[]", "[[\"100.1\",\"0\"],[\"100.2\",\"1\"]]");
        h.venue.sockets.depth(102, 102, 101, "[[\"99.9\",\"7\"]]", "[]");
        h.seconds(1);
        assertThat(h.log.market)
                .containsExactly(
                        "snapshot b999x1000 a1001x2000", "increment b999x3000", "increment a1001x0 a1002x1000");
        assertThat(h.log.session).contains("BOOKS true");
    }

    @Test
    void aGapLosesTheBookUntilASnapshotThatFitsWhatCameMeanwhile() {
        SessionHarness h = of(true);
        h.session.subscribe(h.btc(), Capability.BOOKS);
        h.seconds(5);
        h.log.market.clear();
        h.log.session.clear();
        h.venue.depth = "{\"lastUpdateId\":105,\"bids\":[[\"98\",\"1\"]],\"asks\":[[\"99\",\"2\"]]}";
        h.venue.sockets.depth(104, 106, 103, "[[\"98.5\",\"4\"]]", "[]");
        h.seconds(1);
        assertThat(h.log.market).containsExactly("lost", "snapshot b985x4000 b980x1000 a990x2000");
        assertThat(h.log.session).containsExactly("BOOKS false", "BOOKS true");
    }

    @Test
    void onFuturesASnapshotIsAskedForOnceChangesCome() {
        SessionHarness h = of(false);
        h.session.subscribe(h.btc(), Capability.BOOKS);
        h.seconds(5);
        assertThat(h.venue.count("GET /fapi/v1/depth")).isZero();
        h.venue.sockets.depth(90, 100, 89, "[[\"99.9\",\"3\"]]", "[]");
        h.seconds(1);
        h.venue.sockets.depth(130, 140, 100, "[[\"99.9\",\"4\"]]", "[]");
        h.seconds(1);
        assertThat(h.log.market).containsExactly("snapshot b999x3000 a1001x2000", "increment b999x4000");
        h.venue.depth = "{\"lastUpdateId\":200,\"bids\":[[\"98\",\"1\"]],\"asks\":[[\"99\",\"2\"]]}";
        h.venue.sockets.depth(190, 210, 180, "[]", "[]");
        h.seconds(1);
        assertThat(h.log.market.subList(2, 4)).containsExactly("lost", "snapshot b980x1000 a990x2000");
    }

    @Test
    void aSnapshotThatIsTooOldOrDoesNotComeIsAskedForAgain() {
        SessionHarness h = of(true);
        h.venue.bend("GET /api/v3/depth", answer -> FakeBinance.error(500, -1000, "broken"));
        h.session.subscribe(h.btc(), Capability.BOOKS);
        h.seconds(5);
        h.seconds(2);
        assertThat(h.venue.count("GET /api/v3/depth")).isEqualTo(2);
        assertThat(h.log.market).containsExactly("snapshot b999x1000 a1001x2000");
    }

    @Test
    void aBookThatStaysCrossedIsLostAndFetchedAnew() {
        SessionHarness h = of(true);
        h.session.subscribe(h.btc(), Capability.BOOKS);
        h.seconds(5);
        h.venue.sockets.depth(101, 101, 100, "[[\"100.5\",\"3\"]]", "[]");
        h.seconds(3);
        h.venue.depth = "{\"lastUpdateId\":102,\"bids\":[[\"98\",\"1\"]],\"asks\":[[\"99\",\"2\"]]}";
        h.venue.sockets.depth(102, 102, 101, "[[\"100.5\",\"4\"]]", "[]");
        h.seconds(2);
        assertThat(h.log.market).endsWith("lost", "snapshot b980x1000 a990x2000");
    }

    @Test
    void aConnectionThatBreaksIsReplacedAndItsStreamsSubscribedAgain() {
        SessionHarness h = of(true);
        h.session.subscribe(h.btc(), Capability.TRADES);
        h.session.subscribe(h.btc(), Capability.BOOKS);
        h.seconds(5);
        h.log.session.clear();
        h.log.market.clear();
        h.network.link("stream.binance.com").cut();
        h.seconds(5);
        h.venue.sockets.trade(7, "100", "1");
        h.seconds(1);
        assertThat(h.log.session).containsExactly("TRADES false", "BOOKS false", "TRADES true", "BOOKS true");
        assertThat(h.log.market).containsExactly("lost", "snapshot b999x1000 a1001x2000", "trade 1000 1000 SELLER");
    }

    @Test
    void beforeTheVenueCutsAConnectionAnotherOneTakesOverAndNoTradeIsLostOrDoubled() {
        SessionHarness h = of(true);
        h.session.subscribe(h.btc(), Capability.TRADES);
        h.seconds(5);
        List<String> expected = new ArrayList<>();
        // The venue cuts after 24 hours; trades come each 2 s around the replacement, and each ten minutes before.
        for (int i = 1; i <= 150; i++) {
            trade(h, i, expected);
            h.millis(Duration.ofMinutes(9).toMillis());
        }
        int connections = h.venue.sockets.opened.size();
        for (int i = 151; i <= 900; i++) {
            trade(h, i, expected);
            h.millis(Duration.ofSeconds(5).toMillis());
        }
        assertThat(connections + h.venue.sockets.opened.size()).isGreaterThan(2);
        assertThat(h.log.market).isEqualTo(expected);
        assertThat(h.log.session).doesNotContain("TRADES false");
    }

    private static void trade(SessionHarness h, int id, List<String> expected) {
        h.venue.sockets.trade(id, (100 + id) + ".0", "1");
        expected.add("trade " + (100 + id) * 10 + " 1000 SELLER");
    }

    @Test
    void aServerThatAnnouncesItsEndIsLeftBefore() {
        SessionHarness h = of(true);
        h.session.subscribe(h.btc(), Capability.TRADES);
        h.seconds(5);
        h.venue.sockets.streams.keySet().forEach(peer -> peer.send("{\"e\":\"serverShutdown\",\"E\":1700000000000}"));
        h.seconds(30);
        assertThat(h.venue.sockets.opened).hasSize(2);
        assertThat(h.venue.sockets.streams).hasSize(1);
        assertThat(h.log.session).doesNotContain("TRADES false");
    }

    @Test
    void aStreamThatFallsSilentIsToldOldAndAskedForAgain() {
        SessionHarness h = of(false);
        h.session.subscribe(h.btc(), Capability.MARK_PRICES);
        h.session.subscribe(h.btc(), Capability.FUNDING);
        h.seconds(5);
        assertThat(h.log.session).contains("MARK_PRICES true", "FUNDING true");
        h.seconds(20);
        assertThat(h.log.session).contains("MARK_PRICES false", "FUNDING false");
    }

    @Test
    void streamsOfFuturesGoToTheSocketThatCarriesThem() {
        SessionHarness h = of(false);
        h.session.subscribe(h.btc(), Capability.TRADES);
        h.session.subscribe(h.btc(), Capability.QUOTES);
        h.session.subscribeBars(h.btc(), BarSpec.minutes(1));
        h.seconds(10);
        assertThat(h.venue.sockets.streams).hasSize(2);
        h.venue.sockets.streams.forEach((peer, names) -> {
            if (peer.request().uri().getPath().equals("/public/stream")) {
                assertThat(names).containsExactly("btcusdt@bookTicker");
            } else {
                assertThat(peer.request().uri().getPath()).isEqualTo("/market/stream");
                assertThat(names).containsExactlyInAnyOrder("btcusdt@aggTrade", "btcusdt@kline_1m");
            }
        });
    }

    @Test
    void pastBarsComeBeforeLiveOnesAndEachOnce() {
        SessionHarness h = of(true);
        long open = 1_700_000_000_000L / 60_000 * 60_000 - 120_000;
        h.venue.klines = "[" + row(open, "1") + "," + row(open + 60_000, "2") + "]";
        h.session.requestBars(
                h.btc(), BarSpec.minutes(1), 2, (isDone, why) -> h.log.market.add("done " + isDone + why));
        h.session.subscribeBars(h.btc(), BarSpec.minutes(1));
        h.seconds(5);
        kline(h, open + 60_000, "2", true);
        kline(h, open + 120_000, "3", false);
        kline(h, open + 120_000, "4", true);
        h.seconds(1);
        long s = open / 1000;
        assertThat(h.log.market)
                .containsExactly(
                        "bar 1m " + s + " 10",
                        "bar 1m " + (s + 60) + " 20",
                        "done true",
                        "bar 1m " + (s + 120) + " 40");
    }

    private static String row(long open, String close) {
        return "[" + open + ",\"1\",\"9\",\"1\",\"" + close + "\",\"5\"," + (open + 59_999)
                + ",\"5\",3,\"1\",\"1\",\"0\"]";
    }

    private static void kline(SessionHarness h, long open, String close, boolean isClosed) {
        h.venue.sockets.publish(
                "btcusdt@kline_1m",
                "{\"e\":\"kline\",\"E\":" + (open + 60_000) + ",\"s\":\"BTCUSDT\",\"k\":{\"t\":" + open + ",\"T\":"
                        + (open + 59_999)
                        + ",\"s\":\"BTCUSDT\",\"i\":\"1m\",\"o\":\"1\",\"c\":\"" + close
                        + "\",\"h\":\"9\",\"l\":\"1\",\"v\":\"5\",\"x\":" + isClosed
                        + "}}");
    }

    @Test
    void aMessageThatCannotBeReadCostsOnlyItself() {
        SessionHarness h = of(true);
        h.session.subscribe(h.btc(), Capability.TRADES);
        h.seconds(5);
        h.venue.sockets.publish(
                "btcusdt@trade",
                "{\"e\":\"trade\",\"s\":\"BTCUSDT\",\"t\":1,\"p\":\"1e10000000\",\"q\":\"1\",\"T\":1,\"m\":true}");
        h.venue.sockets.trade(2, "100", "1");
        h.seconds(1);
        assertThat(h.log.market).containsExactly("trade 1000 1000 SELLER");
    }

    @Test
    void theLogShowsTheFirstMessageThatCannotBeReadAndNotAllOfThem() {
        SessionHarness h = of(true);
        h.session.subscribe(h.btc(), Capability.TRADES);
        h.seconds(5);
        try (SaidOfMessages said = new SaidOfMessages()) {
            for (int i = 0; i < 20; i++) {
                h.venue.sockets.publish("btcusdt@trade", "{\"e\":\"trade\",\"s\":\"BTCUSDT\",\"p\":\"1e10000000\"}");
                h.millis(100);
            }
            assertThat(said.lines())
                    .singleElement()
                    .asString()
                    .startsWith("A message of binance ")
                    .contains("\"stream\":\"btcusdt@trade\"", "\"p\":\"1e10000000\"");
        }
        assertThat(h.session.figures().streams().unreadable()).isEqualTo(20);
    }

    @Test
    void ofNewsOfTheAccountThatCannotBeReadTheLogShowsWhyAndNotTheMessage() {
        for (boolean isSpot : new boolean[] {true, false}) {
            SessionHarness h = SessionHarness.trading(isSpot);
            try (SaidOfMessages said = new SaidOfMessages()) {
                h.venue.sockets.tellAccount(
                        "{\"e\":\"executionReport\",\"c\":\"CANARY-order\",\"x\":\"" + "y".repeat(200) + "CANARY\",,}");
                h.seconds(1);
                assertThat(said.lines())
                        .singleElement()
                        .asString()
                        .startsWith("A message of binance")
                        .contains(" account cannot be read: ", " at byte ")
                        .doesNotContain("CANARY");
            }
            assertThat(h.session.figures().streams().unreadable()).isEqualTo(1);
            assertThat(h.log.session)
                    .anyMatch(line -> line.contains("a message of the account's stream: "))
                    .noneMatch(line -> line.contains("CANARY"));
        }
    }

    @Test
    void aTradeWhoseTimeIsNotToldIsATradeStill() {
        SessionHarness h = of(true);
        h.session.subscribe(h.btc(), Capability.TRADES);
        h.seconds(5);
        h.venue.sockets.publish(
                "btcusdt@trade",
                "{\"e\":\"trade\",\"E\":null,\"s\":\"BTCUSDT\",\"t\":1,\"p\":\"100\",\"q\":\"1\",\"T\":null,\"m\":true}");
        h.seconds(1);
        assertThat(h.log.market).containsExactly("trade 1000 1000 SELLER");
    }

    @Test
    void aChangeOfABookThatCannotBeReadLosesItAtOnce() {
        for (boolean isSpot : new boolean[] {true, false}) {
            SessionHarness h = of(isSpot);
            h.session.subscribe(h.btc(), Capability.BOOKS);
            h.seconds(5);
            if (!isSpot) {
                h.venue.sockets.depth(90, 100, 89, "[]", "[]");
                h.seconds(1);
            }
            h.log.market.clear();
            h.log.session.clear();
            long asked = h.venue.count(isSpot ? "GET /api/v3/depth" : "GET /fapi/v1/depth");
            h.venue.depth = "{\"lastUpdateId\":104,\"bids\":[[\"99\",\"1\"]],\"asks\":[[\"100\",\"2\"]]}";
            h.venue.sockets.depth(101, 104, 100, "[[\"99.95\",\"1e10000000\"]]", "[]");
            h.millis(50);
            assertThat(h.log.market).startsWith("lost");
            assertThat(h.log.session).startsWith("BOOKS false");
            assertThat(h.venue.count(isSpot ? "GET /api/v3/depth" : "GET /fapi/v1/depth"))
                    .as("a snapshot is asked for, though nothing more comes")
                    .isEqualTo(asked + 1);
            h.venue.sockets.depth(isSpot ? 105 : 104, 105, 104, "[[\"99\",\"2\"]]", "[]");
            h.seconds(5);
            assertThat(h.log.session).containsExactly("BOOKS false", "BOOKS true");
        }
    }

    /** A change in which a figure cannot be read. */
    private static void unreadable(SessionHarness h) {
        h.venue.sockets.depth(101, 101, 100, "[[\"99.95\",\"1e10000000\"]]", "[]");
    }

    @Test
    void aBookThatIsLostAgainAndAgainIsAskedForEverMoreRarely() {
        for (boolean isSpot : new boolean[] {true, false}) {
            SessionHarness h = of(isSpot);
            String depth = isSpot ? "GET /api/v3/depth" : "GET /fapi/v1/depth";
            h.session.subscribe(h.btc(), Capability.BOOKS);
            h.seconds(5);
            long before = h.venue.count(depth);
            for (int i = 0; i < 3_000; i++) {
                h.venue.sockets.depth(95, 100, 94, "[]", "[]");
                unreadable(h);
                h.millis(100);
            }
            assertThat(h.venue.count(depth) - before).as("in five minutes").isBetween(8L, 20L);
            // Once it stays in step for a minute its next loss is a new one.
            h.seconds(31);
            h.venue.sockets.depth(95, 100, 94, "[]", "[]");
            for (int i = 0; i < 7; i++) {
                h.seconds(10);
                h.venue.sockets.depth(101 + i, 101 + i, 100 + i, "[]", "[]");
            }
            h.seconds(1);
            assertThat(h.log.session).last().isEqualTo("BOOKS true");
            long asked = h.venue.count(depth);
            unreadable(h);
            h.millis(50);
            assertThat(h.venue.count(depth)).isEqualTo(asked + 1);
        }
    }

    @Test
    void aSnapshotThatDoesNotComeIsNotAskedForWithEachChangeOfTheBook() {
        SessionHarness h = of(true);
        h.venue.own.put("GET depth", any -> FakeBinance.error(500, -1000, "broken"));
        h.session.subscribe(h.btc(), Capability.BOOKS);
        for (int i = 0; i < 600; i++) {
            h.venue.sockets.depth(100 + i, 100 + i, 99 + i, "[]", "[]");
            h.millis(100);
        }
        assertThat(h.venue.count("GET /api/v3/depth")).isBetween(5L, 9L);
    }

    @Test
    void whatTheVenueLacksIsRefused() {
        SessionHarness h = of(true);
        assertThatThrownBy(() -> h.session.subscribe(h.btc(), Capability.FUNDING))
                .hasMessageContaining("no stream of FUNDING");
        assertThatThrownBy(() -> h.session.subscribeBars(h.btc(), BarSpec.days(7)))
                .hasMessageContaining("makes no bars 7d");
        assertThatThrownBy(h.session::execution).hasMessageContaining("no keys");
    }

    @Test
    void aHalfOpenConnectionIsLeftThoughItsTradesMayBeSilentForMinutes() {
        SessionHarness h = SessionHarness.open(false, Map.of("environment", "live"))
                .seconds(5)
                .attach();
        h.session.subscribe(h.btc(), Capability.TRADES);
        h.seconds(300);
        assertThat(h.log.session).as("silence alone is no fault").noneMatch(line -> line.contains("TRADES false"));
        h.network.link("fstream.binance.com").freeze();
        h.seconds(41);
        assertThat(h.log.session).anyMatch(line -> line.contains("TRADES false"));
        h.network.link("fstream.binance.com").thaw();
        h.seconds(60);
        assertThat(h.log.session).last().asString().contains("TRADES true");
    }
}
