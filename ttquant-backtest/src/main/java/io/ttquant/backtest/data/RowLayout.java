package io.ttquant.backtest.data;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What each column of one file means.
 *
 * @param columns the meaning of each column, null for those that are skipped
 * @param names how messages call the columns
 * @param delimiter what stands between two columns
 * @param unit how stamps are written
 * @param headerLines lines before the first row
 */
record RowLayout(List<@Nullable Field> columns, List<String> names, byte delimiter, StampUnit unit, int headerLines) {
    List<Field> fields() {
        return columns.stream()
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .toList();
    }

    boolean has(Field field) {
        return columns.contains(field);
    }

    /** Ordinals of the fields, -1 for a column that is skipped. */
    int[] codes() {
        int[] codes = new int[columns.size()];
        Arrays.setAll(codes, i -> {
            Field field = columns.get(i);
            return field == null ? -1 : field.ordinal();
        });
        return codes;
    }
}
