package io.ttquant.backtest.interval;

import io.ttquant.api.market.Instrument;

/** A bar whose inside is searched. */
record PathBar(long tsOpen, long tsClose, long rawOpen, long rawHigh, long rawLow, long rawClose) {
    /** The step of the grid on which its prices lie: the tick, or the last digit for prices that are on no tick. */
    long rawStep(Instrument instrument) {
        long tick = instrument.rawTick();
        boolean isOnTicks = rawOpen % tick == 0 && rawHigh % tick == 0 && rawLow % tick == 0 && rawClose % tick == 0;
        return isOnTicks ? tick : 1;
    }
}
