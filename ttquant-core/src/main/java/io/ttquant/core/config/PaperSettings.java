package io.ttquant.core.config;

import io.ttquant.api.money.Money;
import io.ttquant.api.strategy.Default;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Section {@code [paper]}: what paper trading assumes at every venue.
 *
 * @param cash start balances at each venue; empty = those of a backtest
 * @param makerFee fraction of a fill's value that a maker pays; empty = what the venue publishes for its lowest tier
 * @param takerFee fraction of a fill's value that a taker pays; empty likewise
 * @param orderLatency from us to the exchange, commands
 * @param ackLatency from the exchange to us, reports
 */
public record PaperSettings(
        @Default("[]") List<Money> cash,
        Optional<BigDecimal> makerFee,
        Optional<BigDecimal> takerFee,
        @Default("50ms") Duration orderLatency,
        @Default("50ms") Duration ackLatency) {
    private static final Duration LONGEST = Duration.ofMinutes(1);
    private static final BigDecimal LOWEST_FEE = new BigDecimal("-0.01");
    private static final BigDecimal HIGHEST_FEE = new BigDecimal("0.05");

    /**
     * Copies the list, and checks.
     *
     * @throws IllegalArgumentException if only one fee is given, a fee is no sensible fraction, a latency is negative or above a minute, a balance
     *     is negative, or a currency comes twice
     */
    public PaperSettings {
        cash = List.copyOf(cash);
        for (Money money : cash) {
            if (money.amount().signum() < 0) {
                throw new IllegalArgumentException("cash " + money + " must not be negative");
            }
        }
        if (cash.stream().map(Money::currency).distinct().count() < cash.size()) {
            throw new IllegalArgumentException("cash " + cash + " names a currency twice; add the amounts up");
        }
        if (makerFee.isPresent() != takerFee.isPresent()) {
            throw new IllegalArgumentException((makerFee.isPresent() ? "maker_fee" : "taker_fee")
                    + " stands alone; give maker_fee and taker_fee, or neither"
                    + " for the fees that the venue publishes");
        }
        makerFee.ifPresent(fee -> requireFee("maker_fee", fee));
        takerFee.ifPresent(fee -> requireFee("taker_fee", fee));
        requireLatency("order_latency", orderLatency);
        requireLatency("ack_latency", ackLatency);
    }

    private static void requireFee(String key, BigDecimal fee) {
        if (fee.compareTo(LOWEST_FEE) < 0 || fee.compareTo(HIGHEST_FEE) > 0) {
            throw new IllegalArgumentException(
                    key + " " + fee.toPlainString() + " must be a fraction from -0.01 to 0.05; 0.001 is 0.1 percent");
        }
    }

    private static void requireLatency(String key, Duration latency) {
        if (latency.isNegative() || latency.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(key + " " + latency + " must be from 0 to 1 minute");
        }
    }
}
