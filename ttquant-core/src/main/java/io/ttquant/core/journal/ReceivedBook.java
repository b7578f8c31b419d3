package io.ttquant.core.journal;

import io.ttquant.api.exchange.BookSink;

/** A book whose messages are stamped with the time at which they came. */
record ReceivedBook(BookSink to, long nanos) implements BookSink {
    @Override
    public void snapshot(long tsEvent, long tsInit) {
        to.snapshot(nanos, nanos);
    }

    @Override
    public void increment(long tsEvent, long tsInit) {
        to.increment(nanos, nanos);
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
        to.lost(nanos, nanos);
    }

    @Override
    public boolean needsSnapshot() {
        return to.needsSnapshot();
    }
}
