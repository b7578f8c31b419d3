package io.ttquant.core.matching;

import io.ttquant.api.market.Instrument;
import io.ttquant.api.money.Currency;
import io.ttquant.api.money.FixedPoint;
import io.ttquant.api.order.LiquiditySide;
import io.ttquant.api.order.Side;
import java.math.BigDecimal;

/** Fees as a fraction of a fill's value, one for makers and one for takers. The exact product of price, quantity and rate is rounded once, half to even. */
public final class RateFees implements FeeModel {
    private static final int MOST_DECIMALS = 12;

    private final BigDecimal maker;
    private final BigDecimal taker;
    private final long rawMaker;
    private final long rawTaker;
    private final int rateScale;
    private final boolean isInBaseOnBuys;

    private RateFees(BigDecimal maker, BigDecimal taker, boolean isInBaseOnBuys) {
        this.maker = maker;
        this.taker = taker;
        // No more decimals than the rates have, so that products of common sizes fit 64 bits.
        this.rateScale = Math.max(decimals(maker), decimals(taker));
        this.rawMaker = FixedPoint.toRaw(maker, rateScale);
        this.rawTaker = FixedPoint.toRaw(taker, rateScale);
        this.isInBaseOnBuys = isInBaseOnBuys;
    }

    /**
     * Fees in the quote (for derivatives the settlement) currency.
     *
     * @param maker fraction, such as {@code "0.0002"}; negative for a rebate; at most 12 decimals
     * @param taker fraction, such as {@code "0.0004"}
     */
    public static RateFees of(String maker, String taker) {
        return of(new BigDecimal(maker), new BigDecimal(taker));
    }

    /** Fees in the quote (for derivatives the settlement) currency. */
    public static RateFees of(BigDecimal maker, BigDecimal taker) {
        return new RateFees(maker, taker, false);
    }

    /** The same rates; spot buys are charged in the base currency that they receive, as Binance spot does without BNB. */
    public RateFees inBaseOnBuys() {
        return new RateFees(maker, taker, true);
    }

    @Override
    public long rawFee(Instrument instrument, Side side, LiquiditySide liquidity, long rawPrice, long rawQuantity) {
        long rate = liquidity == LiquiditySide.MAKER ? rawMaker : rawTaker;
        if (rate == 0) {
            return 0;
        }
        if (isInBase(instrument, side)) {
            return FixedPoint.multiply(
                    rawQuantity,
                    rate,
                    instrument.quantityScale() + rateScale,
                    instrument.base().scale());
        }
        return instrument.rawNotionalPart(rawPrice, rawQuantity, rate, rateScale);
    }

    private static int decimals(BigDecimal rate) {
        int decimals = Math.max(0, rate.stripTrailingZeros().scale());
        if (decimals > MOST_DECIMALS) {
            throw new ArithmeticException("fee rate " + rate + " has " + decimals + " decimals, at most "
                    + MOST_DECIMALS + " are supported; round it");
        }
        return decimals;
    }

    @Override
    public Currency currency(Instrument instrument, Side side) {
        return isInBase(instrument, side) ? instrument.base() : FeeModel.super.currency(instrument, side);
    }

    private boolean isInBase(Instrument instrument, Side side) {
        return isInBaseOnBuys && side == Side.BUY && !instrument.kind().isDerivative();
    }

    @Override
    public String describe() {
        return "maker " + percent(maker) + ", taker " + percent(taker) + " of a fill's value"
                + (isInBaseOnBuys ? "; spot buys pay in the base currency" : "");
    }

    private static String percent(BigDecimal rate) {
        return rate.movePointRight(2).stripTrailingZeros().toPlainString() + "%";
    }
}
