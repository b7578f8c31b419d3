package io.ttquant.core.book;

import io.ttquant.api.market.Instrument;

/**
 * A book kept in step with a venue by snapshots and increments. It is either right as of its last message or has no levels at all: a gap clears
 * it until the next snapshot, a crossed one is withheld.
 *
 * <pre>
 * SequencedBook book = SequencedBook.of(btcusdt, SequenceRule.binanceSpot());
 * if (book.increment(update).needsSnapshot()) { ... fetch one, unless that is under way ... }
 * ...
 * book.snapshot(update);
 * </pre>
 *
 * <p>No allocation per message once its buffers have grown. Not safe for use by several threads.
 */
public final class SequencedBook implements KeptBook {
    /** So many skipped increments in a row say that the venue's ids went back, not that the stream lags behind the snapshot. */
    private static final int MAX_SKIPS_IN_A_ROW = 1_000;

    private static final int MAX_PENDING_LONGS = 1 << 20;

    private final L2Book book;
    private final SequenceRule rule;
    private final BookCounters counters = new BookCounters();
    private final PendingUpdates pending = new PendingUpdates(MAX_PENDING_LONGS);
    private final BookUpdate scratch = new BookUpdate();
    private BookState state = BookState.EMPTY;
    private BookChange change = BookChange.NONE;
    private int skippedInARow;

    private SequencedBook(L2Book book, SequenceRule rule) {
        this.book = book;
        this.rule = rule;
    }

    /** A book without levels that waits for a snapshot. The rule must not be shared with another book. */
    public static SequencedBook of(Instrument instrument, SequenceRule rule) {
        return new SequencedBook(L2Book.of(instrument), rule);
    }

    /** As {@link #of(Instrument, SequenceRule)}, with a band of its own size: see {@link L2Book#of(Instrument, int)}. */
    public static SequencedBook of(Instrument instrument, SequenceRule rule, int bandTicks) {
        return new SequencedBook(L2Book.of(instrument, bandTicks), rule);
    }

    /** The live view. It has levels in state {@link BookState#LIVE} only. */
    @Override
    public BookView view() {
        return book;
    }

    @Override
    public void copyTo(BookUpdate target) {
        book.copyTo(target);
    }

    /** What the last call of {@link #snapshot}, {@link #increment} or {@link #disconnected} did to the levels. */
    public BookChange change() {
        return change;
    }

    /** Whether the book is in step. */
    public BookState state() {
        return state;
    }

    /** What happened so far. */
    public BookCounters counters() {
        return counters;
    }

    /**
     * Says that the connection was lost: what comes next does not follow. Drop the answer to any request for a snapshot that is still under way:
     * it would be taken for a new one.
     */
    public BookState disconnected() {
        book.clear();
        pending.clear();
        change = BookChange.GONE;
        if (state != BookState.EMPTY) {
            state = BookState.STALE;
        }
        return state;
    }

    /**
     * Takes a snapshot. Where snapshots are fetched apart from the stream, the increments kept meanwhile are applied to it, and a snapshot for a
     * book that needs none is skipped, as it may be older than the book.
     *
     * @return the state now; if it needs a snapshot still, this one was too old
     */
    public BookState snapshot(BookUpdate snapshot) {
        if (rule.isSnapshotApart() && !state.needsSnapshot()) {
            counters.skipped++;
            change = BookChange.NONE;
            return state;
        }
        counters.snapshots++;
        boolean wasStale = state == BookState.STALE;
        book.load(snapshot);
        rule.start(snapshot);
        skippedInARow = 0;
        settle(snapshot);
        catchUp();
        if (state.needsSnapshot()) {
            counters.staleSnapshots++;
            state = wasStale ? BookState.STALE : BookState.EMPTY;
            change = BookChange.GONE;
        } else {
            counters.resyncs += wasStale ? 1 : 0;
            change = BookChange.WHOLE;
        }
        return state;
    }

    /** Applies what was kept; from the first increment that does not follow on, it is kept for a newer snapshot. */
    private void catchUp() {
        pending.rewind();
        while (pending.read(scratch)) {
            switch (rule.next(scratch)) {
                case APPLY -> apply(scratch);
                case SKIP -> counters.skipped++;
                case GAP -> {
                    pending.dropBefore(scratch);
                    lose();
                    return;
                }
            }
        }
        pending.clear();
    }

    /**
     * Takes the next increment of the stream.
     *
     * @return the state now; if it needs a snapshot, the increment was kept for it where the venue's rule says so
     */
    public BookState increment(BookUpdate increment) {
        change = BookChange.NONE;
        if (state.needsSnapshot()) {
            keep(increment);
            return state;
        }
        switch (rule.next(increment)) {
            case APPLY -> {
                skippedInARow = 0;
                apply(increment);
            }
            case SKIP -> skip(increment);
            case GAP -> gap(increment);
        }
        return state;
    }

    private void apply(BookUpdate increment) {
        counters.applied++;
        change = BookChange.LEVELS;
        book.apply(increment);
        settle(increment);
    }

    private void skip(BookUpdate increment) {
        counters.skipped++;
        if (++skippedInARow > MAX_SKIPS_IN_A_ROW) {
            gap(increment);
        }
    }

    private void gap(BookUpdate increment) {
        counters.gaps++;
        lose();
        keep(increment);
    }

    private void lose() {
        change = BookChange.GONE;
        book.clear();
        state = BookState.STALE;
    }

    private void keep(BookUpdate increment) {
        if (rule.isSnapshotApart() && !pending.add(increment)) {
            counters.overflows++;
        }
    }

    private void settle(BookUpdate update) {
        boolean served = book.commit(update.tsEvent());
        if (!rule.agrees(book, update)) {
            counters.checksumMismatches++;
            if (update.previousId() == BookUpdate.ABSENT) {
                // Without ids the checksum is all there is to go by.
                counters.gaps++;
                lose();
                return;
            }
        }
        if (!served && state != BookState.CROSSED) {
            counters.crossings++;
        }
        state = served ? BookState.LIVE : BookState.CROSSED;
    }
}
