package io.ttquant.exchanges.run;

import io.ttquant.api.exchange.EngineThread;
import io.ttquant.api.order.Order;
import io.ttquant.api.order.OrderStatus;
import io.ttquant.core.config.ConfiguredStrategy;
import io.ttquant.core.engine.Engine;
import io.ttquant.core.portfolio.Ledger;
import io.ttquant.core.risk.KillSwitchStore;
import io.ttquant.core.risk.TradingStage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Does what operators ask of an engine that runs, and says what came of it once orders have ended, or after five seconds. On the engine's thread. */
final class OperatorActs {
    private static final Duration LOOK = Duration.ofMillis(100);
    private static final int LOOKS = 50;
    private static final int MOST_NAMED = 5;

    private final VenuePlan plan;
    private final KillSwitchStore kept;
    private final EngineThread thread;
    private final Engine engine;

    OperatorActs(VenuePlan plan, KillSwitchStore kept, EngineThread thread, Engine engine) {
        this.plan = plan;
        this.kept = kept;
        this.thread = thread;
        this.engine = engine;
    }

    /**
     * Does it.
     *
     * @param then takes what came of it, later perhaps
     * @throws IllegalArgumentException if there is no such strategy; nothing was done then
     * @throws IllegalStateException if it cannot be done now; nothing was done then
     */
    void act(OperatorRequest request, Consumer<OperatorAnswer> then) {
        switch (request.act()) {
            case STATUS -> then.accept(OperatorAnswer.done(status()));
            case TRIP -> trip(request, false, then);
            case TRIP_AND_FLATTEN -> trip(request, true, then);
            case RESET -> {
                engine.risk().reset(request.who(), request.why());
                then.accept(OperatorAnswer.done("the kill switch is reset; the account is " + stage("")));
            }
            case REDUCE -> hold(request, TradingStage.REDUCING, then);
            case HALT -> hold(request, TradingStage.HALTED, then);
            case RESUME -> then.accept(OperatorAnswer.done(resume(request)));
            case FLATTEN -> flatten(request, then);
        }
    }

    private void trip(OperatorRequest request, boolean isFlattening, Consumer<OperatorAnswer> then) {
        List<Order> open = engine.strategies().openOrders();
        engine.risk().trip(request.why(), request.who(), isFlattening);
        boolean isKept = isKept();
        await(
                () -> unended(open).isEmpty() && (!isFlattening || isClosed(positionsOfAll())),
                () -> {
                    OperatorAnswer answer =
                            with(positionsOfAll(), isFlattening, cancelled("the kill switch is tripped", open));
                    return isKept ? answer : answer.but(". THIS IS NOT KEPT: a restart would not know it");
                },
                then);
    }

    private boolean isKept() {
        try {
            return kept.load() != null;
        } catch (RuntimeException e) {
            // What cannot be read counts as tripped, at the next start too.
            return true;
        }
    }

    private String resume(OperatorRequest request) {
        boolean isAbsent = engine.risk().kept().absent().stream()
                .anyMatch(each -> each.strategyId().equals(request.strategyId()));
        engine.risk().resume(request.strategyId(), request.who(), request.why());
        return isAbsent
                ? request.strategyId() + ", which is not configured here, is forgotten: nothing holds it any more"
                : request.subject() + " is " + stage(request.strategyId()) + held(request.strategyId());
    }

    private void hold(OperatorRequest request, TradingStage stage, Consumer<OperatorAnswer> then) {
        List<Order> open = engine.risk().increasing(request.strategyId());
        engine.risk().hold(request.strategyId(), stage, request.why(), request.who());
        await(
                () -> unended(open).isEmpty(),
                () -> kept(with(
                        positions(request.strategyId()),
                        false,
                        cancelled(request.subject() + " is " + stage(request.strategyId()), open))),
                then);
    }

    private void flatten(OperatorRequest request, Consumer<OperatorAnswer> then) {
        List<Order> open = open(request.strategyId());
        engine.risk().flatten(request.strategyId(), request.why(), request.who());
        await(
                () -> unended(open).isEmpty() && isClosed(positions(request.strategyId())),
                () -> kept(with(
                        positions(request.strategyId()),
                        true,
                        cancelled(request.subject() + " is " + stage(request.strategyId()), open))),
                then);
    }

    private OperatorAnswer kept(OperatorAnswer held) {
        return engine.risk().kept().knowsHeld()
                ? held
                : held.but(". THIS IS NOT KEPT: a restart would not know it; it is tried again every second");
    }

    private void await(BooleanSupplier isOver, Supplier<OperatorAnswer> answer, Consumer<OperatorAnswer> then) {
        await(isOver, answer, then, LOOKS);
    }

    private void await(
            BooleanSupplier isOver, Supplier<OperatorAnswer> answer, Consumer<OperatorAnswer> then, int looks) {
        if (looks == 0 || engine.state().isEnded() || isOver.getAsBoolean()) {
            then.accept(answer.get());
        } else {
            thread.schedule(LOOK, () -> await(isOver, answer, then, looks - 1));
        }
    }

