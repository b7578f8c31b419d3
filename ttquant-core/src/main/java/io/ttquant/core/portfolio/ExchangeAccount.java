package io.ttquant.core.portfolio;

import io.ttquant.api.market.Instrument;
import io.ttquant.api.money.Currency;
import io.ttquant.api.order.Side;

/**
 * The account as a simulated exchange has it. It is ahead of the ledger by the fills whose reports are still under way, so that two orders
 * that race each other cannot both be paid from the same funds or reduce the same position.
 */
public final class ExchangeAccount {
    private final Ledger ledger;

    ExchangeAccount(Ledger ledger) {
        this.ledger = ledger;
    }

    /** What the account has of a currency at the exchange and does not hold back for orders, at the currency's scale. */
    public long rawFree(Currency currency) {
        return ledger.rawFreeAtExchange(currency);
    }

    /** True if the orders of a position hold back funds and must be paid: those of spot positions, unless the account borrows without limit. */
    public boolean holdsBack(PositionState position) {
        return ledger.isGuarded(position.holding()) || borrows(position.holding());
    }

    private boolean borrows(Holding holding) {
        return holding.isSpot && ledger.borrowLimit() != null;
    }

    /** A strategy's position after all fills, at the quantity scale. */
    public long rawPosition(PositionState position) {
        return position.rawAtExchange();
    }

    /**
     * Holds back at the exchange what an order held back when it was sent.
     *
     * @return how much is missing at the scale of {@link Ledger#reservedCurrency}; 0 if the funds are held back now
     */
    public long hold(Reservation reservation, PositionState position, Side side, Reservation sent) {
        if (sent.rawAmount() == 0) {
            return 0;
        }
        return replace(reservation, position.holding(), side, sent.rawAmount(), sent.rawQuantity());
    }

    /**
     * Holds back what an amended order needs instead of what it held back before.
     *
     * @return how much is missing; then nothing is changed
     */
    public long replace(
            Reservation reservation, PositionState position, Side side, long rawPrice, long rawQuantity, long rawFee) {
        Holding holding = position.holding();
        long needed = Ledger.rawNeeded(holding, side, rawPrice, rawQuantity, rawFee);
        return replace(reservation, holding, side, needed, rawQuantity);
    }

    /** Where the account may borrow, whether an order can be paid for is asked when it fills. */
    private long replace(Reservation reservation, Holding holding, Side side, long rawNeeded, long rawQuantity) {
        Funds from = paying(holding, side).atExchange;
        if (!borrows(holding)) {
            return reservation.replace(from, rawNeeded, rawQuantity);
        }
        reservation.set(from, rawNeeded, rawQuantity);
        return 0;
    }

    /** Releases all that an order holds back. */
    public void release(Reservation reservation) {
        reservation.release();
    }

    private static CurrencyAccount paying(Holding holding, Side side) {
        return side == Side.BUY ? holding.quote : holding.base;
    }

    /** True if a fill of an order that must be paid for can be, from free funds and from what its order holds back, or within the limit of what may be owed. */
    public boolean canAfford(
            Reservation reservation,
            PositionState position,
            Side side,
            long rawPrice,
            long rawQuantity,
            long rawFee,
            Currency feeCurrency) {
        Holding holding = position.holding();
        BorrowLimit limit = ledger.borrowLimit();
        if (limit != null) {
            CurrencyAccount fees = ledger.feeAccount(holding, feeCurrency);
            return limit.allows(reservation, SpotExchange.of(holding, side, rawPrice, rawQuantity, fees, rawFee));
        }
        Instrument instrument = holding.instrument;
        long rawValue = instrument.rawNotional(rawPrice, rawQuantity);
        long rawBase = holding.rawBase(rawQuantity);
        CurrencyAccount paying = paying(holding, side);
        CurrencyAccount receiving = side == Side.BUY ? holding.base : holding.quote;
        CurrencyAccount feeAccount = ledger.feeAccount(holding, feeCurrency);
        long needed = side == Side.BUY ? rawValue : rawBase;
        if (feeAccount == paying) {
            needed = Math.addExact(needed, rawFee);
        } else {
            long income = feeAccount == receiving ? (side == Side.BUY ? rawBase : rawValue) : 0;
            if (Math.addExact(feeAccount.atExchange.rawFree(), income) < rawFee) {
                return false;
            }
        }
        long own = reservation.rawUsable(paying.atExchange);
        return Math.addExact(paying.atExchange.rawFree(), own) >= needed;
    }

    /** Books a fill at the exchange. The ledger books it when its report arrives. */
    public void fill(
            PositionState position, Side side, long rawPrice, long rawQuantity, long rawFee, Currency feeCurrency) {
        Holding holding = position.holding();
        long rawSigned = side == Side.BUY ? rawQuantity : -rawQuantity;
        position.bookAtExchange(rawSigned);
        if (holding.isSpot) {
            CurrencyAccount feeAccount = ledger.feeAccount(holding, feeCurrency);
            Funds base = holding.base.atExchange;
            Funds quote = holding.quote.atExchange;
            base.rawTotal = Math.addExact(base.rawTotal, holding.rawBase(rawSigned));
            quote.rawTotal = Math.subtractExact(quote.rawTotal, holding.instrument.rawNotional(rawPrice, rawSigned));
            feeAccount.atExchange.rawTotal = Math.subtractExact(feeAccount.atExchange.rawTotal, rawFee);
            if (feeAccount == holding.base) {
                position.chargeAtExchange(rawFee);
            }
        }
    }

    /** Releases the part of what an order holds back that a fill used up. */
    public void releaseFilled(Reservation reservation, long rawQuantity) {
        reservation.releaseFilled(rawQuantity);
        if (ledger.borrowLimit() == null) {
            reservation.coverFromRest();
        }
    }
}
