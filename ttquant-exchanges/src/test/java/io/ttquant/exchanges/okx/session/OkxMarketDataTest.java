package io.ttquant.exchanges.okx.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.ttquant.api.exchange.Capability;
import io.ttquant.api.market.BarSpec;
import io.ttquant.api.market.InstrumentId;
import io.ttquant.core.book.BookState;
import io.ttquant.exchanges.transport.HttpRequest;
import io.ttquant.exchanges.transport.HttpResponse;
import io.ttquant.exchanges.transport.stream.SaidOfMessages;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What market data of OKX becomes of gaps, lost connections and refusals. */
class OkxMarketDataTest {
    private static final InstrumentId BTC = InstrumentId.of("okx", "BTC-USDT");
    private static final InstrumentId SWAP = InstrumentId.of("okx", "BTC-USDT-SWAP");
    private static final String BIDS = "[\"27000\",\"1\",\"0\",\"1\"]";
    private static final String ASKS = "[\"27001\",\"2\",\"0\",\"1\"]";

    private final Session s = new Session().attached();

    private void bookSubscribed() {
        s.session.subscribe(BTC, Capability.BOOKS);
        s.run(2);
        s.venue.book("BTC-USDT", "snapshot", -1, 10, BIDS, ASKS);
        s.run(1);
    }

    private String best() {
        return s.sinks.log(BTC).book.best();
    }

    @Test
    void aBookIsLiveWithItsSnapshotAndFollowsItsIncrementsThroughKeepAlivesAndResets() {
        bookSubscribed();
        assertEquals(List.of("ready", "BTC-USDT BOOKS true"), s.heard);
        s.venue.book("BTC-USDT", "update", 10, 15, "[\"27000.5\",\"3\",\"0\",\"1\"]", "");
        s.venue.book("BTC-USDT", "update", 15, 15, "", "");
        s.venue.book("BTC-USDT", "update", 15, 3, "", "[\"27001\",\"0\",\"0\",\"0\"],[\"27002\",\"5\",\"0\",\"1\"]");
        s.run(1);
        assertEquals("27000.5 3 27002 5", best());
        assertEquals(2, s.heard.size());
    }

    @Test
    void aGapMakesTheBookUnavailableUntilTheVenueSentItAnew() {
        bookSubscribed();
        s.venue.book("BTC-USDT", "update", 12, 13, BIDS, "");
        s.run(1);
        assertEquals("not served", best());
        assertEquals("BTC-USDT BOOKS false", s.heard.get(2));
        assertEquals(1, s.venue.count("books BTC-USDT"));
        assertTrue(s.venue.frames.stream().anyMatch(f -> f.contains("unsubscribe") && f.contains("books")));
        // What was on its way is of no use, and asks for nothing more.
        s.venue.book("BTC-USDT", "update", 13, 14, BIDS, "");
        s.run(1);
        s.venue.book("BTC-USDT", "snapshot", -1, 20, BIDS, ASKS);
        s.run(1);
        assertEquals("27000 1 27001 2", best());
        assertEquals(List.of("BTC-USDT BOOKS true"), s.heard.subList(3, s.heard.size()));
        assertEquals(
                1,
                s.venue.frames.stream().filter(f -> f.contains("unsubscribe")).count());
    }

    @Test
    void aChecksumIsNoProofWhereIdsFollowOn() {
        bookSubscribed();
        s.venue.publish(
                "books BTC-USDT",
                "{\"arg\":{\"channel\":\"books\",\"instId\":\"BTC-USDT\"},\"action\":\"update\",\"data\":[{\"asks\":[],"
                        + "\"bids\":[],\"ts\":\"" + s.venue.millis()
                        + "\",\"checksum\":12345,\"prevSeqId\":10,\"seqId\":11}]}");
        s.run(1);
        assertEquals("27000 1 27001 2", best());
        assertEquals(1, s.sinks.log(BTC).book.book.counters().checksumMismatches());
        assertFalse(s.venue.frames.stream().anyMatch(f -> f.contains("unsubscribe")));
    }

