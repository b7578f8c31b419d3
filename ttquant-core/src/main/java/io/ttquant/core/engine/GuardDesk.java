package io.ttquant.core.engine;

import io.ttquant.api.order.Fill;
import io.ttquant.core.order.Refusal;
import io.ttquant.core.order.TrackedOrder;
import io.ttquant.core.portfolio.Ledger;
import io.ttquant.core.portfolio.PositionState;
import io.ttquant.core.risk.ExitPrices;
import io.ttquant.core.risk.Guard;
import io.ttquant.core.risk.GuardLimits;
import io.ttquant.core.risk.LossWatch;
import io.ttquant.core.risk.RiskRecord.Losses;
import io.ttquant.core.risk.RiskRecord.OfScope;
import io.ttquant.core.risk.RiskScope;
import io.ttquant.core.risk.RiskUse;
import io.ttquant.core.risk.RoundTripStreak;
import io.ttquant.core.risk.TradingStage;
import io.ttquant.core.risk.Trip;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Runs the guards: on fills, on new prices, and when a day begins. There is one only if a guard is set. */
final class GuardDesk {
    private final Engine engine;
    private final RiskControl control;
    private final List<Watched> watched = new ArrayList<>();
    private final boolean watchesLosses;

    /** A strategy or the account, with what watches it. */
    private record Watched(
            RiskScope scope,
            @Nullable StrategySlot slot,
            LossWatch losses,
            RoundTripStreak streak,
            @Nullable StrategyWorth worth) {}

    GuardDesk(Engine engine, RiskControl control, StrategySlot[] slots, KeptRisk kept, Inheritance inherited) {
        this.engine = engine;
        this.control = control;
        for (StrategySlot slot : slots) {
            watch(control.desk().strategy(slot.index), slot, kept, inherited);
        }
        watch(control.desk().account(), null, kept, inherited);
        this.watchesLosses =
                watched.stream().anyMatch(each -> limits(each.scope).hasLosses());
    }

    /** What holds a scope that has no limits any more ends as it would have with them. */
    private void watch(RiskScope scope, @Nullable StrategySlot slot, KeptRisk kept, Inheritance inherited) {
        OfScope found = kept.found(scope);
        if (!limits(scope).isWatching() && found.holds().isEmpty()) {
            return;
        }
        StrategyWorth worth = slot == null ? null : new StrategyWorth(engine, slot.id);
        Watched each = new Watched(scope, slot, new LossWatch(scope), new RoundTripStreak(scope), worth);
        each.losses.restore(found.losses());
        each.streak.restore(found.lossesInARow());
        if (worth != null) {
            worth.restore(found.worth(), inherited.positions());
        }
        watched.add(each);
    }

    /** What is counted of a strategy or the account, to be kept over a restart. */
    OfScope counted(RiskScope scope) {
        for (Watched each : watched) {
            if (each.scope == scope) {
                StrategyWorth worth = limits(scope).hasLosses() ? each.worth : null;
                return new OfScope(
                        scope.strategyId(),
                        each.losses.counted(),
                        each.streak.losses(),
                        scope.holds(),
                        worth == null ? null : worth.kept());
            }
        }
        return new OfScope(scope.strategyId(), Losses.NONE, 0, scope.holds(), null);
    }

    /** The engine starts with what was counted before: a day that is over ends now. */
    void started() {
        watched.forEach(each -> each.losses.endDayBy(engine.now()));
        beginDay();
    }

    /** Orders may be sent: streaks of before are judged by the limits of now, as losses are at the next price. */
    void begun() {
        watched.forEach(each -> apply(each, each.streak.look()));
    }

    /** An instrument has a new price. */
    void marked(InstrumentChannel channel, PriceWatch watch) {
        if (engine.isHistory()) {
            return;
        }
        long price = watch.rawMark();
        if (watch.isReached(price)) {
            exit(channel, watch, price);
        }
        if (watchesLosses) {
            lookAtLosses();
        }
    }

    private void exit(InstrumentChannel channel, PriceWatch watch, long rawPrice) {
        for (PositionGuard guard : watch.guards()) {
            boolean isFree = control.stage(guard.slot) != TradingStage.HALTED
                    && !control.exits().isActive(guard.slot, channel, guard.side);
            // What no order can close would trip its guard at every price.
            if (isFree
                    && rawPrice > 0
                    && guard.exits.isReached(rawPrice)
                    && !control.exits().isDust(guard.position)) {
                Trip trip = guard.exits.trip(guard.position, rawPrice);
                control.tripped(guard.slot.id, trip);
                control.exits().start(guard.slot, channel, guard.side, trip.guard(), trip.message(), false);
            }
        }
    }

