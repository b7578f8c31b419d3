package io.ttquant.core.matching;

import io.ttquant.core.book.BookView;
import org.jspecify.annotations.Nullable;

/**
 * The places of our resting orders in the queues of their prices.
 *
 * <p>An order joins behind what is displayed at its price. If its price lies beyond the worst level that is shown, nobody knows what stands there:
 * it joins once its price is shown, behind all that is.
 */
final class BookQueues {
    private final BookView book;
    private final QueueModel model;
    private final long rawLot;

    BookQueues(BookView book, QueueModel model) {
        this.book = book;
        this.model = model;
        this.rawLot = book.instrument().rawLot();
    }

    /** Puts an order at the end of its queue. */
    void join(WorkingOrder order) {
        order.inBook().queue = null;
        joinIfShown(order);
    }

    private @Nullable QueuePosition joinIfShown(WorkingOrder order) {
        if (!isShown(order)) {
            return null;
        }
        QueuePosition joined = new QueuePosition(model, book.instrument());
        BookPlace place = order.inBook();
        place.rawDisplayed = rawDisplayed(order);
        joined.join(place.rawDisplayed);
        place.queue = joined;
        return joined;
    }

    private boolean isShown(WorkingOrder order) {
        long worst = order.isBuy ? book.rawWorstBid() : book.rawWorstAsk();
        return worst > 0 && (order.isBuy ? order.rawPrice >= worst : order.rawPrice <= worst);
    }

    private long rawDisplayed(WorkingOrder order) {
        return order.isBuy ? book.rawBidQuantityAt(order.rawPrice) : book.rawAskQuantityAt(order.rawPrice);
    }

    /** What a print at an order's price would reach of it if no order of ours came before it. */
    long rawReached(WorkingOrder order, long rawQuantity) {
        QueuePosition place = order.inBook().queue;
        return place == null ? 0 : (long) Math.max(0, Math.min((double) rawQuantity, rawQuantity - place.ahead()));
    }

    /**
     * A print at an order's price.
     *
     * @param rawOurs what orders of ours that come before this one took of it
     * @return what of the order it reaches, in whole lots, were its quantity large enough
     */
    long traded(WorkingOrder order, long rawQuantity, long rawOurs) {
        QueuePosition known = order.inBook().queue;
        QueuePosition place = known == null ? joinIfShown(order) : known;
        if (place == null) {
            return 0;
        }
        place.traded(rawQuantity, rawOurs);
        return place.fillable(rawLot);
    }

    /** The quantity displayed at a price of orders changed. */
    void changed(Ladder ladder, long rawPrice, long rawDisplayed) {
        for (int i = ladder.indexOf(rawPrice); i < ladder.size(); i++) {
            WorkingOrder order = ladder.at(i);
            if (order.rawPrice != rawPrice) {
                return;
            }
            changed(order, rawDisplayed);
        }
    }

    private void changed(WorkingOrder order, long rawDisplayed) {
        BookPlace place = order.inBook();
        QueuePosition queue = place.queue;
        if (queue == null) {
            joinIfShown(order);
            return;
        }
        if (rawDisplayed == 0) {
            queue.levelGone();
        } else {
            queue.changed(place.rawDisplayed, rawDisplayed);
        }
        place.rawDisplayed = rawDisplayed;
    }

    /** The whole book is a new one. What stands at a price beyond those that it shows is not told by it: a place there stays as it is. */
    void renewed(Ladder ladder) {
        for (int i = 0; i < ladder.size(); i++) {
            WorkingOrder order = ladder.at(i);
            if (isShown(order)) {
                changed(order, rawDisplayed(order));
            }
        }
    }
}
