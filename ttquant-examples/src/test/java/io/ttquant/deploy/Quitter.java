package io.ttquant.deploy;

import io.ttquant.api.market.InstrumentId;
import io.ttquant.api.strategy.Strategy;
import io.ttquant.api.strategy.StrategyContext;
import io.ttquant.api.time.TimerEvent;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

/** A strategy that does nothing until it is told to; then it takes its engine with it. */
public final class Quitter extends Strategy {
    /** Ends all engines that have one. */
    static final AtomicBoolean TOLD = new AtomicBoolean();

    private final Params params;

    /**
     * Parameters.
     *
     * @param instrument what it listens to
     */
    public record Params(InstrumentId instrument) {}

    /** A quitter. */
    public Quitter(Params params) {
        this.params = params;
    }

    @Override
    protected void onStart(StrategyContext ctx) {
        ctx.subscribeTrades(params.instrument());
        ctx.timers().every("look", Duration.ofMillis(200));
    }

    @Override
    protected void onTimer(TimerEvent timer) {
        if (TOLD.get()) {
            throw new StackOverflowError("planted: an engine does not go on after it");
        }
    }
}
