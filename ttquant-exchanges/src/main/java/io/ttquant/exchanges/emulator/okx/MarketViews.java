package io.ttquant.exchanges.emulator.okx;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ttquant.exchanges.emulator.exchange.BookLevel;
import io.ttquant.exchanges.emulator.exchange.Candle;
import io.ttquant.exchanges.emulator.exchange.ContractTerms;
import io.ttquant.exchanges.emulator.exchange.MarkPrice;
import io.ttquant.exchanges.emulator.exchange.Market;
import io.ttquant.exchanges.emulator.exchange.MarketKind;
import io.ttquant.exchanges.emulator.exchange.MarketStatus;
import io.ttquant.exchanges.emulator.exchange.QuantityRule;
import io.ttquant.exchanges.emulator.exchange.Ticker;
import io.ttquant.exchanges.emulator.exchange.Trade;
import io.ttquant.exchanges.emulator.server.Json;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Market data as answers and channels show it. */
final class MarketViews {
    private static final DateTimeFormatter EXPIRY = DateTimeFormatter.ofPattern("yyMMdd", java.util.Locale.ROOT);
    private static final BigDecimal UNBOUNDED = new BigDecimal("9999999999");
    private static final long LISTED = 1_611_916_828_000L;

    private final OkxVenue venue;

    MarketViews(OkxVenue venue) {
        this.venue = venue;
    }

    ObjectNode instrument(Market market) {
        boolean isContract = market.isContract();
        ContractTerms terms = market.contract();
        QuantityRule quantities = market.quantities();
        String most = Texts.figure(bound(quantities.most()));
        String mostOfMarket = Texts.figure(
                bound(quantities.mostOfMarket().signum() > 0 ? quantities.mostOfMarket() : quantities.most()));
        return Json.object()
                .put("instType", Texts.instrumentType(market))
                .put("instId", market.symbol())
                .put("instIdCode", venue.code(market))
                .put("uly", isContract ? Texts.family(market) : "")
                .put("instFamily", isContract ? Texts.family(market) : "")
                .put("category", "1")
                .put("baseCcy", isContract ? "" : market.base())
                .put("quoteCcy", isContract ? "" : market.quote())
                .put("settleCcy", isContract ? market.settle() : "")
                .put("ctVal", terms == null ? "" : Texts.figure(terms.value()))
                .put("ctMult", isContract ? "1" : "")
                .put("ctValCcy", isContract ? (isInverse(market) ? market.quote() : market.base()) : "")
                .put("ctType", isContract ? (isInverse(market) ? "inverse" : "linear") : "")
                .put("optType", "")
                .put("stk", "")
                .put("listTime", Long.toString(LISTED))
                .put("expTime", expiry(market))
                .put("lever", terms == null ? "" : Texts.figure(terms.mostLeverage()))
                .put("tickSz", Texts.figure(market.prices().tick()))
                .put("lotSz", Texts.figure(quantities.lot()))
                .put("minSz", Texts.figure(quantities.least()))
                .put("alias", "")
                .put("state", state(venue.exchange.marketData().status(market.symbol())))
                .put("maxLmtSz", most)
                .put("maxMktSz", mostOfMarket)
                .put("maxLmtAmt", "20000000")
                .put("maxMktAmt", isContract ? "" : "1000000")
                .put("maxTwapSz", most)
                .put("maxIcebergSz", most)
                .put("maxTriggerSz", most)
                .put("maxStopSz", mostOfMarket)
                .put("ruleType", "normal");
    }

    /** The only tier of a contract. */
    JsonNode tier(Market market) {
        ContractTerms terms = Objects.requireNonNull(market.contract(), "a contract has terms");
        BigDecimal initial = BigDecimal.ONE.divide(terms.mostLeverage(), 6, RoundingMode.HALF_EVEN);
        return Json.object()
                .put("instFamily", Texts.family(market))
                .put("uly", Texts.family(market))
                .put("instId", "")
                .put("tier", "1")
                .put("minSz", "0")
                .put("maxSz", Texts.figure(bound(market.quantities().most())))
                .put("imr", Texts.figure(initial))
                .put("mmr", Texts.figure(terms.maintenance()))
                .put("maxLever", Texts.figure(terms.mostLeverage()))
                .put("optMgnFactor", "0")
                .put("baseMaxLoan", "")
                .put("quoteMaxLoan", "");
    }

    private static boolean isInverse(Market market) {
        return market.kind() == MarketKind.INVERSE;
    }

    private static BigDecimal bound(BigDecimal value) {
        return value.signum() == 0 ? UNBOUNDED : value;
    }

