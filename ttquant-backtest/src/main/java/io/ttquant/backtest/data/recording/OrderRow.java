package io.ttquant.backtest.data.recording;

import io.ttquant.api.order.Side;
import io.ttquant.core.book.L3Book;

/** One row about an order on a tape. */
final class OrderRow {
    private OrderRow() {}

    static void apply(L3Book book, long[] words, int at) {
        long id = words[at + 1];
        switch ((int) words[at]) {
            case Tape.CLEAR -> book.clear();
            case Tape.ADD -> book.add(id, Side.BUY, words[at + 2], words[at + 3]);
            case Tape.ADD | 8 -> book.add(id, Side.SELL, words[at + 2], words[at + 3]);
            case Tape.MODIFY -> book.modify(id, words[at + 2], words[at + 3]);
            case Tape.EXECUTE -> book.execute(id, words[at + 3]);
            default -> book.cancel(id);
        }
    }
}
