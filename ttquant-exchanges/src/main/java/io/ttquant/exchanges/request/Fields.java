package io.ttquant.exchanges.request;

import org.jspecify.annotations.Nullable;

/** Where the named values of a request are written: a query, a form, a JSON object. The order of calls is the order of fields. */
public interface Fields {
    /** A text. */
    void text(String name, String value);

    /** A whole number. */
    void number(String name, long value);

    /** A decimal in plain notation, without trailing zeros. */
    void decimal(String name, long raw, int scale);

    /** A truth value. */
    void flag(String name, boolean value);

    /** A text, if there is one. */
    default void textIf(String name, @Nullable String value) {
        if (value != null) {
            text(name, value);
        }
    }

    /** A whole number, if it is not negative. */
    default void numberIf(String name, long value) {
        if (value >= 0) {
            number(name, value);
        }
    }
}
