package io.ttquant.backtest.data.recording;

import io.ttquant.api.order.Side;
import io.ttquant.core.book.L3Book;
import io.ttquant.core.book.L3Outcome;
import org.jspecify.annotations.Nullable;

/** One row about an order on a tape. */
final class OrderRow {
    private OrderRow() {}

    /** Applies it; null if it empties the book. */
    static @Nullable L3Outcome apply(L3Book book, long[] words, int at) {
        long id = words[at + 1];
        switch ((int) words[at]) {
            case Tape.CLEAR -> {
                book.clear();
                return null;
            }
            case Tape.ADD -> {
                return book.add(id, Side.BUY, words[at + 2], words[at + 3]);
            }
            case Tape.ADD | 8 -> {
                return book.add(id, Side.SELL, words[at + 2], words[at + 3]);
            }
            case Tape.MODIFY -> {
                return book.modify(id, words[at + 2], words[at + 3]);
            }
            case Tape.EXECUTE -> {
                return book.execute(id, words[at + 3]);
            }
            default -> {
                return book.cancel(id);
            }
        }
    }
}
