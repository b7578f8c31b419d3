package io.ttquant.core.storage.schema;

import java.util.List;

/**
 * A step forward of the schema. Never changed once it was released.
 *
 * @param version of the schema after it, from 1 without gaps
 * @param what a phrase for people
 * @param changes in their order
 */
public record Migration(int version, String what, List<Change> changes) {
    /** Copies the changes. */
    public Migration {
        changes = List.copyOf(changes);
    }

    /** A change of tables. */
    public sealed interface Change {}

    /** A new table. */
    public record NewTable(Table table) implements Change {}

    /** A new column at the end of a table: one that may be null, or one of numbers, which are 0 in the rows there are. */
    public record NewColumn(String table, Column column) implements Change {
        /**
         * Checks that the rows there are can have it.
         *
         * @throws IllegalArgumentException if it is of text and may not be null
         */
        public NewColumn {
            if (!column.type().isWord() && !column.optional()) {
                throw new IllegalArgumentException("the new column " + column.name() + " of " + table
                        + " must be optional, because the rows there are have no value for it");
            }
        }
    }
}
