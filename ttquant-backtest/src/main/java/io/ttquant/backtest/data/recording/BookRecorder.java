package io.ttquant.backtest.data.recording;

import io.ttquant.api.exchange.BookSink;
import io.ttquant.core.book.BookUpdate;
import io.ttquant.core.book.SequenceRule;
import io.ttquant.core.book.SequencedBook;

/** Writes the messages of a book, and keeps the book beside them, so that the source is told when it needs a snapshot. */
final class BookRecorder implements BookSink {
    private final InstrumentRecorder out;
    private final SequencedBook book;
    private final BookUpdate update = new BookUpdate();
    private final StringBuilder levels = new StringBuilder();
    private boolean isOpen;
    private boolean isSnapshot;
    private long received;
    private long first = ABSENT;
    private long last = ABSENT;
    private long previous = ABSENT;
    private int checksum;

    BookRecorder(InstrumentRecorder out, SequenceRule rule) {
        this.out = out;
        this.book = SequencedBook.of(out.instrument(), rule);
    }

    @Override
    public void snapshot(long tsEvent, long tsInit) {
        begin(true, tsEvent, tsInit);
    }

    @Override
    public void increment(long tsEvent, long tsInit) {
        begin(false, tsEvent, tsInit);
    }

    private void begin(boolean isWhole, long tsEvent, long tsInit) {
        if (isOpen) {
            throw new IllegalStateException("a message of the book of " + out.instrument()
                    + " begins inside another; call end() or lost() first");
        }
        isOpen = true;
        isSnapshot = isWhole;
        received = tsInit;
        ids(ABSENT, ABSENT, ABSENT);
        checksum(0);
        levels.setLength(0);
        update.clear().tsEvent(tsEvent);
    }

    @Override
    public void ids(long newFirst, long newLast, long newPrevious) {
        first = newFirst;
        last = newLast;
        previous = newPrevious;
        update.ids(newFirst, newLast, newPrevious);
    }

    @Override
    public void checksum(int value) {
        checksum = value;
        update.checksum(value);
    }

    @Override
    public void bid(long rawPrice, long rawQuantity) {
        update.bid(rawPrice, rawQuantity);
        level('b', rawPrice, rawQuantity);
    }

    @Override
    public void ask(long rawPrice, long rawQuantity) {
        update.ask(rawPrice, rawQuantity);
        level('a', rawPrice, rawQuantity);
    }

    private void level(char side, long rawPrice, long rawQuantity) {
        levels.append(',')
                .append(side)
                .append(',')
                .append(out.instrument().formatPrice(rawPrice))
                .append(',')
                .append(out.instrument().formatQuantity(rawQuantity));
    }

    @Override
    public void end() {
        if (!isOpen) {
            throw new IllegalStateException("no message of the book of " + out.instrument()
                    + " was begun; call snapshot() or increment() first");
        }
        isOpen = false;
        out.beginBook(isSnapshot, update.tsEvent(), received);
        out.add(id(first)).add(id(last)).add(id(previous)).add(Integer.toString(checksum));
        out.addLevels(levels);
        out.end(received);
        if (isSnapshot) {
            book.snapshot(update);
        } else {
            book.increment(update);
        }
    }

    private static String id(long id) {
        return id == ABSENT ? OwnRecording.ABSENT : Long.toString(id);
    }

    @Override
    public void lost(long tsEvent, long tsInit) {
        isOpen = false;
        update.clear().tsEvent(tsEvent);
        book.disconnected();
        out.lost(tsEvent, tsInit);
    }

    @Override
    public boolean needsSnapshot() {
        return book.state().needsSnapshot();
    }
}
