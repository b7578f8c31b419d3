package io.ttquant.core.storage.postgresql;

import static io.ttquant.core.storage.postgresql.CopiedBlock.columns;
import static io.ttquant.core.storage.postgresql.CopiedBlock.quoted;

import io.ttquant.core.storage.schema.Column;
import io.ttquant.core.storage.schema.Table;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The statements by which rows of a table, some of which may be known, go through a temporary table: copied there with their places, inserted in the order of the
 * key, so that the index grows in order and of equal keys the first one given wins, and then compared with what is kept.
 */
final class Stage {
    private static final String PLACE = "place_in_batch";

    private final Table table;
    private final String name;

    Stage(Table table) {
        this.table = table;
        this.name = quoted("stage_" + table.name());
    }

    /** Into the table itself. */
    static String copyDirect(Table table) {
        return "copy " + quoted(table.name()) + " (" + columns(table.columns()) + ") from stdin (format binary)";
    }

    /** Once for a connection; each commit empties it. */
    String create() {
        return "create temporary table if not exists " + name + " (like " + quoted(table.name()) + ", " + quoted(PLACE)
                + " bigint not null) on commit delete rows";
    }

    String copy() {
        return "copy " + name + " (" + columns(table.columns()) + ", " + quoted(PLACE) + ") from stdin (format binary)";
    }

    String insert() {
        String columns = columns(table.columns());
        // With a second key the order of the first one would let a later row win.
        String order = table.alsoUnique().isEmpty() ? names(table.key()) + ", " : "";
        return "insert into " + quoted(table.name()) + " (" + columns + ") select " + columns + " from " + name
                + " order by " + order + quoted(PLACE) + " on conflict do nothing";
    }

    /** How many staged rows are kept with another content; the second key says better what a thing is than the first one. */
    String conflicts() {
        String content = content("s");
        if (table.content().isEmpty()) {
            return "select 0";
        }
        if (table.alsoUnique().isEmpty()) {
            return "select count(*) from " + name + " s join " + quoted(table.name()) + " t on "
                    + same(table.key(), "t") + " where row(" + content("t") + ") is distinct from row(" + content + ")";
        }
        return "select count(*) from " + name + " s left join " + quoted(table.name()) + " t on "
                + same(table.alsoUnique(), "t") + " left join " + quoted(table.name()) + " u on "
                + same(table.key(), "u")
                + " where case when t." + quoted(table.key().get(0)) + " is not null then row(" + content("t")
                + ") is distinct from row(" + content + ") else row(" + content("u") + ") is distinct from row("
                + content
                + ") end";
    }

    private String content(String alias) {
        return table.content().stream()
                .map(Column::name)
                .map(column -> alias + "." + quoted(column))
                .collect(Collectors.joining(", "));
    }

    private static String same(List<String> key, String alias) {
        return key.stream()
                .map(column -> alias + "." + quoted(column) + " = s." + quoted(column))
                .collect(Collectors.joining(" and "));
    }

    private static String names(List<String> columns) {
        return columns.stream().map(CopiedBlock::quoted).collect(Collectors.joining(", "));
    }
}
