package io.ttquant.core.storage.schema;

import org.jooq.DSLContext;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;

/** How a kind of database spells what differs between them. */
public interface Dialect {
    /** jOOQ's name for it. */
    SQLDialect family();

    /** The type of a column; without null or not null. */
    DataType<?> type(ColumnType type);

    /** For people: the exact decimal of a whole number and its scale, as a number where the database has exact ones of any length, otherwise as text. */
    Field<?> decimal(Field<Long> raw, Field<Integer> scale);

    /** For people: the difference of two columns of {@link ColumnType#DECIMAL}; a double where the database cannot reckon with such decimals. */
    Field<?> difference(Field<?> from, Field<?> taken);

    /** For people: the time of epoch nanoseconds, in UTC. */
    Field<?> time(Field<Long> nanos);

    /** A text without spaces that is another each time that it is asked for, everywhere. */
    Field<String> randomId();

    /** What a {@code create table} of a table ends with, such as {@code WITHOUT ROWID}; may be empty. */
    default String afterTable(Table table) {
        return "";
    }

    /**
     * Whether the database itself watches the keys of a table. Where it does not, its session must.
     */
    default boolean watchesKeys(Table table) {
        return true;
    }

    /**
     * Whether a column that is added to a table can be refused null. Where it cannot, one of numbers is 0 unless
     * something else is given, as everywhere.
     */
    default boolean addsConstraints() {
        return true;
    }

    /** Renders SQL; never runs it. Names are quoted, values are parameters. */
    default DSLContext sql() {
        Silence.keep();
        return DSL.using(family());
    }
}
