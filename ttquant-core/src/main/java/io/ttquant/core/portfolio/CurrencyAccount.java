package io.ttquant.core.portfolio;

import io.ttquant.api.account.Balance;
import io.ttquant.api.money.Currency;

/** The account of one currency: as we know it, and as a simulated exchange has it, which is ahead by the reports still under way. */
final class CurrencyAccount extends Funds {
    final Currency currency;
    final long rawStart;
    final Funds atExchange;

    CurrencyAccount(Currency currency, long rawStart) {
        super(rawStart);
        this.currency = currency;
        this.rawStart = rawStart;
        this.atExchange = new Funds(rawStart);
    }

    Balance balance() {
        return new Balance(currency, rawTotal, rawLocked);
    }
}
