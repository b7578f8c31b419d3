package io.ttquant.exchanges.okx;

/** How an order at OKX is margined: {@code tdMode}. */
public enum TradeMode {
    /** Without margin: spot in the spot and futures modes of the account. */
    CASH("cash"),
    /** With the margin of the whole account. */
    CROSS("cross"),
    /** With margin of its own. */
    ISOLATED("isolated");

    private final String word;

    TradeMode(String word) {
        this.word = word;
    }

    /** The venue's word. */
    public String word() {
        return word;
    }
}
