package io.ttquant.exchanges.emulator.binance;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ttquant.exchanges.emulator.exchange.BookLevel;
import io.ttquant.exchanges.emulator.exchange.ExchangeEvent;
import io.ttquant.exchanges.emulator.exchange.Market;
import io.ttquant.exchanges.emulator.server.Json;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Changes of one book since the last event of one stream. */
final class DepthStream {
    private final Map<BigDecimal, BookLevel> bids = new LinkedHashMap<>();
    private final Map<BigDecimal, BookLevel> asks = new LinkedHashMap<>();
    private long first;
    private long last;
    private long previous;
    private long changedAt;

    void add(ExchangeEvent.BookChanged change) {
        if (first == 0) {
            first = change.firstId();
            previous = change.previousId();
        }
        last = change.lastId();
        changedAt = change.time();
        put(bids, change.bids());
        put(asks, change.asks());
    }

    private static void put(Map<BigDecimal, BookLevel> levels, List<BookLevel> changes) {
        changes.forEach(level -> levels.put(level.price(), level));
    }

    boolean isEmpty() {
        return first == 0;
    }

    /** The event of all changes since the one before. */
    ObjectNode take(Venue venue, Market market) {
        ObjectNode event = Json.object().put("e", "depthUpdate").put("E", venue.millis());
        if (!venue.isSpot) {
            event.put("T", Figures.millis(changedAt));
        }
        event.put("s", market.symbol()).put("U", first).put("u", last);
        if (!venue.isSpot) {
            event.put("pu", previous);
        }
        event.set("b", MarketRoutes.levels(venue.figures, market, bids.values()));
        event.set("a", MarketRoutes.levels(venue.figures, market, asks.values()));
        bids.clear();
        asks.clear();
        first = 0;
        return event;
    }
}
