package io.ttquant.core.storage.schema;

/**
 * A column.
 *
 * @param name in lower case, with underscores
 * @param type what it holds
 * @param optional whether it may be null; words other than {@link ColumnType#REAL} may not
 * @param meaning a phrase for people
 */
public record Column(String name, ColumnType type, boolean optional, String meaning) {
    /**
     * Checks that what cannot be null is not optional.
     *
     * @throws IllegalArgumentException if a number or a code is optional
     */
    public Column {
        if (optional && (type == ColumnType.SMALL || type == ColumnType.LONG)) {
            throw new IllegalArgumentException("column " + name + " holds a number, which cannot be null; give it a"
                    + " value that says none, or make it a decimal");
        }
    }

    static Column small(String name, String meaning) {
        return new Column(name, ColumnType.SMALL, false, meaning);
    }

    static Column whole(String name, String meaning) {
        return new Column(name, ColumnType.LONG, false, meaning);
    }

    static Column real(String name, String meaning) {
        return new Column(name, ColumnType.REAL, true, meaning);
    }

    static Column text(String name, String meaning) {
        return new Column(name, ColumnType.TEXT, false, meaning);
    }

    static Column decimal(String name, String meaning) {
        return new Column(name, ColumnType.DECIMAL, false, meaning);
    }

    Column orNull() {
        return new Column(name, type, true, meaning);
    }
}
