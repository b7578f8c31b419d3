package io.ttquant.exchanges.binance.session;

import io.ttquant.api.exchange.Capability;
import io.ttquant.core.book.SequenceRule;
import io.ttquant.exchanges.answer.Listings;
import io.ttquant.exchanges.binance.BinanceCodes;
import io.ttquant.exchanges.binance.BinanceInstruments;
import io.ttquant.exchanges.binance.BinanceMarketRequests;
import io.ttquant.exchanges.binance.SpotRequests;
import io.ttquant.exchanges.binance.UsdmRequests;
import io.ttquant.exchanges.request.HostKind;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.LongSupplier;

/** What differs between Spot and futures. */
enum BinanceVenue {
    SPOT,
    USDM;

    private static final Set<Capability> BOTH = Collections.unmodifiableSet(EnumSet.of(
            Capability.TRADES,
            Capability.QUOTES,
            Capability.BOOKS,
            Capability.BARS,
            Capability.HISTORY_BARS,
            Capability.HISTORY_TRADES,
            Capability.MARKET_ORDERS,
            Capability.LIMIT_ORDERS,
            Capability.STOP_ORDERS,
            Capability.IF_TOUCHED,
            Capability.IOC,
            Capability.FOK,
            Capability.POST_ONLY));

    boolean isSpot() {
        return this == SPOT;
    }

    /** The id of the provider, which is the venue of its instruments too. */
    String id() {
        return isSpot() ? BinanceInstruments.SPOT : BinanceInstruments.USDM;
    }

    BinanceCodes codes() {
        return isSpot() ? BinanceCodes.SPOT : BinanceCodes.USDM;
    }

    Listings listings(byte[] exchangeInfo) {
        return isSpot() ? BinanceInstruments.spot(exchangeInfo) : BinanceInstruments.usdm(exchangeInfo);
    }

    SequenceRule bookRule() {
        return isSpot() ? SequenceRule.binanceSpot() : SequenceRule.binanceFutures();
    }

    /** Public requests, which need no key. */
    BinanceMarketRequests openRequests(LongSupplier venueMillis, int recvWindowMillis) {
        return isSpot()
                ? SpotRequests.of(null, venueMillis, recvWindowMillis).market()
                : UsdmRequests.of(null, venueMillis, recvWindowMillis).market();
    }

    /**
     * What it does. Trailing stops are taken by basis points only, GTD ten minutes ahead only, so that neither is
     * promised; Spot changes orders to a smaller quantity only, and neither changes one that waits for its trigger.
     */
    Set<Capability> capabilities() {
        EnumSet<Capability> all = EnumSet.copyOf(BOTH);
        if (isSpot()) {
            all.add(Capability.DISPLAY_QUANTITY);
            all.add(Capability.REDUCE_QUANTITY);
        } else {
            all.addAll(EnumSet.of(
                    Capability.FUNDING,
                    Capability.MARK_PRICES,
                    Capability.TRIGGER_BY_MARK,
                    Capability.REDUCE_ONLY,
                    Capability.AMEND,
                    Capability.REDUCE_QUANTITY));
        }
        return Collections.unmodifiableSet(all);
    }

    /** The socket that carries a kind of data. On futures, a stream on another one is acknowledged and stays silent. */
    HostKind route(Capability kind) {
        boolean isPublic = isSpot() || kind == Capability.QUOTES || kind == Capability.BOOKS;
        return isPublic ? HostKind.PUBLIC_STREAM : HostKind.MARKET_STREAM;
    }
}
