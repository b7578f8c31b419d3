package io.ttquant.backtest.data;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Finds the columns of a format in a file. */
final class LayoutMatch {
    private final DataFormat format;
    private final Head head;
    private final List<@Nullable Field> columns;

    private LayoutMatch(DataFormat format, Head head) {
        this.format = format;
        this.head = head;
        this.columns = new ArrayList<>(Collections.nCopies(head.columns(), null));
    }

    /**
     * The layout of the file.
     *
     * @throws DataException if a column is missing
     */
    static RowLayout of(DataFormat format, Head head) {
        return new LayoutMatch(format, head).run();
    }

    private RowLayout run() {
        boolean isNamed = head.hasHeader() && isAnyNamed();
        for (ColumnRule rule : format.rules) {
            place(rule, isNamed && !rule.names().isEmpty() ? rule.find(head.header()) : rule.position());
        }
        return new RowLayout(
                Collections.unmodifiableList(columns),
                head.hasHeader() ? head.titles() : meanings(),
                (byte) head.delimiter(),
                format.unit,
                head.hasHeader() ? 1 : 0);
    }

    private List<String> meanings() {
        return columns.stream()
                .map(field -> field == null ? "not used" : lower(field))
                .toList();
    }

    /** A header none of whose names is known was mangled on the way; then positions count. */
    private boolean isAnyNamed() {
        return format.rules.stream().anyMatch(rule -> rule.find(head.header()) >= 0 || rule.position() < 0);
    }

    private void place(ColumnRule rule, int at) {
        boolean isThere = at >= 0 && at < head.columns() && (rule.isRequired() || isReadable(rule.field(), at));
        if (!isThere) {
            if (rule.isRequired()) {
                throw missing(rule, at);
            }
            return;
        }
        Field other = columns.get(at);
        if (other != null) {
            throw new DataException(
                    head.file(),
                    0,
                    "column " + (at + 1) + " cannot be both " + lower(other) + " and " + lower(rule.field())
                            + " of the format '" + format.name + "'; describe each column once");
        }
        columns.set(at, rule.field());
    }

    /** Venues that number their trades with letters have no use for the check of numbers. */
    private boolean isReadable(Field field, int at) {
        List<String> row = head.rows().get(0);
        return field != Field.ID || (at < row.size() && row.get(at).matches("[0-9]{1,18}"));
    }

    private DataException missing(ColumnRule rule, int at) {
        String what = at >= head.columns()
                ? "column " + (at + 1) + " (" + lower(rule.field()) + ") of the format '" + format.name + "' is missing"
                : "no column for " + lower(rule.field()) + " of the format '" + format.name + "', which may be called "
                        + rule.names();
        return new DataException(
                head.file(),
                0,
                what + "; the file has " + head.describe() + ". Describe its columns with DataFormat."
                        + (format.isBars ? "bars" : "trades") + "(...)");
    }

    private static String lower(Field field) {
        return field.name().toLowerCase(Locale.ROOT);
    }
}
