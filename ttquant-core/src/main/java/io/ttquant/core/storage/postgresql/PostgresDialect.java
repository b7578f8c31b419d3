package io.ttquant.core.storage.postgresql;

import static org.jooq.impl.DSL.field;

import io.ttquant.core.storage.schema.ColumnType;
import io.ttquant.core.storage.schema.Dialect;
import java.math.BigDecimal;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.SQLDialect;
import org.jooq.impl.SQLDataType;

/** How PostgreSQL spells things. */
enum PostgresDialect implements Dialect {
    /** The only one. */
    POSTGRES;

    @Override
    public SQLDialect family() {
        return SQLDialect.POSTGRES;
    }

    @Override
    public DataType<?> type(ColumnType type) {
        return switch (type) {
            case SMALL -> SQLDataType.SMALLINT;
            case LONG -> SQLDataType.BIGINT;
            case REAL -> SQLDataType.DOUBLE;
            case TEXT -> SQLDataType.CLOB;
            case DECIMAL -> SQLDataType.NUMERIC;
        };
    }

    /** By way of {@code 12345e-2}: exact, and shown with the decimals of its scale, which a product with a power of ten is not. */
    @Override
    public Field<?> decimal(Field<Long> raw, Field<Integer> scale) {
        return field("({0} || 'e-' || {1})::numeric", BigDecimal.class, raw, scale);
    }

    @Override
    public Field<?> difference(Field<?> from, Field<?> taken) {
        return field("({0} - {1})", BigDecimal.class, from, taken);
    }

    /** To the microsecond, which is as fine as a time of PostgreSQL is. */
    @Override
    public Field<?> time(Field<Long> nanos) {
        return field(
                "(timestamptz 'epoch' + ({0} / 1000) * interval '1 microsecond')",
                SQLDataType.TIMESTAMPWITHTIMEZONE, nanos);
    }

    @Override
    public Field<String> randomId() {
        return field("gen_random_uuid()::text", String.class);
    }
}
