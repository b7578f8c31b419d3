package io.ttquant.backtest.junit;

import io.ttquant.api.money.Decimals;
import io.ttquant.api.money.FixedPoint;
import io.ttquant.api.time.EpochNanos;
import io.ttquant.backtest.BacktestResult;
import java.math.BigDecimal;

/** Assertions about equity, in the reporting currency. Decimals are exact. */
public final class EquityAssert {
    private final BacktestResult result;
    private final RunAssert run;

    EquityAssert(BacktestResult result, RunAssert run) {
        this.result = result;
        this.run = run;
    }

    /** It ends at this amount. */
    public EquityAssert endsAt(String amount) {
        return end().compareTo(Decimals.parse(amount)) == 0 ? this : fail("to end at " + amount);
    }

    /** It ends above this amount. */
    public EquityAssert endsAbove(String amount) {
        return end().compareTo(Decimals.parse(amount)) > 0 ? this : fail("to end above " + amount);
    }

    /** It ends below this amount. */
    public EquityAssert endsBelow(String amount) {
        return end().compareTo(Decimals.parse(amount)) < 0 ? this : fail("to end below " + amount);
    }

    /** It was never below this amount where it was sampled, which is at each bar or each minute. */
    public EquityAssert neverBelow(String amount) {
        BigDecimal limit = Decimals.parse(amount);
        for (int i = 0; i < result.equity().size(); i++) {
            BigDecimal equity = at(i);
            if (equity.compareTo(limit) < 0) {
                run.fail("expected equity never below " + amount + ", but it was " + text(equity) + " at "
                        + EpochNanos.format(result.equity().timeNanos(i)));
            }
        }
        return this;
    }

    /** Back to the run. */
    public RunAssert and() {
        return run;
    }

    private BigDecimal at(int index) {
        return FixedPoint.toDecimal(
                result.equity().rawEquity(index), result.reporting().scale());
    }

    private BigDecimal end() {
        int size = result.equity().size();
        if (size == 0) {
            run.fail("expected equity, but it was never known; was there a price of all that is owned?");
        }
        return at(size - 1);
    }

    private String text(BigDecimal equity) {
        return equity.toPlainString() + " " + result.reporting();
    }

    private EquityAssert fail(String what) {
        run.fail("expected equity " + what + ", but it ended at " + text(end()));
        return this;
    }
}