    @Test
    void aCrossedBookIsNotServed() {
        bookSubscribed();
        s.venue.book("BTC-USDT", "update", 10, 11, "[\"27005\",\"1\",\"0\",\"1\"]", "");
        s.run(1);
        assertEquals(BookState.CROSSED, s.sinks.log(BTC).book.book.state());
        assertEquals("not served", best());
    }

    @Test
    void aConnectionThatBreaksLosesTheBookAndBringsItBack() {
        bookSubscribed();
        s.session.subscribe(BTC, Capability.TRADES);
        s.run(2);
        s.network.link("ws.okx.com").cut();
        s.run(1);
        assertEquals("not served", best());
        assertTrue(s.heard.contains("BTC-USDT TRADES false"), s.heard.toString());
        s.run(5);
        assertEquals(1, s.venue.count("books BTC-USDT"));
        assertEquals(1, s.venue.count("trades BTC-USDT"));
        s.venue.book("BTC-USDT", "snapshot", -1, 30, BIDS, ASKS);
        s.run(1);
        assertEquals("27000 1 27001 2", best());
    }

    @Test
    void aNoticeOfAPlannedCloseOpensAnotherConnectionFirst() {
        bookSubscribed();
        s.venue
                .subscribed
                .keySet()
                .forEach(
                        peer -> peer.send(
                                "{\"event\":\"notice\",\"code\":\"64008\",\"msg\":\"The connection will soon be closed\",\"connId\":\"a\"}"));
        s.run(2);
        assertEquals(2, s.venue.count("books BTC-USDT"));
        s.venue.book("BTC-USDT", "snapshot", -1, 40, BIDS, ASKS);
        s.run(10);
        assertEquals(1, s.venue.count("books BTC-USDT"));
        assertEquals("27000 1 27001 2", best());
        assertFalse(s.heard.contains("BTC-USDT BOOKS false"), s.heard.toString());
    }

    @Test
    void aTradeThatBothConnectionsBringIsToldOnceAndOneThatTheOldOneBringsLateIsNotLost() {
        s.session.subscribe(BTC, Capability.TRADES);
        s.run(2);
        s.venue.trade("BTC-USDT", 1, "27000", "1");
        s.run(1);
        List.copyOf(s.venue.subscribed.keySet())
                .forEach(
                        peer -> peer.send(
                                "{\"event\":\"notice\",\"code\":\"64008\",\"msg\":\"The connection will soon be closed\",\"connId\":\"a\"}"));
        s.run(2);
        assertEquals(2, s.venue.count("trades BTC-USDT"));
        s.venue.trade("BTC-USDT", 2, "27000", "2");
        s.venue.tradeOfNewest("BTC-USDT", 4, "27000", "4");
        s.venue.trade("BTC-USDT", 3, "27000", "3");
        s.venue.trade("BTC-USDT", 4, "27000", "4");
        s.run(10);
        assertEquals(1, s.venue.count("trades BTC-USDT"));
        assertEquals(
                4,
                s.sinks.market.stream()
                        .filter(line -> line.startsWith("BTC-USDT trade"))
                        .count());
    }

    @Test
    void aBookThatFallsSilentIsSaidToBeOldAndAskedForAgain() {
        bookSubscribed();
        s.session.subscribe(BTC, Capability.TRADES);
        for (int i = 0; i < 100; i++) {
            s.run(1);
            s.venue.trade("BTC-USDT", "27000", "1");
        }
        assertTrue(s.heard.contains("BTC-USDT BOOKS false"), s.heard.toString());
        assertTrue(s.venue.frames.stream().anyMatch(f -> f.contains("unsubscribe") && f.contains("books")));
    }

