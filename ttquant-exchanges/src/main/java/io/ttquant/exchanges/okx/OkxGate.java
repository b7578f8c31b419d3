package io.ttquant.exchanges.okx;

import io.ttquant.exchanges.feed.SymbolFeed;
import io.ttquant.exchanges.json.JsonException;

/** Says whether the data of a frame is wanted, before any of it is passed on: while two connections overlap, only one of them counts. */
@FunctionalInterface
public interface OkxGate {
    /** Lets everything through. */
    OkxGate OPEN = (kind, feed, bar) -> true;

    /**
     * Whether to pass the data of a frame on. Asked once for each frame whose instrument has a feed.
     *
     * @param kind what it is
     * @param feed whose data it is
     * @param bar the venue's word for the length of the bars, such as {@code 1m}; empty if it brings no bars
     */
    boolean isWanted(OkxFrame kind, SymbolFeed feed, String bar);

    /**
     * Hears of a trade or bar that cannot be read and is left out, while the others of its frame count.
     *
     * @param kind what it is
     * @param feed whose it is
     * @param why what is the matter with it
     */
    default void leftOut(OkxFrame kind, SymbolFeed feed, JsonException why) {}

    /**
     * Hears of a frame with a book that cannot be read, so that the book misses it. The exception that says why follows.
     *
     * @param feed whose book it is
     */
    default void bookMissed(SymbolFeed feed) {}
}
