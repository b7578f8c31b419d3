package io.ttquant.exchanges.run;

import io.ttquant.api.account.Balance;
import io.ttquant.api.money.FixedPoint;
import io.ttquant.core.portfolio.Ledger;
import java.util.stream.Collectors;

/** What an account has, in the words of a log. */
final class AccountWords {
    private AccountWords() {}

    /** What it holds, and what that is worth if it is known. */
    static String account(Ledger ledger) {
        String held = ledger.balances().stream()
                .filter(balance -> balance.rawTotal() != 0)
                .map(AccountWords::words)
                .collect(Collectors.joining(", "));
        return (held.isEmpty() ? "nothing" : held) + (ledger.isValued() ? "; " + equity(ledger) : "");
    }

    private static String words(Balance balance) {
        return OrderWords.plain(FixedPoint.toDecimal(
                        balance.rawTotal(), balance.currency().scale()))
                + " " + balance.currency();
    }

    /** What it is worth, and how that changed since the start. */
    static String equity(Ledger ledger) {
        String currency = ledger.reporting().code();
        if (!ledger.isValued()) {
            return "equity not known yet, " + ledger.missingPrice();
        }
        long raw = ledger.rawEquity();
        int scale = ledger.reporting().scale();
        long start = ledger.rawStartEquity();
        long change = start == Ledger.UNKNOWN ? 0 : raw - start;
        return "equity " + OrderWords.money(raw, scale) + " " + currency
                + (change == 0
                        ? ""
                        : " (" + (change > 0 ? "+" : "") + OrderWords.money(change, scale) + " since the start)");
    }
}
