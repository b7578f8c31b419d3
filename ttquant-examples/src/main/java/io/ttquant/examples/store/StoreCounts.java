package io.ttquant.examples.store;

/** Hears of each event on its way into a storage. */
interface StoreCounts {
    /** Something is about to be given. */
    void gives();

    /** Something is of no kind that a store keeps, or not the one of its interval. */
    void leavesOut();
}
