package io.ttquant.core.storage.schema;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A table.
 *
 * @param name in lower case, with underscores
 * @param meaning a sentence for people
 * @param columns its columns; new ones are only ever added at the end, so that rows spooled by older code can be read
 * @param key the names of the columns that are the natural key, in the order in which rows are read
 * @param alsoUnique a second natural key; empty if there is none
 */
public record Table(String name, String meaning, List<Column> columns, List<String> key, List<String> alsoUnique) {
    /** When something was heard of; it differs when the same thing is heard of again. */
    public static final String HEARD = "ts_init";

    /**
     * Copies the lists.
     *
     * @throws IllegalArgumentException if a key names no column, or two columns have one name
     */
    public Table {
        columns = List.copyOf(columns);
        key = List.copyOf(key);
        alsoUnique = List.copyOf(alsoUnique);
        Set<String> names = new HashSet<>();
        for (Column column : columns) {
            if (!names.add(column.name())) {
                throw new IllegalArgumentException("table " + name + " has two columns " + column.name());
            }
        }
        if (key.isEmpty() || !names.containsAll(key) || !names.containsAll(alsoUnique)) {
            throw new IllegalArgumentException(
                    "keys " + key + " and " + alsoUnique + " of table " + name + " must be of its columns " + names);
        }
    }

    /**
     * The place of a column, from 0.
     *
     * @throws IllegalArgumentException if there is none of that name
     */
    public int indexOf(String column) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).name().equals(column)) {
                return i;
            }
        }
        throw new IllegalArgumentException("table " + name + " has no column " + column);
    }

    /** The columns that must be equal for a row given again to be the same: all but the keys and when it was heard of. */
    public List<Column> content() {
        return columns.stream()
                .filter(column -> !key.contains(column.name())
                        && !alsoUnique.contains(column.name())
                        && !column.name().equals(HEARD))
                .toList();
    }

    Table with(Column column) {
        List<Column> more = new ArrayList<>(columns);
        more.add(column);
        return new Table(name, meaning, more, key, alsoUnique);
    }

    @Override
    public String toString() {
        return name;
    }
}
