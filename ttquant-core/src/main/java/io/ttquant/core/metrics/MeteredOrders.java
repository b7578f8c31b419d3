package io.ttquant.core.metrics;

import io.ttquant.api.exchange.MarketByOrderSink;
import io.ttquant.api.order.Side;
import io.ttquant.core.counter.Durations;

/** Counts the messages of a book by order and hands them on. */
final class MeteredOrders implements MarketByOrderSink {
    private final MarketByOrderSink to;
    private final InstrumentCells cells;
    private final Durations latency;

    MeteredOrders(MarketByOrderSink to, InstrumentCells cells, Durations latency) {
        this.to = to;
        this.cells = cells;
        this.latency = latency;
    }

    @Override
    public void begin(long tsEvent, long tsInit) {
        cells.taken(cells.orders, tsEvent, tsInit);
        cells.came(latency, tsInit - tsEvent);
        to.begin(tsEvent, tsInit);
    }

    @Override
    public void clear() {
        to.clear();
    }

    @Override
    public void add(long id, Side side, long rawPrice, long rawQuantity) {
        to.add(id, side, rawPrice, rawQuantity);
    }

    @Override
    public void modify(long id, long rawPrice, long rawQuantity) {
        to.modify(id, rawPrice, rawQuantity);
    }

    @Override
    public void execute(long id, long rawQuantity) {
        to.execute(id, rawQuantity);
    }

    @Override
    public void delete(long id) {
        to.delete(id);
    }

    @Override
    public void end() {
        to.end();
    }

    @Override
    public void lost(long tsEvent, long tsInit) {
        to.lost(tsEvent, tsInit);
    }

    @Override
    public boolean needsSnapshot() {
        return to.needsSnapshot();
    }
}
