package io.ttquant.exchanges.emulator.binance;

import io.ttquant.exchanges.emulator.exchange.Exchange;
import io.ttquant.exchanges.emulator.exchange.Market;
import io.ttquant.exchanges.emulator.server.Turns;

/** What the parts of a front share. */
final class Venue {
    final Exchange exchange;
    final Turns turns;
    final boolean isSpot;
    final Figures figures;
    final Meter meter;
    final Gate gate;
    final Recent recent = new Recent();
    private long nextId = 1;

    Venue(Exchange exchange, Turns turns, boolean isSpot, BinanceLimits limits) {
        this.exchange = exchange;
        this.turns = turns;
        this.isSpot = isSpot;
        figures = new Figures(isSpot);
        meter = new Meter(limits, isSpot, exchange::now);
        gate = new Gate(exchange);
    }

    /** The market of the parameter {@code symbol}. */
    Market market(Params params) {
        return market(params.text("symbol"));
    }

    Market market(String symbol) {
        return exchange.marketData().market(symbol).orElseThrow(VenueError::symbol);
    }

    long millis() {
        return Figures.millis(exchange.now());
    }

    /** An id as the venue makes one for who gives none. */
    String madeUpId() {
        return (isSpot ? "spot" : "usdm") + "Auto" + nextId++;
    }
}
