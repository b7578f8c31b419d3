package io.ttquant.core.metrics;

import java.util.Locale;

/** Kinds of market data events, as the label {@code kind} has them. */
enum MarketKind {
    TRADE,
    QUOTE,
    BOOK,
    ORDER,
    BAR,
    FUNDING,
    MARK_PRICE,
    INDEX_PRICE,
    STATUS;

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
