package io.ttquant.core.matching;

import java.math.BigDecimal;
import java.time.Duration;

/**
 * What takers find beyond the best price where there is no order book, but bars, trades, or quotes. It lays out a ladder of levels, which takers
 * walk as they walk a book: one fill for each, limit orders up to their price. What they took is gone until the next quote, or without quotes
 * the next trade or bar.
 */
public interface DepthModel {
    /** What a quote displays, then all the rest one tick worse; on trades and bars everything at their price. */
    static DepthModel nextTick() {
        return new NextTickDepth();
    }

    /** Everything at the best price, whatever it displays. */
    static DepthModel unlimited() {
        return new UnlimitedDepth();
    }

    /**
     * A bid and an ask around the price of trades and bars: takers pay half of the spread, rounded up to a tick, without limit. Quotes have a
     * spread of their own, so there it is as {@link #nextTick}.
     *
     * @param ticks the spread, from 0 to 1,000,000
     * @throws IllegalArgumentException if it is out of that range
     */
    static DepthModel fixedSpread(int ticks) {
        return new FixedSpreadDepth(ticks);
    }

    /**
     * So much at the best price, so much again some ticks worse, and so on without end.
     *
     * @param quantity of each level, in units of the instrument, such as {@code 0.5}; above 0, and at least one lot where it is used
     * @param ticks between levels, from 1 to 1,000,000
     * @throws IllegalArgumentException if one is out of its range
     */
    static DepthModel tiers(String quantity, int ticks) {
        return new TieredDepth(new BigDecimal(quantity), ticks);
    }

    /**
     * The square-root law: after a quantity Q was taken, the price has moved by {@code coefficient × σ × √(Q / V)}, with σ the standard deviation
     * of the price over the window and V the quantity traded in it. So an order pays two thirds of that on average, beyond the best price or the
     * price observed. Both figures are estimated from the trades or closed bars so far, with weights that fall by 1/e over the window; σ and V
     * grow with it alike, so the law does not depend on its length. Until something was traded and the price has moved once, takers get the
     * observed price. The law: Tóth and others, Anomalous price impact and the critical nature of liquidity in financial markets, 2011;
     * Almgren and others, Direct estimation of equity market impact, 2005, measured an exponent of 0.6 instead of a half.
     *
     * @param coefficient without unit; studies find it near 1; above 0 to 100
     * @param window over which volume and volatility are estimated, from a second to 366 days
     * @throws IllegalArgumentException if one is out of its range
     */
    static DepthModel squareRoot(double coefficient, Duration window) {
        return new SquareRootDepth(coefficient, window);
    }

    /**
     * A model by its name and figures: {@code next_tick}, {@code unlimited}, {@code fixed_spread 2}, {@code tiers 0.5 1} or
     * {@code square_root 1 1d}, where the window is a whole number of s, m, h or d.
     *
     * @throws IllegalArgumentException if it is none of these, or a figure is out of its range
     */
    static DepthModel parse(String text) {
        return DepthModelText.parse(text);
    }

    /** Lays out what a taker finds, from the best level on. */
    void lay(DepthQuery query, DepthLadder ladder);

    /** Over which time volume and volatility are estimated for it; {@link Duration#ZERO}, as here, if it needs neither. */
    default Duration window() {
        return Duration.ZERO;
    }

    /** A sentence for the report's list of assumptions. */
    String describe();
}
