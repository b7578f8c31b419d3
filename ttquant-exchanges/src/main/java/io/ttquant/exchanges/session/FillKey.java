package io.ttquant.exchanges.session;

import io.ttquant.api.order.Side;
import io.ttquant.exchanges.answer.VenueFill;

/** What makes a fill the same: a trade with oneself has one id and two sides. */
record FillKey(String symbol, long tradeId, Side side) {
    static FillKey of(VenueFill fill) {
        return new FillKey(fill.symbol(), fill.tradeId(), fill.side());
    }

    /** The same fill as it is known where the venue does not tell its id. */
    static FillKey withoutId(VenueFill fill) {
        return new FillKey(fill.symbol(), fill.madeUpId(), fill.side());
    }
}
