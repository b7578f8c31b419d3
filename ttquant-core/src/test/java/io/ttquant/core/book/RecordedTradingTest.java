package io.ttquant.core.book;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ttquant.api.exchange.BookSink;
import io.ttquant.api.exchange.InstrumentSink;
import io.ttquant.api.market.AggressorSide;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.market.OrderBook;
import io.ttquant.api.order.Fill;
import io.ttquant.api.order.LiquiditySide;
import io.ttquant.api.order.Order;
import io.ttquant.api.order.Side;
import io.ttquant.api.strategy.Strategy;
import io.ttquant.api.strategy.StrategyContext;
import io.ttquant.core.SharedData;
import io.ttquant.core.engine.Engine;
import io.ttquant.core.matching.SimulationConfig;
import io.ttquant.core.portfolio.FundsPolicy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Every recorded Binance and OKX book goes through an engine in which a strategy rests orders and takes, at once and with feed latency. Nothing
 * crossed or broken is ever shown, and no fill is better than what was there.
 */
class RecordedTradingTest {
    private Instrument instrument = Instruments.of("0.1", "1");
    private SequencedBook beside = SequencedBook.of(instrument, SequenceRule.trusted());
    private Engine engine = Engine.builder().simulate(SimulationConfig.DEFAULT).build();
    private BookSink sink = new NoBook();
    private Maker maker = new Maker(instrument, true);
    /** Increments that were kept until the snapshot came, and then applied to it in one change. */
    private long caughtUp;

    private void start(Instrument traded, Supplier<SequenceRule> rule, Duration feedLatency) {
        instrument = traded;
        maker = new Maker(traded, feedLatency.isZero());
        beside = SequencedBook.of(traded, rule.get());
        engine = Engine.builder()
                .instrument(traded)
                .reporting(traded.quote())
                .funds(FundsPolicy.BORROW)
                .feedLatency(feedLatency)
                .simulate(SimulationConfig.DEFAULT)
                .bookSequence(traded.id(), rule)
                .strategy("maker", maker)
                .build();
        sink = engine.instrument(traded.id()).book();
    }

