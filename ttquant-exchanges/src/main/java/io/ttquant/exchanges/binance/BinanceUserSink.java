package io.ttquant.exchanges.binance;

/** Takes news of an account. */
public interface BinanceUserSink {
    /** News of an order. */
    void order(BinanceOrderUpdate update);

    /** A fill told early. */
    void tradeLite(BinanceTradeLite trade);

    /** News of a conditional order of futures. */
    void algo(BinanceAlgoUpdate update);

    /** News of a list of orders. */
    void list(BinanceListStatus status);

    /** Balances of Spot. */
    void balances(BinanceBalances balances);

    /** A deposit, withdrawal or transfer. */
    void balanceChange(BinanceBalanceChange change);

    /** Balances and positions of futures. */
    void account(BinanceAccountUpdate update);

    /**
     * The stream is at its end: {@code listenKeyExpired} or {@code eventStreamTerminated}. Nothing comes until it is begun anew.
     *
     * @param tsEvent when it was sent, epoch nanoseconds; 0 if the venue does not say
     */
    void ended(long tsEvent);

    /** An event that has no record here, by the venue's word for its type: a margin call, another leverage, or something new. */
    void other(String type, long tsEvent);
}
