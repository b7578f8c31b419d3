package io.ttquant.exchanges.session;

import io.ttquant.api.order.Side;
import io.ttquant.exchanges.answer.VenueFill;

/** What makes a fill the same: a trade with oneself has one id and two sides. */
record FillKey(String symbol, long tradeId, Side side) {
    static FillKey of(VenueFill fill) {
        return new FillKey(fill.symbol(), fill.tradeId(), fill.side());
    }

    /** Whether two fills are one: they have one id, or one of them was told without its id and is like the other. */
    static boolean isSame(VenueFill one, VenueFill other) {
        FillKey first = of(one);
        FillKey second = of(other);
        return first.equals(second) || first.equals(withoutId(other)) || second.equals(withoutId(one));
    }

    /** The same fill as it is known where the venue does not tell its id. */
    static FillKey withoutId(VenueFill fill) {
        return new FillKey(fill.symbol(), fill.madeUpId(), fill.side());
    }
}
