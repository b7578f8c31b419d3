package io.ttquant.core.book;

import io.ttquant.api.exchange.BookSink;

/** Takes what is said of a book call by call, message by message, for one who keeps the book. Nothing is seen of a message before its end. */
public abstract class BookIntake implements BookSink {
    /** What a message says. */
    public enum Kind {
        /** The whole book. */
        WHOLE,
        /** The levels that changed. */
        CHANGES,
        /** That something was missed. */
        LOST
    }

    private final SequencedBook book;
    private final BookUpdate update = new BookUpdate();
    private boolean isOpen;
    private Kind kind = Kind.LOST;
    private long tsInit;

    /** Messages of a book. */
    protected BookIntake(SequencedBook book) {
        this.book = book;
    }

    /**
     * A message is there. To be {@linkplain #apply applied} by this method.
     *
     * @param update its time, and its levels unless something was missed; good during the call
     * @param tsInit when we had it, epoch nanoseconds
     */
    protected abstract void message(Kind kind, BookUpdate update, long tsInit);

    /** Does what the message says to the book. */
    protected final BookState apply() {
        return switch (kind) {
            case WHOLE -> book.snapshot(update);
            case CHANGES -> book.increment(update);
            case LOST -> book.disconnected();
        };
    }

    /** The book. */
    protected final SequencedBook book() {
        return book;
    }

    @Override
    public final void snapshot(long tsEvent, long newTsInit) {
        open(tsEvent, newTsInit, Kind.WHOLE);
    }

    @Override
    public final void increment(long tsEvent, long newTsInit) {
        open(tsEvent, newTsInit, Kind.CHANGES);
    }

    private void open(long tsEvent, long newTsInit, Kind itsKind) {
        if (isOpen) {
            throw new IllegalStateException("a message of the book of "
                    + book.view().instrument() + " begins inside another; call end() or lost() first");
        }
        isOpen = true;
        kind = itsKind;
        tsInit = newTsInit;
        update.clear().tsEvent(tsEvent);
    }

    @Override
    public final void ids(long first, long last, long previous) {
        update.ids(first, last, previous);
    }

    @Override
    public final void checksum(int value) {
        update.checksum(value);
    }

    @Override
    public final void bid(long rawPrice, long rawQuantity) {
        update.bid(rawPrice, rawQuantity);
    }

    @Override
    public final void ask(long rawPrice, long rawQuantity) {
        update.ask(rawPrice, rawQuantity);
    }

    @Override
    public final void end() {
        if (!isOpen) {
            throw new IllegalStateException("no message of the book of "
                    + book.view().instrument() + " was begun; call snapshot() or increment() first");
        }
        isOpen = false;
        message(kind, update, tsInit);
    }

    @Override
    public final void lost(long tsEvent, long newTsInit) {
        isOpen = false;
        kind = Kind.LOST;
        update.clear().tsEvent(tsEvent);
        message(kind, update, newTsInit);
    }

    @Override
    public final boolean needsSnapshot() {
        return book.state().needsSnapshot();
    }
}
