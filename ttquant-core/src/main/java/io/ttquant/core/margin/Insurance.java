package io.ttquant.core.margin;

/** Who bears what a liquidation loses beyond the margin of the positions. */
public enum Insurance {
    /** The account: its balance may go below zero. */
    ACCOUNT("the account bears what a liquidation loses beyond the margin, so that its balance may go below zero"),
    /** An insurance fund: it pays what is missing, and the account ends at zero, or keeps what was not assigned to an isolated position. */
    FUND("an insurance fund pays what a liquidation loses beyond the margin");

    private final String text;

    Insurance(String text) {
        this.text = text;
    }

    /** A sentence for people. */
    public String text() {
        return text;
    }
}
