package io.ttquant.core.storage.schema;

import static org.jooq.impl.DSL.constraint;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import io.ttquant.core.storage.schema.Migration.NewColumn;
import io.ttquant.core.storage.schema.Migration.NewTable;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Constraint;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.Query;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** The statements that make the schema, in one kind of database. */
public final class Ddl {
    private static final String VERSIONS = "schema_versions";
    private static final String IDENTITY = "store_identity";

    private final Dialect dialect;

    private Ddl(Dialect dialect) {
        this.dialect = dialect;
    }

    /** In this kind of database. */
    public static Ddl of(Dialect dialect) {
        return new Ddl(dialect);
    }

    /** The statement of a change. */
    public String statement(Migration.Change change) {
        if (change instanceof NewTable made) {
            return create(made.table());
        }
        if (change instanceof NewColumn made) {
            return add(made);
        }
        throw new IllegalArgumentException("no statement is known for " + change);
    }

    private String create(Table made) {
        List<Constraint> keys = new ArrayList<>();
        boolean isWatched = dialect.watchesKeys(made);
        if (isWatched) {
            keys.add(constraint(name("pk_" + made.name())).primaryKey(names(made.key())));
        }
        if (isWatched && !made.alsoUnique().isEmpty()) {
            keys.add(constraint(name("uk_" + made.name())).unique(names(made.alsoUnique())));
        }
        Query query = dialect.sql()
                .createTable(table(name(made.name())))
                .columns(made.columns().stream().map(this::define).toList())
                .constraints(keys);
        return (inlined(query) + " " + dialect.afterTable(made)).strip();
    }

    private String add(NewColumn made) {
        Column column = made.column();
        boolean mayBeNull = column.optional() || !dialect.addsConstraints();
        DataType<?> plain = dialect.type(column.type()).nullable(mayBeNull);
        DataType<?> type = column.optional() ? plain : withZero(plain);
        return inlined(dialect.sql().alterTable(table(name(made.table()))).addColumn(field(name(column.name()), type)));
    }

    private static <T> DataType<T> withZero(DataType<T> type) {
        return type.defaultValue(DSL.inline(0).cast(type));
    }

    private Field<?> define(Column column) {
        return field(name(column.name()), dialect.type(column.type()).nullable(column.optional()));
    }

    private static Name[] names(List<String> columns) {
        return columns.stream().map(DSL::name).toArray(Name[]::new);
    }

    /** Statements that drop the views there may be and make those of the schema again; views hold nothing, so this may be done at any time. */
    public List<String> views() {
        List<String> statements = new ArrayList<>();
        List<View> views = Views.of(dialect);
        for (int i = views.size() - 1; i >= 0; i--) {
            statements.add(
                    inlined(dialect.sql().dropViewIfExists(name(views.get(i).name()))));
        }
        for (View view : views) {
            statements.add(inlined(dialect.sql().createView(name(view.name())).as(view.select())));
        }
        return statements;
    }

    /** The table that says which migrations were made. */
    public String versionTable() {
        return inlined(dialect.sql()
                .createTableIfNotExists(name(VERSIONS))
                .column("version", SQLDataType.INTEGER.nullable(false))
                .column("what", dialect.type(ColumnType.TEXT).nullable(false))
                .constraint(constraint(name("pk_" + VERSIONS)).primaryKey("version")));
    }

    /** The statement that says that a migration was made. */
    public String made(Migration migration) {
        return inlined(dialect.sql()
                .insertInto(table(name(VERSIONS)), field(name("version")), field(name("what")))
                .values(migration.version(), migration.what()));
    }

    /** The question for the version of a database; null if it is new. */
    public String version() {
        return inlined(dialect.sql()
                .select(DSL.max(field(name("version"), Integer.class)))
                .from(table(name(VERSIONS))));
    }

    /** The table of one row that tells a database from all others. */
    public String identityTable() {
        return inlined(dialect.sql()
                .createTableIfNotExists(name(IDENTITY))
                .column("id", dialect.type(ColumnType.TEXT).nullable(false)));
    }

    /** The statement that gives a database an id, if it has none. */
    public String identify() {
        return inlined(dialect.sql()
                .insertInto(table(name(IDENTITY)), field(name("id"), String.class))
                .select(DSL.select(dialect.randomId())
                        .whereNotExists(DSL.selectOne().from(table(name(IDENTITY))))));
    }

    /** The question for the id. */
    public String identity() {
        return inlined(dialect.sql().select(field(name("id"), String.class)).from(table(name(IDENTITY))));
    }

    private String inlined(Query query) {
        return dialect.sql().renderInlined(query);
    }
}