    @Test
    void pingsWhenNothingComesAndReconnectsWhenNobodyAnswers() {
        s.session.subscribe(BTC, Capability.TRADES);
        s.run(60);
        assertTrue(s.venue.frames.contains("ping"));
        assertEquals(2, s.network.attempts(), "market data, and news of instruments");
        s.network.link("ws.okx.com").freeze();
        s.run(40);
        s.network.link("ws.okx.com").thaw();
        s.run(60);
        assertTrue(s.network.attempts() > 3);
        assertEquals("BTC-USDT TRADES true", s.heard.get(s.heard.size() - 1));
    }

    @Test
    void aChannelThatIsRefusedHarmsNoOther() {
        s.venue.refused.add("trades ETH-USDT");
        s.session.subscribe(BTC, Capability.TRADES);
        s.session.subscribe(InstrumentId.of("okx", "ETH-USDT"), Capability.TRADES);
        s.run(5);
        assertEquals(1, s.venue.count("trades BTC-USDT"));
        assertFalse(s.heard.contains("ETH-USDT TRADES true"));
        assertEquals(2, s.network.attempts(), "market data, and news of instruments");
    }

    @Test
    void bringsQuotesBarsFundingAndMarkPricesToTheirSinks() {
        s.session.subscribe(BTC, Capability.QUOTES);
        s.session.subscribe(SWAP, Capability.FUNDING);
        s.session.subscribe(SWAP, Capability.MARK_PRICES);
        s.session.subscribeBars(BTC, BarSpec.minutes(1));
        s.run(3);
        String ts = Long.toString(s.venue.millis());
        s.venue.publish(
                "bbo-tbt BTC-USDT",
                "{\"arg\":{\"channel\":\"bbo-tbt\",\"instId\":\"BTC-USDT\"},\"data\":[{\"asks\":[" + ASKS
                        + "],\"bids\":[" + BIDS + "],\"ts\":\"" + ts + "\",\"seqId\":5}]}");
        s.venue.publish(
                "funding-rate BTC-USDT-SWAP",
                "{\"arg\":{\"channel\":\"funding-rate\",\"instId\":\"BTC-USDT-SWAP\"},\"data\":[{\"fundingRate\":\"0.0001\","
                        + "\"fundingTime\":\"1790006400000\",\"instId\":\"BTC-USDT-SWAP\",\"ts\":\"" + ts + "\"}]}");
        s.venue.publish(
                "mark-price BTC-USDT-SWAP",
                "{\"arg\":{\"channel\":\"mark-price\",\"instId\":\"BTC-USDT-SWAP\"},\"data\":[{\"instType\":\"SWAP\","
                        + "\"instId\":\"BTC-USDT-SWAP\",\"markPx\":\"27000.3\",\"ts\":\"" + ts + "\"}]}");
        String bar =
                "{\"arg\":{\"channel\":\"candle1m\",\"instId\":\"BTC-USDT\"},\"data\":[[\"1789999980000\",\"1\",\"3\",\"1\","
                        + "\"2\",\"7\",\"7\",\"7\",\"%s\"]]}";
        s.venue.publish("candle1m BTC-USDT", bar.formatted("0"));
        s.venue.publish("candle1m BTC-USDT", bar.formatted("1"));
        s.run(1);
        assertEquals(4, s.sinks.market.size(), s.sinks.market.toString());
        assertEquals(1, s.sinks.market.stream().filter(l -> l.contains(" bar ")).count());
        assertEquals(3, s.venue.subscribed.size());
    }

    @Test
    void whatCannotBeReadHarmsNothingAndWhatIsNotStreamedIsRefused() {
        s.session.subscribe(BTC, Capability.TRADES);
        s.run(2);
        s.venue.publish("trades BTC-USDT", "{\"arg\":{\"channel\":\"trades\",\"instId\":\"BTC-USDT\"},\"data\":[{");
        s.venue.trade("BTC-USDT", "27000", "1");
        s.run(1);
        assertEquals(1, s.sinks.market.size());
        assertThrows(IllegalArgumentException.class, () -> s.session.subscribe(BTC, Capability.FUNDING));
        assertThrows(IllegalArgumentException.class, () -> s.session.subscribeBars(BTC, BarSpec.days(7)));
        assertThrows(
                IllegalArgumentException.class,
                () -> s.session.subscribe(InstrumentId.of("okx", "NO-SUCH"), Capability.TRADES));
    }

