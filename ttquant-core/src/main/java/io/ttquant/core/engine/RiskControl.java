package io.ttquant.core.engine;

import io.ttquant.api.order.Order;
import io.ttquant.core.portfolio.InstrumentMark;
import io.ttquant.core.portfolio.Ledger;
import io.ttquant.core.risk.Guard;
import io.ttquant.core.risk.GuardAction;
import io.ttquant.core.risk.KillLatch;
import io.ttquant.core.risk.KillSwitchStore;
import io.ttquant.core.risk.RiskEvent;
import io.ttquant.core.risk.RiskMemory;
import io.ttquant.core.risk.RiskPolicy;
import io.ttquant.core.risk.RiskRecord;
import io.ttquant.core.risk.RiskScope;
import io.ttquant.core.risk.TradingStage;
import io.ttquant.core.risk.Trip;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The kill switch, and the stages of strategies and of the account. Its methods must be called on the engine's thread, between events or from
 * what the engine calls; not from an {@link EngineTap}.
 *
 * <p>The kill switch needs no price, no strategy and no store to work: it refuses everything from the first instant, cancels what is open, and closes
 * all positions if asked to. It stays tripped over restarts until somebody resets it.
 */
public final class RiskControl {
    private static final Logger LOG = LoggerFactory.getLogger(RiskControl.class);

    private final Engine engine;
    private final RiskDesk desk;
    private final Exits exits;
    private final Sweep sweep;
    private final FollowUps followUps;
    private final HandledEvent handled = new HandledEvent();
    private final KillSwitch killSwitch;
    private final TradingGate gate;
    private final boolean watchesPrices;
    private final boolean hasGuards;
    private final Ledger ledger;
    private @Nullable KeptRisk kept;
    private @Nullable GuardDesk guards;
    private boolean isFlattening;
    private boolean isBegun;

    RiskControl(
            Engine engine,
            Ledger ledger,
            RiskPolicy policy,
            KillSwitchStore store,
            List<String> ownerIds,
            TradingGate gate) {
        this.engine = engine;
        this.ledger = ledger;
        this.desk = new RiskDesk(engine, ledger, policy, ownerIds, gate);
        this.exits = new Exits(engine);
        this.sweep = new Sweep(engine, this, exits);
        this.followUps = new FollowUps(engine, this, sweep, exits);
        this.killSwitch = new KillSwitch(store);
        this.gate = gate;
        this.watchesPrices = policy.watchesPrices();
        this.hasGuards = policy.hasGuards();
        holdKilled();
    }

    private void holdKilled() {
        if (isKilled()) {
            desk.account().hold(Guard.KILL_SWITCH, TradingStage.HALTED, killSwitch.text());
        }
    }

    /** The strategies are in their places, and have what they were given back. */
    void begin(StrategySlot[] slots, RiskMemory memory, Inheritance inherited) {
        KeptRisk its = new KeptRisk(engine, ledger, memory, desk, slots);
        if (hasGuards || its.isFound()) {
            guards = new GuardDesk(engine, this, slots, its, inherited);
        }
        its.of(guards);
        kept = its;
    }

    /** How that stands which is kept over restarts. */
    public KeptRisk kept() {
        return Objects.requireNonNull(kept);
    }

    /** The engine starts: a switch that was found tripped is told of, and who is held. */
    void started() {
        if (guards != null && kept().isFound()) {
            guards.started();
            tellHeld(desk.account());
            for (StrategySlot slot : engine.slots()) {
                tellHeld(desk.strategy(slot.index));
            }
        }
        KillLatch found = killSwitch.latch();
        if (found != null) {
            engine.taps()
                    .risk(new RiskEvent.Killed(
                            found.who(), false, "found tripped at the start: " + killSwitch.text(), engine.now()));
        }
    }

    private void tellHeld(RiskScope scope) {
        if (scope.stage() != TradingStage.ACTIVE && !scope.isKilled()) {
            tellStage(scope, TradingStage.ACTIVE, "found so at the start: " + scope.stageReason());
        }
    }

