package io.ttquant.core.matching;

/** The traded and quoted prices of one market, as whoever watches it has seen them. */
interface ObservedPrices {
    /** True if trades were seen. */
    boolean hasTrades();

    /** True if quotes were seen. */
    boolean hasQuotes();

    /** The last trade, or on bars the last price known; 0 if there is none. */
    long rawLast();

    /** The quote that a taker of this side meets: the ask for a buy, the bid for a sell; 0 if there is none. */
    long rawQuoted(boolean isBuy);
}
