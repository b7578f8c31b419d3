package io.ttquant.examples.exit;

/**
 * When to try again what was refused: after one bar, then two, four, up to sixteen. So a refusal that lasts costs a few orders, not one a bar.
 */
public final class Retry {
    private static final int LONGEST = 16;

    private int delay;
    private int waited;

    /** A retry that nothing was refused to yet: due at once. */
    public Retry() {}

    /** A bar has passed. */
    public void onBar() {
        waited++;
    }

    /** True if it is time to try. */
    public boolean isDue() {
        return waited >= delay;
    }

    /** It was refused: the next try is due after twice as many bars as the last one. */
    public void onFailure() {
        delay = Math.min(LONGEST, Math.max(1, 2 * delay));
        waited = 0;
    }

    /** It worked: the next try is due at once. */
    public void onSuccess() {
        delay = 0;
    }
}
