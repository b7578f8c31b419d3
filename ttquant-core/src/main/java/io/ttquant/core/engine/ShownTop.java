package io.ttquant.core.engine;

import io.ttquant.core.book.BookView;

/** The best levels of a book when they last changed: a quote is made only where they do. */
final class ShownTop {
    long rawBid;
    long rawBidQuantity;
    long rawAsk;
    long rawAskQuantity;

    /** Takes over the best levels; false if they are the same as before. */
    boolean isChangedBy(BookView view) {
        long bid = view.rawBestBid();
        long bidQuantity = view.rawBestBidQuantity();
        long ask = view.rawBestAsk();
        long askQuantity = view.rawBestAskQuantity();
        if (bid == rawBid && ask == rawAsk && bidQuantity == rawBidQuantity && askQuantity == rawAskQuantity) {
            return false;
        }
        rawBid = bid;
        rawBidQuantity = bidQuantity;
        rawAsk = ask;
        rawAskQuantity = askQuantity;
        return true;
    }
}
