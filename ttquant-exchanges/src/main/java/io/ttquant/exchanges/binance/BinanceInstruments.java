package io.ttquant.exchanges.binance;

import com.fasterxml.jackson.databind.JsonNode;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.market.InstrumentBuilder;
import io.ttquant.api.market.InstrumentId;
import io.ttquant.api.market.TradingStatus;
import io.ttquant.api.money.Currency;
import io.ttquant.api.time.EpochNanos;
import io.ttquant.exchanges.answer.CurrencyScales;
import io.ttquant.exchanges.answer.Json;
import io.ttquant.exchanges.answer.Listing;
import io.ttquant.exchanges.answer.Listings;
import io.ttquant.exchanges.answer.Unreadable;

/** Reads {@code exchangeInfo} of Binance. */
public final class BinanceInstruments {
    /** The venue of Spot instruments. */
    public static final String SPOT = "binance";

    /** The venue of USDT-margined futures. */
    public static final String USDM = "binance-usdm";

    private final boolean isSpot;
    private final CurrencyScales scales = new CurrencyScales();

    private BinanceInstruments(boolean isSpot) {
        this.isSpot = isSpot;
    }

    /**
     * The symbols of Spot.
     *
     * @throws Unreadable if the answer is none
     */
    public static Listings spot(byte[] exchangeInfo) {
        return new BinanceInstruments(true).read(exchangeInfo);
    }

    /**
     * The symbols of futures.
     *
     * @throws Unreadable if the answer is none
     */
    public static Listings usdm(byte[] exchangeInfo) {
        return new BinanceInstruments(false).read(exchangeInfo);
    }

    private Listings read(byte[] body) {
        JsonNode symbols = Json.read(body).path("symbols");
        if (!symbols.isArray()) {
            throw new Unreadable("the answer has no list 'symbols'; it is not exchangeInfo");
        }
        for (JsonNode symbol : symbols) {
            note(symbol);
        }
        Listings.Collector all = new Listings.Collector();
        for (JsonNode symbol : symbols) {
            all.add(Json.text(symbol, "symbol"), () -> listing(symbol));
        }
        return all.end();
    }

    private void note(JsonNode symbol) {
        try {
            scales.note(
                    Json.text(symbol, "baseAsset"), BinanceFilters.of(symbol).lot());
        } catch (IllegalArgumentException e) {
            // What is wrong with it is said when it is made.
            return;
        }
    }

    private Listing listing(JsonNode symbol) {
        BinanceFilters filters = BinanceFilters.of(symbol);
        InstrumentBuilder builder = filters.apply(isSpot ? spot(symbol) : contract(symbol), quote(symbol));
        return new Listing(
                builder.build(), status(Json.text(symbol, isContract(symbol) ? "contractStatus" : "status")), -1, null);
    }

    private static boolean isContract(JsonNode symbol) {
        return !symbol.has("status") && symbol.has("contractStatus");
    }

    private InstrumentBuilder spot(JsonNode symbol) {
        return Instrument.spot(
                InstrumentId.of(SPOT, Json.text(symbol, "symbol")),
                scales.currency(Json.text(symbol, "baseAsset")),
                quote(symbol));
    }

    private Currency quote(JsonNode symbol) {
        return scales.currency(Json.text(symbol, "quoteAsset"));
    }

    private InstrumentBuilder contract(JsonNode symbol) {
        InstrumentId id = InstrumentId.of(USDM, Json.text(symbol, "symbol"));
        String settled = Json.text(symbol, "marginAsset");
        Currency base = scales.currency(Json.text(symbol, "baseAsset"));
        Currency quote = quote(symbol);
        if (!settled.isEmpty() && !settled.equals(quote.code())) {
            throw new IllegalArgumentException("instrument " + id + " is quoted in " + quote + " and settled in "
                    + settled + ", which is no linear contract; it is left out");
        }
        String type = Json.text(symbol, "contractType");
        if (type.isEmpty() || type.endsWith("PERPETUAL")) {
            return Instrument.perpetual(id, base, quote);
        }
        long delivery = Json.nanos(symbol, "deliveryDate");
        if (delivery == 0) {
            throw new IllegalArgumentException(
                    "instrument " + id + " is a contract " + type + " without a delivery date; it is left out");
        }
        return Instrument.future(id, base, quote).expiry(EpochNanos.toInstant(delivery));
    }

    private static TradingStatus status(String word) {
        return switch (word) {
            case "TRADING" -> TradingStatus.TRADING;
            case "CANCEL_ONLY" -> TradingStatus.CANCEL_ONLY;
            case "CLOSE", "DELIVERED", "DELIVERING" -> TradingStatus.DELISTED;
            default -> TradingStatus.HALTED;
        };
    }
}
