package io.ttquant.backtest.interval;

import io.ttquant.api.market.InstrumentId;
import io.ttquant.api.order.Fill;
import io.ttquant.api.order.Order;
import io.ttquant.api.order.OrderEvent;
import io.ttquant.core.engine.OrderCommand;
import io.ttquant.core.matching.BarMoment;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes scripts of a run's commands: each one bound to its time, or to the order event in answer to which it was given. */
final class ScriptReader {
    private record Owner(String strategyId, InstrumentId instrument) {}

    private final Map<Owner, Script> scripts = new LinkedHashMap<>();
    private final Map<Long, PlacedOrder> orders = new HashMap<>();
    private final Map<Long, Command> amendments = new HashMap<>();
    private final Map<Long, Command> cancels = new HashMap<>();

    private final Map<Script, Command> lastGiven = new HashMap<>();

    private ScriptReader() {}

    /**
     * The scripts of a run.
     *
     * @param denied numbers of the orders that never left
     * @param unpaid numbers of the orders that the account could not pay
     */
    static Collection<Script> read(
            List<OrderCommand> commands, List<Fill> fills, Collection<Long> denied, Collection<Long> unpaid) {
        ScriptReader reader = new ScriptReader();
        commands.forEach(reader::read);
        fills.forEach(fill -> reader.script(fill.order()).fills.add(fill));
        denied.forEach(number -> reader.of(number).isDenied = true);
        unpaid.forEach(number -> reader.of(number).isUnpaid = true);
        return reader.scripts.values();
    }

    private PlacedOrder of(long number) {
        return java.util.Objects.requireNonNull(orders.get(number));
    }

    private Script script(Order order) {
        Owner owner = new Owner(order.strategyId(), order.instrument().id());
        return scripts.computeIfAbsent(owner, o -> new Script(o.strategyId(), order.instrument()));
    }

    private void read(OrderCommand given) {
        Script script = script(given.order());
        Command command = command(script, given);
        // What takes time to arrive is no part of the moment that caused it.
        OrderEvent cause = given.arrivalNanos() == given.nanos() && !isDelayed(given) ? given.cause() : null;
        List<Command> answers = cause == null ? null : answers(given, cause);
        if (answers == null) {
            Command last = script.commands.isEmpty() ? null : script.commands.get(script.commands.size() - 1);
            boolean isWithLast = last != null
                    && last == lastGiven.get(script)
                    && last.nanos == command.nanos
                    && last.moment == command.moment;
            script.add(command, isWithLast);
            lastGiven.put(script, command);
            return;
        }
        lastGiven.remove(script);
        answers.add(command);
        if (command.kind == Command.Kind.PLACE && cause != null) {
            command.order.cause = of(cause.order().sequence());
        }
    }

    /** Answers to reports that took time come later than what they report. */
    private static boolean isDelayed(OrderCommand given) {
        OrderEvent cause = given.cause();
        return cause != null && cause.tsInit() > cause.tsEvent();
    }

    /** What takes time to arrive finds the bar of its arrival. */
    private static BarMoment moment(OrderCommand given) {
        return given.arrivalNanos() == given.nanos() ? given.moment() : BarMoment.INSIDE;
    }

    private Command command(Script script, OrderCommand given) {
        long number = given.order().sequence();
        switch (given.kind()) {
            case SUBMIT -> {
                PlacedOrder placed = script.order(given.order().request());
                orders.put(number, placed);
                return Command.place(placed, given.arrivalNanos(), moment(given));
            }
            case CANCEL -> {
                Command cancel = Command.cancel(of(number), given.arrivalNanos(), moment(given));
                cancels.put(number, cancel);
                return cancel;
            }
            case AMEND -> {
                Command amend = Command.amend(
                        of(number),
                        java.util.Objects.requireNonNull(given.amendment()),
                        given.arrivalNanos(),
                        moment(given));
                amendments.put(number, amend);
                return amend;
            }
        }
        throw new AssertionError(given.kind());
    }

    /** Where an answer belongs; null if it is bound to its time, because another instrument's order caused it. */
    private @Nullable List<Command> answers(OrderCommand given, OrderEvent cause) {
        if (!cause.order().instrument().equals(given.order().instrument())) {
            return null;
        }
        long number = cause.order().sequence();
        if (cause instanceof OrderEvent.Updated || cause instanceof OrderEvent.UpdateRejected) {
            Command amend = amendments.get(number);
            return amend == null ? null : amend.reactions;
        }
        if (cause instanceof OrderEvent.CancelRejected) {
            Command cancel = cancels.get(number);
            return cancel == null ? null : cancel.reactions;
        }
        return answers(of(number), cause);
    }

    private static List<Command> answers(PlacedOrder order, OrderEvent cause) {
        if (cause instanceof OrderEvent.Filled) {
            return order.onFilled;
        }
        if (cause instanceof OrderEvent.Triggered) {
            return order.onTriggered;
        }
        return cause instanceof OrderEvent.Accepted || cause instanceof OrderEvent.Denied
                ? order.onReleased
                : order.onEnded;
    }
}
