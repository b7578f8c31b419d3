package io.ttquant.backtest.interval;

import io.ttquant.api.market.Instrument;
import io.ttquant.api.order.LiquiditySide;
import io.ttquant.core.matching.FeeModel;
import io.ttquant.core.matching.FeesByInstrument;
import io.ttquant.core.matching.FixedFees;
import io.ttquant.core.matching.RateFees;

/** The fill of a reduce-only order of which it is only known between which bounds its quantity lies. */
record LooseFill(Rules rules, LiveOrder order, LiquiditySide liquidity, long rawPrice, long rawMark) {
    /** Two values and a fee are rounded, each by half a unit at most, at the quantity and at the bound from which it is told. */
    private static final long ROUNDING = 3;

    /** True if fees are known to be so much a fill and so much a unit, so that those of two quantities tell those of all between. */
    static boolean isTold(FeeModel fees, Instrument instrument) {
        FeeModel own = fees instanceof FeesByInstrument several ? several.feesOf(instrument) : fees;
        return own instanceof RateFees || own instanceof FixedFees;
    }

    /** One of the parts into which quantities fall by what follows: nothing, some but not all, all. */
    Range part(Range quantity, Forks forks) {
        Range[] parts = new Range[3];
        int count = 0;
        if (quantity.rawLeast() == 0) {
            parts[count++] = Range.ZERO;
        }
        if (quantity.rawMost() == order.rawQuantity()) {
            parts[count++] = new Range(quantity.rawMost(), quantity.rawMost());
        }
        long least = Math.max(1, quantity.rawLeast());
        long most = Math.min(order.rawQuantity() - 1, quantity.rawMost());
        if (least <= most) {
            parts[count++] = new Range(least, most);
        }
        return parts[forks.choose(count)];
    }

    /** What it adds to the result: its proceeds, and what it adds to the position at the last price. */
    Range worth(Range quantity) {
        long least = worth(Math.max(1, quantity.rawLeast()));
        long most = worth(quantity.rawMost());
        Range some = new Range(Math.min(least, most) - ROUNDING, Math.max(least, most) + ROUNDING);
        return quantity.rawLeast() == 0 ? some.union(Range.ZERO) : some;
    }

    private long worth(long rawQuantity) {
        long cash = rules.rawProceeds(order, liquidity, rawPrice, rawQuantity);
        long held = rawMark == 0 ? 0 : rules.rawWorth(rawMark, order.isBuy() ? rawQuantity : -rawQuantity);
        return Math.addExact(cash, held);
    }
}
