package io.ttquant.core.engine;

import io.ttquant.api.exchange.Capability;
import io.ttquant.api.market.InstrumentId;
import io.ttquant.core.risk.TradingStage;

/** A call from outside by which somebody makes an engine act that is neither market data nor a report nor the passing of time. */
public sealed interface EngineCall {
    /** Makes the call. */
    void on(Engine engine);

    /**
     * {@link Engine#start(long)}.
     *
     * @param nanos the time of the start, epoch nanoseconds
     */
    record Start(long nanos) implements EngineCall {
        @Override
        public void on(Engine engine) {
            engine.start(nanos);
        }
    }

    /** {@link Engine#stop}. */
    record Stop() implements EngineCall {
        @Override
        public void on(Engine engine) {
            engine.stop();
        }
    }

    /**
     * {@link EngineStrategies#stop}.
     *
     * @param reason why
     */
    record StopStrategies(String reason) implements EngineCall {
        @Override
        public void on(Engine engine) {
            engine.strategies().stop(reason);
        }
    }

    /**
     * {@link RiskControl#trip}.
     *
     * @param reason why
     * @param who trips it
     * @param isFlattening whether positions are closed
     */
    record Trip(String reason, String who, boolean isFlattening) implements EngineCall {
        @Override
        public void on(Engine engine) {
            engine.risk().trip(reason, who, isFlattening);
        }
    }

    /**
     * {@link RiskControl#reset}.
     *
     * @param who resets it
     * @param why why
     */
    record Reset(String who, String why) implements EngineCall {
        @Override
        public void on(Engine engine) {
            engine.risk().reset(who, why);
        }
    }

    /**
     * {@link RiskControl#hold}.
     *
     * @param strategyId whom; empty for the account
     * @param stage in what
     * @param reason why
     * @param who holds it
     */
    record Hold(String strategyId, TradingStage stage, String reason, String who) implements EngineCall {
        @Override
        public void on(Engine engine) {
            engine.risk().hold(strategyId, stage, reason, who);
        }
    }

    /**
     * {@link RiskControl#flatten}.
     *
     * @param strategyId whose positions; empty for those of all
     * @param reason why
     * @param who closes them
     */
    record Flatten(String strategyId, String reason, String who) implements EngineCall {
        @Override
        public void on(Engine engine) {
            engine.risk().flatten(strategyId, reason, who);
        }
    }

    /**
     * {@link RiskControl#resume}.
     *
     * @param strategyId whom; empty for the account
     * @param who lets it go on
     * @param why why
     */
    record Resume(String strategyId, String who, String why) implements EngineCall {
        @Override
        public void on(Engine engine) {
            engine.risk().resume(strategyId, who, why);
        }
    }

    /**
     * {@link LiveAccount#trading}.
     *
     * @param isTrading whether new orders may be sent
     * @param why a phrase for people
     */
    record Trading(boolean isTrading, String why) implements EngineCall {
        @Override
        public void on(Engine engine) {
            engine.live().trading(isTrading, why);
        }
    }

    /**
     * {@link RiskControl#keeping}.
     *
     * @param isKept whether what happens is kept
     * @param why a phrase for people
     */
    record Keeping(boolean isKept, String why) implements EngineCall {
        @Override
        public void on(Engine engine) {
            engine.risk().keeping(isKept, why);
        }
    }

    /**
     * {@link EngineStrategies#marketData}.
     *
     * @param instrument whose
     * @param kind of which kind
     * @param isLive whether they come
     */
    record MarketData(InstrumentId instrument, Capability kind, boolean isLive) implements EngineCall {
        @Override
        public void on(Engine engine) {
            engine.strategies().marketData(instrument, kind, isLive);
        }
    }
}
