package io.ttquant.backtest.junit.conformance;

import io.ttquant.api.exchange.Capability;
import io.ttquant.api.exchange.InstrumentSink;
import io.ttquant.api.exchange.MarketDataSink;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.market.InstrumentId;
import io.ttquant.api.time.EpochNanos;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Counts market data, and finds what may not come. */
final class MarketLog implements MarketDataSink {
    /** What may not come, a sentence each. */
    final List<String> wrong = new ArrayList<>();

    /** Whether the world goes on at present: only then may market data come. */
    boolean isTaken;

    private final Supplier<Instrument> traded;
    private final Thread thread = Thread.currentThread();
    private final Map<Capability, Integer> counts = new EnumMap<>(Capability.class);
    private final Map<Capability, String> last = new EnumMap<>(Capability.class);
    private final Map<Capability, Integer> equal = new EnumMap<>(Capability.class);
    private long lastInit = Long.MIN_VALUE;
    private long rawLast;
    /** How often a book was lost. */
    int losses;

    MarketLog(Supplier<Instrument> traded) {
        this.traded = traded;
    }

    @Override
    public InstrumentSink instrument(InstrumentId id) {
        Instrument known = traded.get();
        if (!known.id().equals(id)) {
            throw new IllegalArgumentException("nobody knows an instrument " + id + " here; only " + known.id());
        }
        return new InstrumentLog(known, this);
    }

    int count(Capability kind) {
        return counts.getOrDefault(kind, 0);
    }

    /** How many events of a kind were the same, in all they hold, as the one before. */
    int repetitions(Capability kind) {
        return equal.getOrDefault(kind, 0);
    }

    /** The last price of whatever kind; 0 if none came. */
    long rawLast() {
        return rawLast;
    }

    String summary() {
        return counts.isEmpty() ? "none" : counts.toString();
    }

    void came(Capability kind, long tsEvent, long tsInit, String content) {
        counts.merge(kind, 1, Integer::sum);
        String all = tsEvent + " " + content;
        if (all.equals(last.put(kind, all))) {
            equal.merge(kind, 1, Integer::sum);
        }
        require(
                Thread.currentThread() == thread,
                kind + " came on thread " + Thread.currentThread().getName()
                        + "; all market data come on the engine's thread, " + thread.getName());
        require(
                isTaken || Thread.currentThread() != thread,
                kind + " came inside a call of the engine's; market data come when the world goes on");
        require(tsEvent > 0, kind + " came with the time " + tsEvent + ", which must be epoch nanoseconds");
        require(
                tsInit >= tsEvent,
                kind + " of " + EpochNanos.format(tsEvent) + " cannot be had before it happened, at "
                        + EpochNanos.format(tsInit));
        require(
                tsInit >= lastInit,
                kind + " had at " + EpochNanos.format(tsInit) + " came after something had at "
                        + EpochNanos.format(lastInit) + "; events come in the order of tsInit");
        lastInit = Math.max(lastInit, tsInit);
    }

    void price(long rawPrice) {
        rawLast = rawPrice > 0 ? rawPrice : rawLast;
    }

    void require(boolean isSo, String otherwise) {
        if (!isSo) {
            wrong.add(otherwise);
        }
    }
}
