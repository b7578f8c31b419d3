package io.ttquant.core.matching;

import io.ttquant.core.book.L3Book;

/**
 * The places of our resting orders in the true queues of a book by order. An order of ours stands behind the orders that were in its queue when it
 * joined and before those that came later; what of the former is still there is still before it.
 */
final class TrueQueues {
    private final L3Book book;
    private boolean isUsed;

    TrueQueues(L3Book book) {
        this.book = book;
    }

    /** True from the first execution on that names its order. A source that never does leaves prints and displayed quantities to judge by. */
    boolean isUsed() {
        return isUsed;
    }

    void use() {
        isUsed = true;
    }

    /** Puts an order at the end of its queue. */
    void join(WorkingOrder order) {
        order.inBook().place = book.nextPlace();
    }

    /** All orders are new ones, so nobody knows which of them stood before ours: ours go to the end. */
    void renewed(Ladder ladder) {
        for (int i = 0; i < ladder.size(); i++) {
            join(ladder.at(i));
        }
    }
}
