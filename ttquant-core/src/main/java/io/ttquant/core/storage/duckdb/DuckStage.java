package io.ttquant.core.storage.duckdb;

import io.ttquant.core.storage.schema.Column;
import io.ttquant.core.storage.schema.Table;
import java.util.List;
import java.util.stream.Collectors;

/** The statements by which rows that may be known go through a temporary table. Of equal keys the first one given wins. */
final class DuckStage {
    private static final String PLACE = "place_in_batch";

    private final Table table;

    DuckStage(Table table) {
        this.table = table;
    }

    String name() {
        return "stage_" + table.name();
    }

    /** Makes an empty one. */
    String create() {
        return "create or replace temporary table " + name() + " as select *, 0::bigint as " + PLACE + " from "
                + quoted(table.name()) + " limit 0";
    }

    /** Only the times between those of the batch are looked at, which leaves out most of a file that grows in the order of time. */
    String insert() {
        String columns = names("", table.columns().stream().map(Column::name).toList());
        return "insert into " + quoted(table.name()) + " (" + columns + ") select " + columns + " from " + name()
                + " s where not exists (select 1 from " + quoted(table.name()) + " t where " + same() + window()
                + ") qualify row_number() over (partition by " + names("s.", table.key()) + " order by " + PLACE
                + ") = 1 order by " + names("s.", table.key());
    }

    /** How many staged rows are kept with another content. */
    String conflicts() {
        List<String> content = table.content().stream().map(Column::name).toList();
        return "select count(*) from " + name() + " s join " + quoted(table.name()) + " t on " + same() + window()
                + " where "
                + content.stream()
                        .map(column -> "t." + quoted(column) + " is distinct from s." + quoted(column))
                        .collect(Collectors.joining(" or "));
    }

    private String same() {
        return table.key().stream()
                .map(column -> "t." + quoted(column) + " = s." + quoted(column))
                .collect(Collectors.joining(" and "));
    }

    private String window() {
        return table.key().contains("ts_event")
                ? " and t.ts_event between (select min(ts_event) from " + name() + ") and (select max(ts_event) from "
                        + name() + ")"
                : "";
    }

    private static String names(String before, List<String> columns) {
        return columns.stream().map(column -> before + quoted(column)).collect(Collectors.joining(", "));
    }

    private static String quoted(String name) {
        return '"' + name + '"';
    }
}
