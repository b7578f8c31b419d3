package io.ttquant.core.storage.sqlite;

import io.ttquant.core.storage.schema.ColumnType;
import io.ttquant.core.storage.schema.Dialect;
import io.ttquant.core.storage.schema.Table;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** How SQLite spells things. It has no exact decimals, so they are text, which it turns into doubles where one reckons with them. */
final class SqliteDialect implements Dialect {
    @Override
    public SQLDialect family() {
        return SQLDialect.SQLITE;
    }

    @Override
    public DataType<?> type(ColumnType type) {
        return switch (type) {
            case SMALL, LONG -> SQLDataType.BIGINT;
            case REAL -> SQLDataType.DOUBLE;
            case TEXT, DECIMAL -> SQLDataType.CLOB;
        };
    }

    @Override
    public Field<?> decimal(Field<Long> raw, Field<Integer> scale) {
        Field<String> digits = DSL.field(
                "printf('%s%0*d', case when {0} < 0 then '-' else '' end, {1} + 1, abs({0}))",
                String.class, raw, scale);
        return DSL.field(
                "case {1} when 0 then cast({0} as text) else substr({2}, 1, length({2}) - {1}) || '.' || substr({2}, -{1}) end",
                String.class, raw, scale, digits);
    }

    @Override
    public Field<?> difference(Field<?> from, Field<?> taken) {
        return DSL.field("cast({0} as real) - cast({1} as real)", Double.class, from, taken);
    }

    @Override
    public Field<?> time(Field<Long> nanos) {
        return DSL.field(
                "strftime('%Y-%m-%dT%H:%M:%S', {0} / 1000000000, 'unixepoch') || printf('.%09dZ', {0} % 1000000000)",
                String.class, nanos);
    }

    @Override
    public Field<String> randomId() {
        return DSL.field("lower(hex(randomblob(16)))", String.class);
    }

    @Override
    public String afterTable(Table table) {
        return "without rowid";
    }
}
