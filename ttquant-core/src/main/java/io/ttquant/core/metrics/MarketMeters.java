package io.ttquant.core.metrics;

import static io.ttquant.core.metrics.Labels.ENGINE;
import static io.ttquant.core.metrics.Labels.INSTRUMENT;
import static io.ttquant.core.metrics.Labels.KIND;

import java.util.List;

/** Meters of market data. */
final class MarketMeters {
    static final Meter EVENTS = Meter.counter(
            "ttquant_market_events_total",
            "events",
            "Market data events that the engine took, by kind.",
            ENGINE,
            INSTRUMENT,
            KIND);
    static final Meter EVENT_AGE = Meter.most(
            "ttquant_market_event_age_seconds",
            "seconds",
            "Time since the engine took the last market data event of an instrument.",
            ENGINE,
            INSTRUMENT);
    static final Meter LATENCY = Meter.histogram(
            "ttquant_market_latency_seconds",
            "Time from an event at the exchange, by its clock, to its arrival here, by ours, by kind; what was missed and asked for afterwards does not count.",
            ENGINE,
            KIND);
    static final Meter FUTURE_EVENTS = Meter.counter(
            "ttquant_market_future_events_total",
            "events",
            "Events whose time at the exchange is after their arrival here: the clocks differ.",
            ENGINE,
            INSTRUMENT);
    static final Meter LIVE = Meter.each(
            "ttquant_market_live",
            "flag",
            "1 while market data of a kind that was subscribed to comes, 0 while it does not.",
            ENGINE,
            INSTRUMENT,
            KIND);
    static final Meter PRICE = Meter.each(
            "ttquant_market_price",
            "price",
            "Price by which what is held is valued: of trades and quotes, or the exchange's mark.",
            ENGINE,
            INSTRUMENT);
    static final Meter VOLUME = Meter.counter(
            "ttquant_market_volume_total",
            "quantity",
            "Quantity of all public trades that the engine took, in the instrument's unit of quantity.",
            ENGINE,
            INSTRUMENT);
    static final Meter GAPS = Meter.counter(
            "ttquant_market_gaps_total",
            "gaps",
            "Times that messages of an order book were missing and the book went stale.",
            ENGINE,
            INSTRUMENT);
    static final Meter RESYNCS = Meter.counter(
            "ttquant_market_resyncs_total",
            "resyncs",
            "Times that a stale order book came back into step.",
            ENGINE,
            INSTRUMENT);
    static final Meter SNAPSHOTS = Meter.counter(
            "ttquant_market_book_snapshots_total", "snapshots", "Order book snapshots taken.", ENGINE, INSTRUMENT);
    static final Meter CHECKSUMS = Meter.counter(
            "ttquant_market_checksum_mismatches_total",
            "messages",
            "Order book messages after which the exchange's checksum was another one than ours.",
            ENGINE,
            INSTRUMENT);
    static final Meter CROSSED = Meter.counter(
            "ttquant_market_crossed_books_total",
            "books",
            "Times that an order book in step became crossed.",
            ENGINE,
            INSTRUMENT);
    static final Meter DROPPED = Meter.counter(
            "ttquant_market_book_overflows_total",
            "overflows",
            "Times that more order book messages came before a snapshot than are kept.",
            ENGINE,
            INSTRUMENT);

    static final List<Meter> ALL = List.of(
            EVENTS,
            EVENT_AGE,
            LATENCY,
            FUTURE_EVENTS,
            LIVE,
            PRICE,
            VOLUME,
            GAPS,
            RESYNCS,
            SNAPSHOTS,
            CHECKSUMS,
            CROSSED,
            DROPPED);

    private MarketMeters() {}
}
