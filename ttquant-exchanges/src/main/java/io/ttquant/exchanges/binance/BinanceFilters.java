package io.ttquant.exchanges.binance;

import com.fasterxml.jackson.databind.JsonNode;
import io.ttquant.api.market.InstrumentBuilder;
import io.ttquant.api.money.Currency;
import io.ttquant.exchanges.answer.Json;
import io.ttquant.exchanges.answer.NotionalBound;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The filters of a symbol by their type; unknown ones are passed over, and a bound of zero is none. */
final class BinanceFilters {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final String symbol;
    private final Map<String, JsonNode> byType;

    private BinanceFilters(String symbol, Map<String, JsonNode> byType) {
        this.symbol = symbol;
        this.byType = byType;
    }

    static BinanceFilters of(JsonNode symbol) {
        Map<String, JsonNode> byType = new HashMap<>();
        for (JsonNode filter : symbol.path("filters")) {
            byType.put(Json.text(filter, "filterType"), filter);
        }
        return new BinanceFilters(Json.text(symbol, "symbol"), byType);
    }

    BigDecimal lot() {
        return step("LOT_SIZE", "stepSize");
    }

    /** A market lot may be coarser than a lot; the finer one is right for both, as the venue checks. */
    InstrumentBuilder apply(InstrumentBuilder builder, Currency settlement) {
        BigDecimal maxPrice = value("PRICE_FILTER", "maxPrice");
        BigDecimal maxQuantity = value("LOT_SIZE", "maxQty");
        builder.tick(step("PRICE_FILTER", "tickSize"))
                .lot(lot())
                .minPrice(orZero("PRICE_FILTER", "minPrice"))
                .maxPrice(maxPrice)
                .minQuantity(orZero("LOT_SIZE", "minQty"))
                .maxQuantity(maxQuantity)
                .maxMarketQuantity(value("MARKET_LOT_SIZE", "maxQty"))
                .minNotional(minNotional())
                .notionalAppliesToMarket(appliesToMarket())
                .maxOpenOrders(
                        count("MAX_NUM_ORDERS", "maxNumOrders"), count("MAX_NUM_ALGO_ORDERS", "maxNumAlgoOrders"))
                .priceBand(bandUp(), bandDown());
        BigDecimal largest = maxPrice == null || maxQuantity == null ? null : maxPrice.multiply(maxQuantity);
        NotionalBound.apply(builder, value("NOTIONAL", "maxNotional"), largest, settlement);
        return builder;
    }

    private BigDecimal step(String type, String name) {
        BigDecimal value = value(type, name);
        if (value == null) {
            throw new IllegalArgumentException("symbol " + symbol + " has no " + name + " in a filter " + type
                    + ", without which no order can be rounded; it is left out");
        }
        return value;
    }

    private BigDecimal minNotional() {
        BigDecimal spot = value("NOTIONAL", "minNotional");
        BigDecimal old = spot != null ? spot : value("MIN_NOTIONAL", "minNotional");
        BigDecimal futures = old != null ? old : value("MIN_NOTIONAL", "notional");
        return futures == null ? BigDecimal.ZERO : futures;
    }

    private boolean appliesToMarket() {
        JsonNode filter = byType.getOrDefault("NOTIONAL", byType.get("MIN_NOTIONAL"));
        return filter == null
                || !(Json.text(filter, "applyMinToMarket").equals("false")
                        || Json.text(filter, "applyToMarket").equals("false"));
    }

    private int count(String type, String name) {
        BigDecimal value = value(type, name);
        BigDecimal most = value != null ? value : value(type, "limit");
        return most == null ? Integer.MAX_VALUE : most.intValue();
    }

    /** In whole percent, rounded away from the reference, so that nothing legal is refused; of two sides the wider. */
    private int bandUp() {
        BigDecimal up = wider("bidMultiplierUp", "askMultiplierUp", "multiplierUp", true);
        return up == null ? 0 : percent(up.subtract(BigDecimal.ONE));
    }

    private int bandDown() {
        BigDecimal down = wider("bidMultiplierDown", "askMultiplierDown", "multiplierDown", false);
        return down == null ? 0 : percent(BigDecimal.ONE.subtract(down));
    }

    private @Nullable BigDecimal wider(String bid, String ask, String both, boolean isUp) {
        BigDecimal first = value("PERCENT_PRICE_BY_SIDE", bid);
        BigDecimal second = value("PERCENT_PRICE_BY_SIDE", ask);
        if (first == null || second == null) {
            return value("PERCENT_PRICE", both);
        }
        return isUp ? first.max(second) : first.min(second);
    }

    private static int percent(BigDecimal fraction) {
        BigDecimal percent = fraction.multiply(HUNDRED).setScale(0, RoundingMode.CEILING);
        return percent.max(BigDecimal.ZERO).min(BigDecimal.valueOf(1_000_000)).intValue();
    }

    private BigDecimal orZero(String type, String name) {
        BigDecimal value = value(type, name);
        return value == null ? BigDecimal.ZERO : value;
    }

    private @Nullable BigDecimal value(String type, String name) {
        JsonNode filter = byType.get(type);
        return filter == null ? null : Json.nonZero(filter, name);
    }
}