    /**
     * The engine runs and its account's session takes orders, for the first time: what an earlier run left open goes as if the kill switch were tripped now, and
     * as if guards held now whom they hold.
     */
    void begun() {
        boolean isNow = engine.state() == EngineState.RUNNING
                && engine.reports() instanceof LiveAccount live
                && live.isTrading();
        if (isBegun || !isNow) {
            return;
        }
        isBegun = true;
        if (isKilled()) {
            tellFailures(desk.account(), sweep.cancelAll(null));
        }
        if (guards != null) {
            guards.beginDay();
        }
        holdOn(desk.account(), null);
        for (StrategySlot slot : engine.slots()) {
            holdOn(desk.strategy(slot.index), slot);
        }
        if (guards != null) {
            guards.begun();
        }
    }

    private void holdOn(RiskScope scope, @Nullable StrategySlot slot) {
        for (RiskRecord.Held held : scope.holds()) {
            tellFailures(scope, sweep.cancelIncreasingOfBefore(slot));
            flattenFor(held, slot);
        }
    }

    private void tellFailures(RiskScope scope, String failures) {
        if (!failures.isEmpty()) {
            LOG.error("not all orders of an earlier run could be cancelled for {}{}", scope.who(), failures);
        }
    }

    /** What a strategy may send, the account's stage counted. */
    public TradingStage stage(String strategyId) {
        return stage(slot(strategyId));
    }

    TradingStage stage(StrategySlot slot) {
        return desk.strategy(slot.index).stage().or(desk.account().stage());
    }

    /** What the account may send. */
    public TradingStage accountStage() {
        return desk.account().stage();
    }

    Set<RiskHold> holds() {
        return gate.holds();
    }

    /** True from when the kill switch is tripped until it is reset. */
    public boolean isKilled() {
        return killSwitch.latch() != null;
    }

    /** True while the kill switch is tripped and closes nothing. */
    boolean isGivingUpExits() {
        return isKilled() && !isFlattening;
    }

    /**
     * Trips the kill switch: refuses all orders, cancels all that are open, keeps that it is tripped.
     *
     * @param reason why, not blank
     * @param who trips it, not blank
     * @param flatten whether all positions are closed at the market, again and again until they are
     * @throws IllegalArgumentException if reason or name is blank; it is tripped all the same
     */
    public void trip(String reason, String who, boolean flatten) {
        engine.told(new EngineCall.Trip(reason, who, flatten), () -> tripNow(reason, who, flatten));
    }

    private void tripNow(String reason, String who, boolean flatten) {
        KillLatch tripped = new KillLatch(reason, who, engine.now());
        if (killSwitch.trip(tripped)) {
            holdKilled();
        }
        isFlattening |= flatten;
        String failures = sweep.cancelAll(null);
        if (isFlattening) {
            sweep.flatten(null, Guard.KILL_SWITCH, KillSwitch.text(tripped));
        } else {
            exits.abandon();
        }
        failures += killSwitch.keep();
        engine.taps().risk(new RiskEvent.Killed(who, isFlattening, KillSwitch.text(tripped) + failures, engine.now()));
        requireText("reason", reason);
        requireText("who", who);
    }

    /**
     * Resets the kill switch.
     *
     * @param who resets it, not blank
     * @param why, not blank
     * @throws IllegalArgumentException if one of them is blank
     * @throws IllegalStateException if it is not tripped, or if the reset cannot be kept: it stays tripped then
     */
    public void reset(String who, String why) {
        engine.told(new EngineCall.Reset(who, why), () -> resetNow(who, why));
    }

    private void resetNow(String who, String why) {
        requireText("who", who);
        requireText("why", why);
        killSwitch.reset(who, why, engine.now());
        isFlattening = false;
        desk.account().release(Guard.KILL_SWITCH);
        sweep.keepExitsToWhatIsHeld();
        // What was to be closed before is to be closed still; the switch had ended its exits.
        Arrays.stream(engine.slots()).forEach(sweep::flattenHeld);
        engine.taps().risk(new RiskEvent.KillReset(who, "reset by " + who + ": " + why, engine.now()));
    }

    private static void requireText(String what, String text) {
        if (text.isBlank()) {
            throw new IllegalArgumentException(
                    "the kill switch needs a " + what + " that is not blank, for whoever looks into it later");
        }
    }

