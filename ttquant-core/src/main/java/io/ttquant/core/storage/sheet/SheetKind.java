package io.ttquant.core.storage.sheet;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** What a sheet holds, and so its columns. */
public enum SheetKind {
    /** Trades. */
    TRADES,
    /** Best bids and asks. */
    QUOTES,
    /** Bars, stamped at their start. */
    BARS;

    List<SheetColumn> columns() {
        return switch (this) {
            case TRADES -> SheetColumn.TRADES;
            case QUOTES -> SheetColumn.QUOTES;
            case BARS -> SheetColumn.BARS;
        };
    }

    /** The names of the columns with commas between them: the first line of a CSV. */
    public String head() {
        return columns().stream().map(SheetColumn::name).collect(Collectors.joining(","));
    }

    static SheetKind ofHead(List<String> names, String where) {
        return Arrays.stream(values())
                .filter(kind ->
                        kind.columns().stream().map(SheetColumn::name).toList().equals(names))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(where + " has the columns " + names
                        + ", which are those of no sheet; a sheet of trades has " + TRADES.head()));
    }
}
