package io.ttquant.examples.store;

import io.ttquant.api.market.Instrument;
import io.ttquant.api.market.InstrumentId;
import io.ttquant.core.storage.DatabaseStorage;
import io.ttquant.core.storage.schema.InstrumentKey;
import io.ttquant.core.storage.schema.MarketTables;
import io.ttquant.core.storage.schema.RunTables;
import io.ttquant.core.storage.schema.Table;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Asks a store what it holds, in words that all three databases understand. */
final class StoreSurvey {
    static final List<Table> MARKET = List.of(
            MarketTables.TRADE_TICKS,
            MarketTables.QUOTE_TICKS,
            MarketTables.BARS,
            MarketTables.BOOKS,
            MarketTables.FUNDING_RATES);

    private final DatabaseStorage storage;

    StoreSurvey(DatabaseStorage storage) {
        this.storage = storage;
    }

    /**
     * The market data of an instrument in a table, or of one series of bars.
     *
     * @param series empty but for bars
     */
    record Series(Table table, String instrument, String series, long rows, long firstNanos, long lastNanos) {}

    List<Series> series() {
        List<Series> all = new ArrayList<>();
        for (Table table : MARKET) {
            boolean isBars = table.equals(MarketTables.BARS);
            String series = isBars ? "t.series" : "''";
            ask(
                    "select coalesce(i.venue || ':' || i.symbol, '?'), " + series
                            + ", count(*), min(t.ts_event), max(t.ts_event) from " + table.name() + " t left join "
                            + MarketTables.INSTRUMENTS.name()
                            + " i on i.instrument_id = t.instrument_id group by 1, 2 order by 1, 2",
                    row -> all.add(new Series(
                            table,
                            row.getString(1),
                            row.getString(2),
                            row.getLong(3),
                            row.getLong(4),
                            row.getLong(5))));
        }
        return all;
    }

    /** An instrument with the decimals that its rows in a table have; null if there are none. Good for reading only: its currencies are made up. */
    @Nullable
    Instrument instrument(InstrumentId id, Table table) {
        List<Instrument> found = new ArrayList<>();
        ask(
                "select max(price_scale), max(quantity_scale), count(*) from " + table.name()
                        + " where instrument_id = " + InstrumentKey.of(id),
                row -> {
                    if (row.getLong(3) > 0) {
                        found.add(ofScales(id, row.getInt(1), row.getInt(2)));
                    }
                });
        return found.isEmpty() ? null : found.get(0);
    }

    static Instrument ofScales(InstrumentId id, int priceScale, int quantityScale) {
        return Instrument.spot(id.toString(), "BASE", "QUOTE")
                .tick(BigDecimal.ONE.movePointLeft(priceScale).toPlainString())
                .lot(BigDecimal.ONE.movePointLeft(quantityScale).toPlainString())
                .build();
    }

    /** How many entries a run has. */
    long entries(String run) {
        long count = 0;
        for (Table table : RunTables.ENTRIES) {
            count += count("select count(*) from " + table.name() + " where run = ?", run);
        }
        return count;
    }

    long count(String sql, String... parameters) {
        long[] count = new long[1];
        ask(sql, row -> count[0] = row.getLong(1), parameters);
        return count[0];
    }

    /** Takes a row. */
    interface Row {
        void take(ResultSet row) throws SQLException;
    }

    private void ask(String sql, Row row, String... parameters) {
        try (Connection connection = storage.database().surveyor();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setString(i + 1, parameters[i]);
            }
            try (ResultSet found = statement.executeQuery()) {
                while (found.next()) {
                    row.take(found);
                }
            }
        } catch (SQLException e) {
            throw new UncheckedIOException(new IOException(storage.database().name() + " does not answer: " + e, e));
        }
    }
}
