package io.ttquant.core.storage.schema;

import io.ttquant.core.storage.schema.Migration.NewColumn;
import io.ttquant.core.storage.schema.Migration.NewTable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The tables, as the sum of all migrations. Immutable. */
public final class Schema {
    /** The schema of this code. */
    public static final Schema CURRENT = of(List.of(
            new Migration(1, "the first tables", first()),
            new Migration(
                    2,
                    "the notional value of fills",
                    RunTables.NOTIONAL.stream()
                            .map(column -> (Migration.Change) new NewColumn(RunTables.FILLS.name(), column))
                            .toList())));

    private static List<Migration.Change> first() {
        return Stream.of(
                        MarketTables.INSTRUMENTS,
                        MarketTables.TRADE_TICKS,
                        MarketTables.QUOTE_TICKS,
                        MarketTables.BARS,
                        MarketTables.BOOKS,
                        MarketTables.FUNDING_RATES,
                        RunTables.RUNS,
                        RunTables.ORDER_EVENTS,
                        RunTables.FIRST_FILLS,
                        RunTables.POSITION_STATES,
                        RunTables.BALANCE_STATES,
                        RunTables.EQUITY,
                        RunTables.PAYMENTS,
                        RunTables.STRATEGY_STATES,
                        RunTables.RISK_ACTS,
                        RunTables.RUN_ENDS,
                        RunTables.RUN_STATISTICS)
                .map(table -> (Migration.Change) new NewTable(table))
                .toList();
    }

    private final List<Migration> migrations;
    private final List<Table> tables;

    private Schema(List<Migration> migrations, List<Table> tables) {
        this.migrations = List.copyOf(migrations);
        this.tables = List.copyOf(tables);
    }

    /**
     * The schema after some migrations.
     *
     * @throws IllegalArgumentException if their versions are not 1, 2, ..., or a new column is of no table
     */
    public static Schema of(List<Migration> migrations) {
        List<Table> tables = new ArrayList<>();
        for (int i = 0; i < migrations.size(); i++) {
            Migration migration = migrations.get(i);
            if (migration.version() != i + 1) {
                throw new IllegalArgumentException(
                        "migration " + migration.what() + " must have the version " + (i + 1));
            }
            migration.changes().forEach(change -> make(change, tables));
        }
        return new Schema(migrations, tables);
    }

    private static void make(Migration.Change change, List<Table> tables) {
        if (change instanceof NewTable made) {
            tables.add(made.table());
        } else if (change instanceof NewColumn made) {
            int at = indexOf(made.table(), tables);
            tables.set(at, tables.get(at).with(made.column()));
        }
    }

    private static int indexOf(String name, List<Table> tables) {
        for (int i = 0; i < tables.size(); i++) {
            if (tables.get(i).name().equals(name)) {
                return i;
            }
        }
        throw new IllegalArgumentException("there is no table " + name + "; there are " + tables);
    }

    /** Its version, the number of its migrations. */
    public int version() {
        return migrations.size();
    }

    /** The steps that led to it. */
    public List<Migration> migrations() {
        return migrations;
    }

    /** The schema as it was at a version, 0 to {@link #version()}. */
    public Schema at(int version) {
        return of(migrations.subList(0, version));
    }

    /** Its tables, in an order that never changes: a table's place is its number in spooled rows. */
    public List<Table> tables() {
        return tables;
    }

    /**
     * The place of a table, from 0.
     *
     * @throws IllegalArgumentException if there is none of that name
     */
    public int indexOf(Table table) {
        return indexOf(table.name(), tables);
    }
}
