package io.ttquant.exchanges.emulator.binance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ttquant.exchanges.emulator.exchange.CountRule;
import io.ttquant.exchanges.emulator.exchange.Market;
import io.ttquant.exchanges.emulator.exchange.MarketStatus;
import io.ttquant.exchanges.emulator.exchange.NotionalRule;
import io.ttquant.exchanges.emulator.exchange.PriceRule;
import io.ttquant.exchanges.emulator.exchange.QuantityRule;
import io.ttquant.exchanges.emulator.server.Json;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;

/** The list of Spot symbols with their filters. */
final class SpotInfo {
    private static final List<String> TYPES = List.of(
            "LIMIT", "LIMIT_MAKER", "MARKET", "STOP_LOSS", "STOP_LOSS_LIMIT", "TAKE_PROFIT", "TAKE_PROFIT_LIMIT");
    private static final List<String> MODES = List.of("NONE", "EXPIRE_TAKER", "EXPIRE_MAKER", "EXPIRE_BOTH");
    /** What stands for no bound where a filter wants a figure. */
    private static final BigDecimal UNBOUNDED = new BigDecimal("9000000000");

    private static final int NO_COUNT = 200;

    private final Venue venue;

    SpotInfo(Venue venue) {
        this.venue = venue;
    }

    JsonNode answer(Stream<Market> markets) {
        ObjectNode answer = Json.object().put("timezone", "UTC").put("serverTime", venue.millis());
        answer.set("rateLimits", venue.meter.stated());
        answer.set("exchangeFilters", Json.array());
        answer.set("symbols", markets.map(this::symbol).collect(Json.toArray()));
        return answer;
    }

    private ObjectNode symbol(Market market) {
        ObjectNode symbol = Json.object()
                .put("symbol", market.symbol())
                .put("status", status(venue.exchange.marketData().status(market.symbol())))
                .put("baseAsset", market.base())
                .put("baseAssetPrecision", 8)
                .put("quoteAsset", market.quote())
                .put("quotePrecision", 8)
                .put("quoteAssetPrecision", 8)
                .put("baseCommissionPrecision", 8)
                .put("quoteCommissionPrecision", 8);
        symbol.set("orderTypes", words(TYPES));
        symbol.put("icebergAllowed", true)
                .put("ocoAllowed", true)
                .put("otoAllowed", true)
                .put("opoAllowed", false)
                .put("quoteOrderQtyMarketAllowed", true)
                .put("allowTrailingStop", true)
                .put("cancelReplaceAllowed", true)
                .put("amendAllowed", true)
                .put("pegInstructionsAllowed", false)
                .put("isSpotTradingAllowed", true)
                .put("isMarginTradingAllowed", false);
        symbol.set("filters", filters(market));
        symbol.set("permissions", Json.array());
        symbol.set("permissionSets", Json.array().add(words(List.of("SPOT"))));
        symbol.put(
                "defaultSelfTradePreventionMode",
                Words.selfTrade(null, venue.exchange.rules().selfTrade()));
        symbol.set("allowedSelfTradePreventionModes", words(MODES));
        return symbol;
    }

    private static ArrayNode words(List<String> words) {
        ArrayNode array = Json.array();
        words.forEach(array::add);
        return array;
    }

    private static String status(MarketStatus status) {
        return switch (status) {
            case TRADING, POST_ONLY -> "TRADING";
            case CANCEL_ONLY -> "CANCEL_ONLY";
            case HALTED -> "HALT";
        };
    }

    private ArrayNode filters(Market market) {
        ArrayNode filters = Json.array();
        PriceRule prices = market.prices();
        filters.add(filter("PRICE_FILTER")
                .put("minPrice", figure(prices.least().max(prices.tick())))
                .put("maxPrice", bound(prices.most()))
                .put("tickSize", figure(prices.tick())));
        QuantityRule quantities = market.quantities();
        filters.add(filter("LOT_SIZE")
                .put("minQty", figure(quantities.least()))
                .put("maxQty", bound(quantities.most()))
                .put("stepSize", figure(quantities.lot())));
        filters.add(filter("ICEBERG_PARTS").put("limit", count(market.counts().icebergParts(), 100)));
        filters.add(filter("MARKET_LOT_SIZE")
                .put("minQty", figure(BigDecimal.ZERO))
                .put(
                        "maxQty",
                        bound(quantities.mostOfMarket().signum() > 0 ? quantities.mostOfMarket() : quantities.most()))
                .put("stepSize", figure(BigDecimal.ZERO)));
        filters.add(filter("TRAILING_DELTA")
                .put("minTrailingAboveDelta", 1)
                .put("maxTrailingAboveDelta", 10_000)
                .put("minTrailingBelowDelta", 1)
                .put("maxTrailingBelowDelta", 10_000));
        band(filters, prices);
        notional(filters, market.notionals());
        CountRule counts = market.counts();
        filters.add(filter("MAX_NUM_ORDERS").put("maxNumOrders", count(counts.openOrders(), NO_COUNT)));
        filters.add(filter("MAX_NUM_ALGO_ORDERS").put("maxNumAlgoOrders", count(counts.conditionals(), NO_COUNT)));
        return filters;
    }

    private void band(ArrayNode filters, PriceRule prices) {
        if (prices.bandUp().signum() > 0 || prices.bandDown().signum() > 0) {
            filters.add(filter("PERCENT_PRICE_BY_SIDE")
                    .put("bidMultiplierUp", prices.bandUp().toPlainString())
                    .put("bidMultiplierDown", prices.bandDown().toPlainString())
                    .put("askMultiplierUp", prices.bandUp().toPlainString())
                    .put("askMultiplierDown", prices.bandDown().toPlainString())
                    .put("avgPriceMins", 5));
        }
    }

    private void notional(ArrayNode filters, NotionalRule rule) {
        filters.add(filter("NOTIONAL")
                .put("minNotional", figure(rule.least()))
                .put("applyMinToMarket", rule.leastForMarket())
                .put("maxNotional", bound(rule.most()))
                .put("applyMaxToMarket", rule.most().signum() > 0)
                .put("avgPriceMins", 5));
    }

    private static ObjectNode filter(String type) {
        return Json.object().put("filterType", type);
    }

    private String figure(BigDecimal value) {
        return venue.figures.amount(value);
    }

    private String bound(BigDecimal value) {
        return figure(value.signum() == 0 ? UNBOUNDED : value);
    }

    private static int count(int count, int otherwise) {
        return count == 0 ? otherwise : count;
    }
}
