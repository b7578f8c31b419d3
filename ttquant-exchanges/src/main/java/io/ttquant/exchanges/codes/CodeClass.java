package io.ttquant.exchanges.codes;

/** What an answer says about the command that it answers. */
public enum CodeClass {
    /** Done, or already so. */
    ACCEPTED("done, or already so", true),
    /** Refused: not executed, and it will not be if sent again unchanged. */
    REJECTED("refused for good: not executed", true),
    /** Not known whether it was executed. Never to be resent before its deadline has passed and every query has said that it is not there. */
    UNKNOWN("not known whether it was executed", false),
    /** Says nothing final about the order meant, which may be filled, cancelled, archived or alive under that id: ask for it. */
    QUERY("ask for the order: it may be live, filled, cancelled or gone", false),
    /** Not executed because of a limit or of load: may be sent again after a pause. */
    RETRYABLE("not executed (throttled): again after a pause", true),
    /** Not executed because clocks differ or it came too late: measure the offset, then once more. */
    CLOCK("not executed (late or clocks apart): measure the offset, then once more", true),
    /** Not executed because key, signature, permission or account do not allow it: stop. */
    FATAL("not executed (key, permission, account): stop", true),
    /** The venue is not available; for a command that was on its way this is as good as {@link #UNKNOWN}. */
    MAINTENANCE("venue not available: wait, and ask for what was on its way", false);

    private final String text;
    private final boolean isOutcomeKnown;

    CodeClass(String text, boolean isOutcomeKnown) {
        this.text = text;
        this.isOutcomeKnown = isOutcomeKnown;
    }

    /** A phrase for people. */
    public String text() {
        return text;
    }

    /** True if it is certain whether the command was executed. */
    public boolean isOutcomeKnown() {
        return isOutcomeKnown;
    }
}
