package io.ttquant.core.portfolio;

import io.ttquant.api.account.Balance;
import io.ttquant.api.money.Currency;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The account of one currency: as we know it, and as a simulated exchange has it, which is ahead by the reports still under way. */
final class CurrencyAccount extends Funds {
    final Currency currency;
    final long rawStart;
    final Funds atExchange;
    /** The derivatives that are settled in it. */
    Holding[] settled = {};
    /** How it is valued in the reporting currency; null if nothing leads there. */
    @Nullable
    Conversion conversion;

    CurrencyAccount(Currency currency, long rawStart) {
        super(rawStart);
        this.currency = currency;
        this.rawStart = rawStart;
        this.atExchange = new Funds(rawStart);
    }

    void settles(Holding derivative) {
        settled = Arrays.copyOf(settled, settled.length + 1);
        settled[settled.length - 1] = derivative;
    }

    /** The balance and the unrealised profit of what is settled in it; {@link Ledger#UNKNOWN} without a price. */
    long rawOwn() {
        long sum = rawTotal;
        for (Holding holding : settled) {
            PositionState net = holding.net;
            if (net.needsMark()) {
                return Ledger.UNKNOWN;
            }
            sum = Math.addExact(sum, net.rawUnrealized());
        }
        return sum;
    }

    /**
     * As it is shown. A fill on its way to us can cost more than its order held back, and what it took meanwhile be held back for another order, which the
     * exchange will refuse: until we hear of that, all there is is held back, and nothing is free.
     */
    Balance balance() {
        return new Balance(currency, rawTotal, Math.min(rawLocked, Math.max(0, rawTotal)));
    }
}
