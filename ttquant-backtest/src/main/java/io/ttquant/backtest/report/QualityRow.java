package io.ttquant.backtest.report;

/**
 * One thing that was checked in the data.
 *
 * @param source the file or feed
 * @param check what was looked for, such as {@code gaps}
 * @param verdict what was found
 * @param count how often
 * @param detail where, or what was done about it; may be empty
 */
public record QualityRow(String source, String check, Verdict verdict, long count, String detail) {
    /** What a check found. */
    public enum Verdict {
        /** Nothing wrong. */
        FINE,
        /** Worth knowing. */
        NOTE,
        /** May mislead. */
        WARNING
    }
}
