package io.ttquant.core.storage.sheet;

import static io.ttquant.core.storage.sheet.SheetColumn.Kind.NUMBER;
import static io.ttquant.core.storage.sheet.SheetColumn.Kind.PRICE;
import static io.ttquant.core.storage.sheet.SheetColumn.Kind.QUANTITY;
import static io.ttquant.core.storage.sheet.SheetColumn.Kind.SIDE;
import static io.ttquant.core.storage.sheet.SheetColumn.Kind.TIME;

import io.ttquant.core.storage.sheet.SheetColumn.Kind;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** What a sheet holds, and so its columns. */
public enum SheetKind {
    /** Trades. */
    TRADES(column("time", TIME), column("id", NUMBER), column("price", PRICE), column("quantity", QUANTITY),
            column("side", SIDE), column("received", TIME)),
    /** Best bids and asks. */
    QUOTES(column("time", TIME), column("id", NUMBER), column("bid", PRICE), column("bid_quantity", QUANTITY),
            column("ask", PRICE), column("ask_quantity", QUANTITY), column("received", TIME)),
    /** Bars, stamped at their start. */
    BARS(column("time", TIME), column("open", PRICE), column("high", PRICE), column("low", PRICE),
            column("close", PRICE), column("volume", QUANTITY), column("close_time", TIME), column("id", NUMBER),
            column("received", TIME));

    private final List<SheetColumn> columns;

    SheetKind(SheetColumn... columns) {
        this.columns = List.of(columns);
    }

    private static SheetColumn column(String name, Kind kind) {
        return new SheetColumn(name, kind);
    }

    List<SheetColumn> columns() {
        return columns;
    }

    /** The names of the columns with commas between them: the first line of a CSV. */
    public String head() {
        return columns.stream().map(SheetColumn::name).collect(Collectors.joining(","));
    }

    static SheetKind ofHead(List<String> names, String where) {
        return Arrays.stream(values())
                .filter(kind -> kind.columns.stream().map(SheetColumn::name).toList().equals(names))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(where + " has the columns " + names
                        + ", which are those of no sheet; a sheet of trades has " + TRADES.head()));
    }
}
