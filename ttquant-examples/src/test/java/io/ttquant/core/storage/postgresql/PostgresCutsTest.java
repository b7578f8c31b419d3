package io.ttquant.core.storage.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.core.storage.database.Applied;
import io.ttquant.core.storage.database.Batch;
import io.ttquant.core.storage.database.Block;
import io.ttquant.core.storage.database.Session;
import io.ttquant.core.storage.schema.RunTables;
import io.ttquant.core.storage.schema.Schema;
import io.ttquant.storage.FaultyWire;
import io.ttquant.storage.FaultyWire.Break;
import io.ttquant.storage.FaultyWire.Way;
import io.ttquant.storage.RealPostgres;
import java.sql.SQLException;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A connection that breaks after every so many bytes of a batch, in either direction: the batch is given again, and is there once. */
class PostgresCutsTest {
    /** 1 tries every byte. */
    private static final int STEP = Integer.getInteger("ttquant.cuts.step", 23);

    private static final int ROWS = 3;
    private static RealPostgres server;
    private static FaultyWire wire;

    @BeforeAll
    static void start() {
        server = RealPostgres.start();
        wire = FaultyWire.to(server.port());
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            wire.close();
            server.close();
        }
    }

    private static PostgresDatabase database(String schema) {
        return new PostgresDatabase(
                PostgresSettings.of(Map.of("url", server.url(wire.port()), "schema", schema, "timeout_seconds", "20")));
    }

    /** Entries of two tables, with numbers of their own. */
    private static Batch batch(int number) {
        Batch batch = new Batch(Schema.CURRENT);
        Block equity = batch.block(Schema.CURRENT.indexOf(RunTables.EQUITY));
        Block states = batch.block(Schema.CURRENT.indexOf(RunTables.STRATEGY_STATES));
        IntStream.range(0, ROWS).forEach(i -> {
            equity.text(0, "run");
            equity.word(1, number * ROWS + i);
            equity.word(2, 7);
            equity.text(3, "USDT");
            equity.word(4, 8);
            equity.text(5, Integer.toString(number));
            equity.endRow();
            states.text(0, "run");
            states.word(1, number * ROWS + i);
            states.word(2, 7);
            states.text(3, "cross");
            states.text(4, "last");
            states.text(5, Integer.toString(number));
            states.endRow();
        });
        return batch;
    }

    @ParameterizedTest
    @EnumSource(
            value = Break.class,
            names = {"RESET", "HALF_CLOSE"})
    void aBatchThatIsCutAnywhereIsThereOnceWhenItIsGivenAgain(Break how) throws SQLException {
        String schema = "cut_" + how.name().toLowerCase(java.util.Locale.ROOT);
        PostgresDatabase database = database(schema);
        database.migrate(Schema.CURRENT);
        long toServer = wire.passed(Way.TO_SERVER);
        long toClient = wire.passed(Way.TO_CLIENT);
        try (Session session = database.connect()) {
            toServer = wire.passed(Way.TO_SERVER);
            toClient = wire.passed(Way.TO_CLIENT);
            session.apply(batch(0));
        }
        toServer = wire.passed(Way.TO_SERVER) - toServer;
        toClient = wire.passed(Way.TO_CLIENT) - toClient;
        int number = 1;
        int unknown = 0;
        for (Way way : Way.values()) {
            long bytes = way == Way.TO_SERVER ? toServer : toClient;
            for (long at = 0; at < bytes; at += STEP) {
                unknown += cut(database, batch(number++), way, at, how);
            }
        }

        assertThat(server.query("select count(*), count(distinct number), max(number) from " + schema + ".equity"))
                .containsExactly(number * ROWS + "|" + number * ROWS + "|" + (number * ROWS - 1));
        assertThat(server.query("select count(*) from " + schema + ".strategy_states"))
                .containsExactly(Integer.toString(number * ROWS));
        assertThat(unknown).as("cuts after the commit, before we knew of it").isPositive();
    }

    /** 1 if the batch had been committed although we were not told. */
    private static int cut(PostgresDatabase database, Batch batch, Way way, long at, Break how) throws SQLException {
        boolean isDone = false;
        try (Session session = database.connect()) {
            wire.breakAfter(way, at, how);
            session.apply(batch);
            isDone = true;
        } catch (SQLException e) {
            // What this test is about: the outcome is not known.
        }
        wire.heal();
        try (Session session = database.connect()) {
            Applied again = session.apply(batch);
            assertThat(again.conflicts()).isZero();
            assertThat(again.repeated()).isIn(0L, (long) batch.rows());
            return !isDone && again.repeated() > 0 ? 1 : 0;
        }
    }
}
