package io.ttquant.backtest.data.recording;

import io.ttquant.api.exchange.MarketDataSink;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.time.EpochNanos;
import io.ttquant.backtest.data.EventSource;
import io.ttquant.core.book.SequenceRule;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * A recorded stream of one instrument, which stays in its files and is read anew at each replay, in constant memory.
 *
 * @param instrument whose events
 * @param symbol how the recording spells it
 * @param files its files, by their first stamps
 * @param rank of the book that is replayed, or {@link Wanted#NO_BOOK}
 * @param kinds messages of each kind that are replayed
 * @param leftOut messages of each kind that are not, as they would contradict the book
 */
record RecordingSource(
        Instrument instrument,
        String symbol,
        List<RecordedFile> files,
        int rank,
        Map<Kind, Long> kinds,
        Map<Kind, Long> leftOut)
        implements EventSource {
    RecordingSource {
        files = List.copyOf(files);
        kinds = Map.copyOf(kinds);
        leftOut = Map.copyOf(leftOut);
    }

    @Override
    public String describe() {
        if (!hasBook() && !hasOrders()) {
            return "recorded quotes and trades";
        }
        String without = new TreeMap<>(leftOut)
                .entrySet().stream()
                        .map(left -> left.getValue() + " " + left.getKey().plural())
                        .collect(Collectors.joining(", "));
        return without.isEmpty()
                ? "recorded order book"
                : "recorded order book, without " + without + " of another one";
    }

    @Override
    public long size() {
        return kinds.entrySet().stream()
                .filter(kind -> kind.getKey() != Kind.BAR)
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    @Override
    public Optional<Supplier<SequenceRule>> bookSequence() {
        return hasBook()
                ? Optional.of(files.get(0).format().sequence(files.get(0).sample()))
                : Optional.empty();
    }

    private boolean hasBook() {
        return kinds.keySet().stream().anyMatch(Kind::isBook);
    }

    private boolean hasOrders() {
        return kinds.containsKey(Kind.ORDERS);
    }

    MergedParts merged() {
        Symbols symbols = new Symbols(name -> name.equals(symbol) ? Decimals.of(instrument) : Decimals.inferred());
        return new MergedParts(files, symbols, new Wanted(symbols.number(symbol), rank));
    }

    @Override
    public Cursor open(MarketDataSink sink) {
        return new RecordingCursor(merged(), new Emitter(sink.instrument(instrument.id()), hasBook(), hasOrders()));
    }

    private static final class RecordingCursor implements Cursor {
        private final MergedParts parts;
        private final Emitter emitter;
        private long nextNanos;

        RecordingCursor(MergedParts parts, Emitter emitter) {
            this.parts = parts;
            this.emitter = emitter;
            try {
                advance();
            } catch (RuntimeException e) {
                parts.close();
                throw e;
            }
        }

        private void advance() {
            if (parts.next()) {
                nextNanos = parts.event();
            } else {
                parts.close();
                nextNanos = EpochNanos.NEVER;
            }
        }

        @Override
        public long nextNanos() {
            return nextNanos;
        }

        @Override
        public boolean isBeginning() {
            return false;
        }

        @Override
        public long emit(long limitNanos, boolean isLimitBeginning, boolean isFirst) {
            // As for trades in memory: at the limit's own time a message comes before what begins.
            long limit = isLimitBeginning || isFirst ? limitNanos : limitNanos - 1;
            long count = 0;
            while (nextNanos <= limit && nextNanos != EpochNanos.NEVER) {
                emitter.emit(parts.words(), parts.message(), parts.event(), parts.init());
                count++;
                advance();
            }
            return count;
        }

        @Override
        public void close() {
            parts.close();
            nextNanos = EpochNanos.NEVER;
        }
    }
}