    @Test
    void pastBarsComeOldestFirstOverSeveralPagesWithoutTheOneThatRuns() {
        long step = 60_000;
        long running = Math.floorDiv(s.venue.millis(), step) * step;
        s.venue.on("/api/v5/market/history-candles", r -> {
            String query = r.uri().getQuery();
            int at = query.indexOf("after=") + 6;
            int end = query.indexOf('&', at);
            long after = Long.parseLong(query.substring(at, end < 0 ? query.length() : end));
            List<String> rows = new ArrayList<>();
            // Pages of two, as a venue that gives fewer than were asked for.
            for (long t = Math.floorDiv(after - 1, step) * step; rows.size() < 2; t -= step) {
                rows.add("[\"" + t + "\",\"1\",\"3\",\"1\",\"2\",\"7\",\"7\",\"7\",\"1\"]");
            }
            return OkxVenue.data(String.join(",", rows));
        });
        List<String> done = new ArrayList<>();
        s.session.requestBars(BTC, BarSpec.minutes(1), 5, (isDone, why) -> done.add(isDone + why));
        s.run(5);
        assertEquals(List.of("true"), done);
        assertEquals(5, s.sinks.market.size(), s.sinks.market.toString());
        assertTrue(s.sinks.market.get(4).contains(Long.toString((running - step) * 1_000_000)), s.sinks.market.get(4));
        assertTrue(s.sinks.market.get(0).contains(Long.toString((running - 5 * step) * 1_000_000)));
    }

    @Test
    void barsWhoseCloseWasLostWithTheConnectionAreAskedForBeforeWhatFollows() {
        long step = 60_000;
        long first = Math.floorDiv(s.venue.millis(), step) * step;
        s.venue.on("/api/v5/market/history-candles", r -> {
            String query = r.uri().getQuery();
            long after = Long.parseLong(query.replaceAll(".*after=([0-9]+).*", "$1"));
            long open = Math.floorDiv(after - 1, step) * step;
            return OkxVenue.data("[\"" + open + "\",\"1\",\"3\",\"1\",\"2\",\"7\",\"7\",\"7\",\"1\"]");
        });
        s.session.subscribeBars(BTC, BarSpec.minutes(1));
        s.run(3);
        closed(first);
        s.network.link("ws.okx.com").refuse(true).cut();
        s.run(180);
        s.network.link("ws.okx.com").refuse(false);
        s.run(40);
        long running = Math.floorDiv(s.venue.millis(), step) * step;
        closed(running);
        closed(running);
        s.run(10);
        closed(running + step);
        List<Long> expected = new ArrayList<>();
        for (long t = first; t <= running + step; t += step) {
            expected.add(t);
        }
        assertEquals(expected, opens(""));
        assertEquals(expected.subList(1, expected.size() - 1), opens(" late"), "what was asked for");
    }

    /** The bars that came and end in this word, by when they open. */
    private List<Long> opens(String word) {
        return s.sinks.market.stream()
                .filter(l -> l.contains(" bar ") && l.endsWith(word))
                .map(l -> Long.parseLong(l.split(" ")[4]) / 1_000_000)
                .toList();
    }

    private void closed(long open) {
        s.venue.publish(
                "candle1m BTC-USDT",
                "{\"arg\":{\"channel\":\"candle1m\",\"instId\":\"BTC-USDT\"},\"data\":[[\"" + open
                        + "\",\"1\",\"3\",\"1\",\"2\",\"7\",\"7\",\"7\",\"1\"]]}");
        s.run(1);
    }

