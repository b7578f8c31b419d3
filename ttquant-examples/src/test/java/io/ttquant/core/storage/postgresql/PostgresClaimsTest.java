package io.ttquant.core.storage.postgresql;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ttquant.core.storage.database.Quietly;
import io.ttquant.core.storage.database.Session;
import io.ttquant.core.storage.schema.Schema;
import io.ttquant.storage.FaultyWire;
import io.ttquant.storage.RealPostgres;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A run belongs to one engine, whatever becomes of connections. */
class PostgresClaimsTest {
    private static RealPostgres server;

    @BeforeAll
    static void start() {
        server = RealPostgres.start();
        server.execute("create schema one");
        server.execute("create schema two");
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            server.close();
        }
    }

    private static PostgresDatabase database(String schema, int port) {
        return new PostgresDatabase(
                PostgresSettings.of(Map.of("url", server.url(port), "schema", schema, "timeout_seconds", "2")));
    }

    private static PostgresDatabase database() {
        return database("one", server.port());
    }

    @Test
    void aRunOfAnotherEngineIsRefusedUntilThatOneEnds() throws SQLException {
        try (PostgresDatabase first = database();
                PostgresDatabase second = database()) {
            first.claim("live-okx");
            first.claim("live-okx");

            assertThatThrownBy(() -> second.claim("live-okx"))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageMatching(
                            "the run live-okx in postgresql://\\S+ \\(schema one\\) is in use by another engine"
                                    + " \\(process \\d+ of the server, from \\S+, since \\S+ \\S+; if that engine is gone, the server"
                                    + " notices within a minute\\); a run belongs to one engine, so end that one first, or give"
                                    + " this one a run of its own \\(run = \"...\" in \\[store\\]\\)");
            second.claim("live-binance");

            Quietly.close(first);
            assertThatCode(() -> second.claim("live-okx")).doesNotThrowAnyException();
        }
    }

    @Test
    void aRunOfAnotherSchemaIsAnotherRun() throws SQLException {
        try (PostgresDatabase one = database();
                PostgresDatabase two = database("two", server.port())) {
            one.claim("live");

            assertThatCode(() -> two.claim("live")).doesNotThrowAnyException();
        }
    }

    @Test
    void aClaimThatWasLostWithItsConnectionIsTakenAgainBeforeAnythingIsWritten() throws SQLException {
        try (FaultyWire wire = FaultyWire.to(server.port());
                PostgresDatabase first = database("one", wire.port());
                PostgresDatabase second = database()) {
            first.claim("live-1");
            first.claim("live-2");
            wire.cutAll();
            endBackends();

            first.connect().close();

            for (String run : new String[] {"live-1", "live-2"}) {
                assertThatThrownBy(() -> second.claim(run))
                        .isInstanceOf(IllegalStateException.class)
                        .hasMessageContaining(run);
            }
        }
    }

    @Test
    void whoeverLostARunToAnotherEngineWritesNothingMore() throws SQLException {
        try (FaultyWire wire = FaultyWire.to(server.port());
                PostgresDatabase first = database("one", wire.port());
                PostgresDatabase second = database()) {
            first.claim("live-lost");
            wire.cutAll();
            wire.refuse(true);
            endBackends();
            second.claim("live-lost");
            wire.refuse(false);

            assertThatThrownBy(first::connect)
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("the run live-lost in ")
                    .hasMessageContaining(" is in use by another engine (process ");

            Quietly.close(second);
            first.connect().close();
        }
    }

    @Test
    void anEngineWhoseClaimAloneIsLostWritesNoFurtherBatchOnceAnotherHasTheRun() throws SQLException {
        try (PostgresDatabase first = database();
                PostgresDatabase second = database()) {
            first.migrate(Schema.CURRENT);
            first.claim("live-alone");
            try (Session session = first.connect()) {
                session.apply(PostgresSessionTest.equity(0, 1));
                server.query("select pg_terminate_backend(pid, 10000) from pg_locks where locktype = 'advisory'");
                session.apply(PostgresSessionTest.equity(1, 2));
                assertThatThrownBy(() -> second.claim("live-alone"))
                        .as("taken again with the batch")
                        .isInstanceOf(IllegalStateException.class);

                server.query("select pg_terminate_backend(pid, 10000) from pg_locks where locktype = 'advisory'");
                second.claim("live-alone");
                assertThatThrownBy(() -> session.apply(PostgresSessionTest.equity(2, 3)))
                        .isInstanceOf(SQLException.class)
                        .hasMessageContaining("the run live-alone in ");
            }
        }
    }

    private static void endBackends() {
        server.query(
                "select pg_terminate_backend(pid, 10000) from pg_stat_activity where application_name = 'ttquant'");
    }
}
