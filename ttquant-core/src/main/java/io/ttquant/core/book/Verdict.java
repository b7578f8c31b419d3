package io.ttquant.core.book;

/** What a venue's sequence rule says of an increment. */
public enum Verdict {
    /** It follows the last one: apply it. */
    APPLY,
    /** The book has it already: leave it. */
    SKIP,
    /** Something between the last one and this is missing: the book is worthless until the next snapshot. */
    GAP
}