    @Test
    void anInstrumentThatHaltsIsToldWithTheNextReading() {
        s.session.subscribe(BTC, Capability.TRADES);
        Function<HttpRequest, HttpResponse> before = s.venue.paths.get("/api/v5/public/instruments");
        s.venue.on(
                "/api/v5/public/instruments",
                r -> HttpResponse.of(200, before.apply(r).text().replace("\"live\"", "\"suspend\"")));
        s.run(3_700);
        assertTrue(s.sinks.market.get(0).contains("HALTED"), s.sinks.market.toString());
        assertEquals(1, s.sinks.market.size());
    }

    @Test
    void aMessageOfABookThatCannotBeReadMakesItBeAskedForAnewAtOnce() {
        bookSubscribed();
        s.venue.book("BTC-USDT", "update", 10, 11, "[\"abc\",\"1\",\"0\",\"1\"]", "");
        s.run(1);
        assertEquals("not served", best());
        assertEquals("BTC-USDT BOOKS false", s.heard.get(2));
        s.venue.book("BTC-USDT", "snapshot", -1, 20, BIDS, ASKS);
        s.run(1);
        assertEquals("27000 1 27001 2", best());
        assertEquals("BTC-USDT BOOKS true", s.heard.get(3));
        assertEquals(1, s.session.figures().streams().unreadable());
    }

    private long resubscriptions() {
        return s.venue.frames.stream()
                .filter(f -> f.contains("unsubscribe") && f.contains("books"))
                .count();
    }

    /** A snapshot, and a change after it that cannot be read. */
    private void bookThatIsLostAgain() {
        s.venue.book("BTC-USDT", "snapshot", -1, 10, BIDS, ASKS);
        s.venue.book("BTC-USDT", "update", 10, 11, "[\"abc\",\"1\",\"0\",\"1\"]", "");
    }

    @Test
    void aBookThatIsLostAgainAndAgainIsAskedForEverMoreRarely() {
        bookSubscribed();
        for (int i = 0; i < 600; i++) {
            bookThatIsLostAgain();
            s.run(1);
        }
        assertTrue(resubscriptions() > 8, "it is asked for: " + resubscriptions());
        assertTrue(resubscriptions() < 20, "in ten minutes, of 480 requests an hour: " + resubscriptions());
        s.run(70);
        s.venue.book("BTC-USDT", "snapshot", -1, 10, BIDS, ASKS);
        for (int i = 0; i < 7; i++) {
            s.run(10);
            s.venue.book("BTC-USDT", "update", 10, 10, "", "");
        }
        assertEquals("27000 1 27001 2", best());
        long before = resubscriptions();
        bookThatIsLostAgain();
        s.run(1);
        assertEquals(before + 1, resubscriptions(), "after a minute in step its loss is a new one");
    }

    @Test
    void aBookThatIsLostSoonAfterItsSnapshotIsAskedForWhenItsTimeHasComeThoughNothingMoreComes() {
        bookSubscribed();
        bookThatIsLostAgain();
        s.run(1);
        assertEquals(1, resubscriptions());
        bookThatIsLostAgain();
        s.run(3);
        assertEquals(2, resubscriptions());
        s.venue.book("BTC-USDT", "snapshot", -1, 10, BIDS, ASKS);
        s.run(1);
        assertEquals("27000 1 27001 2", best());
        assertEquals("BTC-USDT BOOKS true", s.heard.get(s.heard.size() - 1));
    }

    /** A book whose every snapshot, which the venue sends when it is subscribed to, is of no use after a minute. */
    private final class Fickle {
        private final InstrumentId id;
        private long told = -1;
        private int seconds;

        Fickle(String symbol) {
            id = InstrumentId.of("okx", symbol);
            s.session.subscribe(id, Capability.BOOKS);
        }

        long reloads() {
            return s.venue.frames.stream()
                            .filter(f -> f.contains("\"subscribe\"") && f.contains("\"" + id.symbol() + "\""))
                            .count()
                    - 1;
        }

