package io.ttquant.backtest.junit.conformance;

import io.ttquant.api.market.Bar;
import io.ttquant.api.market.BarSpec;
import io.ttquant.api.market.FundingRate;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.market.Quote;
import io.ttquant.api.market.Trade;
import io.ttquant.api.money.FixedPoint;
import io.ttquant.api.storage.BookSnapshot;
import io.ttquant.api.storage.Kept;
import io.ttquant.api.storage.Rows;
import io.ttquant.api.storage.RunEntry;
import io.ttquant.api.storage.RunRecord;
import io.ttquant.api.storage.StorageReader;
import java.util.Comparator;
import java.util.List;

/** Reads from a {@link MemoryDisk}. */
final class MemoryReader implements StorageReader {
    private final MemoryDisk disk;
    private final StorageFlaw flaw;

    MemoryReader(MemoryDisk disk, StorageFlaw flaw) {
        this.disk = disk;
        this.flaw = flaw;
    }

    @SuppressWarnings("unchecked")
    private <T> Rows<T> rows(List<?> found) {
        disk.readers++;
        return new Rows<>() {
            private List<T> left = (List<T>) found;
            private boolean isClosed;

            @Override
            public List<T> next() {
                List<T> chunk = left.subList(0, Math.min(left.size(), 100));
                left = left.subList(chunk.size(), left.size());
                return chunk;
            }

            @Override
            public void close() {
                disk.readers -= isClosed ? 0 : 1;
                isClosed = true;
            }
        };
    }

    private <T> Rows<Kept<T>> market(String kind, Instrument instrument, long from, long to) {
        String table = kind + (flaw == StorageFlaw.MIXES_INSTRUMENTS ? "" : "|" + instrument.id());
        return rows(disk.read(table, from, to));
    }

    @Override
    public Rows<Kept<Trade>> trades(Instrument instrument, long fromNanos, long toNanos) {
        List<Kept<Trade>> kept =
                this.<Trade>market("trades", instrument, fromNanos, toNanos).all();
        return rows(kept.stream()
                .map(each -> new Kept<>(rescaled(each.event(), instrument), each.number()))
                .toList());
    }

    private Trade rescaled(Trade trade, Instrument to) {
        Instrument from = trade.instrument();
        boolean isSame = flaw == StorageFlaw.FORGETS_SCALES
                || (from.priceScale() == to.priceScale() && from.quantityScale() == to.quantityScale());
        return isSame
                ? trade
                : new Trade(
                        to,
                        trade.tsEvent(),
                        trade.tsInit(),
                        FixedPoint.rescale(trade.rawPrice(), from.priceScale(), to.priceScale()),
                        FixedPoint.rescale(trade.rawQuantity(), from.quantityScale(), to.quantityScale()),
                        trade.aggressor());
    }

    @Override
    public Rows<Kept<Quote>> quotes(Instrument instrument, long fromNanos, long toNanos) {
        return market("quotes", instrument, fromNanos, toNanos);
    }

    @Override
    public Rows<Kept<Bar>> bars(Instrument instrument, BarSpec spec, long fromNanos, long toNanos) {
        String series = flaw == StorageFlaw.ONE_SERIES_OF_BARS ? "" : spec.toString();
        return market("bars" + series, instrument, fromNanos, toNanos);
    }

    @Override
    public Rows<Kept<BookSnapshot>> books(Instrument instrument, long fromNanos, long toNanos) {
        return market("books", instrument, fromNanos, toNanos);
    }

    @Override
    public Rows<Kept<FundingRate>> funding(Instrument instrument, long fromNanos, long toNanos) {
        return market("funding", instrument, fromNanos, toNanos);
    }

    @Override
    public List<RunRecord> runs() {
        return disk.runs.values().stream()
                .sorted(Comparator.comparingLong(RunRecord::startNanos).thenComparing(RunRecord::id))
                .toList();
    }

    @Override
    public Rows<RunEntry> entries(String runId) {
        if (flaw == StorageFlaw.UNKNOWN_IS_AN_ERROR && !disk.runs.containsKey(runId)) {
            throw new IllegalArgumentException("no run " + runId);
        }
        return rows(disk.read("run|" + runId, 0, 1));
    }
}
