package io.ttquant.core.metrics;

import io.ttquant.api.exchange.BookSink;
import io.ttquant.core.counter.Durations;

/** Counts the messages of a book by level and hands them on. */
final class MeteredBook implements BookSink {
    private final BookSink to;
    private final InstrumentCells cells;
    private final Durations latency;

    MeteredBook(BookSink to, InstrumentCells cells, Durations latency) {
        this.to = to;
        this.cells = cells;
        this.latency = latency;
    }

    private void taken(long tsEvent, long tsInit) {
        cells.taken(cells.books, tsEvent, tsInit);
        cells.came(latency, tsInit - tsEvent);
    }

    @Override
    public void snapshot(long tsEvent, long tsInit) {
        taken(tsEvent, tsInit);
        to.snapshot(tsEvent, tsInit);
    }

    @Override
    public void increment(long tsEvent, long tsInit) {
        taken(tsEvent, tsInit);
        to.increment(tsEvent, tsInit);
    }

    @Override
    public void ids(long first, long last, long previous) {
        to.ids(first, last, previous);
    }

    @Override
    public void checksum(int value) {
        to.checksum(value);
    }

    @Override
    public void bid(long rawPrice, long rawQuantity) {
        to.bid(rawPrice, rawQuantity);
    }

    @Override
    public void ask(long rawPrice, long rawQuantity) {
        to.ask(rawPrice, rawQuantity);
    }

    @Override
    public void end() {
        to.end();
    }

    @Override
    public void lost(long tsEvent, long tsInit) {
        if (!to.needsSnapshot()) {
            cells.lostBooks.increment();
        }
        to.lost(tsEvent, tsInit);
    }

    @Override
    public boolean needsSnapshot() {
        return to.needsSnapshot();
    }
}
