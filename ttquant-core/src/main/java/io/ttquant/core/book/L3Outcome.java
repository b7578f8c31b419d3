package io.ttquant.core.book;

/** What an {@link L3Book} did with a row. Everything but {@link #APPLIED} left the book as it was, unless it says otherwise. */
public enum L3Outcome {
    /** Done. */
    APPLIED,
    /** An order that is there already, with the same side, price and quantity, was added: a repeated row. */
    REPEATED,
    /** An order that is there already was added with another side, price or quantity. The book keeps what it has: one of the two is wrong. */
    CONFLICT,
    /** A change, execution or cancel of an order that the book never had: placed before the feed began, or its first row was lost. */
    UNKNOWN,
    /** A row about an order that went a short while ago: repeated, or overtaken by its own removal. */
    LATE,
    /** More was executed than the order had left. The order was removed. */
    OVER_EXECUTED
}
