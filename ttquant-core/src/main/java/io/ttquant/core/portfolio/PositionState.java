package io.ttquant.core.portfolio;

import io.ttquant.api.account.Position;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.money.FixedPoint;
import io.ttquant.api.order.PositionSide;
import org.jspecify.annotations.Nullable;

/**
 * A position with its exact cost. The cost of what is open is kept as an amount, not as an average price: closing a part releases
 * {@code cost × closed ÷ held}, rounded once, and the rest stays, so that nothing is lost between them.
 *
 * <p>In hedge mode a position is the sum of its long and its short leg, of which fills change one.
 */
public final class PositionState implements Position {
    private final String strategyId;
    private final Holding holding;
    private final PositionSide side;
    private final @Nullable PositionState whole;
    private @Nullable PositionState longLeg;
    private @Nullable PositionState shortLeg;
    private long rawQuantity;
    private long rawCost;
    private long rawRealized;
    private long rawRealizedBefore;
    private long rawFees;
    private long rawFunding;
    private long rawDust;
    private long rawAtExchange;
    private long rawDustAtExchange;
    private @Nullable ForeignFees foreignFees;

    PositionState(String strategyId, Holding holding) {
        this(strategyId, holding, PositionSide.NET, null);
    }

    private PositionState(String strategyId, Holding holding, PositionSide side, @Nullable PositionState whole) {
        this.strategyId = strategyId;
        this.holding = holding;
        this.side = side;
        this.whole = whole;
    }

    @Override
    public PositionSide side() {
        return side;
    }

    /** The leg of this whole position on a side; made flat on first use, itself for {@link PositionSide#NET}. */
    public PositionState leg(PositionSide which) {
        if (which == PositionSide.NET) {
            return this;
        }
        PositionState known = which == PositionSide.LONG ? longLeg : shortLeg;
        if (known != null) {
            return known;
        }
        PositionState leg = new PositionState(strategyId, holding, which, this);
        if (which == PositionSide.LONG) {
            longLeg = leg;
        } else {
            shortLeg = leg;
        }
        return leg;
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
        double cost = FixedPoint.toDouble(rawCost, i.settlement().scale());
        double contracts = i.quantity(rawQuantity) * i.multiplierValue();
        return holding.isInverse ? -contracts / cost : cost / contracts;
    }

