package io.ttquant.core.portfolio;

import io.ttquant.api.order.Side;

/** What a spot fill takes from balances and adds to them. Its fee may be in the currency paid, the one received, or a third. */
public final class SpotExchange {
    private final CurrencyAccount paying;
    private final long rawPaid;
    private final CurrencyAccount receiving;
    private final long rawReceived;
    private final CurrencyAccount feeAccount;
    private final long rawFee;

    private SpotExchange(
            CurrencyAccount paying,
            long rawPaid,
            CurrencyAccount receiving,
            long rawReceived,
            CurrencyAccount feeAccount,
            long rawFee) {
        this.paying = paying;
        this.rawPaid = rawPaid;
        this.receiving = receiving;
        this.rawReceived = rawReceived;
        this.feeAccount = feeAccount;
        this.rawFee = rawFee;
    }

    static SpotExchange of(
            Holding holding, Side side, long rawPrice, long rawQuantity, CurrencyAccount feeAccount, long rawFee) {
        return spending(
                holding, side, holding.instrument.rawNotional(rawPrice, rawQuantity), rawQuantity, feeAccount, rawFee);
    }

    /** Of which the amount in quote currency is known. */
    static SpotExchange spending(
            Holding holding, Side side, long rawValue, long rawQuantity, CurrencyAccount feeAccount, long rawFee) {
        long rawBase = holding.rawBase(rawQuantity);
        return side == Side.BUY
                ? new SpotExchange(holding.quote, rawValue, holding.base, rawBase, feeAccount, rawFee)
                : new SpotExchange(holding.base, rawBase, holding.quote, rawValue, feeAccount, rawFee);
    }

    /** The account that its order holds back from. */
    CurrencyAccount paying() {
        return paying;
    }

    /** What its order holds back: what is paid, and the fee if it is paid in the same currency; a rebate is not counted on. */
    public long rawHeld() {
        return feeAccount == paying ? Math.addExact(rawPaid, Math.max(0, rawFee)) : rawPaid;
    }

    boolean touches(CurrencyAccount account) {
        return account == paying || account == receiving || account == feeAccount;
    }

    /** By how much a balance grows; negative if it shrinks. */
    long rawChange(CurrencyAccount account) {
        long change = account == receiving ? rawReceived : 0;
        if (account == paying) {
            change = Math.subtractExact(change, rawPaid);
        }
        return account == feeAccount ? Math.subtractExact(change, rawFee) : change;
    }
}
