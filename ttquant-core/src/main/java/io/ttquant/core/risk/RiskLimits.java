package io.ttquant.core.risk;

/**
 * The limits of one strategy, or of the account.
 *
 * @param orders on a single order and on rates
 * @param positions on what may be held and open
 * @param guards on losses
 */
public record RiskLimits(OrderLimits orders, PositionLimits positions, GuardLimits guards) {
    /** No limit at all. */
    public static final RiskLimits NONE = builder().build();

    /** A builder without limits. */
    public static RiskLimitsBuilder builder() {
        return new RiskLimitsBuilder();
    }
}
