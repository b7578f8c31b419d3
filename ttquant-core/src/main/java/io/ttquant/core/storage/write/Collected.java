package io.ttquant.core.storage.write;

import io.ttquant.api.market.Bar;
import io.ttquant.api.market.FundingRate;
import io.ttquant.api.market.InstrumentId;
import io.ttquant.api.storage.BookSnapshot;
import io.ttquant.api.storage.RunEntry;
import io.ttquant.api.storage.RunRecord;
import java.util.function.Supplier;

/** What waits in the queue for other things than ticks. */
sealed interface Collected {
    /** How much memory it takes if it is large, bytes, about; 0 if it is small. For each entry on the engine's thread, so it looks at nothing that grows with it. */
    default long bytes() {
        return 0;
    }

    /** An instrument, before the first of its market data. */
    record AnInstrument(InstrumentId id) implements Collected {}

    /** A run, before the first of its entries. */
    record ARun(RunRecord run) implements Collected {}

    /**
     * An entry of a run.
     *
     * @param textBytes of its text if that is large, else 0
     */
    record AnEntry(String run, Supplier<? extends RunEntry> entry, int textBytes) implements Collected {
        private static final int LARGE = 1024;

        /** One that is made already; only what strategies keep may be large. */
        static AnEntry of(String run, RunEntry entry) {
            int length = entry instanceof RunEntry.StrategyState state && state.value() != null
                    ? state.value().length()
                    : 0;
            return new AnEntry(run, () -> entry, length < LARGE ? 0 : length);
        }

        @Override
        public long bytes() {
            return textBytes;
        }
    }

    /** A bar. */
    record ABar(Bar bar, long number) implements Collected {}

    /** An order book. */
    record ABook(BookSnapshot book, long number) implements Collected {
        private static final int BYTES = 256;
        private static final int BYTES_OF_A_LEVEL = 40;

        @Override
        public long bytes() {
            return BYTES
                    + (long) BYTES_OF_A_LEVEL
                            * (book.bids().size() + book.asks().size());
        }
    }

    /** A funding rate. */
    record AFundingRate(FundingRate rate, long number) implements Collected {}
}
