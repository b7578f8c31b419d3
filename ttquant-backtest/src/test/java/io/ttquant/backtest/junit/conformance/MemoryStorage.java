package io.ttquant.backtest.junit.conformance;

import io.ttquant.api.market.Bar;
import io.ttquant.api.market.FundingRate;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.market.Quote;
import io.ttquant.api.market.Trade;
import io.ttquant.api.storage.BookSnapshot;
import io.ttquant.api.storage.Kept;
import io.ttquant.api.storage.MarketWriter;
import io.ttquant.api.storage.RunEntry;
import io.ttquant.api.storage.RunRecord;
import io.ttquant.api.storage.RunWriter;
import io.ttquant.api.storage.Storage;
import io.ttquant.api.storage.StorageCapability;
import io.ttquant.api.storage.StorageReader;
import io.ttquant.api.storage.StorageState;
import io.ttquant.backtest.junit.conformance.MemoryDisk.Key;
import io.ttquant.backtest.junit.conformance.MemoryDisk.Row;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Set;

/** A small storage that writes what is queued when it is flushed or closed; it can be broken on purpose. */
final class MemoryStorage implements Storage, MarketWriter {
    private final MemoryDisk disk;
    private final StorageFlaw flaw;
    private final Set<StorageCapability> declared;
    private final Deque<Row> queue = new ArrayDeque<>();
    private boolean isClosed;

    MemoryStorage(MemoryDisk disk, StorageFlaw flaw, Set<StorageCapability> declared) {
        this.disk = disk;
        this.flaw = flaw;
        this.declared = declared;
        disk.opened();
    }

    @Override
    public MarketWriter market() {
        require(StorageCapability.MARKET_DATA);
        return this;
    }

    private void require(StorageCapability needed) {
        if (flaw != StorageFlaw.TAKES_ANYTHING && !declared.contains(needed)) {
            throw new UnsupportedOperationException("it keeps " + declared + ", and no " + needed);
        }
    }

    private synchronized void queue(Row row) {
        if (isClosed && flaw != StorageFlaw.SILENT_AFTER_CLOSE) {
            throw new IllegalStateException("the storage is closed; open it again");
        }
        if (flaw == StorageFlaw.WRITERS_WAIT) {
            disk.awaitThere();
        }
        if (flaw != StorageFlaw.LOSES_IN_OUTAGE || !disk.isGone()) {
            queue.add(row);
        }
    }

    private void keep(String kind, Instrument instrument, long nanos, long number, Object event) {
        String table = kind + (flaw == StorageFlaw.MIXES_INSTRUMENTS ? "" : "|" + instrument.id());
        queue(new Row(new Key(table, nanos, number, 0), new Kept<>(event, number), ""));
    }

    @Override
    public void trade(Trade trade, long number) {
        long raw = flaw == StorageFlaw.PRICES_AS_DOUBLES ? (long) (double) trade.rawPrice() : trade.rawPrice();
        long nanos = flaw == StorageFlaw.MICROSECONDS ? trade.tsEvent() / 1000 * 1000 : trade.tsEvent();
        Trade kept = new Trade(trade.instrument(), nanos, trade.tsInit(), raw, trade.rawQuantity(), trade.aggressor());
        keep("trades", trade.instrument(), nanos, number, kept);
    }

    @Override
    public void quote(Quote quote, long number) {
        keep("quotes", quote.instrument(), quote.tsEvent(), number, quote);
    }

    @Override
    public void bar(Bar bar, long number) {
        String series = flaw == StorageFlaw.ONE_SERIES_OF_BARS ? "" : bar.spec().toString();
        keep("bars" + series, bar.instrument(), bar.tsEvent(), number, bar);
    }

    @Override
    public void book(BookSnapshot book, long number) {
        BookSnapshot kept = flaw == StorageFlaw.SORTS_LEVELS
                ? new BookSnapshot(
                        book.instrument(),
                        book.tsEvent(),
                        book.tsInit(),
                        book.bids().stream()
                                .sorted(java.util.Comparator.comparingLong(level -> level.rawPrice()))
                                .toList(),
                        book.asks())
                : book;
        keep("books", book.instrument(), book.tsEvent(), number, kept);
    }

