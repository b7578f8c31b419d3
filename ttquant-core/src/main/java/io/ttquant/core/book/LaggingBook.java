package io.ttquant.core.book;

/**
 * A book as it is seen some time later: it begins as a copy of another, keeps what happens to that one, and does the same when told that the
 * time has come. What is never told, as that an increment was skipped, never happened here.
 *
 * <p>No allocation per message once its buffers have grown. Not safe for use by several threads.
 */
public final class LaggingBook {
    private final L2Book book;
    private final LevelLog log = new LevelLog();
    private final BookUpdate scratch = new BookUpdate();

    private LaggingBook(L2Book book) {
        this.book = book;
    }

    /** A copy of a book as it is now. */
    public static LaggingBook copyOf(KeptBook leader) {
        LaggingBook copy = new LaggingBook(L2Book.of(leader.view().instrument()));
        leader.copyTo(copy.scratch.clear().tsEvent(leader.view().tsEvent()));
        if (copy.scratch.bids() + copy.scratch.asks() > 0) {
            copy.book.load(copy.scratch);
            copy.book.commit(copy.scratch.tsEvent());
        }
        return copy;
    }

    /**
     * Keeps what has just happened to the leader.
     *
     * @param change what it was
     * @param update the message of it; of its levels only those of {@link BookChange#LEVELS} count
     */
    public void add(BookChange change, BookUpdate update, KeptBook leader) {
        BookUpdate kept = update;
        if (change != BookChange.LEVELS) {
            kept = scratch.clear().tsEvent(update.tsEvent());
            if (change == BookChange.WHOLE) {
                leader.copyTo(kept);
            }
        }
        log.add(change, kept);
    }

    /**
     * Does the oldest that is kept.
     *
     * @throws IllegalStateException if nothing is
     */
    public void next() {
        if (log.isEmpty()) {
            throw new IllegalStateException(
                    "the lagging book of " + book.instrument() + " has nothing to do; add first");
        }
        switch (log.takeInto(scratch)) {
            case NONE -> {}
            case LEVELS -> {
                book.apply(scratch);
                book.commit(scratch.tsEvent());
            }
            case WHOLE -> {
                book.load(scratch);
                book.commit(scratch.tsEvent());
            }
            case GONE -> book.clear();
        }
    }

    /** The live view. */
    public BookView view() {
        return book;
    }
}