        /** Signs of life come each second, but for one after which nothing follows on. */
        void second(boolean isLost) {
            seconds++;
            if (reloads() > told) {
                told = reloads();
                seconds = 0;
                s.venue.book(id.symbol(), "snapshot", -1, 10, BIDS, ASKS);
            } else {
                int gap = isLost && seconds == 61 ? 1 : 0;
                s.venue.book(id.symbol(), "update", 10 + gap, 10 + gap, "", "");
            }
        }
    }

    @Test
    void booksThatAreLostEachMinuteAreTogetherAskedForSoRarelyThatAllChannelsCanBeAskedFor() {
        List<Fickle> books = Stream.of("BTC-USDT", "ETH-USDT", "SOL-USDT", "XRP-USDT", "BTC-USDT-SWAP")
                .map(Fickle::new)
                .toList();
        s.run(5);
        for (int second = 0; second < 3_500; second++) {
            s.run(1);
            books.forEach(book -> book.second(true));
        }
        long reloads = books.stream().mapToLong(Fickle::reloads).sum();
        assertTrue(reloads > 130, "they are asked for: " + reloads);
        assertTrue(reloads <= 150, "two requests each, of 400 an hour that are sent: " + reloads);
        for (Fickle book : books) {
            assertTrue(book.reloads() > 20, "none is left behind: " + book.reloads());
        }
        s.session.subscribe(BTC, Capability.TRADES);
        s.run(5);
        assertEquals(1, s.venue.count("trades BTC-USDT"), "others need not wait until the hour is over");
        for (int second = 0; second < 200; second++) {
            s.run(1);
            books.forEach(book -> book.second(false));
        }
        books.forEach(book ->
                assertEquals("27000 1 27001 2", s.sinks.log(book.id).book.best(), "it waited, and came back"));
    }

    @Test
    void aTradeThatCannotBeReadIsCountedAndAskedForAsOneThatIsMissing() {
        s.session.subscribe(BTC, Capability.TRADES);
        s.run(2);
        s.venue.on("/api/v5/market/trades", r -> OkxVenue.data(""));
        s.venue.trade("BTC-USDT", 7, "27000.5", "0.25");
        s.venue.trade("BTC-USDT", 8, "abc", "0.25");
        s.venue.trade("BTC-USDT", 9, "27000.6", "0.25");
        s.run(1);
        assertEquals(1, s.session.figures().streams().unreadable());
        assertTrue(s.venue.asked("/api/v5/market/trades") > 0);
    }

    @Test
    void theLogShowsTheFirstMessageThatCannotBeReadAndNotAllOfThem() {
        s.session.subscribe(BTC, Capability.TRADES);
        s.run(2);
        try (SaidOfMessages said = new SaidOfMessages()) {
            for (int i = 7; i < 27; i++) {
                s.venue.trade("BTC-USDT", i, "abc", "0.25");
            }
            s.venue.publish("trades BTC-USDT", "{\"arg\":{\"channel\":\"trades\",\"instId\":\"BTC-USDT\"},,}");
            s.run(1);
            assertEquals(1, said.lines().size(), said.lines().toString());
            String line = said.lines().get(0);
            assertTrue(
                    line.startsWith("A message of okx public cannot be read: a TRADE of venue:BTC-USDT is left out"),
                    line);
            assertTrue(line.contains("{\"arg\":{\"channel\":\"trades\"") && line.contains("\"abc\""), line);
            s.run(61);
            s.venue.publish("trades BTC-USDT", "{\"arg\":{\"channel\":\"trades\",\"instId\":\"BTC-USDT\"},,}");
            s.run(1);
            assertEquals(2, said.lines().size(), said.lines().toString());
            assertTrue(
                    said.lines().get(1).contains("nor could 20 since"),
                    said.lines().get(1));
        }
        assertEquals(22, s.session.figures().streams().unreadable());
    }
}
