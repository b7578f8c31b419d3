package io.ttquant.core.portfolio;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * What the account owes: its balances below zero, as we know them or as a simulated exchange has them, valued in the reporting currency. What open orders
 * hold back counts as paid, what they will receive does not, so that no choice of them which fills can owe more.
 */
final class Debt {
    private final Collection<CurrencyAccount> accounts;
    private final CurrencyAccount reporting;
    private final Valuation valuation;
    private final boolean isAtExchange;

    Debt(Collection<CurrencyAccount> accounts, CurrencyAccount reporting, Valuation valuation, boolean isAtExchange) {
        this.accounts = accounts;
        this.reporting = reporting;
        this.valuation = valuation;
        this.isAtExchange = isAtExchange;
    }

    Funds of(CurrencyAccount account) {
        return isAtExchange ? account.atExchange : account;
    }

    /** True if a balance is below zero. */
    boolean isOwing() {
        for (CurrencyAccount account : accounts) {
            if (of(account).rawTotal < 0) {
                return true;
            }
        }
        return false;
    }

    /** What balances below zero are worth, without any order; {@link Ledger#UNKNOWN} without a price. */
    long rawOwed() {
        long sum = 0;
        for (CurrencyAccount account : accounts) {
            sum = plus(sum, account, Math.max(0, Math.negateExact(of(account).rawTotal)));
        }
        return sum;
    }

    /** What is short of a currency while the order of a reservation does not fill. */
    private long rawShortBefore(CurrencyAccount account, Reservation own) {
        Funds funds = of(account);
        return Math.max(0, Math.negateExact(Math.addExact(funds.rawFree(), own.rawHeld(funds))));
    }

    /** What is short of a currency once it has filled, and those that end with it are gone. */
    private long rawShortAfter(CurrencyAccount account, Reservation own, SpotExchange fill) {
        Funds funds = of(account);
        long left = Math.addExact(funds.rawFree(), own.rawUsable(funds));
        return Math.max(0, Math.negateExact(Math.addExact(left, fill.rawChange(account))));
    }

    /** True if a fill makes more owed of any currency; if not, no price is needed to say that it does no harm. */
    boolean isDeepenedBy(Reservation own, SpotExchange fill) {
        for (CurrencyAccount account : accounts) {
            if (fill.touches(account) && rawShortAfter(account, own, fill) > rawShortBefore(account, own)) {
                return true;
            }
        }
        return false;
    }

    /**
     * True if a fill sells what is free and by that makes less owed of all balances together, though its fee is owed in a currency of its own. Other orders
     * are left out of it: what they receive is not there yet, and what they pay must not seem to be paid back by this one.
     */
    boolean isRelievedBy(Reservation own, SpotExchange fill) {
        CurrencyAccount paying = fill.paying();
        if (rawShortAfter(paying, own, fill) > rawShortBefore(paying, own)) {
            return false;
        }
        long now = rawOwed();
        long then = 0;
        for (CurrencyAccount account : accounts) {
            long left = Math.addExact(of(account).rawTotal, fill.rawChange(account));
            then = plus(then, account, Math.max(0, Math.negateExact(left)));
        }
        return now != Ledger.UNKNOWN && then != Ledger.UNKNOWN && then <= now;
    }

    /** What is owed once it has filled; {@link Ledger#UNKNOWN} without a price. */
    long rawAfter(Reservation own, SpotExchange fill) {
        long sum = 0;
        for (CurrencyAccount account : accounts) {
            sum = plus(sum, account, rawShortAfter(account, own, fill));
        }
        return sum;
    }

    /** The value of the account with the unrealised profit of derivatives; {@link Ledger#UNKNOWN} without a price. */
    long rawEquity() {
        long sum = 0;
        for (CurrencyAccount account : accounts) {
            sum = plus(sum, account, rawOwn(account));
        }
        return sum;
    }

    private long rawOwn(CurrencyAccount account) {
        long own = account.rawOwn();
        return own == Ledger.UNKNOWN
                ? own
                : Math.addExact(Math.subtractExact(own, account.rawTotal), of(account).rawTotal);
    }

    /** What a fill loses at once at the prices of now, its fee included, 0 if it does not; {@link Ledger#UNKNOWN} without a price. */
    long rawCost(SpotExchange fill) {
        long sum = 0;
        for (CurrencyAccount account : accounts) {
            sum = fill.touches(account) ? plus(sum, account, fill.rawChange(account)) : sum;
        }
        return sum == Ledger.UNKNOWN ? sum : Math.max(0, Math.negateExact(sum));
    }

    private long plus(long sum, CurrencyAccount account, long rawAmount) {
        if (sum == Ledger.UNKNOWN || rawAmount == 0) {
            return sum;
        }
        long value = rawAmount == Ledger.UNKNOWN ? rawAmount : valuation.rawValue(account, rawAmount);
        return value == Ledger.UNKNOWN ? value : Math.addExact(sum, value);
    }

    /** Which price is missing, as a sentence; null if none is. */
    @Nullable
    String missing(@Nullable SpotExchange fill) {
        for (CurrencyAccount account : accounts) {
            Funds funds = of(account);
            boolean matters = funds.rawTotal != 0
                    || funds.rawLocked != 0
                    || account.settled.length > 0
                    || (fill != null && fill.touches(account));
            String missing = !matters ? null : valuation.missing(account, account != reporting);
            if (missing != null) {
                return missing;
            }
        }
        return null;
    }
}
