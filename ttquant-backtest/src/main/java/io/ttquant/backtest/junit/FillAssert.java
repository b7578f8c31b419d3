package io.ttquant.backtest.junit;

import io.ttquant.api.money.FixedPoint;
import io.ttquant.api.order.Fill;
import io.ttquant.api.order.FillReason;
import io.ttquant.api.order.LiquiditySide;
import io.ttquant.api.order.Side;
import io.ttquant.api.time.EpochNanos;
import java.time.Instant;

/** Assertions about a fill. Decimals are exact. */
public final class FillAssert {
    private final Fill fill;
    private final RunAssert run;

    FillAssert(Fill fill, RunAssert run) {
        this.fill = fill;
        this.run = run;
    }

    /** It bought. */
    public FillAssert isBuy() {
        return is("side", Side.BUY, fill.side());
    }

    /** It sold. */
    public FillAssert isSell() {
        return is("side", Side.SELL, fill.side());
    }

    /** At this price. */
    public FillAssert at(String price) {
        boolean isEqual = Figures.isEqual(fill.rawPrice(), fill.instrument().priceScale(), price);
        return isEqual ? this : fail("price", price, fill.instrument().formatPrice(fill.rawPrice()));
    }

    /** Of this quantity. */
    public FillAssert hasQuantity(String quantity) {
        boolean isEqual = Figures.isEqual(fill.rawQuantity(), fill.instrument().quantityScale(), quantity);
        return isEqual ? this : fail("quantity", quantity, fill.instrument().formatQuantity(fill.rawQuantity()));
    }

    /** It cost this fee in its fee currency; negative for a rebate. */
    public FillAssert hasFee(String fee) {
        int scale = fill.feeCurrency().scale();
        boolean isEqual = Figures.isEqual(fill.rawFee(), scale, fee);
        return isEqual ? this : fail("fee", fee, FixedPoint.format(fill.rawFee(), scale) + " " + fill.feeCurrency());
    }

    /** The order rested in the book. */
    public FillAssert isMaker() {
        return is("liquidity", LiquiditySide.MAKER, fill.liquidity());
    }

    /** The order took. */
    public FillAssert isTaker() {
        return is("liquidity", LiquiditySide.TAKER, fill.liquidity());
    }

    /** It happened for this reason. */
    public FillAssert hasReason(FillReason reason) {
        return is("reason", reason, fill.reason());
    }

    /** At this time of the exchange. */
    public FillAssert happenedAt(Instant time) {
        return is("time", time, EpochNanos.toInstant(fill.tsEvent()));
    }

    /** Back to the run. */
    public RunAssert and() {
        return run;
    }

    private FillAssert is(String what, Object expected, Object actual) {
        return expected.equals(actual) ? this : fail(what, expected.toString(), actual.toString());
    }

    private FillAssert fail(String what, String expected, String actual) {
        long order = fill.order().sequence();
        run.fail(
                "expected " + what + " of the fill of order #" + order + " to be " + expected + ", but it was "
                        + actual,
                run.story().aroundOrder(order));
        return this;
    }
}