    @Override
    public void funding(FundingRate rate, long number) {
        BigDecimal kept = flaw == StorageFlaw.FUNDING_AS_DOUBLE
                ? BigDecimal.valueOf(rate.rate().doubleValue())
                : rate.rate();
        keep(
                "funding",
                rate.instrument(),
                rate.tsEvent(),
                number,
                new FundingRate(rate.instrument(), rate.tsEvent(), rate.tsInit(), kept, rate.settlementNanos()));
    }

    @Override
    public RunWriter run(RunRecord run) {
        require(StorageCapability.RUNS);
        claim(run.id());
        RunRecord known = disk.runs.get(run.id());
        boolean isOther = known != null && (known.kind() != run.kind() || known.startNanos() != run.startNanos());
        if (isOther && flaw != StorageFlaw.ANY_RUN) {
            throw new IllegalArgumentException("run " + run.id() + " is known as " + known + "; give another id");
        }
        if (known != null && flaw == StorageFlaw.RUN_BEGINS_ANEW) {
            disk.forget("run|" + run.id());
        }
        disk.runs.putIfAbsent(
                run.id(),
                flaw == StorageFlaw.LOSES_PARAMETERS
                        ? new RunRecord(run.id(), run.kind(), run.startNanos(), Map.of(), run.dataFingerprint())
                        : run);
        return new MakingWriter(entry -> keep(run.id(), entry), flaw);
    }

    private void keep(String run, RunEntry entry) {
        String trade = entry instanceof RunEntry.Filled fill && flaw != StorageFlaw.FILLS_BY_NUMBER
                ? MemoryDisk.tradeKey(flaw == StorageFlaw.FILLS_OF_ALL_RUNS ? "" : run, fill)
                : "";
        queue(new Row(new Key("run|" + run, 0, entry.number(), 0), spoilt(entry), trade));
    }

    @Override
    public void claim(String run) {
        boolean isExclusive = declared.contains(StorageCapability.EXCLUSIVE_RUNS) && flaw != StorageFlaw.SHARES_RUNS;
        if (isExclusive && disk.claims.computeIfAbsent(run, key -> this) != this) {
            throw new IllegalStateException("run " + run + " is another storage's; close that one first");
        }
    }

    private RunEntry spoilt(RunEntry entry) {
        if (flaw == StorageFlaw.MONEY_AS_DOUBLES && entry instanceof RunEntry.BalanceAt at) {
            BigDecimal total = new BigDecimal(at.total().doubleValue());
            return new RunEntry.BalanceAt(at.number(), at.tsEvent(), at.currency(), total, at.locked());
        }
        if (flaw == StorageFlaw.LOSES_TEXT && entry instanceof RunEntry.StrategyState state) {
            String ascii = state.value().replaceAll("[^\\p{ASCII}]", "?");
            return new RunEntry.StrategyState(state.number(), state.tsEvent(), state.strategyId(), state.key(), ascii);
        }
        return entry;
    }

    @Override
    public StorageReader read() {
        return new MemoryReader(disk, flaw);
    }

    @Override
    public synchronized StorageState state() {
        String trouble = disk.isGone() && flaw != StorageFlaw.SILENT_TROUBLE ? "the disk is gone" : "";
        return new StorageState(
                queue.size(), queue.isEmpty() ? 0 : 1, disk.stored, disk.repeated, disk.conflicts, trouble);
    }

    @Override
    public synchronized boolean flush(Duration atMost) {
        if (flaw == StorageFlaw.FLUSH_PRETENDS) {
            return true;
        }
        if (disk.isGone() || (flaw == StorageFlaw.READERS_BLOCK_WRITERS && disk.readers > 0)) {
            return false;
        }
        queue.forEach(disk::write);
        queue.clear();
        return true;
    }

    @Override
    public synchronized void close() {
        if (isClosed && flaw == StorageFlaw.CLOSE_TWICE_THROWS) {
            throw new IllegalStateException("closed already");
        }
        if (flaw != StorageFlaw.CLOSE_FORGETS) {
            flush(Duration.ZERO);
        }
        isClosed = true;
        if (flaw != StorageFlaw.KEEPS_CLAIMS) {
            disk.claims.values().removeIf(holder -> holder == this);
        }
    }
}
