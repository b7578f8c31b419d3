package io.ttquant.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.core.storage.database.Applied;
import io.ttquant.core.storage.database.Batch;
import io.ttquant.core.storage.database.Block;
import io.ttquant.core.storage.database.Chunks;
import io.ttquant.core.storage.database.Database;
import io.ttquant.core.storage.database.Question;
import io.ttquant.core.storage.database.Session;
import io.ttquant.core.storage.schema.Column;
import io.ttquant.core.storage.schema.ColumnType;
import io.ttquant.core.storage.schema.MarketTables;
import io.ttquant.core.storage.schema.RunTables;
import io.ttquant.core.storage.schema.Schema;
import io.ttquant.core.storage.schema.Table;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** What a database should hold after batches of rows, some of which repeat others, kept the naive way. */
public final class BatchModel {
    private static final List<Table> TABLES = List.of(
            MarketTables.TRADE_TICKS,
            MarketTables.BARS,
            MarketTables.FUNDING_RATES,
            RunTables.FILLS,
            RunTables.ORDER_EVENTS,
            RunTables.RUN_STATISTICS);
    private static final int ROWS = 12;
    private static final String[] TEXTS = {"", "a", "it's \"odd\"; \\ --", "\u00e9\u4e2d\ud83d\ude80\n\t"};
    private static final String[] DECIMALS = {"0", "-0.000000000000000001", "123456789012.123456789012345678", "10000"};

    private final Map<Table, TreeMap<List<Object>, List<Object>>> kept = new HashMap<>();
    private final Random random;
    private final long seed;

    private BatchModel(long seed) {
        this.seed = seed;
        this.random = new Random(seed);
        TABLES.forEach(table -> kept.put(table, new TreeMap<>(BatchModel::compare)));
    }

    /** Gives an empty database some batches, of keys that often come again, and compares counts and rows. */
    public static void check(Database database, long seed, int batches) throws SQLException {
        new BatchModel(seed).run(database, batches);
    }

    private void run(Database database, int batches) throws SQLException {
        database.migrate(Schema.CURRENT);
        Batch batch = new Batch(Schema.CURRENT);
        Session session = database.connect();
        for (int i = 0; i < batches; i++) {
            batch.clear();
            Applied expected = Applied.NOTHING;
            boolean isRare = random.nextInt(4) > 0;
            for (Table table : TABLES) {
                expected = expected.plus(fill(batch.block(Schema.CURRENT.indexOf(table)), table, isRare ? i + 1 : 1));
            }
            assertThat(session.apply(batch)).as("seed %d, batch %d", seed, i).isEqualTo(expected);
            if (random.nextInt(5) == 0) {
                session.close();
                session = database.connect();
            }
        }
        session.close();
        for (Table table : TABLES) {
            assertThat(read(database, table))
                    .as("seed %d, table %s", seed, table)
                    .isEqualTo(new ArrayList<>(kept.get(table).values()));
        }
    }

    private Applied fill(Block block, Table table, int epoch) {
        Applied sum = Applied.NOTHING;
        int rows = random.nextInt(ROWS);
        for (int i = 0; i < rows; i++) {
            List<Object> row = new ArrayList<>();
            for (Column column : table.columns()) {
                row.add(value(column, table, epoch));
            }
            add(block, table, row);
            sum = sum.plus(keep(table, row));
        }
        return sum;
    }

    private Object value(Column column, Table table, int epoch) {
        if (column.optional() && random.nextInt(4) == 0) {
            return column.type() == ColumnType.REAL ? Double.NaN : "null";
        }
        boolean isKey =
                table.key().contains(column.name()) || table.alsoUnique().contains(column.name());
        return switch (column.type()) {
            case SMALL -> (long) random.nextInt(3);
            case LONG ->
                isKey && !column.name().equals("instrument_id")
                        ? (long) random.nextInt(6 * epoch)
                        : (long) random.nextInt(2);
            case REAL -> random.nextInt(2) / 3.0;
            case TEXT -> TEXTS[random.nextInt(TEXTS.length)];
            case DECIMAL -> DECIMALS[random.nextInt(DECIMALS.length)];
        };
    }

    private static void add(Block block, Table table, List<Object> row) {
        for (int i = 0; i < row.size(); i++) {
            Object value = row.get(i);
            if (table.columns().get(i).type() == ColumnType.REAL) {
                block.word(i, Double.doubleToRawLongBits((Double) value));
            } else if (value instanceof Long word) {
                block.word(i, word);
            } else {
                block.text(i, value.equals("null") ? null : value.toString());
            }
        }
        block.endRow();
    }

    private Applied keep(Table table, List<Object> row) {
        TreeMap<List<Object>, List<Object>> rows = kept.get(table);
        List<Object> before = null;
        if (!table.alsoUnique().isEmpty()) {
            List<Object> second = pick(table, table.alsoUnique(), row);
            before = rows.values().stream()
                    .filter(other -> pick(table, table.alsoUnique(), other).equals(second))
                    .findFirst()
                    .orElse(null);
        }
        before = before == null ? rows.get(pick(table, table.key(), row)) : before;
        if (before == null) {
            rows.put(pick(table, table.key(), row), row);
            return new Applied(1, 0, 0);
        }
        List<String> content = table.content().stream().map(Column::name).toList();
        boolean isSame = pick(table, content, before).equals(pick(table, content, row));
        return new Applied(0, 1, isSame ? 0 : 1);
    }

    private static List<Object> pick(Table table, List<String> columns, List<Object> row) {
        return columns.stream().map(column -> row.get(table.indexOf(column))).toList();
    }

    @SuppressWarnings("unchecked")
    private static int compare(List<Object> left, List<Object> right) {
        for (int i = 0; i < left.size(); i++) {
            int compared = ((Comparable<Object>) left.get(i)).compareTo(right.get(i));
            if (compared != 0) {
                return compared;
            }
        }
        return 0;
    }

    private static List<List<Object>> read(Database database, Table table) throws SQLException {
        TreeMap<List<Object>, List<Object>> sorted = new TreeMap<>(BatchModel::compare);
        try (Chunks chunks = database.read(Question.of(table), 7)) {
            for (Block block = chunks.next(); block.rows() > 0; block = chunks.next()) {
                for (int r = 0; r < block.rows(); r++) {
                    List<Object> row = row(block, table, r);
                    assertThat(sorted.put(pick(table, table.key(), row), row)).isNull();
                }
            }
        }
        return new ArrayList<>(sorted.values());
    }

    private static List<Object> row(Block block, Table table, int r) {
        List<Object> row = new ArrayList<>();
        for (int i = 0; i < table.columns().size(); i++) {
            ColumnType type = table.columns().get(i).type();
            if (type == ColumnType.REAL) {
                row.add(block.real(i, r));
            } else if (type.isWord()) {
                row.add(block.words(i)[r]);
            } else {
                String text = block.texts(i)[r];
                boolean isDecimal = text != null && type == ColumnType.DECIMAL;
                row.add(text == null ? "null" : isDecimal ? new BigDecimal(text).toPlainString() : text);
            }
        }
        return row;
    }
}
