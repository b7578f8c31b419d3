package io.ttquant.core.portfolio;

import io.ttquant.api.money.Currency;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The value of all holdings in the reporting currency: of each currency the balance and the unrealised profit of what is settled in it, converted once.
 * What cannot be converted makes the whole unavailable.
 */
final class Valuation {
    private final CurrencyAccount reporting;
    private final Conversions conversions = new Conversions();
    private CurrencyAccount[] others = {};
    private boolean isComplete;
    private boolean isConnected;
    private boolean hasDerivatives;

    Valuation(CurrencyAccount reporting) {
        this.reporting = reporting;
    }

    void add(Holding holding) {
        changed();
        conversions.add(holding);
        if (!holding.isSpot) {
            hasDerivatives = true;
            holding.settlement.settles(holding);
        }
    }

    void add(CurrencyAccount account) {
        changed();
        others = Arrays.copyOf(others, others.length + 1);
        others[others.length - 1] = account;
    }

    void fix(Link rate) {
        changed();
        conversions.fix(rate);
    }

    Conversions conversions() {
        return conversions;
    }

    private void changed() {
        isComplete = false;
        isConnected = false;
    }

    private void connect() {
        if (!isConnected) {
            for (CurrencyAccount account : others) {
                account.conversion = conversions.find(account.currency, reporting.currency);
            }
            isConnected = true;
        }
    }

    /** True if all that is held can be valued. Once everything has its price it stays so, and asking costs nothing. */
    boolean isValued() {
        if (!isComplete) {
            isComplete = isPriced();
        }
        return isComplete || missing() == null;
    }

    private boolean isPriced() {
        connect();
        for (CurrencyAccount account : others) {
            if (account.conversion == null || !account.conversion.isPriced() || !isMarked(account)) {
                return false;
            }
        }
        return isMarked(reporting);
    }

    private static boolean isMarked(CurrencyAccount account) {
        for (Holding holding : account.settled) {
            if (holding.rawMark == 0) {
                return false;
            }
        }
        return true;
    }

    /** The value of the start balances at the prices of now; {@link Ledger#UNKNOWN} without a price. */
    long rawStart() {
        long sum = reporting.rawStart;
        for (CurrencyAccount account : others) {
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
        connect();
        return account.conversion == null ? Ledger.UNKNOWN : account.conversion.rawValue(rawAmount);
    }

    /** The value of an amount in another currency; {@link Ledger#UNKNOWN} without a price. */
    long rawValue(Currency from, long rawAmount, Currency to) {
        if (from.equals(to) || rawAmount == 0) {
            return rawAmount;
        }
        Conversion conversion = conversions.find(from, to);
        return conversion == null ? Ledger.UNKNOWN : conversion.rawValue(rawAmount);
    }

    long rawEquity() {
        long sum = rawOwn(reporting);
        for (CurrencyAccount account : others) {
            long own = rawOwn(account);
            if (own != 0 && sum != Ledger.UNKNOWN) {
                long value = own == Ledger.UNKNOWN ? own : rawValue(account, own);
                sum = value == Ledger.UNKNOWN ? value : Math.addExact(sum, value);
            }
        }
        return sum;
    }

    /** Asked at every bar, and most accounts have balances alone. */
    private long rawOwn(CurrencyAccount account) {
        return hasDerivatives ? account.rawOwn() : account.rawTotal;
    }

    /** Which price is missing to value what is held, as a sentence; null if none is. */
    @Nullable
    String missing() {
        connect();
        String missing = missingMark(reporting);
        for (int i = 0; i < others.length && missing == null; i++) {
            missing = missingMark(others[i]);
            if (missing == null && others[i].rawOwn() != 0) {
                missing = missingPrice(others[i]);
            }
        }
        return missing;
    }

    /** Which price is missing to value an account, as a sentence; null if none is. */
    @Nullable
    String missing(CurrencyAccount account, boolean isForeign) {
        connect();
        String missing = missingMark(account);
        return missing != null || !isForeign ? missing : missingPrice(account);
    }

    private @Nullable String missingMark(CurrencyAccount account) {
        for (Holding holding : account.settled) {
            if (holding.net.needsMark()) {
                return "no value of " + holding.instrument + " in " + reporting.currency
                        + " is known, because it has had no price";
            }
        }
        return null;
    }

    private @Nullable String missingPrice(CurrencyAccount account) {
        Conversion conversion = account.conversion;
        Link lacking = conversion == null ? null : conversion.missing();
        if (conversion != null && lacking == null) {
            return null;
        }
        return "no price of " + account.currency + " in " + reporting.currency + " is known, because "
                + (lacking == null
                        ? "no instrument and no fixed rate leads from one to the other"
                        : lacking + " has had none");
    }

    /** The paths by which currencies are valued, in the order of their first use: currency, then what it goes through. */
    java.util.Map<Currency, String> paths() {
        connect();
        java.util.Map<Currency, String> paths = new java.util.LinkedHashMap<>();
        for (CurrencyAccount account : others) {
            Conversion conversion = account.conversion;
            paths.put(account.currency, conversion == null ? "" : conversion.describe());
        }
        return paths;
    }
}
