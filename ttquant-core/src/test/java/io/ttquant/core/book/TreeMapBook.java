package io.ttquant.core.book;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.api.market.OrderBook;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** The plain book that the fast one must agree with. */
final class TreeMapBook {
    final TreeMap<Long, Long> bids = new TreeMap<>(Collections.reverseOrder());
    final TreeMap<Long, Long> asks = new TreeMap<>();

    static boolean set(Map<Long, Long> side, long rawPrice, long rawQuantity) {
        if (rawQuantity == 0) {
            return side.remove(rawPrice) != null;
        }
        side.put(rawPrice, rawQuantity);
        return true;
    }

    void apply(BookUpdate update) {
        for (int i = 0; i < update.bids(); i++) {
            set(bids, update.rawBid(i), update.rawBidQuantity(i));
        }
        for (int i = 0; i < update.asks(); i++) {
            set(asks, update.rawAsk(i), update.rawAskQuantity(i));
        }
    }

    boolean isCrossed() {
        return !bids.isEmpty() && !asks.isEmpty() && bids.firstKey() >= asks.firstKey();
    }

    static long best(TreeMap<Long, Long> side) {
        return side.isEmpty() ? 0 : side.firstKey();
    }

    /** Compares every level. */
    void requireEqual(OrderBook book, String where) {
        if (isCrossed()) {
            assertThat(book.bidDepth() + book.askDepth()).as(where).isZero();
            return;
        }
        assertThat(book.bidDepth()).as("bid depth, %s", where).isEqualTo(bids.size());
        assertThat(book.askDepth()).as("ask depth, %s", where).isEqualTo(asks.size());
        int level = 0;
        for (Map.Entry<Long, Long> bid : bids.entrySet()) {
            requireLevel(bid, book.rawBid(level), book.rawBidQuantity(level), level++, where);
        }
        level = 0;
        for (Map.Entry<Long, Long> ask : asks.entrySet()) {
            requireLevel(ask, book.rawAsk(level), book.rawAskQuantity(level), level++, where);
        }
    }

    private static void requireLevel(Map.Entry<Long, Long> plain, long price, long quantity, int level, String where) {
        // A plain comparison first: this runs millions of times.
        if (plain.getKey() != price || plain.getValue() != quantity) {
            throw new AssertionError(
                    "level " + level + " is " + price + " x " + quantity + ", expected " + plain + ", " + where);
        }
    }
}
