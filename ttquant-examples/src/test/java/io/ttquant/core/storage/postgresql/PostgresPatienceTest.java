package io.ttquant.core.storage.postgresql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ttquant.core.storage.schema.Schema;
import io.ttquant.examples.store.StoreJob;
import io.ttquant.storage.RealPostgres;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What may take long on a server takes as long as it takes; whoever trades does not wait for it. */
class PostgresPatienceTest {
    private static RealPostgres server;

    @TempDir
    Path folder;

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

    private static PostgresDatabase database() {
        return new PostgresDatabase(
                PostgresSettings.of(Map.of("url", server.url(), "schema", "store", "timeout_seconds", "1")));
    }

    @Test
    void settingUpWaitsForAnotherEngineThatIsAtItForLongerThanTheTimeout() throws SQLException {
        try (PostgresDatabase database = database()) {
            whileHeld("select pg_advisory_xact_lock(" + PostgresDatabase.MIGRATION_LOCK + ")", () -> {
                database.migrate(Schema.CURRENT);
                return "done";
            });
        }
    }

    @Test
    void describingWaitsForAnAnswerThatTakesLongerThanTheTimeout() throws SQLException {
        try (PostgresDatabase database = database()) {
            database.migrate(Schema.CURRENT);
        }

        String said = whileHeld("lock table store.trade_ticks in access exclusive mode", () -> job("describe"));

        assertThat(said).startsWith("postgresql://127.0.0.1:").contains("(schema store)");
    }

    @Test
    void aReaderThatGetsNoAnswerGivesUpAfterTheTimeout() throws SQLException {
        try (PostgresDatabase database = database()) {
            database.migrate(Schema.CURRENT);
            try (Connection holder = server.connect();
                    Connection reader = database.reader();
                    Statement question = reader.createStatement()) {
                hold(holder, "lock table store.trade_ticks in access exclusive mode");

                assertThatThrownBy(() -> question.executeQuery("select 1 from trade_ticks"))
                        .isInstanceOf(SQLException.class)
                        .hasRootCauseInstanceOf(java.net.SocketTimeoutException.class);
            }
        }
    }

    private String job(String command) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        StoreJob.parse(
                        command,
                        "--store",
                        server.url().substring("jdbc:".length()),
                        "--set",
                        "schema=store",
                        "--set",
                        "timeout_seconds=1",
                        "--set",
                        "spool=" + folder)
                .run(new PrintStream(out, true, StandardCharsets.UTF_8));
        return out.toString(StandardCharsets.UTF_8);
    }

    /** Lets something run against a lock until the server says that it has waited longer than the timeout. */
    private static String whileHeld(String lock, Callable<String> job) throws SQLException {
        CompletableFuture<String> result;
        try (Connection holder = server.connect()) {
            hold(holder, lock);
            result = CompletableFuture.supplyAsync(() -> {
                try {
                    return job.call();
                } catch (Exception e) {
                    throw new CompletionException(e);
                }
            });
            while (!result.isDone() && !hasWaited()) {
                Thread.onSpinWait();
            }
            assertThat(result).as("not done while the lock is held").isNotDone();
        }
        return result.orTimeout(30, java.util.concurrent.TimeUnit.SECONDS).join();
    }

    private static void hold(Connection holder, String lock) throws SQLException {
        holder.setAutoCommit(false);
        try (Statement statement = holder.createStatement()) {
            statement.execute(lock);
        }
    }

    private static boolean hasWaited() {
        return server.query("select count(*) from pg_stat_activity where wait_event_type = 'Lock'"
                        + " and query_start < clock_timestamp() - interval '2 seconds'")
                .contains("1");
    }
}
