package io.ttquant.exchanges.run;

/**
 * What became of a request of an operator.
 *
 * @param isDone whether all that was asked for is done
 * @param text what was done or why not, for people; several lines perhaps
 */
public record OperatorAnswer(boolean isDone, String text) {
    private static final String DONE = "done\n";
    private static final String UNDONE = "not done\n";

    static OperatorAnswer done(String text) {
        return new OperatorAnswer(true, text);
    }

    static OperatorAnswer undone(String text) {
        return new OperatorAnswer(false, text);
    }

    OperatorAnswer and(String more) {
        return new OperatorAnswer(isDone, text + more);
    }

    /** The same, but not all was done. */
    OperatorAnswer but(String what) {
        return undone(text + what);
    }

    /** As a text that {@link #parse} reads. */
    public String format() {
        return (isDone ? DONE : UNDONE) + text;
    }

    /** Reads an answer. What is none counts as nothing done. */
    public static OperatorAnswer parse(String text) {
        if (text.startsWith(DONE)) {
            return done(text.substring(DONE.length()));
        }
        return undone(text.startsWith(UNDONE) ? text.substring(UNDONE.length()) : "the answer cannot be read: " + text);
    }
}
