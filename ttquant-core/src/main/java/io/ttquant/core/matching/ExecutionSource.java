package io.ttquant.core.matching;

import java.util.Set;

/** The kinds of market data against which a simulated market executes orders. */
public enum ExecutionSource {
    /** Bars along their assumed path. */
    BARS("bars"),
    /** Trades, without a book. */
    TRADES("trades"),
    /** Best bid and ask, without a book. */
    QUOTES("quotes"),
    /** An order book that shows a total at each price, and trades. */
    BOOK("order book by price level, and trades"),
    /** An order book that shows single orders, whose executions name them. */
    BOOK_BY_ORDER("order book by single orders, and trades");

    private final String text;

    ExecutionSource(String text) {
        this.text = text;
    }

    /** A phrase for people. */
    public String text() {
        return text;
    }

    /** Adds what prices were observed with. */
    static void add(ObservedMatching matching, Set<ExecutionSource> to) {
        if (matching instanceof BookMatching book) {
            to.add(book.hasTrueQueues() ? BOOK_BY_ORDER : BOOK);
            return;
        }
        if (matching.hasTrades()) {
            to.add(TRADES);
        }
        if (matching.hasQuotes()) {
            to.add(QUOTES);
        }
    }
}
