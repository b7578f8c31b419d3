package io.ttquant.core.risk;

/** What a strategy, or the whole account, may send. Cancels pass in every stage. */
public enum TradingStage {
    /** Everything that the limits allow. */
    ACTIVE,
    /** Only orders that make a position smaller, those in flight counted; amendments that ask for no more. */
    REDUCING,
    /** Nothing new; amendments that ask for no more. */
    HALTED;

    /** The stricter of two. */
    public TradingStage or(TradingStage other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
