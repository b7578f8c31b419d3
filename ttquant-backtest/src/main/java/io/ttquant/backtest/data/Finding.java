package io.ttquant.backtest.data;

/**
 * One thing that was checked in a file.
 *
 * @param check what was looked for, such as {@code gaps}
 * @param severity how much it matters
 * @param count how often it was found
 * @param detail where, and what was done about it; may be empty
 */
public record Finding(String check, Severity severity, long count, String detail) {
    /** How much a finding matters. */
    public enum Severity {
        /** Nothing was found. */
        FINE,
        /** Worth knowing. */
        NOTE,
        /** May mislead. */
        WARNING
    }

    @Override
    public String toString() {
        return check + ": " + count + (detail.isEmpty() ? "" : " (" + detail + ")");
    }
}
