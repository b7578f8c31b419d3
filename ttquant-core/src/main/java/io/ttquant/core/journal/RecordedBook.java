package io.ttquant.core.journal;

import io.ttquant.api.exchange.BookSink;

/** Writes down the messages of a book by level, each as one entry, before the engine takes them. */
final class RecordedBook implements BookSink {
    /** A message with the whole book begins. */
    static final int SNAPSHOT = 0;
    /** A message with changes begins. */
    static final int INCREMENT = 1;
    /** The venue's ids. */
    static final int IDS = 2;
    /** The venue's checksum. */
    static final int CHECKSUM = 3;
    /** A level of the bids. */
    static final int BID = 4;
    /** A level of the asks. */
    static final int ASK = 5;

    private final JournalWriter journal;
    private final BookSink to;
    private final int number;
    private final FrameBuffer message = new FrameBuffer(1 << 10);
    private long lastPrice;

    RecordedBook(JournalWriter journal, BookSink to, int number) {
        this.journal = journal;
        this.to = to;
        this.number = number;
    }

    @Override
    public void snapshot(long tsEvent, long tsInit) {
        to.snapshot(tsEvent, tsInit);
        open(SNAPSHOT, tsEvent, tsInit);
    }

    @Override
    public void increment(long tsEvent, long tsInit) {
        to.increment(tsEvent, tsInit);
        open(INCREMENT, tsEvent, tsInit);
    }

    private void open(int what, long tsEvent, long tsInit) {
        message.clear().octet(what).number(tsInit).number(tsEvent - tsInit);
        lastPrice = 0;
    }

    @Override
    public void ids(long first, long last, long previous) {
        to.ids(first, last, previous);
        message.octet(IDS).number(first).number(last).number(previous);
    }

    @Override
    public void checksum(int value) {
        to.checksum(value);
        message.octet(CHECKSUM).number(value);
    }

    @Override
    public void bid(long rawPrice, long rawQuantity) {
        to.bid(rawPrice, rawQuantity);
        level(BID, rawPrice, rawQuantity);
    }

    @Override
    public void ask(long rawPrice, long rawQuantity) {
        to.ask(rawPrice, rawQuantity);
        level(ASK, rawPrice, rawQuantity);
    }

    private void level(int side, long rawPrice, long rawQuantity) {
        message.octet(side).number(rawPrice - lastPrice).number(rawQuantity);
        lastPrice = rawPrice;
    }

    @Override
    public void end() {
        journal.begin(EntryKind.BOOK).number(number).bytes(message);
        journal.end();
        boolean isDone = false;
        journal.enter();
        try {
            to.end();
            isDone = true;
        } finally {
            journal.leave(isDone);
        }
    }

    @Override
    public void lost(long tsEvent, long tsInit) {
        journal.begin(EntryKind.BOOK_LOST).number(number).time(tsEvent).time(tsInit);
        journal.end();
        boolean isDone = false;
        journal.enter();
        try {
            to.lost(tsEvent, tsInit);
            isDone = true;
        } finally {
            journal.leave(isDone);
        }
    }

    @Override
    public boolean needsSnapshot() {
        return to.needsSnapshot();
    }

    /** Gives a message that was written down to a book. */
    static void replay(FrameInput message, BookSink book) {
        long price = 0;
        while (message.hasMore()) {
            int what = message.octet();
            switch (what) {
                case SNAPSHOT, INCREMENT -> begin(what, message, book);
                case IDS -> book.ids(message.number(), message.number(), message.number());
                case CHECKSUM -> book.checksum((int) message.number());
                case BID -> {
                    price += message.number();
                    book.bid(price, message.number());
                }
                case ASK -> {
                    price += message.number();
                    book.ask(price, message.number());
                }
                default -> throw new JournalException("a book's message has a part of kind " + what);
            }
        }
        book.end();
    }

    private static void begin(int what, FrameInput message, BookSink book) {
        long tsInit = message.number();
        long tsEvent = tsInit + message.number();
        if (what == SNAPSHOT) {
            book.snapshot(tsEvent, tsInit);
        } else {
            book.increment(tsEvent, tsInit);
        }
    }
}
