package io.ttquant.exchanges.okx;

import java.util.List;

/** Takes news of an account. */
public interface OkxAccountSink {
    /** News of an order. */
    void order(OkxOrderUpdate update);

    /** News of a conditional order: one or two legs, or a trigger. */
    void algo(OkxAlgoUpdate update);

    /**
     * News of a conditional order of the other channel of them, {@code algo-advance}: a trailing stop, an iceberg or TWAP order. As {@link #algo} unless
     * overridden.
     */
    default void advancedAlgo(OkxAlgoUpdate update) {
        algo(update);
    }

    /** A fill of the channel of fills. */
    void fill(OkxFill fill);

    /** Balances of the channel {@code account}: all that are not zero in a snapshot, else those that changed. */
    void balances(OkxNews news, List<OkxBalance> balances);

    /** Positions of the channel {@code positions}. */
    void positions(OkxNews news, List<OkxPosition> positions);

    /** Balances (cash alone) and positions that changed, of the channel {@code balance_and_position}. */
    void balancesAndPositions(OkxNews news, List<OkxBalance> balances, List<OkxPosition> positions);

    /** A private channel that has no record here. */
    void other(String channel);
}
