package io.ttquant.exchanges.okx.session;

import io.ttquant.api.exchange.BookSink;
import io.ttquant.api.exchange.Capability;
import io.ttquant.api.market.InstrumentId;
import io.ttquant.exchanges.feed.SymbolFeed;
import io.ttquant.exchanges.transport.stream.Subscription;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Market data of one kind of one instrument that somebody wants, and how it stands. */
final class MarketChannel {
    /**
     * How long a book must have been in step for its loss to be a new trouble: what all books of a connection may ask
     * for is {@linkplain ReloadPace bounded}, and one that is of no use again at once must not take it from the others.
     */
    private static final long STEADY_NANOS = Duration.ofMinutes(1).toNanos();

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

    /** Books only: asked for again a short while ago, and not to be asked for yet. */
    boolean isResyncing;

    /** Books only: lost again meanwhile, so that it is asked for as soon as that may be. */
    boolean isDue;

    /** Books only: asked for later, since books were asked for too often. */
    boolean isPostponed;

    /** Books only: how often in a row that did not help for {@linkplain #STEADY_NANOS a minute}. */
    int failures;

    /** Books only: since when it is in step; 0 if it is not. */
    private long inStepSince;

    MarketChannel(InstrumentId instrument, Capability kind, String name, SymbolFeed feed) {
        this.instrument = instrument;
        this.kind = kind;
        this.name = name;
        this.feed = feed;
    }

    /** Its book is in step. */
    void inStep(long now) {
        inStepSince = inStepSince == 0 ? now : inStepSince;
    }

    /** Its book is not in step; true if it was. */
    boolean outOfStep(long now) {
        boolean wasInStep = inStepSince != 0;
        failures = wasInStep && now - inStepSince >= STEADY_NANOS ? 0 : failures;
        inStepSince = 0;
        return wasInStep;
    }

    /** The book, if that is what it brings. */
    @Nullable
    BookSink book() {
        return kind == Capability.BOOKS ? feed.book() : null;
    }
}
