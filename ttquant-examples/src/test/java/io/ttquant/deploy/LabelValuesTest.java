package io.ttquant.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.api.exchange.SessionFigures;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.market.InstrumentId;
import io.ttquant.api.metrics.Metric;
import io.ttquant.api.money.Currency;
import io.ttquant.api.strategy.Strategy;
import io.ttquant.api.strategy.StrategyContext;
import io.ttquant.core.engine.Engine;
import io.ttquant.core.engine.EngineBuilder;
import io.ttquant.core.matching.SimulationConfig;
import io.ttquant.core.metrics.EngineMetrics;
import io.ttquant.core.metrics.MachineMetrics;
import io.ttquant.core.metrics.MetricsOptions;
import io.ttquant.deploy.Selectors.Wanted;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Rules and dashboards ask for no value of a label that an engine never shows: such a rule would be silent for ever. */
class LabelValuesTest {
    private static final Currency USD = Currency.of("USD");
    /** Names that somebody gives. */
    private static final Set<String> ANY = Set.of("job", "engine");

    private static final List<Metric> SHOWN = shown();

    private static final class Idle extends Strategy {
        @Override
        protected void onStart(StrategyContext context) {}
    }

    private static List<Metric> shown() {
        EngineMetrics metrics = EngineMetrics.of("sim", "live", MetricsOptions.DEFAULT, () -> 1);
        Instrument abc = Instrument.perpetual(InstrumentId.parse("sim:ABC"), Currency.of("ABC"), USD)
                .tick("1")
                .lot("1")
                .build();
        EngineBuilder builder = Engine.builder()
                .instrument(abc)
                .reporting(USD)
                .startBalance(USD, 1_000_000)
                .strategy("idle", new Idle())
                .simulate(SimulationConfig.DEFAULT);
        metrics.of(metrics.into(builder).build()).session(() -> SessionFigures.NONE);
        metrics.sample();
        List<Metric> all = new ArrayList<>(metrics.metrics());
        all.addAll(MachineMetrics.metrics());
        return all;
    }

    private static List<String> values(String metric, String label) {
        String dotted = metric.replaceAll("_(total|bucket|sum|count)$", "").replace('_', '.');
        return SHOWN.stream()
                .filter(each -> each.name().equals(dotted))
                .map(each -> each.tags().get(label))
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    private static Map<String, String> expressions() {
        Map<String, String> all = new LinkedHashMap<>();
        AlertRules.all().forEach(rule -> all.put(rule.name(), rule.expression()));
        Dashboards.panels().stream()
                .filter(panel -> !panel.isSql())
                .forEach(panel -> panel.targets()
                        .forEach(target ->
                                all.put(panel + " " + target.text("refId"), Dashboards.filled(target.text("expr")))));
        return all;
    }

    @Test
    void eachValueThatIsAskedForIsOneThatAnEngineShows() {
        List<Wanted> asked = new ArrayList<>();
        expressions().forEach((where, expression) -> {
            for (Wanted wanted : Selectors.wanted(expression)) {
                if (wanted.metric().startsWith("ttquant_") && !ANY.contains(wanted.label())) {
                    asked.add(wanted);
                    List<String> there = values(wanted.metric(), wanted.label());
                    assertThat(wanted.values())
                            .as("%s: %s of %s, which is %s", where, wanted.label(), wanted.metric(), there)
                            .allMatch(value -> there.stream().anyMatch(each -> each.matches(value)));
                }
            }
        });
        assertThat(asked).extracting(Wanted::label).contains("guard", "state", "outcome", "confidence", "area");
    }
}
