package io.ttquant.core.matching;

/** When a market order that was decided on a bar is executed. */
public enum ExecutionTiming {
    /** At the open of the next bar. */
    NEXT_OPEN("at the open of the bar after the decision"),
    /** At the close of the bar on which it was decided: optimistic, since that price is known when the order is made. */
    CURRENT_CLOSE("at the close of the bar of the decision"),
    /** At the next price that is observed, of whatever kind. */
    NEXT_TICK("at the next observed price");

    private final String text;

    ExecutionTiming(String text) {
        this.text = text;
    }

    /** A phrase for people. */
    public String text() {
        return text;
    }
}
