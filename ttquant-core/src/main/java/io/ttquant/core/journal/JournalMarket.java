package io.ttquant.core.journal;

import io.ttquant.api.exchange.MarketDataSink;
import io.ttquant.api.market.BarSpec;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.market.InstrumentId;
import io.ttquant.api.time.EpochNanos;
import io.ttquant.core.engine.Engine;
import org.jspecify.annotations.Nullable;

/**
 * The market data of an instrument in a journal, as the engine got them: one after the other, each once the engine's clock stands where it stood when it came. So
 * an exchange that is simulated sees them when they came and not when they happened, as that of a paper account does.
 */
public final class JournalMarket implements AutoCloseable {
    private final JournalReader journal;
    private final InstrumentId instrument;
    private @Nullable Entry next;

    private JournalMarket(JournalReader journal, InstrumentId instrument) {
        this.journal = journal;
        this.instrument = instrument;
        advance();
    }

    /**
     * Its market data.
     *
     * @param journal just opened; closed with this
     */
    public static JournalMarket of(JournalReader journal, InstrumentId instrument) {
        return new JournalMarket(journal, instrument);
    }

    /**
     * Makes the series of bars known to an engine that is not started yet, which makes those by itself that it does not know.
     *
     * @param journal just opened; closed by this
     */
    public static void declareBars(JournalReader journal, InstrumentId instrument, MarketDataSink engine) {
        try (JournalMarket market = of(journal, instrument)) {
            for (Entry entry = market.next; entry != null; entry = market.next) {
                if (entry.kind() == EntryKind.BARS_DECLARED) {
                    engine.instrument(instrument).bars(BarSpec.parse(entry.text(1)));
                }
                market.advance();
            }
        }
    }

    /** When the next event came, epoch nanoseconds; {@link EpochNanos#NEVER} after the last. */
    public long nextNanos() {
        return next == null ? EpochNanos.NEVER : next.nanos();
    }

    /**
     * Gives the next event to an engine, whose clock is set before.
     *
     * @throws JournalException if there is none, or the journal is damaged
     */
    public void give(MarketDataSink engine) {
        Entry entry = next;
        if (entry == null) {
            throw new JournalException("the journal has no more market data of " + instrument);
        }
        if (engine instanceof Engine live && live.clock().nanos() < entry.nanos()) {
            live.advanceTo(entry.nanos());
        }
        ReplayInputs.market(entry, engine);
        advance();
    }

    private void advance() {
        do {
            next = journal.next();
        } while (next != null && !isMine(next));
    }

    private boolean isMine(Entry entry) {
        return entry.isInput()
                && !entry.values().isEmpty()
                && entry.values().get(0) instanceof Instrument its
                && its.id().equals(instrument);
    }

    @Override
    public void close() {
        journal.close();
    }
}
