package io.ttquant.core.engine;

import io.ttquant.api.account.Balance;
import io.ttquant.api.money.FixedPoint;
import io.ttquant.api.time.EpochNanos;
import io.ttquant.core.portfolio.CashFlow;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;

/**
 * Charges interest on negative balances, on each full hour for the hour that ends: balance × rate, rounded once, half to even. It is added to
 * what is owed, so that it bears interest itself.
 */
final class InterestDesk {
    private static final long HOUR = 3_600 * EpochNanos.SECOND;

    private final Engine engine;
    private final Map<String, BigDecimal> rates;
    private long next = EpochNanos.NEVER;

    InterestDesk(Engine engine, Map<String, BigDecimal> rates) {
        this.engine = engine;
        this.rates = rates;
    }

    /** Time begins: the first hour ends with the next full one. */
    void begin(long nowNanos) {
        if (!rates.isEmpty() && nowNanos != Long.MIN_VALUE) {
            next = after(nowNanos);
        }
    }

    private static long after(long nanos) {
        return Math.addExact(Math.floorDiv(nanos, HOUR) * HOUR, HOUR);
    }

    long nextNanos() {
        return next;
    }

    void accrue(long nowNanos) {
        if (next > nowNanos) {
            return;
        }
        for (Balance balance : engine.ledger().balances()) {
            BigDecimal rate = rates.get(balance.currency().code());
            if (rate != null && balance.rawTotal() < 0) {
                charge(balance, rate);
            }
        }
        next = after(nowNanos);
    }

    private void charge(Balance balance, BigDecimal rate) {
        int scale = balance.currency().scale();
        BigDecimal owed = FixedPoint.toDecimal(balance.rawTotal(), scale);
        long amount = FixedPoint.toRaw(owed.multiply(rate), scale, RoundingMode.HALF_EVEN);
        if (amount != 0) {
            engine.ledger().pay(balance.currency(), amount);
            engine.taps()
                    .cashFlow(new CashFlow(
                            next,
                            CashFlow.Kind.INTEREST,
                            "",
                            null,
                            balance.currency(),
                            amount,
                            "rate " + rate.toPlainString() + " an hour on " + owed.toPlainString() + " "
                                    + balance.currency()));
        }
    }
}
