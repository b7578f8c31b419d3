package io.ttquant.core.portfolio;

import io.ttquant.api.account.Balance;
import io.ttquant.api.money.Currency;

/** The account of one currency. */
final class CurrencyAccount {
    final Currency currency;
    final long rawStart;
    long rawTotal;
    long rawLocked;

    CurrencyAccount(Currency currency, long rawStart) {
        this.currency = currency;
        this.rawStart = rawStart;
        this.rawTotal = rawStart;
    }

    long rawFree() {
        return rawTotal - rawLocked;
    }

    Balance balance() {
        return new Balance(currency, rawTotal, rawLocked);
    }
}
