package io.ttquant.core.journal;

import io.ttquant.api.exchange.MarketByOrderSink;
import io.ttquant.api.order.Side;

/** Writes down the messages of a book by order, each as one entry, before the engine takes them. */
final class RecordedOrders implements MarketByOrderSink {
    private static final int BEGIN = 0;
    private static final int CLEAR = 1;
    private static final int BUY = 2;
    private static final int SELL = 3;
    private static final int MODIFY = 4;
    private static final int EXECUTE = 5;
    private static final int DELETE = 6;

    private final JournalWriter journal;
    private final MarketByOrderSink to;
    private final int number;
    private final FrameBuffer message = new FrameBuffer(1 << 10);

    RecordedOrders(JournalWriter journal, MarketByOrderSink to, int number) {
        this.journal = journal;
        this.to = to;
        this.number = number;
    }

    @Override
    public void begin(long tsEvent, long tsInit) {
        to.begin(tsEvent, tsInit);
        message.clear().octet(BEGIN).number(tsInit).number(tsEvent - tsInit);
    }

    @Override
    public void clear() {
        to.clear();
        message.octet(CLEAR);
    }

    @Override
    public void add(long id, Side side, long rawPrice, long rawQuantity) {
        to.add(id, side, rawPrice, rawQuantity);
        message.octet(side == Side.BUY ? BUY : SELL).number(id).number(rawPrice).number(rawQuantity);
    }

    @Override
    public void modify(long id, long rawPrice, long rawQuantity) {
        to.modify(id, rawPrice, rawQuantity);
        message.octet(MODIFY).number(id).number(rawPrice).number(rawQuantity);
    }

    @Override
    public void execute(long id, long rawQuantity) {
        to.execute(id, rawQuantity);
        message.octet(EXECUTE).number(id).number(rawQuantity);
    }

    @Override
    public void delete(long id) {
        to.delete(id);
        message.octet(DELETE).number(id);
    }

    @Override
    public void end() {
        journal.begin(EntryKind.ORDER_BOOK).number(number).bytes(message);
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
        journal.begin(EntryKind.ORDER_BOOK_LOST).number(number).time(tsEvent).time(tsInit);
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
    static void replay(FrameInput message, MarketByOrderSink book) {
        while (message.hasMore()) {
            int what = message.octet();
            switch (what) {
                case BEGIN -> {
                    long tsInit = message.number();
                    book.begin(tsInit + message.number(), tsInit);
                }
                case CLEAR -> book.clear();
                case BUY -> book.add(message.number(), Side.BUY, message.number(), message.number());
                case SELL -> book.add(message.number(), Side.SELL, message.number(), message.number());
                case MODIFY -> book.modify(message.number(), message.number(), message.number());
                case EXECUTE -> book.execute(message.number(), message.number());
                case DELETE -> book.delete(message.number());
                default -> throw new JournalException("a book's message has a part of kind " + what);
            }
        }
        book.end();
    }
}