    /**
     * Holds a strategy or the account in a stage by hand, and cancels what may open or increase a position.
     *
     * @param strategyId the strategy; empty for the account
     * @throws IllegalArgumentException if the strategy is not known or the stage is {@link TradingStage#ACTIVE}; use {@link #resume} for that
     * @throws IllegalStateException if its positions are being closed, which this would end
     */
    public void hold(String strategyId, TradingStage stage, String reason, String who) {
        engine.told(new EngineCall.Hold(strategyId, stage, reason, who), () -> holdNow(strategyId, stage, reason, who));
    }

    /**
     * The open orders that a hold cancels: those that may open or increase a position. What only reduces is none of them,
     * and on spot, of an account that may not owe coins, no sale within what its strategy holds.
     *
     * @param strategyId the strategy; empty for the account
     * @throws IllegalArgumentException if the strategy is not known
     */
    public List<Order> increasing(String strategyId) {
        return sweep.increasing(strategyId.isEmpty() ? null : slot(strategyId));
    }

    private void holdNow(String strategyId, TradingStage stage, String reason, String who) {
        if (stage == TradingStage.ACTIVE) {
            throw new IllegalArgumentException("nothing is held in stage ACTIVE; resume lets it go on");
        }
        StrategySlot slot = strategyId.isEmpty() ? null : slot(strategyId);
        RiskScope scope = scope(slot);
        if (scope.isFlattening()) {
            throw new IllegalStateException(scope.who() + " is halted, and its positions are being closed ("
                    + scope.stageReason() + "); resume it first if that is to end");
        }
        become(scope, slot, new RiskRecord.Held(Guard.HAND, stage, false, reason + ", by " + who));
    }

    /**
     * Halts a strategy or all of them by hand, cancels their orders and closes their positions at the market, again and again until they are closed. What no
     * strategy did is left alone: the kill switch closes that too.
     *
     * @param strategyId the strategy; empty for all
     * @throws IllegalArgumentException if the strategy is not known
     * @throws IllegalStateException if the kill switch is tripped and closes nothing: {@link #trip} it again if it is to
     */
    public void flatten(String strategyId, String reason, String who) {
        engine.told(new EngineCall.Flatten(strategyId, reason, who), () -> flattenNow(strategyId, reason, who));
    }

    private void flattenNow(String strategyId, String reason, String who) {
        StrategySlot slot = strategyId.isEmpty() ? null : slot(strategyId);
        if (isKilled() && !isFlattening) {
            throw new IllegalStateException(
                    "the kill switch is tripped and closes nothing; trip it again and let it flatten");
        }
        closeAll(slot, new RiskRecord.Held(Guard.HAND, TradingStage.HALTED, true, reason + ", by " + who));
    }

    /**
     * Lets a strategy or the account go on, whatever held it but the kill switch. Its losses count anew from now on. Of one that is not in this engine, what is
     * {@linkplain KeptRisk#absent() kept} is forgotten.
     *
     * @param strategyId the strategy; empty for the account
     * @throws IllegalArgumentException if the strategy is not known, and nothing is kept of it
     * @throws IllegalStateException if that cannot be kept over a restart: nothing changes then
     */
    public void resume(String strategyId, String who, String why) {
        engine.told(new EngineCall.Resume(strategyId, who, why), () -> resumeNow(strategyId, who, why));
    }

    private void resumeNow(String strategyId, String who, String why) {
        if (kept().forgets(strategyId)) {
            return;
        }
        RiskScope scope = scope(strategyId.isEmpty() ? null : slot(strategyId));
        TradingStage from = scope.stage();
        kept().resuming(scope);
        for (Guard guard : Guard.values()) {
            if (guard != Guard.KILL_SWITCH) {
                scope.release(guard);
            }
        }
        if (guards != null) {
            guards.restart(scope);
        }
        sweep.keepExitsToWhatIsHeld();
        tellStage(scope, from, "resumed by " + who + ": " + why);
    }

    /**
     * Whether what happens is kept in a store. While it is not, orders that add risk are denied; cancels and what only reduces a position pass.
     *
     * @param why a phrase for people
     */
    public void keeping(boolean isKept, String why) {
        engine.told(new EngineCall.Keeping(isKept, why), () -> keepingNow(isKept, why));
    }

