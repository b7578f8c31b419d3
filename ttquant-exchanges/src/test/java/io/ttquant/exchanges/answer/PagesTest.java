package io.ttquant.exchanges.answer;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.api.market.AggressorSide;
import io.ttquant.api.time.EpochNanos;
import io.ttquant.exchanges.Wires;
import io.ttquant.exchanges.binance.AggregateTradePages;
import io.ttquant.exchanges.binance.KlinePages;
import io.ttquant.exchanges.binance.SpotRequests;
import io.ttquant.exchanges.okx.CandlePages;
import io.ttquant.exchanges.okx.OkxEnvironment;
import io.ttquant.exchanges.okx.OkxRequests;
import io.ttquant.exchanges.okx.TradeMode;
import io.ttquant.exchanges.okx.TradePages;
import io.ttquant.exchanges.request.RestRequest;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.LongStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/** Page by page every row of a span comes once, from venues that page as Binance and OKX do. */
class PagesTest {
    private static final long BEGIN = 1_700_000_000_000L;
    private static final BigDecimal ONE = BigDecimal.ONE;

    private final SpotRequests binance = SpotRequests.of(null, () -> BEGIN, 5_000);
    private final OkxRequests okx =
            OkxRequests.of(OkxEnvironment.live("global"), null, () -> BEGIN, 5_000, TradeMode.CASH, TradeMode.CROSS);

    /** Trades with gaps in time and many of one time. */
    private static List<PublicTrade> trades(Random random, int count) {
        List<PublicTrade> trades = new ArrayList<>();
        long millis = BEGIN;
        for (int i = 0; i < count; i++) {
            millis += random.nextInt(3) == 0 ? random.nextInt(5) : 0;
            trades.add(new PublicTrade(1_000 + i, ONE, ONE, AggressorSide.BUYER, millis * EpochNanos.MILLISECOND));
        }
        return trades;
    }

    private static List<Candle> candles(Random random, int count) {
        return LongStream.range(0, count)
                .filter(i -> random.nextInt(10) != 0)
                .mapToObj(i ->
                        new Candle((BEGIN + i * 60_000) * EpochNanos.MILLISECOND, ONE, ONE, ONE, ONE, ONE, 0, true))
                .toList();
    }

    private static <T> List<T> walk(Pages<T> pages, Function<Map<String, String>, List<T>> venue, String what) {
        List<T> all = new ArrayList<>();
        int requests = 0;
        for (RestRequest r = pages.next(); r != null; r = pages.next()) {
            all.addAll(pages.take(venue.apply(Wires.parameters(r.query()))));
            assertThat(++requests).as(what).isLessThan(1_000);
        }
        return all;
    }

    private static long number(Map<String, String> query, String name, long absent) {
        return Long.parseLong(query.getOrDefault(name, Long.toString(absent)));
    }

    /** Rows from a key on, the oldest first. */
    private static <T> List<T> forwards(List<T> rows, ToLongFunction<T> key, long from, long to, long limit) {
        return rows.stream()
                .filter(r -> key.applyAsLong(r) >= from && key.applyAsLong(r) <= to)
                .limit(limit)
                .toList();
    }

    /** The newest rows below a key, oldest first as our decoders give them; sometimes fewer than asked for. */
    private static <T> List<T> backwards(List<T> rows, ToLongFunction<T> key, long below, long limit) {
        List<T> older = rows.stream().filter(r -> key.applyAsLong(r) < below).toList();
        return older.subList((int) Math.max(0, older.size() - limit), older.size());
    }

    @RepeatedTest(30)
    void everyRowOfASpanComesOnce(RepetitionInfo repetition) {
        long seed = repetition.getCurrentRepetition();
        Random random = new Random(seed);
        int limit = 1 + random.nextInt(40);
        String what = "seed " + seed + ", limit " + limit;
        List<PublicTrade> trades = trades(random, 300 + random.nextInt(200));
        List<Candle> candles = candles(random, 300);
        long start = BEGIN + random.nextInt(100);
        long end = start + random.nextInt(400);
        long firstBar = BEGIN + random.nextInt(100) * 60_000L;
        long lastBar = firstBar + random.nextInt(250) * 60_000L;
        ToLongFunction<PublicTrade> time = t -> t.tsEvent() / EpochNanos.MILLISECOND;
        ToLongFunction<Candle> open = c -> c.tsOpen() / EpochNanos.MILLISECOND;
        List<PublicTrade> expected = forwards(trades, time, start, end, Long.MAX_VALUE);
        List<Candle> expectedBars = forwards(candles, open, firstBar, lastBar, Long.MAX_VALUE);

        assertThat(walk(
                        new AggregateTradePages(binance.market(), "X", start, end, limit),
                        q -> q.containsKey("fromId")
                                ? forwards(trades, PublicTrade::id, number(q, "fromId", 0), Long.MAX_VALUE, limit)
                                : forwards(trades, time, number(q, "startTime", 0), Long.MAX_VALUE, limit),
                        what))
                .as(what)
                .isEqualTo(expected);
        assertThat(walk(
                        new KlinePages(binance.market(), "X", "1m", firstBar, lastBar, limit),
                        q -> forwards(candles, open, number(q, "startTime", 0), number(q, "endTime", 0), limit),
                        what))
                .as(what)
                .isEqualTo(expectedBars);
        assertThat(walk(
                        new CandlePages(okx.market(), "X", "1m", firstBar, lastBar, limit),
                        q -> backwards(candles, open, number(q, "after", 0), 1 + random.nextInt(limit)),
                        what))
                .as(what)
                .containsExactlyInAnyOrderElementsOf(expectedBars);
        assertThat(walk(
                        new TradePages(okx.market(), "X", start, end, limit),
                        q -> number(q, "type", 1) == 2
                                ? backwards(trades, time, number(q, "after", 0), limit)
                                : backwards(trades, PublicTrade::id, number(q, "after", 0), 1 + random.nextInt(limit)),
                        what))
                .as(what)
                .containsExactlyInAnyOrderElementsOf(expected);
    }
}
