package io.ttquant.api.exchange;

/**
 * The order book of one instrument by price level, message by message: {@link #snapshot} or {@link #increment}, then {@link #ids} where the
 * venue sends them, then its levels in any order, then {@link #end}. Nothing is seen of a message before its end.
 *
 * <p>Quantities are absolute: what is at the price after the message, 0 if nothing is. The first message must be a snapshot; what comes before it
 * is not served. Nothing is allocated per message, and the caller may use its own buffers again at once.
 */
public interface BookSink {
    /** An id that the venue did not send. */
    long ABSENT = Long.MIN_VALUE;

    /**
     * Begins a message that replaces the whole book.
     *
     * @param tsEvent when the venue's book was so, epoch nanoseconds
     * @param tsInit when we had it, epoch nanoseconds, not before {@code tsEvent}
     * @throws IllegalStateException if the message before has not ended
     */
    void snapshot(long tsEvent, long tsInit);

    /**
     * Begins a message with the levels that changed.
     *
     * @param tsEvent when the venue changed the book, epoch nanoseconds
     * @param tsInit when we had it, epoch nanoseconds, not before {@code tsEvent}
     * @throws IllegalStateException if the message before has not ended
     */
    void increment(long tsEvent, long tsInit);

    /**
     * The venue's ids of the message, for its sequence rule; {@link #ABSENT} where it has none.
     *
     * @param first id of the first change in the message
     * @param last id of the last change in it
     * @param previous id of the last change of the message before
     */
    void ids(long first, long last, long previous);

    /** The venue's checksum of the book after the message; 0, as without this call, if it sends none. */
    void checksum(int value);

    /**
     * The quantity bid at a price.
     *
     * @param rawPrice from 1 to 2<sup>62</sup>
     * @param rawQuantity not negative; 0 removes the level
     * @throws IllegalArgumentException if one is out of its range
     */
    void bid(long rawPrice, long rawQuantity);

    /**
     * The quantity asked at a price.
     *
     * @param rawPrice from 1 to 2<sup>62</sup>
     * @param rawQuantity not negative; 0 removes the level
     * @throws IllegalArgumentException if one is out of its range
     */
    void ask(long rawPrice, long rawQuantity);

    /**
     * Ends the message: it is judged by the venue's sequence rule, and if it follows on, the book is seen as it is now.
     *
     * @throws IllegalStateException if none was begun
     */
    void end();

    /**
     * Something was missed, or the connection was lost: the book is worthless until the next snapshot. A message that was begun is dropped.
     *
     * @param tsEvent when, epoch nanoseconds
     * @param tsInit when we knew, epoch nanoseconds
     */
    void lost(long tsEvent, long tsInit);

    /** Whether a snapshot is needed to go on: there was none yet, or something was missed. Look after {@link #end}. */
    boolean needsSnapshot();
}
