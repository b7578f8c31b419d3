package io.ttquant.backtest.data.recording;

import io.ttquant.core.book.SequenceRule;
import java.util.Locale;
import java.util.function.Supplier;

/** How the messages of a recorded book follow each other. */
public enum BookRule {
    /** As they stand. */
    TRUSTED,
    /** By the ids of Binance Spot. */
    BINANCE_SPOT,
    /** By the ids of Binance's futures. */
    BINANCE_FUTURES,
    /** By the ids and checksums of OKX. */
    OKX;

    SequenceRule make() {
        return switch (this) {
            case TRUSTED -> SequenceRule.trusted();
            case BINANCE_SPOT -> SequenceRule.binanceSpot();
            case BINANCE_FUTURES -> SequenceRule.binanceFutures();
            case OKX -> SequenceRule.okx();
        };
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException if the word names none */
    static Supplier<SequenceRule> of(String word) {
        for (BookRule rule : values()) {
            if (rule.word().equals(word)) {
                return rule::make;
            }
        }
        throw new IllegalArgumentException(
                "the recording's third line names no rule of books; write '# book trusted' there");
    }
}
