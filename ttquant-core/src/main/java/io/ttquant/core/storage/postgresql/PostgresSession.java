package io.ttquant.core.storage.postgresql;

import io.ttquant.core.storage.database.Applied;
import io.ttquant.core.storage.database.Batch;
import io.ttquant.core.storage.database.Block;
import io.ttquant.core.storage.database.Quietly;
import io.ttquant.core.storage.database.Session;
import io.ttquant.core.storage.schema.MarketTables;
import io.ttquant.core.storage.schema.RunTables;
import io.ttquant.core.storage.schema.Table;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;
import org.postgresql.util.PSQLState;

/**
 * Writes by {@code COPY}. A batch is first copied into the tables themselves, as if all of it were new, which is twice as fast as any way that asks; if it is not,
 * the server says so, and the batch goes the way of {@link Stage}, as do those after it until one has no known row.
 */
final class PostgresSession implements Session {
    private final Connection connection;
    private final CopyManager server;
    private final CopyRows bytes = new CopyRows();
    private final Map<Table, CopiedBlock> copied = new HashMap<>();
    /** Tables in whose last rows there were known ones; at first those of which the writer says again what there is. */
    private final Set<Table> repeating = new HashSet<>(Set.of(MarketTables.INSTRUMENTS, RunTables.RUNS));

    private final PostgresClaims claims;
    private boolean isCommitting;

    /** On a connection that does not commit by itself, which is closed with the session. */
    PostgresSession(Connection connection, PostgresClaims claims) throws SQLException {
        this.connection = connection;
        this.claims = claims;
        this.server = connection.unwrap(PGConnection.class).getCopyAPI();
    }

    @Override
    public Applied apply(Batch batch) throws SQLException {
        if (batch.rows() == 0) {
            return Applied.NOTHING;
        }
        claims.renew();
        if (batch.blocks().stream().map(Block::table).noneMatch(repeating::contains)) {
            try {
                return asNew(batch);
            } catch (SQLException e) {
                if (!PSQLState.UNIQUE_VIOLATION.getState().equals(e.getSQLState())) {
                    throw e;
                }
                connection.rollback();
            }
        }
        return staged(batch);
    }

    private Applied asNew(Batch batch) throws SQLException {
        for (Block block : batch.blocks()) {
            copied(block.table()).copy(server, Stage.copyDirect(block.table()), block, false, bytes);
        }
        commit();
        return new Applied(batch.rows(), 0, 0);
    }

    private Applied staged(Batch batch) throws SQLException {
        Applied sum = Applied.NOTHING;
        try (Statement statement = connection.createStatement()) {
            for (Block block : batch.blocks()) {
                sum = sum.plus(staged(block, statement));
            }
        }
        commit();
        return sum;
    }

    private void commit() throws SQLException {
        isCommitting = true;
        connection.commit();
        isCommitting = false;
    }

    @Override
    public boolean isCommitting() {
        return isCommitting;
    }

    private Applied staged(Block block, Statement statement) throws SQLException {
        Stage stage = new Stage(block.table());
        statement.execute(stage.create());
        copied(block.table()).copy(server, stage.copy(), block, true, bytes);
        int stored = statement.executeUpdate(stage.insert());
        int repeated = block.rows() - stored;
        if (repeated == 0) {
            repeating.remove(block.table());
        } else {
            repeating.add(block.table());
        }
        return new Applied(stored, repeated, repeated == 0 ? 0 : count(statement, stage.conflicts()));
    }

    private static long count(Statement statement, String sql) throws SQLException {
        try (ResultSet found = statement.executeQuery(sql)) {
            found.next();
            return found.getLong(1);
        }
    }

    private CopiedBlock copied(Table table) {
        return copied.computeIfAbsent(table, CopiedBlock::new);
    }

    @Override
    public void close() {
        Quietly.close(connection);
    }
}
