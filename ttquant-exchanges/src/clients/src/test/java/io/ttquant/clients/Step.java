package io.ttquant.clients;

import org.jspecify.annotations.Nullable;

/**
 * What became of one step.
 *
 * @param venue the local exchange that was asked, such as {@code okx swap}
 * @param client name and version of the client that asked
 * @param name what was tried
 * @param end how it ended
 * @param reason why it failed, or why the client cannot do it; null if it passed
 */
record Step(String venue, String client, String name, End end, @Nullable String reason) {
    /** How a step ends. */
    enum End {
        /** As it should. */
        PASSED("ok"),
        /** Otherwise. */
        FAILED("FAILED"),
        /** It was not tried: the client itself has nothing for it. */
        LACKING("-");

        private final String mark;

        End(String mark) {
            this.mark = mark;
        }

        /** As the table shows it. */
        String mark() {
            return mark;
        }
    }

    /** Reads a line of a script: {@code ok NAME}, {@code not ok NAME: REASON}, {@code lacks NAME: REASON}; null for another line. */
    static @Nullable Step parse(String venue, String client, String line) {
        if (line.startsWith("ok ")) {
            return new Step(venue, client, line.substring("ok ".length()), End.PASSED, null);
        }
        if (line.startsWith("not ok ")) {
            return explained(venue, client, line.substring("not ok ".length()), End.FAILED);
        }
        return line.startsWith("lacks ")
                ? explained(venue, client, line.substring("lacks ".length()), End.LACKING)
                : null;
    }

    private static Step explained(String venue, String client, String text, End end) {
        int colon = text.indexOf(": ");
        return colon < 0
                ? new Step(venue, client, text, end, "")
                : new Step(venue, client, text.substring(0, colon), end, text.substring(colon + 2));
    }
}
