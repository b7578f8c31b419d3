package io.ttquant.exchanges.json;

/** What a value is. */
public enum JsonKind {
    /** {@code {…}}. */
    OBJECT,
    /** {@code […]}. */
    ARRAY,
    /** A string. */
    TEXT,
    /** A number. */
    NUMBER,
    /** {@code true} or {@code false}. */
    TRUTH,
    /** {@code null}. */
    NULL
}
