package io.ttquant.core.matching;

import org.jspecify.annotations.Nullable;

/** Where an order rests in a book. Made when a book first has to do with the order, so that orders on bars, trades and quotes carry none of it. */
final class BookPlace {
    /** Its place in the queue of its price; null while what stands at its price is not shown. */
    @Nullable
    QueuePosition queue;

    /** What the book displayed at its price when the queue was last told. */
    long rawDisplayed;

    /** Its place in the true queue of its price, in a book by order. */
    long place;

    /** The last sweep that met it, and what of that is still missing for it. */
    long sweep;

    long rawMissing;
}