    private static String expiry(Market market) {
        if (!Texts.instrumentType(market).equals("FUTURES")) {
            return "";
        }
        String date = market.symbol().substring(market.symbol().lastIndexOf('-') + 1);
        return Long.toString(LocalDate.parse(date, EXPIRY)
                .atTime(LocalTime.of(8, 0))
                .toInstant(ZoneOffset.UTC)
                .toEpochMilli());
    }

    private static String state(MarketStatus status) {
        return switch (status) {
            case TRADING -> "live";
            case POST_ONLY -> "post_only";
            case CANCEL_ONLY, HALTED -> "suspend";
        };
    }

    /** Rows of price, quantity, "0" and number of orders. */
    static ArrayNode levels(List<BookLevel> levels) {
        ArrayNode rows = Json.array();
        levels.forEach(level -> rows.add(level(level)));
        return rows;
    }

    static ArrayNode level(BookLevel level) {
        return Json.array()
                .add(Texts.figure(level.price()))
                .add(Texts.figure(level.quantity()))
                .add("0")
                .add(Integer.toString(level.orders()));
    }

    ObjectNode trade(Trade trade) {
        return Json.object()
                .put("instId", trade.symbol())
                .put("tradeId", Long.toString(trade.id()))
                .put("px", Texts.figure(trade.price()))
                .put("sz", Texts.figure(trade.quantity()))
                .put("side", Texts.side(trade.takerSide()))
                .put("source", "0")
                .put("ts", Texts.millis(trade.time()));
    }

    JsonNode candle(Market market, Candle candle, boolean isClosed) {
        BigDecimal coins = market.contract() == null || isInverse(market)
                ? candle.value()
                : candle.volume().multiply(market.contract().value());
        String inQuote = isInverse(market) && market.contract() != null
                ? Texts.figure(candle.volume().multiply(market.contract().value()))
                : Texts.figure(candle.value());
        return Json.array()
                .add(Texts.millis(candle.openTime()))
                .add(Texts.figure(candle.open()))
                .add(Texts.figure(candle.high()))
                .add(Texts.figure(candle.low()))
                .add(Texts.figure(candle.close()))
                .add(Texts.figure(candle.volume()))
                .add(Texts.figure(coins))
                .add(inQuote)
                .add(isClosed ? "1" : "0");
    }

    ObjectNode ticker(Market market) {
        Ticker ticker = venue.exchange.marketData().ticker(market.symbol());
        Trade last = ticker.last();
        Candle day = ticker.day();
        String open = day == null ? "" : Texts.figure(day.open());
        return Json.object()
                .put("instType", Texts.instrumentType(market))
                .put("instId", market.symbol())
                .put("last", last == null ? "" : Texts.figure(last.price()))
                .put("lastSz", last == null ? "" : Texts.figure(last.quantity()))
                .put("askPx", price(ticker.ask()))
                .put("askSz", size(ticker.ask()))
                .put("bidPx", price(ticker.bid()))
                .put("bidSz", size(ticker.bid()))
                .put("open24h", open)
                .put("high24h", day == null ? "" : Texts.figure(day.high()))
                .put("low24h", day == null ? "" : Texts.figure(day.low()))
                .put("volCcy24h", day == null ? "0" : Texts.figure(day.value()))
                .put("vol24h", day == null ? "0" : Texts.figure(day.volume()))
                .put("sodUtc0", open)
                .put("sodUtc8", open)
                .put("ts", venue.now());
    }

    private static String price(@Nullable BookLevel level) {
        return level == null ? "" : Texts.figure(level.price());
    }

    private static String size(@Nullable BookLevel level) {
        return level == null ? "" : Texts.figure(level.quantity());
    }

    ObjectNode mark(Market market) {
        MarkPrice price = venue.exchange.marketData().mark(market.symbol());
        return Json.object()
                .put("instType", Texts.instrumentType(market))
                .put("instId", market.symbol())
                .put("markPx", Texts.figure(price.mark() == null ? price.index() : price.mark()))
                .put("ts", venue.now());
    }

    ObjectNode funding(Market market) {
        MarkPrice price = venue.exchange.marketData().mark(market.symbol());
        ContractTerms terms = market.contract();
        long interval =
                Duration.ofHours(terms == null ? 8 : terms.fundingHours()).toNanos();
        return Json.object()
                .put("instType", Texts.instrumentType(market))
                .put("instId", market.symbol())
                .put("method", "current_period")
                .put("formulaType", "withRate")
                .put("fundingRate", Texts.figure(price.fundingRate()))
                .put("nextFundingRate", "")
                .put("fundingTime", Texts.millis(price.nextFunding()))
                .put("nextFundingTime", Texts.millis(price.nextFunding() + interval))
                .put("minFundingRate", "-0.00375")
                .put("maxFundingRate", "0.00375")
                .put("settState", "settled")
                .put("settFundingRate", Texts.figure(price.fundingRate()))
                .put("premium", "0")
                .put("ts", venue.now());
    }
}
