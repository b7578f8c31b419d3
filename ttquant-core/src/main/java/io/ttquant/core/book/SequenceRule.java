package io.ttquant.core.book;

/**
 * A venue's rule by which increments follow a snapshot and each other: a small state machine for one book. Other venues' rules can be added by
 * implementing it.
 */
public interface SequenceRule {
    /** Starts again from a snapshot. */
    void start(BookUpdate snapshot);

    /** Judges the next increment. After {@link Verdict#GAP} nothing is asked until the next {@link #start}. */
    Verdict next(BookUpdate increment);

    /**
     * Whether snapshots are fetched apart from the stream, so that increments must be kept until one comes, and one that nobody asked for may be
     * older than the book. False if the stream itself starts with a snapshot.
     */
    boolean isSnapshotApart();

    /** Whether the book after a message has the content that the venue says it has; true where it says nothing. */
    default boolean agrees(L2Book book, BookUpdate update) {
        return true;
    }

    /**
     * No check: increments follow each other because whoever sends them sees to it, as an adapter or a cleaned recording. They begin with a
     * snapshot.
     */
    static SequenceRule trusted() {
        return new TrustedRule();
    }

    /**
     * Binance spot: ids {@code U} and {@code u}, snapshots by REST with {@code lastUpdateId}. An increment with {@code u} up to the last id is
     * skipped; one with {@code U} above the last id + 1 is a gap.
     */
    static SequenceRule binanceSpot() {
        return new BinanceSpotRule();
    }

    /**
     * Binance USD-M and COIN-M futures: {@code U}, {@code u} and {@code pu}, snapshots by REST. The first increment must span
     * {@code lastUpdateId}; each later one must have {@code pu} equal to the {@code u} before.
     */
    static SequenceRule binanceFutures() {
        return new BinanceFuturesRule();
    }

    /**
     * OKX {@code books}, {@code books50-l2-tbt} and {@code books-l2-tbt}: {@code seqId} and {@code prevSeqId}, snapshot in the stream, and in
     * recordings from before mid-2026 a CRC32 over the best 25 levels, which alone decides where there are no ids.
     */
    static SequenceRule okx() {
        return new OkxRule();
    }
}
