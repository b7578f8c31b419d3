package io.ttquant.core.storage.database;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;

import io.ttquant.core.storage.schema.Column;
import io.ttquant.core.storage.schema.Dialect;
import io.ttquant.core.storage.schema.Table;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.Select;
import org.jooq.SelectConditionStep;
import org.jooq.impl.DSL;

/**
 * Which rows of a table: all columns, ordered by its key.
 *
 * @param table of which
 * @param equal the values, {@code Long} or {@code String}, that some columns must have
 * @param fromNanos the first {@code ts_event}, included; counts only with {@code timed}
 * @param toNanos the last one, not included; counts only with {@code timed}
 * @param timed whether only a span of time is asked for
 * @param afterNumber the {@code number} behind which the rows are; {@link Long#MIN_VALUE} for all
 * @param isLast whether only the last row by the key is asked for
 */
public record Question(
        Table table,
        Map<String, Object> equal,
        long fromNanos,
        long toNanos,
        boolean timed,
        long afterNumber,
        boolean isLast) {
    /** Keeps the order of the columns. */
    public Question {
        equal = new LinkedHashMap<>(equal);
    }

    /** All rows. */
    public static Question of(Table table) {
        return new Question(table, Map.of(), 0, 0, false, Long.MIN_VALUE, false);
    }

    /** Only those with a value in a column. */
    public Question where(String column, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(equal);
        more.put(column, value);
        return new Question(table, more, fromNanos, toNanos, timed, afterNumber, isLast);
    }

    /** Only those of a span of time, the end not included. */
    public Question between(long from, long to) {
        return new Question(table, equal, from, to, true, afterNumber, isLast);
    }

    /** Only those whose {@code number} is above one. */
    public Question after(long number) {
        return new Question(table, equal, fromNanos, toNanos, timed, number, isLast);
    }

    /** Only the last one by the key. */
    public Question last() {
        return new Question(table, equal, fromNanos, toNanos, timed, afterNumber, true);
    }

    /** As a statement, whose parameters are {@link #parameters}. */
    public String sql(Dialect dialect) {
        return dialect.sql().render(select(dialect));
    }

    /** The same in whatever order the database has. */
    public String unordered(Dialect dialect) {
        return dialect.sql().render(rows(dialect));
    }

    /** The columns of the key that may differ among the rows, by which they are ordered. */
    public List<Column> order() {
        return table.columns().stream()
                .filter(column -> table.key().contains(column.name()) && !equal.containsKey(column.name()))
                .sorted(Comparator.comparingInt(column -> table.key().indexOf(column.name())))
                .toList();
    }

    /** The parameters of the statement, in their order. */
    public List<Object> parameters(Dialect dialect) {
        return dialect.sql().extractBindValues(select(dialect));
    }

    private Select<?> select(Dialect dialect) {
        List<Field<Object>> key =
                order().stream().map(c -> field(column(c.name()))).toList();
        return isLast
                ? rows(dialect).orderBy(key.stream().map(Field::desc).toList()).limit(DSL.inline(1))
                : rows(dialect).orderBy(key);
    }

    private SelectConditionStep<?> rows(Dialect dialect) {
        Condition where = DSL.noCondition();
        for (Map.Entry<String, Object> one : equal.entrySet()) {
            where = where.and(equal(column(one.getKey()), one.getValue()));
        }
        if (timed) {
            Field<Long> time = field(column("ts_event"), Long.class);
            where = where.and(time.ge(fromNanos)).and(time.lt(toNanos));
        }
        if (afterNumber != Long.MIN_VALUE) {
            where = where.and(field(column("number"), Long.class).gt(afterNumber));
        }
        return dialect.sql()
                .select(table.columns().stream()
                        .map(c -> field(column(c.name())))
                        .toList())
                .from(DSL.table(name(table.name())))
                .where(where);
    }

    private static Condition equal(Name column, Object value) {
        return value instanceof Long number
                ? field(column, Long.class).eq(number)
                : field(column, String.class).eq(value.toString());
    }

    private static Name column(String column) {
        return name(column);
    }
}
