package io.ttquant.core.journal;

import io.ttquant.api.exchange.InstrumentSink;
import io.ttquant.api.exchange.MarketDataSink;
import io.ttquant.api.market.InstrumentId;
import java.util.HashMap;
import java.util.Map;

/** Writes down market data before the engine takes them. */
final class RecordedMarket implements MarketDataSink {
    private final JournalWriter journal;
    private final MarketDataSink to;
    private final Map<InstrumentId, InstrumentSink> sinks = new HashMap<>();

    RecordedMarket(JournalWriter journal, MarketDataSink to) {
        this.journal = journal;
        this.to = to;
    }

    @Override
    public InstrumentSink instrument(InstrumentId id) {
        InstrumentSink known = sinks.get(id);
        if (known == null) {
            InstrumentSink sink = to.instrument(id);
            known = new RecordedInstrument(journal, sink, journal.number(sink.instrument()));
            sinks.put(id, known);
        }
        return known;
    }
}
