package io.ttquant.exchanges.binance.session;

import io.ttquant.api.exchange.Capability;
import io.ttquant.api.market.InstrumentId;
import io.ttquant.exchanges.request.HostKind;
import io.ttquant.exchanges.transport.stream.Handover;
import java.time.Duration;
import java.util.Locale;

/**
 * A stream of market data.
 *
 * @param instrument whose
 * @param kind what it brings
 * @param route the socket that carries it
 * @param name in the venue's words
 * @param silence how long it may bring nothing until what it brought is old
 * @param handover what happens to its messages while two connections carry it
 */
record Channel(
        InstrumentId instrument, Capability kind, HostKind route, String name, Duration silence, Handover handover) {
    /** Trades may be rare; quotes and books of what is listed are not. */
    private static final Duration RARE = Duration.ofMinutes(10);

    private static final Duration USUAL = Duration.ofSeconds(60);
    private static final Duration EACH_SECOND = Duration.ofSeconds(15);

    /**
     * The stream of a kind of data.
     *
     * @throws IllegalArgumentException if the venue has none
     */
    static Channel of(BinanceVenue venue, InstrumentId instrument, Capability kind) {
        String symbol = instrument.symbol().toLowerCase(Locale.ROOT);
        boolean isPosted = kind == Capability.MARK_PRICES || kind == Capability.FUNDING;
        if (isPosted && !venue.isSpot()) {
            return new Channel(
                    instrument, kind, venue.route(kind), symbol + "@markPrice@1s", EACH_SECOND, Handover.SWITCH);
        }
        return switch (kind) {
            case TRADES ->
                new Channel(
                        instrument,
                        kind,
                        venue.route(kind),
                        symbol + (venue.isSpot() ? "@trade" : "@aggTrade"),
                        RARE,
                        Handover.MERGE);
            case QUOTES ->
                new Channel(instrument, kind, venue.route(kind), symbol + "@bookTicker", USUAL, Handover.MERGE);
            case BOOKS ->
                new Channel(instrument, kind, venue.route(kind), symbol + "@depth@100ms", USUAL, Handover.MERGE);
            default ->
                throw new IllegalArgumentException(venue.id() + " has no stream of " + kind + " for " + instrument
                        + "; subscribe to what its capabilities name");
        };
    }

    /** The stream of bars of an interval, in the venue's word for it. */
    static Channel ofBars(BinanceVenue venue, InstrumentId instrument, String interval) {
        return new Channel(
                instrument,
                Capability.BARS,
                venue.route(Capability.BARS),
                instrument.symbol().toLowerCase(Locale.ROOT) + "@kline_" + interval,
                RARE,
                Handover.MERGE);
    }
}
