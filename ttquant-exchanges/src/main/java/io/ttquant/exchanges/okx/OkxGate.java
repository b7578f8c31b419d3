package io.ttquant.exchanges.okx;

import io.ttquant.exchanges.feed.SymbolFeed;

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
}
