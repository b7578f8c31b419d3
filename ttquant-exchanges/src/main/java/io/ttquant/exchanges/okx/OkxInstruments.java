package io.ttquant.exchanges.okx;

import com.fasterxml.jackson.databind.JsonNode;
import io.ttquant.api.market.ContractType;
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
import io.ttquant.exchanges.answer.NotionalBound;
import io.ttquant.exchanges.answer.Unreadable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the instruments of OKX: spot, swaps and futures. Of other kinds it says that they are not traded. */
public final class OkxInstruments {
    /** The venue of its instruments. */
    public static final String VENUE = "okx";

    /** Quote currencies in which a limit that is stated in US dollars can be taken for one in the quote currency. */
    private static final Set<String> DOLLARS = Set.of("USD", "USDT", "USDC");

    private final CurrencyScales scales = new CurrencyScales();

    private OkxInstruments() {}

    /**
     * The instruments of an answer.
     *
     * @throws Unreadable if the answer is none, or an error
     */
    public static Listings read(byte[] body) {
        JsonNode answer = Json.read(body);
        String code = Json.text(answer, "code");
        if (!code.isEmpty() && !code.equals("0")) {
            throw new Unreadable(
                    "the venue answers " + code + " '" + Json.text(answer, "msg") + "', and no instruments");
        }
        return read(answer.path("data"));
    }

    /**
     * The instruments of an answer's data.
     *
     * @throws Unreadable if it has none
     */
    public static Listings read(JsonNode rows) {
        JsonNode data = Json.rows(rows, "instruments");
        OkxInstruments reader = new OkxInstruments();
        for (JsonNode row : data) {
            reader.note(row);
        }
        Listings.Collector all = new Listings.Collector();
        for (JsonNode row : data) {
            all.add(Json.text(row, "instId"), () -> reader.listing(row));
        }
        return all.end();
    }

    private void note(JsonNode row) {
        try {
            scales.note(Json.text(row, "baseCcy"), Json.orZero(row, "lotSz"));
        } catch (Unreadable e) {
            // What is wrong with it is said when it is made.
            return;
        }
    }

    private Listing listing(JsonNode row) {
        InstrumentId id = InstrumentId.of(VENUE, Json.text(row, "instId"));
        String kind = Json.text(row, "instType");
        InstrumentBuilder builder = switch (kind) {
            case "SPOT" -> spot(id, row);
            case "SWAP", "FUTURES" -> contract(id, row, kind.equals("FUTURES"));
            default ->
                throw new IllegalArgumentException("instrument " + id + " is of the kind " + kind
                        + ", which is not traded here; SPOT, SWAP and FUTURES are");
        };
        builder.tick(Json.required(row, "tickSz"))
                .lot(Json.required(row, "lotSz"))
                .minQuantity(Json.orZero(row, "minSz"))
                .maxQuantity(Json.nonZero(row, "maxLmtSz"));
        return new Listing(
                builder.build(),
                status(Json.text(row, "state")),
                Json.whole(row, "instIdCode", -1),
                Json.nonZero(row, "maxMktAmt"));
    }

    /** {@code maxMktSz} of spot is in USDT, not in the base currency, so that it bounds no quantity. */
    private InstrumentBuilder spot(InstrumentId id, JsonNode row) {
        Currency base = scales.currency(Json.text(row, "baseCcy"));
        Currency quote = scales.currency(Json.text(row, "quoteCcy"));
        return Instrument.spot(id, base, quote).maxNotional(dollars(row, quote));
    }

    private InstrumentBuilder contract(InstrumentId id, JsonNode row, boolean isDated) {
        String underlying = underlying(row);
        int dash = underlying.indexOf('-');
        if (dash <= 0) {
            throw new IllegalArgumentException(
                    "instrument " + id + " names no underlying such as BTC-USDT; it is left out");
        }
        Currency base = scales.currency(underlying.substring(0, dash));
        Currency quote = scales.currency(underlying.substring(dash + 1));
        InstrumentBuilder builder =
                isDated ? Instrument.future(id, base, quote) : Instrument.perpetual(id, base, quote);
        settle(builder, id, row, base, quote);
        BigDecimal times = Json.decimal(row, "ctMult");
        BigDecimal value = Json.required(row, "ctVal");
        BigDecimal multiplier = times == null ? value : value.multiply(times);
        builder.multiplier(multiplier).maxMarketQuantity(Json.nonZero(row, "maxMktSz"));
        if (Json.text(row, "ctType").equals("inverse")) {
            NotionalBound.apply(builder, null, largestInverse(row, multiplier), base);
        }
        long expiry = Json.nanos(row, "expTime");
        if (isDated && expiry == 0) {
            throw new IllegalArgumentException("instrument " + id + " is a future without an expiry; it is left out");
        }
        return expiry == 0 || !isDated ? builder : builder.expiry(EpochNanos.toInstant(expiry));
    }

    /** An inverse contract is worth most at the lowest price, which is a tick. */
    private static @Nullable BigDecimal largestInverse(JsonNode row, BigDecimal multiplier) {
        BigDecimal most = Json.nonZero(row, "maxLmtSz");
        BigDecimal tick = Json.nonZero(row, "tickSz");
        return most == null || tick == null ? null : most.multiply(multiplier).divide(tick, 0, RoundingMode.UP);
    }

    private static void settle(
            InstrumentBuilder builder, InstrumentId id, JsonNode row, Currency base, Currency quote) {
        String settled = Json.text(row, "settleCcy");
        boolean isInverse = Json.text(row, "ctType").equals("inverse");
        if (!settled.equals((isInverse ? base : quote).code())) {
            throw new IllegalArgumentException("instrument " + id + " is " + Json.text(row, "ctType")
                    + " on " + base + "-" + quote + " and settled in " + settled
                    + ", for which there is no formula here; it is left out");
        }
        String unit = Json.text(row, "ctValCcy");
        if (!unit.equals((isInverse ? quote : base).code())) {
            throw new IllegalArgumentException("the contract of instrument " + id + " is stated in " + unit
                    + ", not in " + (isInverse ? quote : base) + "; it is left out");
        }
        if (isInverse) {
            builder.contract(ContractType.INVERSE, base);
        }
    }

    private static String underlying(JsonNode row) {
        String underlying = Json.text(row, "uly");
        return underlying.isEmpty() ? Json.text(row, "instFamily") : underlying;
    }

    private static @Nullable BigDecimal dollars(JsonNode row, Currency quote) {
        return DOLLARS.contains(quote.code()) ? Json.nonZero(row, "maxLmtAmt") : null;
    }

    private static TradingStatus status(String word) {
        return switch (word) {
            case "live" -> TradingStatus.TRADING;
            case "post_only" -> TradingStatus.POST_ONLY;
            case "expired" -> TradingStatus.DELISTED;
            default -> TradingStatus.HALTED;
        };
    }
}
