package io.ttquant.api.storage;

import io.ttquant.api.market.Bar;
import io.ttquant.api.market.BarSpec;
import io.ttquant.api.market.FundingRate;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.market.Quote;
import io.ttquant.api.market.Trade;
import java.util.List;
import java.util.Optional;

/**
 * Reads what was kept. Market data come by {@code tsEvent}, then by number, from a time (included) to a time (not included), epoch nanoseconds; decimals are exactly
 * those that were given, also where the instrument's scales have changed since, and it is an {@link ArithmeticException} if a given instrument cannot hold them. What
 * was never kept is empty.
 */
public interface StorageReader {
    /** Trades. */
    Rows<Kept<Trade>> trades(Instrument instrument, long fromNanos, long toNanos);

    /** Quotes. */
    Rows<Kept<Quote>> quotes(Instrument instrument, long fromNanos, long toNanos);

    /** Bars of a series, by their close. */
    Rows<Kept<Bar>> bars(Instrument instrument, BarSpec spec, long fromNanos, long toNanos);

    /** Order books. */
    Rows<Kept<BookSnapshot>> books(Instrument instrument, long fromNanos, long toNanos);

    /** Funding rates. */
    Rows<Kept<FundingRate>> funding(Instrument instrument, long fromNanos, long toNanos);

    /** All runs, by their start, then by id. */
    List<RunRecord> runs();

    /** What a run did, by number; empty if the run is not known. */
    Rows<RunEntry> entries(String runId);

    /**
     * The same from behind an entry on. A storage should find the place: the default reads all and leaves out what comes before.
     *
     * @param afterNumber the number of that entry, whether there is one of it or not
     */
    default Rows<RunEntry> entries(String runId, long afterNumber) {
        return new EntriesAfter(entries(runId), afterNumber);
    }

    /**
     * The last entry of a run that keeps a state under a key; empty if there is none. A storage should find it from the end of the run: the default reads all entries.
     *
     * @param strategyId whose; empty for the run's own
     */
    default Optional<RunEntry.StrategyState> lastState(String runId, String strategyId, String key) {
        RunEntry.StrategyState last = null;
        try (Rows<RunEntry> entries = entries(runId)) {
            for (List<RunEntry> chunk = entries.next(); !chunk.isEmpty(); chunk = entries.next()) {
                for (RunEntry entry : chunk) {
                    if (entry instanceof RunEntry.StrategyState state
                            && state.strategyId().equals(strategyId)
                            && state.key().equals(key)) {
                        last = state;
                    }
                }
            }
        }
        return Optional.ofNullable(last);
    }
}
