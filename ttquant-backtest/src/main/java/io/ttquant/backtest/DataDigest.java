package io.ttquant.backtest;

import io.ttquant.api.exchange.InstrumentSink;
import io.ttquant.api.exchange.MarketDataSink;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.market.InstrumentId;
import io.ttquant.api.money.Currency;
import io.ttquant.api.time.EpochNanos;
import io.ttquant.backtest.data.EventSource;
import io.ttquant.backtest.data.Replay;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A figure of 128 bits of all that a run replays: every column of every event in the order in which the engine sees
 * them, and the terms of the instruments. Where the events come from does not matter, so that bars out of a file and
 * the same ones out of a store have the same figure. It tells data apart that are other by mistake; it is no proof
 * against somebody who wants two to look alike.
 */
final class DataDigest implements MarketDataSink {
    private static final long A = 0x9E3779B97F4A7C15L;
    private static final long B = 0xBF58476D1CE4E5B9L;
    private static final long C = 0x94D049BB133111EBL;
    private static final long D = 0xD6E8FEB86659FD93L;
    private static final long E = 0xA0761D6478BD642FL;
    private static final long F = 0xE7037ED1A0B428DBL;

    private final Map<InstrumentId, DigestSink> sinks = new LinkedHashMap<>();
    private long low = A;
    private long high = B;
    private long events;
    private long firstNanos = EpochNanos.NEVER;
    private long lastNanos = Long.MIN_VALUE;

    private DataDigest(List<EventSource> streams) {
        for (EventSource stream : streams) {
            Instrument instrument = stream.instrument();
            if (!sinks.containsKey(instrument.id())) {
                sinks.put(instrument.id(), new DigestSink(this, instrument, sinks.size()));
                text(terms(instrument));
            }
        }
    }

    /** Of streams, which are read for it as a run reads them: to their ends, and companions to the end of the others. */
    static DataDigest of(List<EventSource> streams) {
        DataDigest digest = new DataDigest(streams);
        try (Replay replay = new Replay(streams, digest)) {
            digest.firstNanos = replay.nextNanos();
            replay.run();
            // As the run ends: what accompanies its data goes on behind it from download to download.
            replay.finish(digest.lastNanos);
        }
        return digest;
    }

    /** What changes results though no event does. */
    private static String terms(Instrument i) {
        return String.join(
                "|",
                i.id().toString(),
                i.kind().name(),
                i.contractType().name(),
                terms(i.base()),
                terms(i.quote()),
                terms(i.settlement()),
                i.priceScale() + "," + i.quantityScale(),
                i.rawTick() + "," + i.rawLot(),
                i.multiplier().stripTrailingZeros().toPlainString(),
                Long.toString(i.expiryNanos()),
                i.filters().toString());
    }

    private static String terms(Currency currency) {
        return currency.code() + "/" + currency.scale();
    }

    @Override
    public InstrumentSink instrument(InstrumentId id) {
        DigestSink sink = sinks.get(id);
        if (sink == null) {
            throw new IllegalArgumentException("there is no stream of " + id + " among " + sinks.keySet());
        }
        return sink;
    }

    /**
     * When the first event comes that is no companion's, epoch nanoseconds; {@link EpochNanos#NEVER} if there is none.
     */
    long firstNanos() {
        return firstNanos;
    }

    /** When the last event came, epoch nanoseconds; {@link Long#MIN_VALUE} if there was none. */
    long lastNanos() {
        return lastNanos;
    }

    /** With the number of events in it, for people; equal for equal data. */
    String text() {
        HexFormat hex = HexFormat.of();
        return "events-1:" + events + ":" + hex.toHexDigits(low) + hex.toHexDigits(high);
    }

    /** Something of the market happened. */
    void at(long nanos) {
        events++;
        reaches(nanos);
    }

    /** The data go on until then at least. */
    void reaches(long nanos) {
        lastNanos = Math.max(lastNanos, nanos);
    }

    /** Takes six words, in three products of 128 bits each for both halves, which do not wait for each other. */
    void take(long a, long b, long c, long d, long e, long f) {
        long l = low;
        long h = high;
        low = folded(a ^ A, b ^ l) ^ folded(c ^ B, d ^ l) ^ folded(e ^ C, f ^ l);
        high = folded(b ^ D, c ^ h) ^ folded(d ^ E, e ^ h) ^ folded(f ^ F, a ^ h);
    }

    private static long folded(long x, long y) {
        return Math.multiplyHigh(x, y) ^ (x * y);
    }

    void text(String text) {
        take(text.length(), 0, 0, 0, 0, 0);
        for (int i = 0; i < text.length(); i++) {
            take(text.charAt(i), i, 0, 0, 0, 0);
        }
    }
}
