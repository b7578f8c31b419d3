package io.ttquant.core.risk;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The limits of an engine: of the account, and of each strategy. Both are checked, and the stricter refuses.
 *
 * @param account of all strategies together
 * @param eachStrategy of every strategy that has none of its own
 * @param strategies of single strategies, by name
 */
public record RiskPolicy(RiskLimits account, RiskLimits eachStrategy, Map<String, RiskLimits> strategies) {
    /** No limit at all. */
    public static final RiskPolicy NONE = new RiskPolicy(RiskLimits.NONE, RiskLimits.NONE, Map.of());

    /** How old the event may be on which a live order is decided, unless another age is set. */
    public static final Duration LIVE_ORDER_AGE = Duration.ofMillis(500);

    /**
     * How long ago the bar may have closed on which a live order is decided, unless another age is set. Venues send a bar only once they are sure that it
     * is over: Binance Spot did so 1.4 to 2.4 s after its close, Binance futures up to 2 s.
     */
    public static final Duration LIVE_BAR_AGE = Duration.ofSeconds(5);

    /** Copies the map. */
    public RiskPolicy {
        strategies = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(strategies));
    }

    /** Limits of the account and none of strategies. */
    public static RiskPolicy ofAccount(RiskLimits limits) {
        return NONE.withAccount(limits);
    }

    /** The same with other limits of the account. */
    public RiskPolicy withAccount(RiskLimits limits) {
        return new RiskPolicy(limits, eachStrategy, strategies);
    }

    /** The same with other limits of every strategy that has none of its own. */
    public RiskPolicy withEachStrategy(RiskLimits limits) {
        return new RiskPolicy(account, limits, strategies);
    }

    /** The same with limits of a strategy's own, which take the place of those of every strategy. */
    public RiskPolicy withStrategy(String strategyId, RiskLimits limits) {
        Map<String, RiskLimits> more = new LinkedHashMap<>(strategies);
        more.put(strategyId, limits);
        return new RiskPolicy(account, eachStrategy, more);
    }

    /**
     * The same where orders are real: the account's {@link OrderLimits#maxOrderAge()} is {@link #LIVE_ORDER_AGE} unless one is set, and wherever such an age
     * holds, {@link OrderLimits#maxBarAge()} is {@link #LIVE_BAR_AGE}, or that age if it is longer, unless one is set.
     */
    public RiskPolicy withLiveDefaults() {
        Map<String, RiskLimits> own = new LinkedHashMap<>();
        strategies.forEach(
                (id, limits) -> own.put(id, withBarAge(limits, limits.orders().maxOrderAge())));
        Optional<Duration> ofAccount = account.orders().maxOrderAge().or(() -> Optional.of(LIVE_ORDER_AGE));
        return new RiskPolicy(
                withBarAge(account, ofAccount),
                withBarAge(eachStrategy, eachStrategy.orders().maxOrderAge()),
                own);
    }

    /** An age of zero is no limit, and none for bars either. */
    private static RiskLimits withBarAge(RiskLimits limits, Optional<Duration> orderAge) {
        Optional<Duration> longer =
                orderAge.filter(age -> !age.isZero()).map(age -> age.compareTo(LIVE_BAR_AGE) > 0 ? age : LIVE_BAR_AGE);
        return new RiskLimits(
                limits.orders().withAges(orderAge, limits.orders().maxBarAge().or(() -> longer)),
                limits.positions(),
                limits.guards());
    }

    /** True if a rule needs to know when prices and events happened, or must see every price. */
    public boolean watchesPrices() {
        return Stream.concat(Stream.of(account, eachStrategy), strategies.values().stream())
                .anyMatch(limits -> limits.orders().maxOrderAge().isPresent()
                        || limits.orders().maxBarAge().isPresent()
                        || limits.orders().maxPriceAge().isPresent()
                        || limits.guards().isWatching());
    }

    /** True if there is a guard. */
    public boolean hasGuards() {
        return Stream.concat(Stream.of(account, eachStrategy), strategies.values().stream())
                .anyMatch(limits -> limits.guards().isWatching());
    }

    /** The limits of a strategy. */
    public RiskLimits limits(String strategyId) {
        return strategies.getOrDefault(strategyId, eachStrategy);
    }
}
