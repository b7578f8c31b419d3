package io.ttquant.core.storage.read;

import io.ttquant.api.storage.Rows;
import io.ttquant.api.storage.RunEntry;
import io.ttquant.core.storage.database.Block;
import io.ttquant.core.storage.database.Chunks;
import io.ttquant.core.storage.database.Database;
import io.ttquant.core.storage.database.JdbcChunks;
import io.ttquant.core.storage.database.Question;
import io.ttquant.core.storage.database.Quietly;
import io.ttquant.core.storage.rows.RunEntries;
import io.ttquant.core.storage.schema.RunTables;
import io.ttquant.core.storage.schema.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

/** What a run did, merged by number out of the tables. All tables are read in one transaction, so that they are of one moment. */
final class EntriesOfRun implements Rows<RunEntry> {
    private final Database database;
    private final Connection connection;
    private final PriorityQueue<Source> sources = new PriorityQueue<>();
    private final List<Source> all = new ArrayList<>();
    private final Map<Long, Map<String, Double>> statistics;
    private final int rows;

    private EntriesOfRun(
            Database database, Connection connection, Map<Long, Map<String, Double>> statistics, int rows) {
        this.database = database;
        this.connection = connection;
        this.statistics = statistics;
        this.rows = rows;
    }

    static Rows<RunEntry> open(Database database, String run, long after, int rows) throws SQLException {
        Connection connection = database.reader();
        try {
            EntriesOfRun entries = new EntriesOfRun(database, connection, statistics(database, connection, run), rows);
            for (Table table : RunTables.ENTRIES) {
                Question question = Question.of(table).where("run", run).after(after);
                entries.add(JdbcChunks.share(connection, question, database.dialect(), rows));
            }
            return entries;
        } catch (SQLException | RuntimeException e) {
            Quietly.close(connection);
            throw e;
        }
    }

    private static Map<Long, Map<String, Double>> statistics(Database database, Connection connection, String run)
            throws SQLException {
        Map<Long, Map<String, Double>> found = new HashMap<>();
        Question question = Question.of(RunTables.RUN_STATISTICS).where("run", run);
        try (Chunks chunks = JdbcChunks.share(connection, question, database.dialect(), 1024)) {
            for (Block block = chunks.next(); block.rows() > 0; block = chunks.next()) {
                for (int i = 0; i < block.rows(); i++) {
                    found.computeIfAbsent(block.words(1)[i], number -> new HashMap<>())
                            .put(block.text(2, i), block.real(3, i));
                }
            }
        }
        return found;
    }

    private void add(Chunks chunks) throws SQLException {
        Source source = new Source(chunks);
        all.add(source);
        if (source.hasNext()) {
            sources.add(source);
        }
    }

    @Override
    public List<RunEntry> next() {
        List<RunEntry> entries = new ArrayList<>();
        try {
            while (entries.size() < rows && !sources.isEmpty()) {
                Source source = sources.remove();
                entries.add(RunEntries.entry(source.block, source.row, statistics));
                source.row++;
                if (source.hasNext()) {
                    sources.add(source);
                }
            }
        } catch (SQLException e) {
            throw Unreadable.of(database, e);
        }
        return entries;
    }

    @Override
    public void close() {
        all.forEach(source -> source.chunks.close());
        Quietly.close(connection);
    }

    private static final class Source implements Comparable<Source> {
        private final Chunks chunks;
        private Block block;
        private int row;

        Source(Chunks chunks) throws SQLException {
            this.chunks = chunks;
            block = chunks.next();
        }

        boolean hasNext() throws SQLException {
            if (row == block.rows() && row > 0) {
                block = chunks.next();
                row = 0;
            }
            return row < block.rows();
        }

        long number() {
            return block.words(1)[row];
        }

        @Override
        public int compareTo(Source other) {
            return Long.compare(number(), other.number());
        }
    }
}
