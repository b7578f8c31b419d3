package io.ttquant.core.storage.database;

/** What there is to say of runs that one storage has. */
public final class ClaimedRuns {
    private ClaimedRuns() {}

    /**
     * The refusal of a run.
     *
     * @param holder who has it, as far as is known
     */
    public static IllegalStateException taken(String run, String database, String holder) {
        return new IllegalStateException("the run " + run + " in " + database + " is in use by " + holder
                + "; a run belongs to one engine, so end that one first, or give this one a run of its own (run ="
                + " \"...\" in [store])");
    }

    /** The refusal of a run by what is closed. */
    public static IllegalStateException closed(String run, String database) {
        return new IllegalStateException(
                database + " is closed and goes on with no run, such as " + run + "; open it again");
    }
}
