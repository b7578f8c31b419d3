package io.ttquant.core.metrics;

import io.ttquant.core.counter.Level;
import io.ttquant.core.engine.Engine;
import io.ttquant.core.engine.EngineFigures;
import io.ttquant.core.engine.RiskHold;
import io.ttquant.core.risk.RiskUse;
import io.ttquant.core.risk.TradingStage;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Looks at limits, stages and the kill switch once a second on the engine's thread. */
final class RiskMeasure {
    private final Level killSwitch = new Level();
    private final Level account = new Level();
    private final Map<RiskHold, Level> holds = new EnumMap<>(RiskHold.class);
    private final Map<String, Level> stages = new LinkedHashMap<>();
    private final Map<Rule, Cells> rules = new LinkedHashMap<>();

    private record Rule(String scope, String name) {
        static Rule of(RiskUse use) {
            return new Rule(use.strategyId().isEmpty() ? Labels.ACCOUNT : use.strategyId(), use.rule());
        }
    }

    private record Cells(Level limit, Level use) {
        static Cells of() {
            return new Cells(new Level(), new Level());
        }

        /** A limit of nothing is used up by anything. */
        double ratio() {
            double most = limit.get();
            double used = use.get();
            return most == 0 ? (used > 0 ? 1 : 0) : used / most;
        }
    }

    RiskMeasure() {
        for (RiskHold hold : RiskHold.values()) {
            holds.put(hold, new Level());
        }
    }

    void know(EngineFigures figures) {
        figures.owners().forEach(owner -> stages.computeIfAbsent(owner, key -> new Level()));
        figures.riskUses().forEach(use -> rules.computeIfAbsent(Rule.of(use), key -> Cells.of()));
    }

    void sample(Engine engine, EngineFigures figures) {
        killSwitch.set(engine.risk().isKilled() ? 1 : 0);
        Set<RiskHold> held = figures.holds();
        holds.forEach((hold, level) -> level.set(held.contains(hold) ? 1 : 0));
        TradingStage most = figures.accountStage();
        account.set(most.ordinal());
        List<String> owners = figures.owners();
        for (int i = 0; i < owners.size(); i++) {
            stages.computeIfAbsent(owners.get(i), key -> new Level())
                    .set(figures.stage(i).or(most).ordinal());
        }
        for (RiskUse use : figures.riskUses()) {
            Cells cells = rules.computeIfAbsent(Rule.of(use), key -> Cells.of());
            cells.limit().set(use.limit());
            cells.use().set(use.used());
        }
    }

    void describe(SeriesSet series) {
        series.add(RiskMeters.KILL_SWITCH, killSwitch::get);
        series.add(RiskMeters.STAGE, account::get, Labels.ACCOUNT);
        holds.forEach((hold, level) ->
                series.add(RiskMeters.HELD, level::get, hold.name().toLowerCase(Locale.ROOT)));
        stages.forEach((owner, stage) -> series.add(RiskMeters.STAGE, stage::get, owner));
        rules.forEach((rule, cells) -> {
            series.add(RiskMeters.LIMIT, cells.limit()::get, rule.scope(), rule.name());
            series.add(RiskMeters.USE, cells.use()::get, rule.scope(), rule.name());
            series.add(RiskMeters.USE_RATIO, cells::ratio, rule.scope(), rule.name());
        });
    }
}
