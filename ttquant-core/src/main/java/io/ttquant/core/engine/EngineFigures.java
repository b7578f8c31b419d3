package io.ttquant.core.engine;

import io.ttquant.api.market.Instrument;
import io.ttquant.api.market.InstrumentId;
import io.ttquant.api.order.Order;
import io.ttquant.core.book.BookCounters;
import io.ttquant.core.order.OpenOrders;
import io.ttquant.core.risk.RiskScope;
import io.ttquant.core.risk.RiskUse;
import io.ttquant.core.risk.TradingStage;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What an engine can tell of itself for people. To be asked on the engine's thread. */
public final class EngineFigures {
    private final Engine engine;

    private EngineFigures(Engine engine) {
        this.engine = engine;
    }

    /** Those of an engine. */
    public static EngineFigures of(Engine engine) {
        return new EngineFigures(engine);
    }

    /** Its strategies in the order in which it was given them, and after them the owner of what others do on a live account. */
    public List<String> owners() {
        List<String> owners = new ArrayList<>();
        for (StrategySlot slot : slots()) {
            owners.add(slot.id);
        }
        return owners;
    }

    /** The instruments that it knows. */
    public List<Instrument> instruments() {
        List<Instrument> all = new ArrayList<>();
        engine.channels().forEach(channel -> all.add(channel.instrument()));
        return all;
    }

    private StrategySlot[] slots() {
        return engine.reports() instanceof LiveAccount live
                ? StrategySlot.with(engine.slots(), live.external())
                : engine.slots();
    }

    /** How many strategies are in a state. */
    public int strategies(StrategyState state) {
        int count = 0;
        for (StrategySlot slot : engine.slots()) {
            count += slot.state() == state ? 1 : 0;
        }
        return count;
    }

    /**
     * The open orders of an owner.
     *
     * @param owner its place in {@link #owners}
     */
    public List<Order> openOrders(int owner) {
        List<Order> open = new ArrayList<>();
        StrategySlot slot = slots()[owner];
        for (InstrumentChannel channel : engine.channels()) {
            OpenOrders own = channel.orders().orNull(slot);
            if (own != null) {
                open.addAll(own.toList());
            }
        }
        return open;
    }

    /** Timers that fired so far. */
    public long timersFired() {
        return engine.timers().fired().get();
    }

    /** Timers that are set. */
    public int timersPending() {
        return engine.timers().pending();
    }

    /** What happened to the book by level of an instrument; null if it has none. */
    public @Nullable BookCounters book(InstrumentId instrument) {
        return engine.channel(instrument).bookCounters();
    }

    /** What holds back all that adds risk now. */
    public Set<RiskHold> holds() {
        return engine.risk().holds();
    }

    /** What the account may send: the stricter of what guards let it, and of what is left while something is held back. */
    public TradingStage accountStage() {
        TradingStage stage = engine.risk().accountStage();
        for (RiskHold hold : holds()) {
            stage = stage.or(hold.stage());
        }
        return stage;
    }

    /**
     * What an owner may send, the account's stage not counted.
     *
     * @param owner its place in {@link #owners}
     */
    public TradingStage stage(int owner) {
        return engine.risk().desk().strategy(owner).stage();
    }

    /** The limits of the account and of each strategy that has some, with what is used of them. */
    public List<RiskUse> riskUses() {
        List<RiskUse> all = new ArrayList<>();
        RiskDesk desk = engine.risk().desk();
        if (desk.hasLimits()) {
            add(desk.account(), all);
            for (StrategySlot slot : engine.slots()) {
                add(desk.strategy(slot.index), all);
            }
        }
        return all;
    }

    private void add(RiskScope scope, List<RiskUse> all) {
        all.addAll(scope.uses(engine.now()));
        GuardDesk guards = engine.risk().guards();
        if (guards != null) {
            all.addAll(guards.uses(scope));
        }
    }
}
