package io.ttquant.core.storage.duckdb;

import static org.jooq.impl.DSL.field;

import io.ttquant.core.storage.schema.ColumnType;
import io.ttquant.core.storage.schema.Dialect;
import io.ttquant.core.storage.schema.Table;
import java.math.BigDecimal;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.SQLDialect;
import org.jooq.impl.SQLDataType;

/** How DuckDB spells things. Its decimals end at 38 digits, so those of any length are text. */
enum DuckDialect implements Dialect {
    /** The only one. */
    DUCK;

    @Override
    public SQLDialect family() {
        return SQLDialect.DUCKDB;
    }

    @Override
    public DataType<?> type(ColumnType type) {
        return switch (type) {
            case SMALL -> SQLDataType.SMALLINT;
            case LONG -> SQLDataType.BIGINT;
            case REAL -> SQLDataType.DOUBLE;
            case TEXT, DECIMAL -> SQLDataType.VARCHAR;
        };
    }

    /** A {@code long} has 19 digits at most and a scale 18, so that all fit. */
    @Override
    public Field<?> decimal(Field<Long> raw, Field<Integer> scale) {
        return field("cast({0} || 'e-' || {1} as decimal(38, 18))", BigDecimal.class, raw, scale);
    }

    @Override
    public Field<?> difference(Field<?> from, Field<?> taken) {
        return field("(cast({0} as double) - cast({1} as double))", Double.class, from, taken);
    }

    @Override
    public Field<?> time(Field<Long> nanos) {
        return field("make_timestamp_ns({0})", SQLDataType.TIMESTAMP, nanos);
    }

    /**
     * An index costs three quarters of the speed of writing and must fit into memory, so keys are watched by {@link DuckSession}; but for two keys at once, which
     * only tables of few rows have.
     */
    @Override
    public boolean watchesKeys(Table table) {
        return !table.alsoUnique().isEmpty();
    }

    @Override
    public Field<String> randomId() {
        return field("uuid()::varchar", String.class);
    }

    @Override
    public boolean addsConstraints() {
        return false;
    }
}
