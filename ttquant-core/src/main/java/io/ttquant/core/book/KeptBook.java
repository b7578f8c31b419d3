package io.ttquant.core.book;

/** A book that is kept in step with a venue, by level or by order. */
public sealed interface KeptBook permits SequencedBook, L3Book {
    /** The live view by price level. */
    BookView view();

    /** Writes all levels into a message, the best of each side first: those of a crossed book too, though it is not served. */
    void copyTo(BookUpdate target);
}
