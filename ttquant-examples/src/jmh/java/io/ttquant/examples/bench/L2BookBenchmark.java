package io.ttquant.examples.bench;

import io.ttquant.api.market.Instrument;
import io.ttquant.core.book.BookUpdate;
import io.ttquant.core.book.L2Book;
import io.ttquant.core.book.SequenceRule;
import io.ttquant.core.book.SequencedBook;
import java.util.Collections;
import java.util.List;
import java.util.TreeMap;
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

/**
 * One level change of a recorded Binance stream, then a look at best bid and ask: the book of ticks against a {@link TreeMap}, on the same
 * changes. The first 250,000 changes after the snapshot, from the snapshot on again each time, which costs both the same.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class L2BookBenchmark {
    private static final int CHANGES = 250_000;

    @Param({"spot", "usdm", "cm"})
    public String market;

    @Param("32768")
    public int bandTicks;

    private RecordedDiffs diffs;
    private L2Book book;
    private SequencedBook sequenced;
    private BookUpdate snapshot;
    private List<BookUpdate> increments;
    private final TreeMap<Long, Long> bids = new TreeMap<>(Collections.reverseOrder());
    private final TreeMap<Long, Long> asks = new TreeMap<>();

    @Setup
    public void read() {
        diffs = switch (market) {
            case "spot" ->
                new RecordedDiffs(2, 6)
                        .read("book/binance-raw/spot/btcusdt_20240808.gz", "book/binance-raw/spot/btcusdt_20240809.gz");
            case "usdm" -> new RecordedDiffs(1, 3).read("book/binance-raw/usdm/btcusdt_20240808.gz");
            default ->
                new RecordedDiffs(1, 0)
                        .read(
                                "book/binance-raw/cm/btcusd_perp_20240808.gz",
                                "book/binance-raw/cm/btcusd_perp_20240809.gz");
        };
        Instrument instrument = Instrument.spot("test:XY", "X", "Y")
                .tick(market.equals("spot") ? "0.01" : "0.1")
                .lot("0.000001")
                .build();
        book = L2Book.of(instrument, bandTicks);
        sequenced = SequencedBook.of(instrument, SequenceRule.binanceSpot(), bandTicks);
        snapshot = diffs.updates(0, diffs.start).get(0);
        increments = diffs.updates(diffs.start, diffs.start + CHANGES);
        messages();
        if (ticks() != map() || sequenced.view().rawBestBid() != book.rawBestBid()) {
            throw new IllegalStateException("the two books differ");
        }
    }

    @Benchmark
    @OperationsPerInvocation(CHANGES)
    public long ticks() {
        RecordedDiffs d = diffs;
        L2Book b = book;
        b.clear();
        long sum = 0;
        for (int i = 0, end = d.start + CHANGES; i < end; i++) {
            if (d.isBid[i]) {
                b.setBid(d.price[i], d.quantity[i]);
            } else {
                b.setAsk(d.price[i], d.quantity[i]);
            }
            if (d.isLast[i]) {
                b.commit(i);
            }
            if (i >= d.start) {
                sum += b.rawBestBid() + b.rawBestAsk();
            }
        }
        return sum;
    }

    /** The same changes in their messages, through the venue's sequence rule. Per change, not per message. */
    @Benchmark
    @OperationsPerInvocation(CHANGES)
    public long messages() {
        SequencedBook b = sequenced;
        b.disconnected();
        b.snapshot(snapshot);
        long sum = 0;
        for (int i = 0, n = increments.size(); i < n; i++) {
            b.increment(increments.get(i));
            sum += b.view().rawBestBid() + b.view().rawBestAsk();
        }
        return sum;
    }

    @Benchmark
    @OperationsPerInvocation(CHANGES)
    public long map() {
        RecordedDiffs d = diffs;
        bids.clear();
        asks.clear();
        long sum = 0;
        for (int i = 0, end = d.start + CHANGES; i < end; i++) {
            TreeMap<Long, Long> side = d.isBid[i] ? bids : asks;
            if (d.quantity[i] == 0) {
                side.remove(d.price[i]);
            } else {
                side.put(d.price[i], d.quantity[i]);
            }
            if (i >= d.start) {
                sum += bids.firstKey() + asks.firstKey();
            }
        }
        return sum;
    }
}
