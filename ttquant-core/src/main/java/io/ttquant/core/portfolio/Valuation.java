package io.ttquant.core.portfolio;

import io.ttquant.api.money.FixedPoint;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The value of all holdings in the reporting currency. Balances are valued at the spot instrument against it; derivatives at their mark. */
final class Valuation {
    private final CurrencyAccount reporting;
    private Holding[] spot = {};
    private Holding[] derivatives = {};
    private boolean isComplete;

    Valuation(CurrencyAccount reporting) {
        this.reporting = reporting;
    }

    void add(Holding holding) {
        isComplete = false;
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

    /** A new account may have no price. */
    void accountAdded() {
        isComplete = false;
    }

    /** True once every account has its price: then everything can be valued from there on, and asking costs nothing. */
    boolean isComplete() {
        return isComplete;
    }

    /** True if all that is held can be valued. Once every account has its price it stays so, and asking costs nothing. */
    boolean isValued(Iterable<CurrencyAccount> accounts) {
        if (!isComplete) {
            isComplete = isPriced(accounts);
        }
        return isComplete || missing(accounts) == null;
    }

    private boolean isPriced(Iterable<CurrencyAccount> accounts) {
        for (CurrencyAccount account : accounts) {
            if (!isPriced(account)) {
                return false;
            }
        }
        for (Holding holding : derivatives) {
            if (holding.rawMark == 0 || holding.settlement != reporting) {
                return false;
            }
        }
        return true;
    }

    /** The value of the start balances at the prices of now; {@link Ledger#UNKNOWN} without a price. */
    long rawStart(Iterable<CurrencyAccount> accounts) {
        long sum = 0;
        for (CurrencyAccount account : accounts) {
            long value = rawValue(account, account.rawStart);
            if (value == Ledger.UNKNOWN) {
                return value;
            }
            sum = Math.addExact(sum, value);
        }
        return sum;
    }

    /** The value of an amount; {@link Ledger#UNKNOWN} without a price. */
    long rawValue(CurrencyAccount account, long rawAmount) {
        if (account == reporting || rawAmount == 0) {
            return rawAmount;
        }
        for (Holding holding : spot) {
            if (holding.base == account && holding.rawMark != 0) {
                return rawValue(holding, rawAmount);
            }
        }
        return Ledger.UNKNOWN;
    }

    long rawEquity() {
        long sum = reporting.rawTotal;
        for (Holding holding : spot) {
            if (holding.base.rawTotal != 0) {
                sum = Math.addExact(sum, rawValue(holding, holding.base.rawTotal));
            }
        }
        for (Holding holding : derivatives) {
            if (holding.net.rawQuantity() != 0 && holding.rawMark != 0) {
                sum = Math.addExact(sum, holding.net.rawUnrealized());
            }
        }
        return sum;
    }

    private long rawValue(Holding holding, long rawAmount) {
        int productScale = holding.instrument.priceScale() + holding.base.currency.scale();
        return FixedPoint.multiply(holding.rawMark, rawAmount, productScale, reporting.currency.scale());
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
