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

    /** The same where orders are real: the account's {@link OrderLimits#maxOrderAge()} is {@link #LIVE_ORDER_AGE} unless one is set. */
    public RiskPolicy withLiveDefaults() {
        return account.orders().maxOrderAge().isPresent()
                ? this
                : withAccount(new RiskLimits(
                        account.orders().withMaxOrderAge(Optional.of(LIVE_ORDER_AGE)),
                        account.positions(),
                        account.guards()));
    }

    /** True if a rule needs to know when prices and events happened, or must see every price. */
    public boolean watchesPrices() {
        return Stream.concat(Stream.of(account, eachStrategy), strategies.values().stream())
                .anyMatch(limits -> limits.orders().maxOrderAge().isPresent()
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
