package io.ttquant.backtest;

import io.ttquant.core.risk.GuardLimits;
import io.ttquant.core.risk.RiskLimits;
import io.ttquant.core.risk.RiskPolicy;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The risk limits of a run in words: those that are set. */
final class RiskAssumptions {
    private RiskAssumptions() {}

    static String describe(RiskPolicy policy) {
        List<String> parts = new ArrayList<>();
        add(parts, "account", policy.account());
        add(parts, "each strategy", policy.eachStrategy());
        policy.strategies().forEach((id, limits) -> add(parts, "strategy " + id, limits));
        return parts.isEmpty() ? "none" : String.join("; ", parts);
    }

    private static void add(List<String> parts, String whose, RiskLimits limits) {
        List<String> set = Stream.of(limits.orders(), limits.positions(), limits.guards())
                .flatMap(RiskAssumptions::set)
                .collect(Collectors.toCollection(ArrayList::new));
        GuardLimits guards = limits.guards();
        guards.dailyLoss().ifPresent(loss -> {
            set.add("on daily loss " + guards.dailyLossAction());
            set.add("a day begins at midnight in " + guards.zone());
        });
        guards.maxDrawdown().ifPresent(loss -> set.add("on drawdown " + guards.drawdownAction()));
        guards.lossStreak().ifPresent(count -> set.add("on loss streak " + guards.lossStreakAction()));
        if (limits.orders().cancelReserve() > 0) {
            set.add("cancel reserve " + limits.orders().cancelReserve());
        }
        if (!set.isEmpty()) {
            parts.add(whose + ": " + String.join(", ", set));
        }
    }

    private static Stream<String> set(Record limits) {
        return Stream.of(limits.getClass().getRecordComponents())
                .flatMap(component ->
                        text(value(limits, component)).map(text -> words(component.getName()) + " " + text).stream());
    }

    private static Object value(Record limits, RecordComponent component) {
        try {
            return component.getAccessor().invoke(limits);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("limits are public records", e);
        }
    }

    /** Actions, the zone and the reserve say nothing without their limits. */
    private static Optional<String> text(Object value) {
        if (value instanceof Optional<?> optional) {
            return optional.map(v -> v instanceof BigDecimal decimal ? decimal.toPlainString() : v.toString());
        } else if (value instanceof Map<?, ?> map && !map.isEmpty()) {
            return Optional.of(new java.util.TreeMap<>(keyed(map)).toString());
        }
        return Optional.empty();
    }

    private static Map<String, Object> keyed(Map<?, ?> map) {
        Map<String, Object> keyed = new java.util.HashMap<>();
        map.forEach((key, value) -> keyed.put(key.toString(), value));
        return keyed;
    }

    private static String words(String name) {
        return name.replaceAll("([A-Z])", " $1").toLowerCase(java.util.Locale.ROOT);
    }
}
