package io.ttquant.core.engine;

import io.ttquant.api.market.AggressorSide;
import io.ttquant.api.market.BarSpec;
import io.ttquant.api.market.FundingRate;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.market.InstrumentStatus;
import io.ttquant.api.market.MarkPrice;
import io.ttquant.api.market.OrderBook;
import io.ttquant.api.order.OrderEvent;
import io.ttquant.api.strategy.Strategy;
import io.ttquant.api.strategy.StrategyDoor;
import io.ttquant.api.strategy.StrategyDoor.Callback;
import io.ttquant.api.time.TimerEvent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A strategy in its place in the engine: its state, its door, and what happens if a callback throws. */
class StrategySlot {
    final String id;
    final int index;
    private final Engine engine;
    private final StrategyDoor door;
    private final boolean hearsOrders;
    private final SlotExecutions executions = new SlotExecutions();
    private StrategyState state = StrategyState.NEW;
    private boolean isListening;
    private int warmingSeries;

    StrategySlot(Engine engine, int index, String id, Strategy strategy) {
        this.engine = engine;
        this.index = index;
        this.id = id;
        this.door = StrategyDoor.of(strategy);
        this.hearsOrders = door.hears(Callback.ORDER);
    }

    /** A slot for each strategy, in their order. */
    static StrategySlot[] all(Engine engine, EngineBuilder b) {
        List<StrategySlot> all = new ArrayList<>();
        EngineWatch watch = b.watch;
        b.strategies.forEach((id, strategy) -> all.add(
                watch == null
                        ? new StrategySlot(engine, all.size(), id, strategy)
                        : new TimedSlot(engine, all.size(), id, strategy, watch)));
        return all.toArray(new StrategySlot[0]);
    }

    SlotExecutions executions() {
        return executions;
    }

    StrategyState state() {
        return state;
    }

    boolean hearsOrders() {
        return hearsOrders;
    }

    boolean hears(Callback callback) {
        return door.hears(callback);
    }

    void become(StrategyState next, String why) {
        if (!state.mayBecome(next)) {
            throw new IllegalStateException("strategy " + id + " cannot go from " + state + " to " + next);
        }
        state = next;
        isListening = next.isListening();
        engine.strategyChanged(this, why);
    }

    void start(SlotContext context) {
        become(StrategyState.STARTING, "");
        try {
            door.start(context);
        } catch (RuntimeException | Error e) {
            engine.strategies().failed(this, "onStart", e);
            return;
        }
        context.closeSubscriptions();
        if (state != StrategyState.STARTING) {
            return;
        }
        become(warmingSeries > 0 ? StrategyState.WARMING : StrategyState.RUNNING, "");
    }

    void addWarmingSeries() {
        warmingSeries++;
    }

    void seriesIsWarm() {
        warmingSeries--;
        if (warmingSeries == 0 && state == StrategyState.WARMING) {
            become(StrategyState.RUNNING, "warm");
        }
    }

    void trade(
            Instrument instrument,
            long tsEvent,
            long tsInit,
            long rawPrice,
            long rawQuantity,
            AggressorSide aggressor) {
        if (isListening) {
            try {
                door.trade(instrument, tsEvent, tsInit, rawPrice, rawQuantity, aggressor);
            } catch (RuntimeException | Error e) {
                engine.strategies().failed(this, "onTrade", e);
            }
        }
    }

    void quote(
            Instrument instrument,
            long tsEvent,
            long tsInit,
            long rawBid,
            long rawBidQty,
            long rawAsk,
            long rawAskQty) {
        if (isListening) {
            try {
                door.quote(instrument, tsEvent, tsInit, rawBid, rawBidQty, rawAsk, rawAskQty);
            } catch (RuntimeException | Error e) {
                engine.strategies().failed(this, "onQuote", e);
            }
        }
    }

    void bar(
            Instrument instrument,
            BarSpec spec,
            long tsOpen,
            long tsEvent,
            long tsInit,
            long rawOpen,
            long rawHigh,
            long rawLow,
            long rawClose,
            long rawVolume) {
        if (isListening) {
            try {
                door.bar(instrument, spec, tsOpen, tsEvent, tsInit, rawOpen, rawHigh, rawLow, rawClose, rawVolume);
            } catch (RuntimeException | Error e) {
                engine.strategies().failed(this, "onBar", e);
            }
        }
    }

    void book(OrderBook book) {
        if (isListening) {
            try {
                door.book(book);
            } catch (RuntimeException | Error e) {
                engine.strategies().failed(this, "onBook", e);
            }
        }
    }

    void funding(FundingRate funding) {
        if (isListening) {
            try {
                door.funding(funding);
            } catch (RuntimeException | Error e) {
                engine.strategies().failed(this, "onFunding", e);
            }
        }
    }

    void markPrice(MarkPrice mark) {
        if (isListening) {
            try {
                door.markPrice(mark);
            } catch (RuntimeException | Error e) {
                engine.strategies().failed(this, "onMarkPrice", e);
            }
        }
    }

    void status(InstrumentStatus status) {
        if (isListening) {
            try {
                door.status(status);
            } catch (RuntimeException | Error e) {
                engine.strategies().failed(this, "onStatus", e);
            }
        }
    }

    void order(OrderEvent event) {
        if (isListening && hearsOrders) {
            engine.desk().setCause(event);
            try {
                door.order(event);
            } catch (RuntimeException | Error e) {
                engine.strategies().failed(this, "onOrder", e);
            } finally {
                engine.desk().setCause(null);
            }
        }
    }

    void timer(TimerEvent timer) {
        if (isListening) {
            try {
                door.timer(timer);
            } catch (RuntimeException | Error e) {
                engine.strategies().failed(this, "onTimer", e);
            }
        }
    }

    /** Stops it. One that is not past {@code onStart} never ran: it is told nothing. */
    void stop(String why) {
        if (state == StrategyState.STARTING) {
            become(StrategyState.STOPPED, why);
        }
        if (!isListening) {
            return;
        }
        become(StrategyState.STOPPING, why);
        try {
            door.stop();
        } catch (RuntimeException | Error e) {
            engine.strategies().failed(this, "onStop", e);
        }
    }

    /** Cancels its orders, its timers and what slices orders for it. */
    void cancelAll() {
        try {
            executions().cancelAll();
        } finally {
            engine.timers().cancelAll(this);
            engine.desk().cancelAll(this);
        }
    }

    /** It threw. If it had asked to be stopped before, it stays stopped, and why is not lost. */
    void fail(String why) {
        if (state.mayBecome(StrategyState.FAILED)) {
            become(StrategyState.FAILED, why);
        } else {
            engine.strategyChanged(this, why);
        }
    }

    void stopped(String why) {
        if (state == StrategyState.STOPPING) {
            become(StrategyState.STOPPED, why);
        }
    }

    /** The slots with one more; the same if it is among them. */
    static StrategySlot[] with(StrategySlot[] slots, StrategySlot slot) {
        if (Arrays.asList(slots).contains(slot)) {
            return slots;
        }
        StrategySlot[] longer = Arrays.copyOf(slots, slots.length + 1);
        longer[slots.length] = slot;
        return longer;
    }
}
