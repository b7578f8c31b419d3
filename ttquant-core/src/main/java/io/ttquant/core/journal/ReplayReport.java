package io.ttquant.core.journal;

import java.util.Optional;

/**
 * What a replay found.
 *
 * @param inputs inputs that were given to the engine
 * @param outputs what it did that was the same as in the journal
 * @param isWhole whether the journal was closed in order; if not, what the engine did at its very end was not compared
 * @param cutBytes bytes at the end of the file that are no whole entry
 * @param difference the first difference, after which nothing was replayed; empty if there is none
 */
public record ReplayReport(long inputs, long outputs, boolean isWhole, long cutBytes, Optional<Difference> difference) {
    /**
     * A difference.
     *
     * @param offset where the journal's entry is in its file, bytes
     * @param input the last input before it
     * @param journal what the journal has
     * @param replay what the engine did in the replay
     */
    public record Difference(long offset, String input, String journal, String replay) {
        /** In four lines. */
        @Override
        public String toString() {
            return "the replay differs from the journal at byte " + offset + "\nafter    " + input + "\njournal  "
                    + journal + "\nreplay   " + replay;
        }
    }

    /** True if the engine did again what is in the journal. */
    public boolean isSame() {
        return difference.isEmpty();
    }
}