    private void deliver(BookUpdate update, boolean isSnapshot, long ts) {
        if (isSnapshot) {
            sink.snapshot(ts, ts);
        } else {
            sink.increment(ts, ts);
        }
        sink.ids(update.firstId(), update.lastId(), update.previousId());
        sink.checksum(update.checksum());
        for (int i = 0; i < update.bids(); i++) {
            sink.bid(update.rawBid(i), update.rawBidQuantity(i));
        }
        for (int i = 0; i < update.asks(); i++) {
            sink.ask(update.rawAsk(i), update.rawAskQuantity(i));
        }
        sink.end();
        if (isSnapshot) {
            beside.snapshot(update);
            caughtUp = beside.counters().applied();
        } else {
            beside.increment(update);
        }
        assertThat(sink.needsSnapshot()).isEqualTo(beside.state().needsSnapshot());
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0.10, 0.001, 0", "1, 0.01, 0.000001, 0", "2, 0.1, 1, 0",
        "0, 0.10, 0.001, 30", "1, 0.01, 0.000001, 30", "2, 0.1, 1, 30"
    })
    void binance(int index, String tick, String lot, int latencyMillis) {
        boolean isSpot = index == 1;
        Instrument traded = Instruments.of(tick, lot);
        start(
                traded,
                isSpot ? SequenceRule::binanceSpot : SequenceRule::binanceFutures,
                Duration.ofMillis(latencyMillis));
        InstrumentSink market = engine.instrument(traded.id());
        long[] now = {0};
        for (JsonNode file : published().get("replays").get(index).get("files")) {
            SharedData.lines(file.asText(), line -> {
                JsonNode message = Wire.parse(line.substring(line.indexOf(' ') + 1));
                if (message.has("lastUpdateId")) {
                    deliver(Wire.binanceSnapshot(traded, message).tsEvent(now[0]), true, now[0]);
                    return;
                }
                JsonNode data = message.get("data");
                if (!data.has("E")) {
                    return;
                }
                now[0] = Math.max(now[0], data.get("E").asLong() * 1_000_000);
                if (engine.state() == io.ttquant.core.engine.EngineState.NEW) {
                    engine.start(now[0]);
                }
                String stream = message.get("stream").asText();
                if (stream.contains("@depth")) {
                    deliver(Wire.binanceIncrement(traded, data), false, now[0]);
                } else if (stream.endsWith("@trade") && data.get("q").asDouble() > 0) {
                    market.trade(
                            data.get("T").asLong() * 1_000_000,
                            now[0],
                            Wire.price(traded, data.get("p")),
                            Wire.quantity(traded, data.get("q")),
                            data.get("m").asBoolean() ? AggressorSide.SELLER : AggressorSide.BUYER);
                }
            });
        }
        engine.stop();

        assertThat(beside.counters().gaps()).isZero();
        assertThat(beside.counters().crossings()).isZero();
        assertThat(maker.crossed).isZero();
        assertThat(maker.absent).isZero();
        assertThat(maker.seen).isEqualTo(beside.counters().applied() - caughtUp + 1);
        requireFills(100);
    }

    private void requireFills(int atLeast) {
        assertThat(maker.wrong).isEmpty();
        assertThat(maker.makerFills + maker.takerFills).isGreaterThan(atLeast);
        assertThat(maker.takerFills).isPositive();
    }

    @Test
    void okx() {
        for (String id : List.of("BTC-USDT", "BTC-USD-220527", "UNI-USD-SWAP")) {
            Instrument traded = id.equals("BTC-USDT")
                    ? Instruments.of("0.1", "0.00000001")
                    : Instruments.of(id.startsWith("UNI") ? "0.001" : "0.1", "1");
            start(traded, SequenceRule::okx, Duration.ZERO);
            SharedData.lines("capture/OKX-ws-public-2022-05-13.log.gz", line -> {
                if (line.contains("\"channel\":\"books\",\"instId\":\"" + id + "\"},\"action\":")) {
                    JsonNode message = Wire.parse(line.substring(line.indexOf(": ") + 2));
                    BookUpdate update = Wire.okx(traded, message.get("data").get(0));
                    if (engine.state() == io.ttquant.core.engine.EngineState.NEW) {
                        engine.start(update.tsEvent());
                    }
                    deliver(update, message.get("action").asText().equals("snapshot"), update.tsEvent());
                }
            });
            engine.stop();

            assertThat(beside.counters().gaps()).isZero();
            assertThat(maker.crossed + maker.absent).isZero();
            assertThat(maker.seen).isGreaterThan(50);
            requireFills(0);
        }
    }

    private static JsonNode published() {
        try {
            return Wire.parse(Files.readString(SharedData.file("reference/binance_book-replay.json")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Joins the best bid and ask, follows them, and takes now and then. */
    private static final class Maker extends Strategy {
        private final Instrument instrument;
        private final boolean seesAtOnce;
        private final List<Order> open = new ArrayList<>();
        final List<String> wrong = new ArrayList<>();
        long seen;
        long crossed;
        long absent;
        long makerFills;
        long takerFills;
        private long bestBid;
        private long bestAsk;
        private boolean wasSeen;

        Maker(Instrument instrument, boolean seesAtOnce) {
            this.instrument = instrument;
            this.seesAtOnce = seesAtOnce;
        }

        @Override
        protected void onStart(StrategyContext ctx) {
            ctx.subscribeBook(instrument.id());
        }

        @Override
        protected void onBook(OrderBook book) {
            seen++;
            if (book.bidDepth() == 0 || book.askDepth() == 0) {
                absent += wasSeen ? 1 : 0;
                return;
            }
            wasSeen = true;
            bestBid = book.rawBid(0);
            bestAsk = book.rawAsk(0);
            crossed += bestBid >= bestAsk ? 1 : 0;
            if (seen % 50 == 1) {
                open.forEach(orders()::cancel);
                open.clear();
                open.add(orders().buy(instrument).lots(3).rawLimit(bestBid).submit());
                open.add(orders().sell(instrument).lots(3).rawLimit(bestAsk).submit());
            }
            if (seen % 400 == 7) {
                (seen % 800 == 7 ? orders().buy(instrument) : orders().sell(instrument))
                        .lots(5)
                        .market()
                        .submit();
            }
        }

        @Override
        protected void onFill(Fill fill) {
            if (fill.liquidity() == LiquiditySide.MAKER) {
                makerFills++;
                if (fill.rawPrice() != fill.order().rawPrice()) {
                    wrong.add("made at another price than its own: " + fill);
                }
            } else {
                takerFills++;
                boolean isBetter = fill.side() == Side.BUY ? fill.rawPrice() < bestAsk : fill.rawPrice() > bestBid;
                if (seesAtOnce && isBetter) {
                    wrong.add("taken at a better price than the best, " + bestBid + "/" + bestAsk + ": " + fill);
                }
            }
        }
    }

    /** Stands for the book until a test has begun. */
    private static final class NoBook implements BookSink {
        @Override
        public void snapshot(long tsEvent, long tsInit) {}

        @Override
        public void increment(long tsEvent, long tsInit) {}

        @Override
        public void ids(long first, long last, long previous) {}

        @Override
        public void checksum(int value) {}

        @Override
        public void bid(long rawPrice, long rawQuantity) {}

        @Override
        public void ask(long rawPrice, long rawQuantity) {}

        @Override
        public void end() {}

        @Override
        public void lost(long tsEvent, long tsInit) {}

        @Override
        public boolean needsSnapshot() {
            return true;
        }
    }
}
