package io.ttquant.core.storage.duckdb;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.core.storage.database.Applied;
import io.ttquant.core.storage.database.Batch;
import io.ttquant.core.storage.database.Block;
import io.ttquant.core.storage.database.Chunks;
import io.ttquant.core.storage.database.Question;
import io.ttquant.core.storage.database.Session;
import io.ttquant.core.storage.schema.MarketTables;
import io.ttquant.core.storage.schema.RunTables;
import io.ttquant.core.storage.schema.Schema;
import io.ttquant.storage.BatchModel;
import io.ttquant.storage.FirstSchema;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DuckSessionTest {
    private static final int SEEDS = Integer.getInteger("ttquant.batches.seeds", 4);
    private static final int TRADES = MarketTables.TRADE_TICKS.columns().size();

    @TempDir
    Path folder;

    private DuckDatabase database(String name) {
        return new DuckDatabase(folder.resolve(name).toString(), 0, 0);
    }

    private static Batch trades(long... times) {
        Batch batch = new Batch(Schema.CURRENT);
        Block block = batch.block(Schema.CURRENT.indexOf(MarketTables.TRADE_TICKS));
        for (long time : times) {
            for (int i = 0; i < TRADES; i++) {
                block.word(i, i == 1 ? time : 1);
            }
            block.endRow();
        }
        return batch;
    }

    @Test
    void keepsWhatANaiveStoreKeepsAndCountsTheSame() throws SQLException {
        for (int seed = 0; seed < SEEDS; seed++) {
            try (DuckDatabase database = database("model" + seed)) {
                BatchModel.check(database, seed, 20);
            }
        }
    }

    @Test
    void aSecondWriterInThisProcessKnowsWhatTheFirstOneHasWritten() throws SQLException {
        try (DuckDatabase one = database("two");
                DuckDatabase other = database("two")) {
            one.migrate(Schema.CURRENT);
            try (Session first = one.connect();
                    Session second = other.connect()) {
                assertThat(first.apply(trades(1, 2))).isEqualTo(new Applied(2, 0, 0));
                assertThat(second.apply(trades(1, 2, 3))).isEqualTo(new Applied(1, 2, 0));
                assertThat(first.apply(trades(3, 4))).isEqualTo(new Applied(1, 1, 0));
            }
        }
    }

    @Test
    void fillsOfTheFirstVersionAreKeptWithoutANotionalValue() throws SQLException {
        try (DuckDatabase database = database("first")) {
            try (Connection connection = database.reader();
                    Statement statement = connection.createStatement()) {
                for (String sql : FirstSchema.statements(DuckDialect.DUCK)) {
                    statement.execute(sql);
                }
                statement.execute("commit");
            }

            database.migrate(Schema.CURRENT);

            try (Connection connection = database.reader();
                    Statement statement = connection.createStatement();
                    ResultSet found = statement.executeQuery(
                            "select price, notional, notional_currency, notional_scale from fills")) {
                assertThat(found.next()).isTrue();
                assertThat(found.getString(1)).isEqualTo("5");
                assertThat(found.getString(2)).isNull();
                assertThat(found.getString(3)).isNull();
                assertThat(found.getInt(4)).isZero();
            }
            try (Session session = database.connect()) {
                Batch batch = new Batch(Schema.CURRENT);
                Block fills = batch.block(Schema.CURRENT.indexOf(RunTables.FILLS));
                for (int i = 0; i < RunTables.FILLS.columns().size(); i++) {
                    if (RunTables.FILLS.columns().get(i).type().isWord()) {
                        fills.word(i, 10);
                    } else {
                        fills.text(i, "7");
                    }
                }
                fills.endRow();
                assertThat(session.apply(batch)).as("added columns are written").isEqualTo(new Applied(1, 0, 0));
            }
        }
    }

    @Test
    void readsInOrderWhetherTheFileIsOrNot() throws SQLException {
        try (DuckDatabase database = database("order")) {
            database.migrate(Schema.CURRENT);
            try (Session session = database.connect()) {
                session.apply(trades(5, 6, 7));
                assertThat(times(database)).containsExactly(5, 6, 7);
                session.apply(trades(1, 9, 3));
            }
            assertThat(times(database)).containsExactly(1, 3, 5, 6, 7, 9);
        }
    }

    private static long[] times(DuckDatabase database) throws SQLException {
        Question question =
                Question.of(MarketTables.TRADE_TICKS).where("instrument_id", 1L).between(0, 100);
        try (Chunks chunks = database.read(question, 100)) {
            Block block = chunks.next();
            return Arrays.copyOf(block.words(1), block.rows());
        }
    }
}
