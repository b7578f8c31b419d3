package io.ttquant.core.matching;

import io.ttquant.core.book.BookView;

/** One side of a book as takers find it: what it displays, less what was taken since. */
final class BookOffers implements Offers {
    private final BookView book;
    private final boolean isAsks;
    private final long rawLot;
    private final ConsumedLevels consumed = new ConsumedLevels();

    BookOffers(BookView book, boolean isAsks) {
        this.book = book;
        this.isAsks = isAsks;
        this.rawLot = book.instrument().rawLot();
    }

    @Override
    public int depth() {
        return isAsks ? book.askDepth() : book.bidDepth();
    }

    @Override
    public long rawPrice(int level) {
        return isAsks ? book.rawAsk(level) : book.rawBid(level);
    }

    private long rawDisplayed(int level) {
        return isAsks ? book.rawAskQuantity(level) : book.rawBidQuantity(level);
    }

    /** {@inheritDoc} Levels can be finer than the lot, as after it was raised; the rest below a lot cannot be taken. */
    @Override
    public long rawAvailable(int level) {
        long left = rawDisplayed(level) - consumed.taken(rawPrice(level));
        return left - left % rawLot;
    }

    @Override
    public void consume(int level, long rawQuantity) {
        consumed.take(rawPrice(level), rawDisplayed(level), rawQuantity);
    }

    /** The price of the best level of which something is left; 0 if there is none. */
    long rawBest() {
        if (consumed.isEmpty()) {
            return isAsks ? book.rawBestAsk() : book.rawBestBid();
        }
        for (int level = 0, n = depth(); level < n; level++) {
            if (rawAvailable(level) > 0) {
                return rawPrice(level);
            }
        }
        return 0;
    }

    /** A print took what was better than its price, and as much at its price as it says. */
    void printed(long rawPrice, long rawQuantity) {
        for (int level = 0, n = depth(); level < n; level++) {
            long here = rawPrice(level);
            if (here == rawPrice) {
                consume(level, Math.min(rawQuantity, rawDisplayed(level)));
                return;
            }
            if (isAsks ? here > rawPrice : here < rawPrice) {
                return;
            }
            consume(level, rawDisplayed(level));
        }
    }

    /** The venue told what a level displays. */
    void changed(long rawPrice, long rawDisplayed) {
        if (!consumed.isEmpty()) {
            consumed.changed(rawPrice, rawDisplayed);
        }
    }

    /** The whole book is a new one: what was taken from levels that display as much as before stays taken. */
    void renewed() {
        for (int i = consumed.size() - 1; i >= 0; i--) {
            long price = consumed.rawPrice(i);
            consumed.changed(price, isAsks ? book.rawAskQuantityAt(price) : book.rawBidQuantityAt(price));
        }
    }
}
