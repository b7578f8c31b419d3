package io.ttquant.core.order;

/** How often something that an exchange refuses is asked for: not for ever, since what it refuses for good would be asked for at the pace of its answers. */
public final class Attempts {
    /** So many. */
    public static final int MOST = 16;

    private int made;

    Attempts() {}

    /** Begins one; false if there were enough. */
    public boolean begin() {
        return made++ < MOST;
    }

    /** As many again. */
    void renew() {
        made = 0;
    }

    /** True if the one that was to begin last was the first too many. */
    public boolean areJustOver() {
        return made == MOST + 1;
    }
}
