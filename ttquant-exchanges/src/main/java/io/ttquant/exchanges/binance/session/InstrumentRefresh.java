package io.ttquant.exchanges.binance.session;

import io.ttquant.api.exchange.EngineThread;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.market.TradingStatus;
import io.ttquant.exchanges.answer.Listings;
import io.ttquant.exchanges.codes.Verdict;
import io.ttquant.exchanges.feed.SymbolFeed;
import io.ttquant.exchanges.session.Reply;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Asks for the instruments again each hour, sooner if some were missing, and tells which ones began or ceased to trade. */
final class InstrumentRefresh {
    private static final Duration PERIOD = Duration.ofHours(1);
    private static final Duration SECOND_LOOK = Duration.ofMinutes(5);

    private final BinanceVenue venue;
    private final BinanceLink link;
    private final Catalogue catalogue;
    private final MarketFeeds feeds;
    private final EngineThread thread;
    private EngineThread.@Nullable Timeout timeout;
    private boolean isStopped;

    InstrumentRefresh(
            BinanceVenue venue, BinanceLink link, Catalogue catalogue, MarketFeeds feeds, EngineThread thread) {
        this.venue = venue;
        this.link = link;
        this.catalogue = catalogue;
        this.feeds = feeds;
        this.thread = thread;
    }

    void start() {
        after(PERIOD);
    }

    private void after(Duration wait) {
        if (timeout != null) {
            timeout.cancel();
        }
        timeout = thread.schedule(wait, this::ask);
    }

    void stop() {
        isStopped = true;
        if (timeout != null) {
            timeout.cancel();
        }
    }

    private void ask() {
        start();
        link.questions().askBytes(link.market()::instruments, venue::listings, new Reply<Listings>() {
            @Override
            public void answered(Listings listings) {
                if (!isStopped) {
                    catalogue.take(listings, thread.nanos()).forEach(InstrumentRefresh.this::tell);
                    if (catalogue.isInDoubt()) {
                        after(SECOND_LOOK);
                    }
                }
            }

            @Override
            public void failed(Verdict verdict) {
                // What is known stays; the next period asks again.
            }
        });
    }

    private void tell(Instrument instrument, TradingStatus status) {
        SymbolFeed feed = feeds.used(instrument.id());
        if (feed != null) {
            long now = thread.nanos();
            feed.market().status(now, now, status);
        }
    }
}
