package io.ttquant.exchanges.emulator.exchange;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The book as it was told last: levels, and the id of the last change. */
final class BookView {
    private final NavigableMap<BigDecimal, BookLevel> bids = new TreeMap<>(Collections.reverseOrder());
    private final NavigableMap<BigDecimal, BookLevel> asks = new TreeMap<>();
    private long id;
    private long time;

    /** Tells what changed since the last time; nothing if nothing did. */
    void tell(String symbol, Book book, Tape tape) {
        List<BookLevel> bidChanges = changes(book.side(Side.BUY), bids);
        List<BookLevel> askChanges = changes(book.side(Side.SELL), asks);
        int count = bidChanges.size() + askChanges.size();
        if (count == 0) {
            return;
        }
        long previous = id;
        id += count;
        BookLevel bestBid = best(Side.BUY);
        BookLevel bestAsk = best(Side.SELL);
        tape.write((sequence, now) -> {
            time = now;
            return new ExchangeEvent.BookChanged(
                    sequence, now, symbol, previous, previous + 1, id, bidChanges, askChanges, bestBid, bestAsk);
        });
    }

    BookSnapshot snapshot(String symbol, int depth) {
        return new BookSnapshot(symbol, id, time, top(bids, depth), top(asks, depth));
    }

    @Nullable
    BookLevel best(Side side) {
        NavigableMap<BigDecimal, BookLevel> levels = side == Side.BUY ? bids : asks;
        return levels.isEmpty() ? null : levels.firstEntry().getValue();
    }

    private static List<BookLevel> top(NavigableMap<BigDecimal, BookLevel> levels, int depth) {
        return levels.values().stream().limit(depth).toList();
    }

    private static List<BookLevel> changes(BookSide side, NavigableMap<BigDecimal, BookLevel> told) {
        List<BookLevel> changes = new ArrayList<>();
        for (BigDecimal price : side.touched) {
            BookLevel level = side.level(price);
            boolean isGone = level.orders() == 0;
            BookLevel before = isGone ? told.remove(price) : told.put(price, level);
            if (isGone ? before != null : !level.equals(before)) {
                changes.add(level);
            }
        }
        side.touched.clear();
        return changes;
    }
}
