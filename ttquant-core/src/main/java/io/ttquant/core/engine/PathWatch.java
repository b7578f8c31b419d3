package io.ttquant.core.engine;

import io.ttquant.core.margin.InstrumentMargin;
import io.ttquant.core.margin.MarginAccount;
import io.ttquant.core.margin.View;
import io.ttquant.core.matching.MarginWatch;

/** Judges margin along the path of a bar. Where the venue publishes marks, these decide and the path does not. */
record PathWatch(InstrumentChannel channel, LiquidationDesk desk, MarginAccount account, InstrumentMargin margin)
        implements MarginWatch {
    @Override
    public boolean isHeld() {
        return margin.rawQuantity(View.EXCHANGE) != 0 && !channel.hasVenueMark();
    }

    @Override
    public boolean isSafe(long rawLow, long rawHigh) {
        return margin.isSafeAt(rawLow) && margin.isSafeAt(rawHigh);
    }

    @Override
    public long rawBreach(long rawFrom, long rawTo) {
        return isHeld() && !isSafe(Math.min(rawFrom, rawTo), Math.max(rawFrom, rawTo))
                ? account.rawBreachPrice(margin, rawFrom, rawTo)
                : 0;
    }

    @Override
    public void liquidate(long rawPrice) {
        desk.liquidateAt(margin, rawPrice);
    }
}