    /**
     * What was paid for what is held, at the settlement currency's scale: the values of the fills that opened it, each rounded once. It is negative
     * for a short position, and the other way round for an inverse contract, whose buyer sells base currency.
     */
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
            // Legs of equal size cost more or less than nothing.
            return -rawCost;
        }
        if (holding.rawMark == 0) {
            throw new IllegalStateException("no price of " + holding.instrument + " is known yet; ask hasMark() first");
        }
        return Math.subtractExact(holding.rawCost(holding.rawMark, rawQuantity), rawCost);
    }

    /** True if its value depends on a price that is not known. */
    boolean needsMark() {
        return rawQuantity != 0 && holding.rawMark == 0;
    }

    @Override
    public boolean hasMark() {
        return holding.rawMark != 0;
    }

    @Override
    public long rawFees() {
        return rawFees;
    }

    @Override
    public long rawFunding() {
        return rawFunding;
    }

    void addFunding(long rawAmount) {
        rawFunding = Math.addExact(rawFunding, rawAmount);
        if (whole != null) {
            whole.addFunding(rawAmount);
        }
    }

    /**
     * Books a fill.
     *
     * @param rawSigned quantity, negative for a sell
     * @param rawPaid cost of the fill, as {@link Holding#rawCost} gives it
     * @return the profit or loss that it realised
     */
    long book(long rawSigned, long rawPaid) {
        long held = rawQuantity;
        long next = Math.addExact(held, rawSigned);
        if (held == 0 || (held ^ rawSigned) >= 0) {
            rawCost = Math.addExact(rawCost, rawPaid);
            rawQuantity = next;
            return 0;
        }
        return Math.abs(rawSigned) <= Math.abs(held)
                ? reduce(rawSigned, rawPaid, next)
                : flip(rawSigned, rawPaid, next);
    }

    private long reduce(long rawSigned, long rawPaid, long next) {
        long released =
                next == 0 ? rawCost : FixedPoint.multiplyDivide(rawCost, Math.abs(rawSigned), Math.abs(rawQuantity));
        long realized = Math.subtractExact(Math.negateExact(rawPaid), released);
        rawRealized = Math.addExact(rawRealized, realized);
        rawCost -= released;
        rawQuantity = next;
        return realized;
    }

    private long flip(long rawSigned, long rawPaid, long next) {
        long closing = FixedPoint.multiplyDivide(rawPaid, Math.abs(rawQuantity), Math.abs(rawSigned));
        long realized = Math.subtractExact(Math.negateExact(closing), rawCost);
        rawRealized = Math.addExact(rawRealized, realized);
        rawCost = rawPaid - closing;
        rawQuantity = next;
        return realized;
    }

    /** Changes what is held and what it cost by what is known from the exchange and was no fill. */
    void correct(long rawQuantityChange, long rawCostChange) {
        rawQuantity = Math.addExact(rawQuantity, rawQuantityChange);
        rawCost = Math.addExact(rawCost, rawCostChange);
    }

    /** What was realised before it was known here. */
    void realizedBefore(long rawAmount) {
        rawRealized = Math.addExact(rawRealized, rawAmount);
        rawRealizedBefore = Math.addExact(rawRealizedBefore, rawAmount);
    }

    /** The part of {@link #rawRealized} that is of earlier starts of the run, at the settlement currency's scale. */
    public long rawRealizedBefore() {
        return rawRealizedBefore;
    }

    /** Proves that a correction fits before it is made. */
    void requireRoomFor(long rawQuantityChange, long rawCostChange) {
        Math.addExact(Math.abs(rawQuantity), Math.abs(rawQuantityChange));
        Math.addExact(Math.abs(rawCost), Math.abs(rawCostChange));
        if (whole != null) {
            whole.requireRoomFor(rawQuantityChange, rawCostChange);
        }
    }

    /** Makes a whole position the sum of its legs again, after one of them changed. */
    void sumLegs() {
        PositionState bought = leg(PositionSide.LONG);
        PositionState sold = leg(PositionSide.SHORT);
        rawQuantity = Math.addExact(bought.rawQuantity, sold.rawQuantity);
        rawCost = Math.addExact(bought.rawCost, sold.rawCost);
        rawRealized = Math.addExact(bought.rawRealized, sold.rawRealized);
        rawRealizedBefore = Math.addExact(bought.rawRealizedBefore, sold.rawRealizedBefore);
    }

    /** The position of which it is a leg; itself if it is none. */
    PositionState whole() {
        return whole == null ? this : whole;
    }

    void addFee(long rawFee) {
        rawFees = Math.addExact(rawFees, rawFee);
        if (whole != null) {
            whole.addFee(rawFee);
        }
    }

    /** Notes a fee in a currency that is neither the settlement currency nor the base. */
    void addForeignFee(CurrencyAccount account, long rawFee) {
        PositionState owner = whole();
        owner.foreignFees = ForeignFees.with(owner.foreignFees, account, rawFee);
    }

    /** Profit before fees and funding in the reporting currency, at the prices of now; {@link Ledger#UNKNOWN} without a price. */
    long rawResult(Valuation valuation) {
        return needsMark()
                ? Ledger.UNKNOWN
                : valuation.rawValue(holding.settlement, Math.addExact(rawRealized, rawUnrealized()));
    }

    /** Profit less all fees in the reporting currency, at the prices of now; {@link Ledger#UNKNOWN} without a price. */
    long rawProfit(Valuation valuation) {
        if (needsMark()) {
            return Ledger.UNKNOWN;
        }
        long own = Math.addExact(Math.subtractExact(Math.addExact(rawRealized, rawUnrealized()), rawFees), rawFunding);
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
        if (whole != null) {
            whole.bookAtExchange(rawSigned);
        }
    }

    void chargeAtExchange(long rawFee) {
        long dust = Math.subtractExact(rawDustAtExchange, rawFee);
        long units = Math.floorDiv(dust, holding.rawUnit);
        rawDustAtExchange = dust - units * holding.rawUnit;
        rawAtExchange += units;
    }

    /** Proves that every sum of a fill fits before any of them is made. */
    void requireRoom(long rawSigned, long rawPaid, long rawFee) {
        Math.addExact(Math.abs(rawQuantity), Math.abs(rawSigned));
        long most = Math.addExact(Math.abs(rawCost), Math.abs(rawPaid));
        Math.addExact(Math.abs(rawRealized), most);
        Math.addExact(Math.abs(rawFees), Math.abs(rawFee));
        if (whole != null) {
            requireOwnSide(Math.addExact(rawQuantity, rawSigned));
            whole.requireRoom(rawSigned, rawPaid, rawFee);
        }
    }

    /**
     * A leg ends at zero; beyond it the other leg would have to open, which the order did not ask for. What others do by hand may close what a strategy
     * opened, so that their part alone may be on the other side.
     */
    private void requireOwnSide(long next) {
        if (strategyId.equals(Ledger.EXTERNAL)) {
            return;
        }
        if (side == PositionSide.LONG ? next < 0 : next > 0) {
            throw new IllegalStateException("a fill would turn the " + side + " position of "
                    + holding.instrument.formatQuantity(rawQuantity) + " " + holding.instrument + " into "
                    + holding.instrument.formatQuantity(next) + "; close at most what it holds, and open the other side"
                    + " with an order of its own");
        }
    }
}
