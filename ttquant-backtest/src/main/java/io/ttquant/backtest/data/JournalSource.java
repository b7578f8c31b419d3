package io.ttquant.backtest.data;

import io.ttquant.api.exchange.MarketDataSink;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.time.EpochNanos;
import io.ttquant.core.journal.JournalMarket;
import io.ttquant.core.journal.JournalReader;
import java.util.List;
import java.util.function.Supplier;

/**
 * The market data of a journal as a source of a backtest, an instrument each. All that an engine got of the instrument comes in the order in which it came, which
 * files of single streams do not keep; a run on paper is repeated to the same orders by that. Events of several instruments at the same nanosecond of the engine's
 * clock come in the order of the sources and not of the journal, since each source reads the journal for itself; a {@link io.ttquant.core.journal.Replay} keeps
 * that order too.
 *
 * @param instrument whose data
 * @param journal opens the journal from its beginning
 * @param startNanos when the run began, epoch nanoseconds; the backtest begins then too
 */
public record JournalSource(Instrument instrument, Supplier<JournalReader> journal, long startNanos)
        implements EventSource {
    /**
     * The sources of all instruments of a journal.
     *
     * @param journal opens it from its beginning, as often as it is called
     */
    public static List<EventSource> of(Supplier<JournalReader> journal) {
        try (JournalReader reader = journal.get()) {
            long start = reader.header().startNanos();
            return reader.header().instruments().stream()
                    .<EventSource>map(instrument -> new JournalSource(instrument, journal, start))
                    .toList();
        }
    }

    @Override
    public String describe() {
        return "all market data of a journal";
    }

    @Override
    public long size() {
        return -1;
    }

    @Override
    public Cursor open(MarketDataSink sink) {
        JournalMarket.declareBars(journal.get(), instrument.id(), sink);
        return new JournalCursor(JournalMarket.of(journal.get(), instrument.id()), sink, startNanos);
    }

    /** It has an event without content at the start of the run, since strategies count their time from there. */
    private static final class JournalCursor implements Cursor {
        private final JournalMarket market;
        private final MarketDataSink sink;
        private final long startNanos;
        private boolean isBegun;

        JournalCursor(JournalMarket market, MarketDataSink sink, long startNanos) {
            this.market = market;
            this.sink = sink;
            this.startNanos = startNanos;
        }

        @Override
        public long nextNanos() {
            return isBegun ? market.nextNanos() : startNanos;
        }

        @Override
        public boolean isBeginning() {
            return false;
        }

        @Override
        public long emit(long limitNanos, boolean isLimitBeginning, boolean isFirst) {
            long count = 0;
            for (long next = nextNanos(); isBefore(next, limitNanos, isLimitBeginning || isFirst); next = nextNanos()) {
                if (isBegun) {
                    market.give(sink);
                } else {
                    isBegun = true;
                }
                count++;
            }
            return count;
        }

        private static boolean isBefore(long next, long limit, boolean comesFirst) {
            return next < limit || (next == limit && comesFirst && next != EpochNanos.NEVER);
        }

        @Override
        public void close() {
            market.close();
        }
    }
}
