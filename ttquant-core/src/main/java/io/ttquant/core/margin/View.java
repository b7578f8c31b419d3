package io.ttquant.core.margin;

/** As whom an account is seen. */
public enum View {
    /** As we know it: orders count from when they are sent, fills from when their reports arrive. */
    KNOWN,
    /** As a simulated exchange has it, which is ahead by the reports under way and behind by the commands under way. */
    EXCHANGE;

    int index() {
        return ordinal();
    }
}
