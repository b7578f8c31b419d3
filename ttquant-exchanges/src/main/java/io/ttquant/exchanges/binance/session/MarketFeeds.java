package io.ttquant.exchanges.binance.session;

import io.ttquant.api.exchange.InstrumentSink;
import io.ttquant.api.exchange.MarketDataSink;
import io.ttquant.api.market.BarSpec;
import io.ttquant.api.market.InstrumentId;
import io.ttquant.exchanges.feed.SymbolFeed;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where the data of each instrument goes in the engine. */
final class MarketFeeds {
    private final MarketDataSink market;
    private final Map<InstrumentId, SymbolFeed> feeds = new HashMap<>();
    private final Map<InstrumentId, Map<BarSpec, OnceBars>> bars = new HashMap<>();

    MarketFeeds(MarketDataSink market) {
        this.market = market;
    }

    /** The feed of an instrument, made at first use. */
    SymbolFeed of(InstrumentId id) {
        return feeds.computeIfAbsent(id, i -> new SymbolFeed(market.instrument(i)).once());
    }

    /** The feed of an instrument, if it was used. */
    @Nullable
    SymbolFeed used(InstrumentId id) {
        return feeds.get(id);
    }

    InstrumentSink sink(InstrumentId id) {
        return of(id).market();
    }

    /** The sink of a series of bars. */
    OnceBars bars(InstrumentId id, BarSpec spec) {
        return bars.computeIfAbsent(id, i -> new HashMap<>())
                .computeIfAbsent(spec, s -> new OnceBars(sink(id).bars(s)));
    }
}
