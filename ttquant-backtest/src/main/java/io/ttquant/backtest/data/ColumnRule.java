package io.ttquant.backtest.data;

import java.util.List;

/**
 * Where a format keeps a field.
 *
 * @param field the field
 * @param names headers it may have, normalised, the best first
 * @param position index of its column where there is no header, or -1
 * @param isRequired whether a file without it is refused
 */
record ColumnRule(Field field, List<String> names, int position, boolean isRequired) {
    static ColumnRule required(Field field, int position, String... names) {
        return new ColumnRule(field, List.of(names), position, true);
    }

    static ColumnRule optional(Field field, int position, String... names) {
        return new ColumnRule(field, List.of(names), position, false);
    }

    /** Index of the column with one of the names, or -1. */
    int find(List<String> header) {
        for (String name : names) {
            int at = header.indexOf(name);
            if (at >= 0) {
                return at;
            }
        }
        return -1;
    }
}