    /** An order was filled, and everybody has heard of it. */
    void filled(InstrumentChannel channel, TrackedOrder order, Fill fill) {
        StrategySlot slot = engine.slot(order.owner());
        PriceWatch watch = channel.watch();
        if (watch == null || order.isExternal()) {
            return;
        }
        PositionGuard guard = watch.guard(slot, order.position());
        if (guard.endsRoundTrip()) {
            long profit = guard.rawProfit();
            for (Watched each : watched) {
                if (each.slot == null || each.slot == slot) {
                    apply(each, each.streak.ended(profit));
                }
            }
        }
        boolean isOwnFee = fill.feeCurrency().equals(order.instrument().settlement());
        guard.follow(isOwnFee ? fill.rawFee() : 0);
        aim(guard, watch);
        marked(channel, watch);
    }

    /** A strategy has a position back from an earlier run, or less than it was: what closes it holds for what it has. */
    void returned(InstrumentChannel channel, StrategySlot slot, PositionState position) {
        PriceWatch watch = channel.watch();
        if (watch != null) {
            PositionGuard guard = watch.guard(slot, position);
            guard.follow(0);
            aim(guard, watch);
        }
    }

    private void aim(PositionGuard guard, PriceWatch watch) {
        guard.exits = ExitPrices.of(
                guard.position,
                limits(control.desk().strategy(guard.slot.index)),
                limits(control.desk().account()));
        watch.aim();
    }

    private static GuardLimits limits(RiskScope scope) {
        return scope.limits().guards();
    }

    private void lookAtLosses() {
        beginDay();
        for (Watched each : watched) {
            if (limits(each.scope).hasLosses()) {
                long value = rawValue(each);
                if (each.losses.losesSight(value)) {
                    tellUnseen(each.scope);
                }
                apply(each, each.losses.look(value));
            }
        }
    }

    /** What is held may go on losing, and whoever set the limits thinks that they hold. */
    private void tellUnseen(RiskScope scope) {
        engine.taps()
                .notice(
                        new AccountNotice(
                                engine.now(),
                                AccountNotice.Kind.LOSS_NOT_JUDGED,
                                null,
                                scope.unseenLoss(engine.ledger().missingPrice()).message()
                                        + "; until then nothing is sent that adds risk, and what is held is not limited by them"));
    }

    /** Money came in that nobody earned; {@link Ledger#UNKNOWN} if it has no value yet. */
    void received(long rawValue) {
        for (Watched each : watched) {
            if (each.slot == null && rawValue != Ledger.UNKNOWN) {
                each.losses.received(rawValue);
            }
        }
    }

    /** A stage that a day's loss brought ends with the day. */
    void beginDay() {
        for (Watched each : watched) {
            if (each.losses.isNewDay(engine.now()) && each.losses.beginDay(engine.now())) {
                control.release(
                        each.scope,
                        Guard.DAILY_LOSS,
                        "a new day began in " + limits(each.scope).zone());
            }
        }
    }

    /** Why nothing may be sent that could lose more: a loss that cannot be seen cannot be limited. Null if all that is watched has a value. */
    @Nullable
    Refusal unseen(StrategySlot slot) {
        Ledger ledger = engine.ledger();
        if (!watchesLosses || ledger.isValued()) {
            return null;
        }
        for (Watched each : watched) {
            boolean concerns = limits(each.scope).hasLosses() && (each.slot == null || each.slot == slot);
            if (concerns && rawValue(each) == Ledger.UNKNOWN) {
                return each.scope.unseenLoss(ledger.missingPrice());
            }
        }
        return null;
    }

    /** The account's value; a strategy's is its profit on top of the capital. */
    private long rawValue(Watched each) {
        Ledger ledger = engine.ledger();
        if (each.worth != null) {
            return each.worth.raw();
        }
        return ledger.isValued() ? ledger.rawEquity() : Ledger.UNKNOWN;
    }

    private void apply(Watched each, @Nullable Trip trip) {
        if (trip != null) {
            control.apply(each.scope, each.slot, trip);
        }
    }

    /** The limits on losses of a strategy or of the account, with what is used of them. */
    List<RiskUse> uses(RiskScope scope) {
        List<RiskUse> uses = new ArrayList<>();
        for (Watched each : watched) {
            if (each.scope == scope) {
                uses.addAll(each.losses.uses(rawValue(each)));
                each.streak.use().ifPresent(uses::add);
            }
        }
        return uses;
    }

    /** Counts anew, after somebody let a strategy or the account go on. */
    void restart(RiskScope scope) {
        for (Watched each : watched) {
            if (each.scope == scope) {
                each.losses.restart();
                each.streak.restart();
            }
        }
    }
}