    private void keepingNow(boolean isKept, String why) {
        boolean isNew = gate.keeping(isKept ? "" : why.isBlank() ? "the store does not say why" : why);
        if (isNew && isKept) {
            LOG.info("what happens is kept again: {}", why);
        } else if (isNew) {
            engine.taps()
                    .notice(new AccountNotice(
                            engine.now(),
                            AccountNotice.Kind.TRADING_STOPPED,
                            null,
                            "nothing that adds risk is sent from now on, because what happens is not kept: " + why));
        }
    }

    void release(RiskScope scope, Guard guard, String message) {
        TradingStage from = scope.stage();
        scope.release(guard);
        sweep.keepExitsToWhatIsHeld();
        tellStage(scope, from, message);
    }

    private void become(RiskScope scope, @Nullable StrategySlot slot, RiskRecord.Held held) {
        TradingStage from = scope.stage();
        scope.hold(held);
        String failures = sweep.cancelIncreasing(slot);
        if (!held.isFlattening()) {
            // What people are told is kept by then; closing positions does not wait for a disk.
            kept().keepNow();
        }
        tellStage(scope, from, held.reason() + failures);
    }

    private void tellStage(RiskScope scope, TradingStage from, String message) {
        if (from != scope.stage()) {
            engine.taps()
                    .risk(new RiskEvent.StageChanged(scope.strategyId(), from, scope.stage(), message, engine.now()));
        }
    }

    void tripped(String strategyId, Trip trip) {
        engine.taps().risk(new RiskEvent.Tripped(strategyId, trip.guard(), trip.message(), engine.now()));
    }

    /** Does what a guard asks for. */
    void apply(RiskScope scope, @Nullable StrategySlot slot, Trip trip) {
        tripped(scope.strategyId(), trip);
        TradingStage stage = trip.action() == GuardAction.REDUCE ? TradingStage.REDUCING : TradingStage.HALTED;
        RiskRecord.Held held =
                new RiskRecord.Held(trip.guard(), stage, trip.action() == GuardAction.FLATTEN, trip.message());
        if (held.isFlattening()) {
            closeAll(slot, held);
        } else {
            become(scope, slot, held);
        }
    }

    private void closeAll(@Nullable StrategySlot slot, RiskRecord.Held held) {
        become(scope(slot), slot, held);
        flattenFor(held, slot);
        kept().keepNow();
    }

    private void flattenFor(RiskRecord.Held held, @Nullable StrategySlot slot) {
        if (held.isFlattening() && !isGivingUpExits()) {
            sweep.cancelAll(slot);
            sweep.flatten(slot, held.cause(), held.reason());
        }
    }

    /**
     * Writes what limits on losses have counted to the {@link RiskMemory} if it changed; to be called about every second, between events. Who is held is written
     * when that begins and ends. A trip of the kill switch that could not be kept is tried again too.
     *
     * @param isLast whether this run ends, so that there is no next call
     * @throws RuntimeException if it cannot be written; until it can, nothing should be sent that adds risk ({@link #keeping})
     */
    public void keep(boolean isLast) {
        killSwitch.keepAgain();
        kept().keep(isLast);
    }

    private RiskScope scope(@Nullable StrategySlot slot) {
        return slot == null ? desk.account() : desk.strategy(slot.index);
    }

    private StrategySlot slot(String strategyId) {
        for (StrategySlot slot : engine.slots()) {
            if (slot.id.equals(strategyId)) {
                return slot;
            }
        }
        throw new IllegalArgumentException("strategy '" + strategyId + "' is not one of this engine, which has "
                + Arrays.stream(engine.slots()).map(slot -> slot.id).collect(Collectors.joining(", ")));
    }

    RiskDesk desk() {
        return desk;
    }

    Exits exits() {
        return exits;
    }

    @Nullable
    GuardDesk guards() {
        return guards;
    }

    /** Keeps the prices of an instrument; null if no rule asks for them, so that they cost nothing. */
    @Nullable
    PriceWatch watch(InstrumentChannel channel, InstrumentMark mark) {
        return watchesPrices ? new PriceWatch(this, channel, mark) : null;
    }

    HandledEvent handled() {
        return handled;
    }

    /** What follows from what happens to orders. */
    FollowUps followUps() {
        return followUps;
    }

    /** Why the kill switch closes all positions; null while it does not. */
    @Nullable
    String flattening() {
        return isFlattening ? killSwitch.text() : null;
    }
}
