package io.ttquant.core.matching;

/** What takers of one side find: levels, the best first, with what is left to take. */
interface Offers {
    /** Number of levels. */
    int depth();

    /** Price of a level. */
    long rawPrice(int level);

    /** What is left to take at a level, in whole lots. */
    long rawAvailable(int level);

    /** Takes a quantity away from a level, at most what is available there. */
    void consume(int level, long rawQuantity);
}
