package io.ttquant.core.risk;

import io.ttquant.api.market.InstrumentId;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * Limits on a single order and on how often orders are sent. What is empty has no limit.
 *
 * @param priceCollar how far a limit or trigger price may be from the reference price, fraction of it, above 0
 * @param maxPriceAge how old the last price may be when an order is judged by it or executed at the market
 * @param maxOrderAge how old the event may be in whose handling an order is sent; zero = not checked
 * @param maxBarAge the same where that event is a bar, from its close; zero = not checked. Empty = as {@code maxOrderAge}
 * @param minPrice lowest limit or trigger price, in the instrument's quote currency
 * @param maxPrice highest limit or trigger price, in the instrument's quote currency
 * @param maxOrdersPerSecond most new orders in any second
 * @param maxOrdersPerMinute most new orders in any minute
 * @param maxMessagesPerSecond most orders, amendments and cancels together in any second
 * @param maxMessagesPerMinute most orders, amendments and cancels together in any minute
 * @param cancelReserve messages of each rate that only cancels use; cancels are counted and never refused
 * @param maxOrderQuantity largest quantity by instrument, in its own units, of an order that does more than take the strategy's position nearer to flat
 * @param maxOrderValue largest value of such an order, in the reporting currency
 */
public record OrderLimits(
        Optional<BigDecimal> priceCollar,
        Optional<Duration> maxPriceAge,
        Optional<Duration> maxOrderAge,
        Optional<Duration> maxBarAge,
        Optional<BigDecimal> minPrice,
        Optional<BigDecimal> maxPrice,
        Optional<Integer> maxOrdersPerSecond,
        Optional<Integer> maxOrdersPerMinute,
        Optional<Integer> maxMessagesPerSecond,
        Optional<Integer> maxMessagesPerMinute,
        int cancelReserve,
        Map<InstrumentId, BigDecimal> maxOrderQuantity,
        Optional<BigDecimal> maxOrderValue) {
    /** Most orders or messages that a rate can be set to: what one ring of times holds. */
    public static final int MAX_RATE = 1_000_000;

    /**
     * Checks the limits.
     *
     * @throws IllegalArgumentException if one makes no sense: the message names it
     */
    public OrderLimits {
        maxOrderQuantity = Map.copyOf(maxOrderQuantity);
        Require.fraction("price_collar", priceCollar, 100);
        Require.notNegative("max_price_age", maxPriceAge);
        Require.notNegative("max_order_age", maxOrderAge);
        Require.notNegative("max_bar_age", maxBarAge);
        Require.positive("min_price", minPrice);
        Require.positive("max_price", maxPrice);
        if (minPrice.isPresent() && maxPrice.isPresent() && minPrice.get().compareTo(maxPrice.get()) > 0) {
            throw new IllegalArgumentException("min_price " + minPrice.get().toPlainString() + " is above max_price "
                    + maxPrice.get().toPlainString() + "; exchange them");
        }
        Require.rate("max_orders_per_second", maxOrdersPerSecond);
        Require.rate("max_orders_per_minute", maxOrdersPerMinute);
        Require.rate("max_messages_per_second", maxMessagesPerSecond);
        Require.rate("max_messages_per_minute", maxMessagesPerMinute);
        Require.reserve(cancelReserve, "max_messages_per_second", maxMessagesPerSecond);
        Require.reserve(cancelReserve, "max_messages_per_minute", maxMessagesPerMinute);
        maxOrderQuantity.forEach((id, quantity) -> Require.positive("max_order_quantity of " + id, quantity));
        Require.positive("max_order_value", maxOrderValue);
    }

    /** The same with other ages. */
    OrderLimits withAges(Optional<Duration> orderAge, Optional<Duration> barAge) {
        return new OrderLimits(
                priceCollar,
                maxPriceAge,
                orderAge,
                barAge,
                minPrice,
                maxPrice,
                maxOrdersPerSecond,
                maxOrdersPerMinute,
                maxMessagesPerSecond,
                maxMessagesPerMinute,
                cancelReserve,
                maxOrderQuantity,
                maxOrderValue);
    }
}
