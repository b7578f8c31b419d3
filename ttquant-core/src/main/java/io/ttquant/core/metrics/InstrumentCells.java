package io.ttquant.core.metrics;

import io.ttquant.api.market.Instrument;
import io.ttquant.api.money.FixedPoint;
import io.ttquant.core.counter.Counter;
import io.ttquant.core.counter.Durations;
import io.ttquant.core.counter.Level;
import io.ttquant.core.counter.Moment;
import java.util.EnumMap;
import java.util.Map;

/** What is counted of the market data of one instrument. */
final class InstrumentCells {
    final Instrument instrument;
    final Moment last = new Moment();
    final Counter future = new Counter();
    /** Times that the source said of a book in step that it is lost. */
    final Counter lostBooks = new Counter();
    /** At the quantity scale; a double, since a sum over months need not fit a long. */
    final Level rawVolume = new Level();

    final Level price = new Level();
    final Counter trades;
    final Counter quotes;
    final Counter books;
    final Counter orders;
    final Counter bars;
    /** What comes now was asked for afterwards. */
    private boolean isCatchingUp;

    private final Map<MarketKind, Counter> events = new EnumMap<>(MarketKind.class);

    InstrumentCells(Instrument instrument) {
        this.instrument = instrument;
        for (MarketKind kind : MarketKind.values()) {
            events.put(kind, new Counter());
        }
        this.trades = events(MarketKind.TRADE);
        this.quotes = events(MarketKind.QUOTE);
        this.books = events(MarketKind.BOOK);
        this.orders = events(MarketKind.ORDER);
        this.bars = events(MarketKind.BAR);
    }

    Counter events(MarketKind kind) {
        Counter counter = events.get(kind);
        if (counter == null) {
            throw new IllegalStateException("no counter of " + kind);
        }
        return counter;
    }

    void catchingUp(boolean isNow) {
        isCatchingUp = isNow;
    }

    /** An event was on its way here for so long; what was asked for afterwards says nothing of that. */
    void came(Durations latency, long nanos) {
        if (!isCatchingUp) {
            latency.record(nanos);
        }
    }

    /** Quantity of all trades. */
    double volume() {
        double raw = rawVolume.get();
        return Double.isNaN(raw) ? 0 : raw / FixedPoint.pow10(instrument.quantityScale());
    }

    /** An event was taken that arrived at a time. */
    void taken(Counter of, long tsEvent, long tsInit) {
        of.increment();
        last.set(tsInit);
        if (tsEvent > tsInit) {
            future.increment();
        }
    }
}
