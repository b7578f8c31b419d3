package io.ttquant.core.storage.postgresql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ttquant.core.storage.database.Applied;
import io.ttquant.core.storage.database.Batch;
import io.ttquant.core.storage.database.Block;
import io.ttquant.core.storage.database.Session;
import io.ttquant.core.storage.schema.MarketTables;
import io.ttquant.core.storage.schema.RunTables;
import io.ttquant.core.storage.schema.Schema;
import io.ttquant.storage.BatchModel;
import io.ttquant.storage.FaultyWire;
import io.ttquant.storage.FirstSchema;
import io.ttquant.storage.RealPostgres;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PostgresSessionTest {
    private static final int SEEDS = Integer.getInteger("ttquant.batches.seeds", 4);
    private static RealPostgres server;

    @BeforeAll
    static void start() {
        server = RealPostgres.start();
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            server.close();
        }
    }

    private static PostgresDatabase database(String schema, int port) {
        return new PostgresDatabase(
                PostgresSettings.of(Map.of("url", server.url(port), "schema", schema, "timeout_seconds", "20")));
    }

    static Batch equity(int from, int to) {
        Batch batch = new Batch(Schema.CURRENT);
        Block block = batch.block(Schema.CURRENT.indexOf(RunTables.EQUITY));
        for (int i = from; i < to; i++) {
            block.text(0, "run");
            block.word(1, i);
            block.word(2, 7);
            block.text(3, "USDT");
            block.word(4, 8);
            block.text(5, Integer.toString(i));
            block.endRow();
        }
        return batch;
    }

    @Test
    void keepsWhatANaiveStoreKeepsAndCountsTheSame() throws SQLException {
        for (int seed = 0; seed < SEEDS; seed++) {
            BatchModel.check(database("model_" + seed, server.port()), seed, 20);
        }
    }

    @Test
    void viewsShowDecimalsAndTimesExactly() throws SQLException {
        PostgresDatabase database = database("views", server.port());
        database.migrate(Schema.CURRENT);
        Batch batch = new Batch(Schema.CURRENT);
        Block instrument = batch.block(Schema.CURRENT.indexOf(MarketTables.INSTRUMENTS));
        instrument.word(0, 5);
        instrument.text(1, "test");
        instrument.text(2, "BTCUSDT");
        instrument.endRow();
        Block trade = batch.block(Schema.CURRENT.indexOf(MarketTables.TRADE_TICKS));
        long[] words = {5, 1_704_067_200_123_456_789L, 9, 0, (1L << 62) - 1, 1, 18, 5, 2};
        for (int i = 0; i < words.length; i++) {
            trade.word(i, words[i]);
        }
        trade.endRow();
        try (Session session = database.connect()) {
            session.apply(batch);
        }

        assertThat(server.query(
                        "select time at time zone 'UTC', symbol, price, quantity, aggressor from views.market_trades"))
                .containsExactly("2024-01-01 00:00:00.123456|BTCUSDT|4.611686018427387903|0.00001|SELLER");
        assertThat(server.query("select exchange, last_price from views.market_data"))
                .containsExactly("test|4.611686018427387903");
    }

    @Test
    void fillsOfTheFirstVersionAreKeptWithoutANotionalValue() throws SQLException {
        server.execute("create schema first; set search_path = first; "
                + String.join("; ", FirstSchema.statements(PostgresDialect.POSTGRES)));
        PostgresDatabase database = database("first", server.port());

        database.migrate(Schema.CURRENT);

        assertThat(server.query("select price, notional, notional_currency, notional_scale from first.fills"))
                .containsExactly("5|null|null|0");
        assertThat(server.query("select filled_price, notional from first.trades"))
                .containsExactly("5|null");
    }

    @Test
    void migratingAgainDoesNothingAndANewerSchemaIsRefused() throws SQLException {
        PostgresDatabase database = database("migrated", server.port());
        database.migrate(Schema.CURRENT);
        database.migrate(Schema.CURRENT);
        server.execute("insert into migrated.schema_versions values (999, 'of the future')");

        assertThatThrownBy(() -> database.migrate(Schema.CURRENT))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("999")
                .hasMessageContaining("newer");
    }

    @Test
    void aNewSessionEndsWhatTheOneBeforeLeftWithLocksOnTheServer() throws SQLException {
        try (FaultyWire wire = FaultyWire.to(server.port())) {
            PostgresDatabase database = database("leftover", wire.port());
            database.migrate(Schema.CURRENT);
            Session first = database.connect();
            first.apply(equity(0, 1));
            // The commit never arrives, and nobody tells the server that its client is gone.
            wire.breakAfter(FaultyWire.Way.TO_SERVER, 8_000, FaultyWire.Break.SILENCE);
            Thread stuck = new Thread(() -> {
                try {
                    first.apply(equity(1, 1_000));
                } catch (SQLException e) {
                    // Expected, once the wire is closed.
                }
            });
            stuck.start();
            while (wire.breaks() == 0) {
                Thread.onSpinWait();
            }

            try (Session second = database.connect()) {
                assertThat(second.apply(equity(1, 1_000))).isEqualTo(new Applied(999, 0, 0));
            }
            assertThat(server.query("select count(*) from leftover.equity")).containsExactly("1000");
            first.close();
        }
    }
}
