package io.ttquant.core.portfolio;

import io.ttquant.api.money.FixedPoint;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The value of all holdings in the reporting currency. Balances are valued at the spot instrument against it; derivatives at their mark. */
final class Valuation {
    private final CurrencyAccount reporting;
    private Holding[] spot = {};
    private Holding[] derivatives = {};

    Valuation(CurrencyAccount reporting) {
        this.reporting = reporting;
    }

    void add(Holding holding) {
        if (!holding.isSpot) {
            derivatives = append(derivatives, holding);
        } else if (holding.quote == reporting && !isValued(holding.base)) {
            spot = append(spot, holding);
        }
    }

    private static Holding[] append(Holding[] array, Holding holding) {
        Holding[] longer = Arrays.copyOf(array, array.length + 1);
        longer[array.length] = holding;
        return longer;
    }

    private boolean isValued(CurrencyAccount account) {
        for (Holding holding : spot) {
            if (holding.base == account) {
                return true;
            }
        }
        return account == reporting;
    }

    long rawEquity() {
        long sum = reporting.rawTotal;
        for (Holding holding : spot) {
            if (holding.base.rawTotal != 0) {
                sum = Math.addExact(sum, rawValue(holding));
            }
        }
        for (Holding holding : derivatives) {
            if (holding.net.rawQuantity() != 0 && holding.rawMark != 0) {
                sum = Math.addExact(sum, holding.net.rawUnrealized());
            }
        }
        return sum;
    }

    private long rawValue(Holding holding) {
        int productScale = holding.instrument.priceScale() + holding.base.currency.scale();
        return FixedPoint.multiply(holding.rawMark, holding.base.rawTotal, productScale, reporting.currency.scale());
    }

    @Nullable
    String missing(Iterable<CurrencyAccount> accounts) {
        for (CurrencyAccount account : accounts) {
            if (account.rawTotal != 0 && !isPriced(account)) {
                return "no price of " + account.currency + " in " + reporting.currency + " is known";
            }
        }
        for (Holding holding : derivatives) {
            if (holding.net.rawQuantity() != 0 && (holding.rawMark == 0 || holding.settlement != reporting)) {
                return "no value of " + holding.instrument + " in " + reporting.currency + " is known";
            }
        }
        return null;
    }

    private boolean isPriced(CurrencyAccount account) {
        for (Holding holding : spot) {
            if (holding.base == account) {
                return holding.rawMark != 0;
            }
        }
        return account == reporting;
    }
}
