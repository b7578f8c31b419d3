package io.ttquant.core.book;

/** What a message did to a kept book. */
public enum BookChange {
    /** Nothing: it was known already, or is kept until a snapshot comes. */
    NONE,
    /** It set the levels that it names. */
    LEVELS,
    /** It replaced the whole book. */
    WHOLE,
    /** The book is out of step: its levels are gone until the next snapshot. */
    GONE
}
