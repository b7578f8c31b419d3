package io.ttquant.core.storage.read;

import io.ttquant.api.market.Bar;
import io.ttquant.api.market.BarSpec;
import io.ttquant.api.market.FundingRate;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.market.Quote;
import io.ttquant.api.market.Trade;
import io.ttquant.api.storage.BookSnapshot;
import io.ttquant.api.storage.Kept;
import io.ttquant.api.storage.Rows;
import io.ttquant.api.storage.RunEntry;
import io.ttquant.api.storage.RunRecord;
import io.ttquant.api.storage.StorageReader;
import io.ttquant.core.storage.database.Block;
import io.ttquant.core.storage.database.Chunks;
import io.ttquant.core.storage.database.Database;
import io.ttquant.core.storage.database.JdbcChunks;
import io.ttquant.core.storage.database.Question;
import io.ttquant.core.storage.rows.MarketEvents;
import io.ttquant.core.storage.rows.RunEntries;
import io.ttquant.core.storage.schema.InstrumentKey;
import io.ttquant.core.storage.schema.MarketTables;
import io.ttquant.core.storage.schema.RunTables;
import io.ttquant.core.storage.schema.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what a database has. Safe from several threads; what it gives is for one each. */
public final class DatabaseReader implements StorageReader {
    private static final int CHUNK = 8192;

    private final Database database;

    /** Of a database. */
    public DatabaseReader(Database database) {
        this.database = database;
    }

    @Override
    public Rows<Kept<Trade>> trades(Instrument instrument, long fromNanos, long toNanos) {
        return rows(
                of(MarketTables.TRADE_TICKS, instrument).between(fromNanos, toNanos),
                (block, row) -> MarketEvents.trade(instrument, block, row));
    }

    @Override
    public Rows<Kept<Quote>> quotes(Instrument instrument, long fromNanos, long toNanos) {
        return rows(
                of(MarketTables.QUOTE_TICKS, instrument).between(fromNanos, toNanos),
                (block, row) -> MarketEvents.quote(instrument, block, row));
    }

    @Override
    public Rows<Kept<Bar>> bars(Instrument instrument, BarSpec spec, long fromNanos, long toNanos) {
        return rows(
                of(MarketTables.BARS, instrument)
                        .where("series", spec.toString())
                        .between(fromNanos, toNanos),
                (block, row) -> MarketEvents.bar(instrument, spec, block, row));
    }

    @Override
    public Rows<Kept<BookSnapshot>> books(Instrument instrument, long fromNanos, long toNanos) {
        return rows(
                of(MarketTables.BOOKS, instrument).between(fromNanos, toNanos),
                (block, row) -> MarketEvents.book(instrument, block, row));
    }

    @Override
    public Rows<Kept<FundingRate>> funding(Instrument instrument, long fromNanos, long toNanos) {
        return rows(
                of(MarketTables.FUNDING_RATES, instrument).between(fromNanos, toNanos),
                (block, row) -> MarketEvents.funding(instrument, block, row));
    }

    /** Trades as they stand in the store, in columns: prices and quantities at the scales beside them. What a backtest reads fastest. */
    public Chunks tradeColumns(Instrument instrument, long fromNanos, long toNanos) {
        return chunks(of(MarketTables.TRADE_TICKS, instrument).between(fromNanos, toNanos));
    }

    @Override
    public List<RunRecord> runs() {
        List<RunRecord> runs = new ArrayList<>(
                rows(Question.of(RunTables.RUNS), RunEntries::run).all());
        runs.sort(Comparator.comparingLong(RunRecord::startNanos).thenComparing(RunRecord::id));
        return runs;
    }

    /** The run of an id; empty if there is none. */
    public List<RunRecord> run(String id) {
        return rows(Question.of(RunTables.RUNS).where("run", id), RunEntries::run)
                .all();
    }

    @Override
    public Rows<RunEntry> entries(String runId) {
        return entries(runId, Long.MIN_VALUE);
    }

    @Override
    public Rows<RunEntry> entries(String runId, long afterNumber) {
        try {
            return EntriesOfRun.open(database, runId, afterNumber, CHUNK);
        } catch (SQLException e) {
            throw Unreadable.of(database, e);
        }
    }

    @Override
    public Optional<RunEntry.StrategyState> lastState(String runId, String strategyId, String key) {
        Question question = Question.of(RunTables.STRATEGY_STATES)
                .where("run", runId)
                .where("strategy", strategyId)
                .where("name", key)
                .last();
        try (Connection connection = database.reader();
                Chunks chunks = JdbcChunks.share(connection, question, database.dialect(), 1)) {
            Block found = chunks.next();
            return found.rows() == 0
                    ? Optional.empty()
                    : Optional.of((RunEntry.StrategyState) RunEntries.entry(found, 0, Map.of()));
        } catch (SQLException e) {
            throw Unreadable.of(database, e);
        }
    }

    private <T> Rows<T> rows(Question question, BlockRows.Row<T> row) {
        return new BlockRows<>(database, chunks(question), row);
    }

    private Chunks chunks(Question question) {
        try {
            return database.read(question, CHUNK);
        } catch (SQLException e) {
            throw Unreadable.of(database, e);
        }
    }

    private static Question of(Table table, Instrument instrument) {
        return Question.of(table).where("instrument_id", InstrumentKey.of(instrument.id()));
    }
}
