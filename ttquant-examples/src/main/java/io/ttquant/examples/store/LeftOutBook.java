package io.ttquant.examples.store;

import io.ttquant.api.exchange.BookSink;
import io.ttquant.api.exchange.MarketByOrderSink;
import io.ttquant.api.order.Side;

/** Messages of an order book, which a store does not keep: it keeps whole books. */
record LeftOutBook(StoreCounts counts) implements BookSink, MarketByOrderSink {
    @Override
    public void snapshot(long tsEvent, long tsInit) {}

    @Override
    public void increment(long tsEvent, long tsInit) {}

    @Override
    public void begin(long tsEvent, long tsInit) {}

    @Override
    public void ids(long first, long last, long previous) {}

    @Override
    public void checksum(int value) {}

    @Override
    public void bid(long rawPrice, long rawQuantity) {}

    @Override
    public void ask(long rawPrice, long rawQuantity) {}

    @Override
    public void clear() {}

    @Override
    public void add(long id, Side side, long rawPrice, long rawQuantity) {}

    @Override
    public void modify(long id, long rawPrice, long rawQuantity) {}

    @Override
    public void execute(long id, long rawQuantity) {}

    @Override
    public void delete(long id) {}

    @Override
    public void end() {
        counts.leavesOut();
    }

    @Override
    public void lost(long tsEvent, long tsInit) {
        counts.leavesOut();
    }

    @Override
    public boolean needsSnapshot() {
        return false;
    }
}
