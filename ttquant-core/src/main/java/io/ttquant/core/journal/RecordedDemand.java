package io.ttquant.core.journal;

import io.ttquant.api.exchange.Capability;
import io.ttquant.api.market.BarSpec;
import io.ttquant.api.market.InstrumentId;
import io.ttquant.core.engine.MarketDemand;

/** Writes down which market data are wanted. */
final class RecordedDemand implements MarketDemand {
    private final Entries journal;
    private final MarketDemand to;

    RecordedDemand(Entries journal, MarketDemand to) {
        this.journal = journal;
        this.to = to;
    }

    @Override
    public void wanted(InstrumentId instrument, Capability kind) {
        journal.begin(EntryKind.WANTED).text(instrument.toString()).name(kind);
        journal.end();
        journal.enter();
        try {
            to.wanted(instrument, kind);
        } finally {
            journal.leave();
        }
    }

    @Override
    public void wantedBars(InstrumentId instrument, BarSpec spec) {
        journal.begin(EntryKind.WANTED_BARS).text(instrument.toString()).text(spec.toString());
        journal.end();
        journal.enter();
        try {
            to.wantedBars(instrument, spec);
        } finally {
            journal.leave();
        }
    }
}
