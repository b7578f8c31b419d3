package io.ttquant.backtest.junit;

import io.ttquant.api.strategy.Strategy;
import io.ttquant.api.strategy.StrategyContext;
import io.ttquant.api.time.TimerEvent;

/** Stands beside the strategy in a run, trades nothing, and shows a test's clock the engine's time. */
final class ClockFollower extends Strategy {
    /** Its name in a run. */
    static final String NAME = "test-clock";

    private final SimulatedClock clock;

    ClockFollower(SimulatedClock clock) {
        this.clock = clock;
    }

    @Override
    protected void onStart(StrategyContext ctx) {
        clock.follow(this);
    }

    @Override
    protected void onTimer(TimerEvent timer) {
        clock.act(Long.parseLong(timer.name()));
    }

    long nanos() {
        return clock().nanos();
    }

    void wakeAt(long time) {
        context().timers().at(Long.toString(time), time);
    }
}