    private List<Order> open(String strategyId) {
        return engine.strategies().openOrders().stream()
                .filter(order -> strategyId.isEmpty() || order.strategyId().equals(strategyId))
                .toList();
    }

    private static List<Order> unended(List<Order> orders) {
        return orders.stream().filter(order -> !order.isClosed()).toList();
    }

    private static OperatorAnswer cancelled(String what, List<Order> open) {
        List<Order> left = unended(open);
        long filled = open.stream()
                .filter(order -> order.status() == OrderStatus.FILLED)
                .count();
        String ended = what + ": "
                + (open.isEmpty()
                        ? "no order was open"
                        : counted((int) (open.size() - left.size() - filled)) + " cancelled")
                + (filled == 0 ? "" : ", " + filled + " filled before");
        if (left.isEmpty()) {
            return OperatorAnswer.done(ended);
        }
        return OperatorAnswer.undone(ended + "; NOT CONFIRMED YET: "
                + String.join(
                        ", ",
                        left.stream().limit(MOST_NAMED).map(Order::clientId).toList())
                + (left.size() > MOST_NAMED ? " and others" : "") + "; the log says what becomes of them");
    }

    private static String counted(int orders) {
        return orders + (orders == 1 ? " order" : " orders");
    }

    /** A position in words, and why closing all leaves it; empty if it does not. */
    private record Held(String words, String whyLeft) {
        static String words(List<Held> all) {
            return String.join(", ", all.stream().map(Held::words).toList());
        }
    }

    private static boolean isClosed(List<Held> held) {
        return held.stream().noneMatch(each -> each.whyLeft().isEmpty());
    }

    /** The positions of a strategy; those of all strategies if none is named. */
    private List<Held> positions(String strategyId) {
        List<Held> held = new ArrayList<>();
        if (!strategyId.isEmpty()) {
            addPositions(strategyId, "", held);
            return held;
        }
        plan.strategies().forEach(each -> addPositions(each.id(), each.id() + ": ", held));
        return held;
    }

    private void addPositions(String owner, String prefix, List<Held> to) {
        engine.ledger().positions(owner).stream()
                .filter(position -> !position.isFlat())
                .forEach(position -> to.add(new Held(
                        prefix + position.instrument().id().symbol() + " " + OrderWords.position(position),
                        engine.strategies().whyLeft(position))));
    }

    private List<Held> positionsOfAll() {
        List<Held> held = positions("");
        addPositions(Ledger.EXTERNAL, "of no strategy: ", held);
        return held;
    }

    private static OperatorAnswer with(List<Held> held, boolean isFlattening, OperatorAnswer soFar) {
        if (held.isEmpty()) {
            return soFar.and("; nothing is held");
        }
        if (!isFlattening) {
            return soFar.and("; held as before: " + Held.words(held));
        }
        List<Held> closing =
                held.stream().filter(each -> each.whyLeft().isEmpty()).toList();
        OperatorAnswer answer =
                closing.isEmpty() ? soFar : soFar.but("; STILL HELD, and being closed: " + Held.words(closing));
        for (Held each : held) {
            if (!each.whyLeft().isEmpty()) {
                answer = answer.and("; left: " + each.words() + ", " + each.whyLeft());
            }
        }
        return answer;
    }

    private String stage(String strategyId) {
        TradingStage stage = strategyId.isEmpty()
                ? engine.risk().accountStage()
                : engine.risk().stage(strategyId);
        return stage.name().toLowerCase(Locale.ROOT);
    }

    /** Why a strategy or the account that was let go on does not trade. */
    private String held(String strategyId) {
        if (engine.risk().isKilled()) {
            return ": the kill switch is tripped";
        }
        return !strategyId.isEmpty() && engine.risk().accountStage() != TradingStage.ACTIVE
                ? ": the account is " + stage("")
                : "";
    }

    private String status() {
        List<String> lines = new ArrayList<>();
        lines.add("the engine is " + engine.state().name().toLowerCase(Locale.ROOT) + "; "
                + (engine.risk().isKilled() && !isKept()
                        ? "the kill switch is TRIPPED, WHICH IS NOT KEPT: a restart would not know it"
                        : new IdleSwitch(kept).words()));
        if (!engine.risk().kept().knowsHeld()) {
            lines.add("WHO IS HELD IS NOT KEPT: a restart would not know it");
        }
        lines.add("the account is " + stage(""));
        for (ConfiguredStrategy each : plan.strategies()) {
            List<Held> held = positions(each.id());
            lines.add(each.id() + " is " + stage(each.id()) + "; "
                    + counted(open(each.id()).size()) + " open; "
                    + (held.isEmpty() ? "nothing held" : "holds " + Held.words(held)));
        }
        lines.addAll(AbsentStrategies.words(engine.risk().kept().absent()));
        return String.join("\n", lines);
    }
}
