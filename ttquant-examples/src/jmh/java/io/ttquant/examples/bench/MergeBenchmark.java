package io.ttquant.examples.bench;

import io.ttquant.api.exchange.BarSink;
import io.ttquant.api.exchange.BookSink;
import io.ttquant.api.exchange.InstrumentSink;
import io.ttquant.api.exchange.MarketByOrderSink;
import io.ttquant.api.exchange.MarketDataSink;
import io.ttquant.api.market.AggressorSide;
import io.ttquant.api.market.BarSpec;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.market.InstrumentId;
import io.ttquant.api.market.TradingStatus;
import io.ttquant.backtest.data.EventSource;
import io.ttquant.backtest.data.Replay;
import io.ttquant.backtest.data.TradeColumns;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The merge of many streams of trades, randomly interleaved, into a sink that only adds. An operation is an event. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(2)
public class MergeBenchmark {
    private static final int EVENTS = 2_000_000;

    @Param({"10", "100"})
    public int streams;

    private List<EventSource> sources = List.of();

    @Setup
    public void prepare() {
        SplittableRandom random = new SplittableRandom(1);
        sources = new ArrayList<>();
        for (int i = 0; i < streams; i++) {
            Instrument instrument = Instrument.spot("test:S" + i, "S" + i, "USDT")
                    .tick("1")
                    .lot("1")
                    .build();
            TradeColumns.Builder trades = TradeColumns.builder(instrument);
            long nanos = 0;
            for (int n = 0; n < EVENTS / streams; n++) {
                nanos += random.nextInt(1_000_000);
                trades.add(nanos, 100 + random.nextInt(10), 1, AggressorSide.BUYER);
            }
            sources.add(trades.build());
        }
    }

    @Benchmark
    @OperationsPerInvocation(EVENTS)
    public long merge(CpuTime cpu) {
        long start = cpu.now();
        Sum sum = new Sum();
        new Replay(sources, sum).run();
        cpu.add(start, EVENTS);
        return sum.total;
    }

    /** One sink for all. */
    private static final class Sum implements MarketDataSink, InstrumentSink {
        private long total;

        @Override
        public InstrumentSink instrument(InstrumentId id) {
            return this;
        }

        @Override
        public Instrument instrument() {
            throw new IllegalStateException("the merge asked for an instrument, and only trades are measured");
        }

        @Override
        public void trade(long tsEvent, long tsInit, long rawPrice, long rawQuantity, AggressorSide aggressor) {
            total += rawPrice * rawQuantity ^ tsEvent;
        }

        @Override
        public void quote(long tsEvent, long tsInit, long bid, long bidQuantity, long ask, long askQuantity) {
            total++;
        }

        @Override
        public BarSink bars(BarSpec spec) {
            throw new IllegalStateException("the merge asked for bars, and only trades are measured");
        }

        @Override
        public void funding(long tsEvent, long tsInit, BigDecimal rate, long settlementNanos) {
            total++;
        }

        @Override
        public void markPrice(long tsEvent, long tsInit, long rawPrice) {
            total++;
        }

        @Override
        public BookSink book() {
            throw new IllegalStateException("the merge asked for a book, and only trades are measured");
        }

        @Override
        public MarketByOrderSink marketByOrder() {
            throw new IllegalStateException("the merge asked for a book, and only trades are measured");
        }

        @Override
        public void indexPrice(long tsEvent, long tsInit, long rawPrice) {
            total++;
        }

        @Override
        public void status(long tsEvent, long tsInit, TradingStatus status) {
            total++;
        }
    }
}
