package io.ttquant.core.engine;

import io.ttquant.api.exchange.Capability;
import io.ttquant.api.market.InstrumentId;
import io.ttquant.api.order.Order;
import io.ttquant.api.time.EpochNanos;
import io.ttquant.core.portfolio.PositionState;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The strategies of an engine as a whole, for whoever begins and ends a run. To be called on the engine's thread. */
public final class EngineStrategies {
    private static final Logger LOG = LoggerFactory.getLogger(Engine.class);

    private final Engine engine;
    private final SlotContext[] contexts;
    private final MarketDemand demand;
    private final FailurePolicy failurePolicy;
    private final TradingGate gate;

    EngineStrategies(Engine engine, SlotContext[] contexts, EngineBuilder b, TradingGate gate) {
        this.engine = engine;
        this.contexts = contexts;
        this.demand = b.demand;
        this.failurePolicy = b.failurePolicy;
        this.gate = gate;
        engine.timers().watchedBy(b.watch);
    }

    MarketDemand demand() {
        return demand;
    }

    /** All their orders that may still fill, those that the engine holds included. */
    public List<Order> openOrders() {
        List<Order> open = new ArrayList<>();
        for (InstrumentChannel channel : engine.channels()) {
            open.addAll(channel.orders().open(engine.slots()));
        }
        return open;
    }

    /**
     * Why closing all positions leaves one as it is: it is less than the smallest order, or, of spot that owes no coins,
     * what was sold of those that were there before.
     *
     * @param position a strategy's, or that of no strategy; in hedge mode both sides of it
     * @return a phrase for people; empty if it is flat, is being closed, or could be
     */
    public String whyLeft(PositionState position) {
        StrategySlot slot = ReturnedOrders.slot(engine.slots(), position.strategyId());
        return engine.risk().exits().whyLeft(slot == null ? engine.live().external() : slot, position);
    }

    /**
     * Whether market data of an instrument comes, as {@link io.ttquant.api.exchange.SessionListener#marketData} says, where execution is simulated on a live
     * feed or is the exchange's. While one kind does not, strategies' orders that add risk in that instrument are denied.
     */
    public void marketData(InstrumentId instrument, Capability kind, boolean isLive) {
        engine.told(
                new EngineCall.MarketData(instrument, kind, isLive), () -> gate.marketData(instrument, kind, isLive));
    }

    /** The warm-ups for which they asked when they were started, in the order in which they asked. */
    public List<Warmup> warmups() {
        return SlotContext.warmups(contexts);
    }

    /**
     * Stops each of them and asks to cancel its orders, so that none is sent any more; the engine goes on and hears what becomes of them. The first half of
     * an orderly end, {@link Engine#stop} being the second.
     */
    public void stop(String reason) {
        engine.told(new EngineCall.StopStrategies(reason), () -> stopAll(reason));
    }

    private void stopAll(String reason) {
        for (StrategySlot slot : engine.slots()) {
            if (slot.state().isListening()) {
                requestStop(slot, reason);
            } else if (slot.state().isOver()) {
                // A cancel of one that failed may have been lost or refused.
                cancelAll(slot);
            }
        }
        engine.settle();
    }

    /** One cancel that cannot be sent must keep nothing else from its end. */
    private static void cancelAll(StrategySlot slot) {
        try {
            slot.cancelAll();
        } catch (RuntimeException e) {
            LOG.error("not all orders of strategy {} could be cancelled; look at the exchange", slot.id, e);
        }
    }

    /**
     * Gives the run up after an error that leaves the engine in doubt: no strategy hears anything any more, and no event is taken. Nothing is cancelled: that
     * is for whoever has a way to the exchange, with {@link #openOrders} as they were last known. Does nothing if the engine has ended or never began.
     */
    public void abandon() {
        EngineState state = engine.state();
        if (!state.isEnded() && state != EngineState.NEW) {
            engine.failed();
        }
    }

    void requestStop(StrategySlot slot, String reason) {
        cancelAll(slot);
        slot.stop(reason);
        slot.stopped(reason);
    }

    /** A callback of a strategy threw. */
    void failed(StrategySlot slot, String callback, Throwable cause) {
        if (engine.state() == EngineState.FAILED && cause instanceof StrategyException first) {
            throw first;
        }
        String message = "strategy " + slot.id + " threw in " + callback + " at " + EpochNanos.format(engine.now())
                + ": " + cause;
        if (failurePolicy == FailurePolicy.FAIL_RUN || cause instanceof VirtualMachineError) {
            engine.failed();
            throw new StrategyException(slot.id, message, cause);
        }
        LOG.error("{}; its orders are cancelled and it stops", message, cause);
        cancelAll(slot);
        slot.fail(message);
    }
}
