package io.ttquant.core.portfolio;

import io.ttquant.api.account.Position;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.money.FixedPoint;
import org.jspecify.annotations.Nullable;

/**
 * A position with its exact cost. The cost of what is open is kept as an amount, not as an average price: closing a part releases
 * {@code cost × closed ÷ held}, rounded once, and the rest stays, so that nothing is lost between them.
 */
public final class PositionState implements Position {
    private final String strategyId;
    private final Holding holding;
    private long rawQuantity;
    private long rawCost;
    private long rawRealized;
    private long rawFees;
    private long rawDust;
    private long rawAtExchange;
    private long rawDustAtExchange;
    private @Nullable ForeignFees foreignFees;

    PositionState(String strategyId, Holding holding) {
        this.strategyId = strategyId;
        this.holding = holding;
    }

    /** The strategy whose position it is; empty for an account's net position. */
    public String strategyId() {
        return strategyId;
    }

    Holding holding() {
        return holding;
    }

    @Override
    public Instrument instrument() {
        return holding.instrument;
    }

    @Override
    public long rawQuantity() {
        return rawQuantity;
    }

    @Override
    public double averagePrice() {
        if (rawQuantity == 0) {
            return Double.NaN;
        }
        Instrument i = holding.instrument;
        double cost = FixedPoint.toDouble(rawCost, i.quote().scale());
        return cost / (i.quantity(rawQuantity) * i.multiplierValue());
    }

    /** What was paid for what is held, at the settlement currency's scale; negative for a short position. */
    public long rawCost() {
        return rawCost;
    }

    @Override
    public long rawRealized() {
        return rawRealized;
    }

    @Override
    public long rawUnrealized() {
        if (rawQuantity == 0) {
            return 0;
        }
        if (holding.rawMark == 0) {
            throw new IllegalStateException("no price of " + holding.instrument + " is known yet; ask hasMark() first");
        }
        return Math.subtractExact(holding.instrument.rawNotional(holding.rawMark, rawQuantity), rawCost);
    }

    @Override
    public boolean hasMark() {
        return holding.rawMark != 0;
    }

    @Override
    public long rawFees() {
        return rawFees;
    }

    /**
     * Books a fill.
     *
     * @param rawSigned quantity, negative for a sell
     * @param rawNotional value of the fill at the settlement currency's scale, with the sign of the quantity
     * @return the profit or loss that it realised
     */
    long book(long rawSigned, long rawNotional) {
        long held = rawQuantity;
        long next = Math.addExact(held, rawSigned);
        if (held == 0 || (held ^ rawSigned) >= 0) {
            rawCost = Math.addExact(rawCost, rawNotional);
            rawQuantity = next;
            return 0;
        }
        return Math.abs(rawSigned) <= Math.abs(held)
                ? reduce(rawSigned, rawNotional, next)
                : flip(rawSigned, rawNotional, next);
    }

    private long reduce(long rawSigned, long rawNotional, long next) {
        long released =
                next == 0 ? rawCost : FixedPoint.multiplyDivide(rawCost, Math.abs(rawSigned), Math.abs(rawQuantity));
        long realized = Math.subtractExact(Math.negateExact(rawNotional), released);
        rawRealized = Math.addExact(rawRealized, realized);
        rawCost -= released;
        rawQuantity = next;
        return realized;
    }

    private long flip(long rawSigned, long rawNotional, long next) {
        long closing = FixedPoint.multiplyDivide(rawNotional, Math.abs(rawQuantity), Math.abs(rawSigned));
        long realized = Math.subtractExact(Math.negateExact(closing), rawCost);
        rawRealized = Math.addExact(rawRealized, realized);
        rawCost = rawNotional - closing;
        rawQuantity = next;
        return realized;
    }

    void addFee(long rawFee) {
        rawFees = Math.addExact(rawFees, rawFee);
    }

    /** Notes a fee in a currency that is neither the settlement currency nor the base. */
    void addForeignFee(CurrencyAccount account, long rawFee) {
        foreignFees = ForeignFees.with(foreignFees, account, rawFee);
    }

    /** Profit less all fees in the reporting currency, at the prices of now; {@link Ledger#UNKNOWN} without a price. */
    long rawProfit(Valuation valuation) {
        if (rawQuantity != 0 && !hasMark()) {
            return Ledger.UNKNOWN;
        }
        long own = Math.subtractExact(Math.addExact(rawRealized, rawUnrealized()), rawFees);
        long value = valuation.rawValue(holding.settlement, own);
        for (ForeignFees fee = foreignFees; fee != null && value != Ledger.UNKNOWN; fee = fee.next) {
            long paid = valuation.rawValue(fee.account, fee.rawAmount);
            value = paid == Ledger.UNKNOWN ? paid : Math.subtractExact(value, paid);
        }
        return value;
    }

    /**
     * Takes a fee that was paid in the base currency out of what is held; the cost stays, so the fee shows as a loss. What the fee is finer than
     * the quantity scale is carried: the position shrinks by whole units, and the dust that is left of one stays in the balance for later fees.
     *
     * @param rawFee at the base currency's scale, negative for a rebate
     * @return the quantity taken out
     */
    long charge(long rawFee) {
        long dust = Math.subtractExact(rawDust, rawFee);
        long units = Math.floorDiv(dust, holding.rawUnit);
        rawDust = dust - units * holding.rawUnit;
        shrink(-units);
        return -units;
    }

    void shrink(long rawQuantityFee) {
        rawQuantity -= rawQuantityFee;
        if (rawQuantity == 0) {
            // The fee took all that was left: what it had cost is lost.
            rawRealized = Math.subtractExact(rawRealized, rawCost);
            rawCost = 0;
        }
    }

    /** The part of the balance, at the base currency's scale and below one unit of quantity, that fees left over. */
    long rawDust() {
        return rawDust;
    }

    long rawAtExchange() {
        return rawAtExchange;
    }

    void bookAtExchange(long rawSigned) {
        rawAtExchange = Math.addExact(rawAtExchange, rawSigned);
    }

    void chargeAtExchange(long rawFee) {
        long dust = Math.subtractExact(rawDustAtExchange, rawFee);
        long units = Math.floorDiv(dust, holding.rawUnit);
        rawDustAtExchange = dust - units * holding.rawUnit;
        rawAtExchange += units;
    }

    /** Proves that every sum of a fill fits before any of them is made. */
    void requireRoom(long rawSigned, long rawNotional, long rawFee) {
        Math.addExact(Math.abs(rawQuantity), Math.abs(rawSigned));
        long most = Math.addExact(Math.abs(rawCost), Math.abs(rawNotional));
        Math.addExact(Math.abs(rawRealized), most);
        Math.addExact(Math.abs(rawFees), Math.abs(rawFee));
    }
}
