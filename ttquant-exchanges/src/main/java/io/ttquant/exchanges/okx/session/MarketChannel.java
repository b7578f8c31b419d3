package io.ttquant.exchanges.okx.session;

import io.ttquant.api.exchange.BookSink;
import io.ttquant.api.exchange.Capability;
import io.ttquant.api.market.InstrumentId;
import io.ttquant.exchanges.feed.SymbolFeed;
import io.ttquant.exchanges.transport.stream.Subscription;
import org.jspecify.annotations.Nullable;

/** Market data of one kind of one instrument that somebody wants, and how it stands. */
final class MarketChannel {
    final InstrumentId instrument;
    final Capability kind;
    final String name;
    final SymbolFeed feed;

    @Nullable
    Subscription subscription;

    /** What to do when data comes again. */
    Runnable whenLive = () -> {};

    /** What to do when its connection is gone. */
    Runnable whenLost = () -> {};

    /** Whether it was said that data comes. */
    boolean isLive;

    /** Books only: asked for again, and no snapshot yet. */
    boolean isResyncing;

    /** Books only: how often in a row that did not help. */
    int failures;

    MarketChannel(InstrumentId instrument, Capability kind, String name, SymbolFeed feed) {
        this.instrument = instrument;
        this.kind = kind;
        this.name = name;
        this.feed = feed;
    }

    /** The book, if that is what it brings. */
    @Nullable
    BookSink book() {
        return kind == Capability.BOOKS ? feed.book() : null;
    }
}
