package io.ttquant.core.portfolio;

import org.jspecify.annotations.Nullable;

/** Fees that a position paid in a third asset, one link a currency. There is rarely more than one. */
final class ForeignFees {
    final CurrencyAccount account;
    final @Nullable ForeignFees next;
    long rawAmount;

    private ForeignFees(CurrencyAccount account, @Nullable ForeignFees next) {
        this.account = account;
        this.next = next;
    }

    /** The chain with a fee added to its currency's link. */
    static ForeignFees with(@Nullable ForeignFees first, CurrencyAccount account, long rawFee) {
        for (ForeignFees link = first; link != null; link = link.next) {
            if (link.account == account) {
                link.rawAmount = Math.addExact(link.rawAmount, rawFee);
                return java.util.Objects.requireNonNull(first);
            }
        }
        ForeignFees added = new ForeignFees(account, first);
        added.rawAmount = rawFee;
        return added;
    }
}
