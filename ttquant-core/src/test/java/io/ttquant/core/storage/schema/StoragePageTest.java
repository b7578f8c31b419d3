package io.ttquant.core.storage.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.core.storage.StoreSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.Assertions;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** docs/storage.md names what there is. */
class StoragePageTest {
    private static String page = "";

    @BeforeAll
    static void read() throws IOException {
        page = Files.readString(Path.of("..", "docs", "storage.md"));
    }

    @Test
    void everyTableStandsThereWithItsColumnsAndKeys() {
        for (Table table : Schema.CURRENT.tables()) {
            assertThat(page).contains(text(table));
        }
    }

    static String text(Table table) {
        StringBuilder out = new StringBuilder("### `" + table.name() + "`\n\n" + table.meaning() + " Key: `"
                + String.join("`, `", table.key()) + "`"
                + (table.alsoUnique().isEmpty() ? "" : "; also `" + String.join("`, `", table.alsoUnique()) + "`")
                + ".\n\n| column | type | what |\n|---|---|---|\n");
        for (Column column : table.columns()) {
            out.append("| `")
                    .append(column.name())
                    .append("` | ")
                    .append(column.type())
                    .append(column.optional() ? ", may be null" : "")
                    .append(" | ")
                    .append(column.meaning())
                    .append(" |\n");
        }
        return out.toString();
    }

    @Test
    void everyViewStandsThere() {
        for (View view : Views.of(new Plain())) {
            assertThat(page).contains("| `" + view.name() + "` | " + view.meaning() + " |");
        }
    }

    @Test
    void everySettingStandsThere() {
        Throwable refusal = Assertions.catchThrowable(
                () -> StoreSettings.read(Map.of("no_such", "1"), Set.of("file", "sync"), "spool"));
        String known = String.valueOf(refusal.getMessage());
        for (String setting :
                known.substring(known.indexOf('[') + 1, known.indexOf(']')).split(", ")) {
            assertThat(page).contains("| `" + setting + "` |");
        }
    }

    private static final class Plain implements Dialect {
        @Override
        public SQLDialect family() {
            return SQLDialect.SQLITE;
        }

        @Override
        public Field<String> randomId() {
            return DSL.field("'id'", String.class);
        }

        @Override
        public DataType<?> type(ColumnType type) {
            return SQLDataType.CLOB;
        }

        @Override
        public Field<?> decimal(Field<Long> raw, Field<Integer> scale) {
            return raw;
        }

        @Override
        public Field<?> difference(Field<?> from, Field<?> taken) {
            return DSL.inline(0);
        }

        @Override
        public Field<?> time(Field<Long> nanos) {
            return nanos;
        }
    }
}
