package io.ttquant.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ttquant.api.market.BarSpec;
import io.ttquant.api.market.Instrument;
import io.ttquant.backtest.report.BreakdownRow;
import io.ttquant.backtest.report.ComparisonRow;
import io.ttquant.backtest.report.Figure;
import io.ttquant.backtest.report.PartSummary;
import io.ttquant.backtest.report.ReportModel;
import io.ttquant.backtest.statistics.Returns;
import io.ttquant.core.matching.RateFees;
import io.ttquant.core.matching.SimulationConfig;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Strategies and instruments by themselves, and the run beside buying and holding. */
class ReportPartsTest {
    private static final BarSpec HOUR = BarSpec.hours(1);

    private static BacktestResult run(int hours) {
        Instrument eth = Walk.spot("ETH");
        return Backtest.of(
                        Walk.bars(Walk.BTC, HOUR, hours, 1).source(),
                        Walk.bars(eth, HOUR, hours, 2).source())
                .cash("100000 USDT")
                .simulation(SimulationConfig.DEFAULT.withFees(RateFees.of("0.0002", "0.0005")))
                .strategy("slow", Walk.turns(Walk.BTC, HOUR, 50, "0.5"))
                .strategy("quick", Walk.turns(eth, HOUR, 7, "0.25"))
                .strategy("both", Walk.turns(eth, HOUR, 11, "0.25"))
                .run();
    }

    private static List<PartSummary> parts(ReportModel model, PartSummary.Kind kind) {
        return model.analysis().parts().stream()
                .filter(part -> part.kind() == kind)
                .toList();
    }

    private static double sum(List<PartSummary> parts, String key) {
        return parts.stream().mapToDouble(part -> figure(part, key).number()).sum();
    }

    private static Figure figure(PartSummary part, String key) {
        return part.figures().stream()
                .filter(figure -> figure.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void thePartsAddUpToTheWhole() {
        BacktestResult result = run(2000);
        ReportModel model = result.report().model();
        RunStatistics whole = result.statistics();
        List<PartSummary> strategies = parts(model, PartSummary.Kind.STRATEGY);
        List<PartSummary> instruments = parts(model, PartSummary.Kind.INSTRUMENT);
        assertThat(strategies).extracting(PartSummary::name).containsExactly("slow", "quick", "both");
        assertThat(instruments).extracting(PartSummary::name).containsExactly("test:BTCUSDT", "test:ETHUSDT");
        assertThat(sum(strategies, "net_profit"))
                .isCloseTo(whole.figure("net_profit").require(), within(0.02));
        assertThat(sum(instruments, "closed_profit")).isCloseTo(whole.trades().total(), within(0.02));
        for (List<PartSummary> some : List.of(strategies, instruments)) {
            for (String key : List.of("fills", "trades")) {
                assertThat(sum(some, key)).as(key).isEqualTo(whole.figure(key).require());
            }
            for (String key : List.of("fees", "value_traded")) {
                assertThat(sum(some, key)).as(key).isCloseTo(whole.figure(key).require(), within(0.02));
            }
        }
    }

    @Test
    void theGroupsOfAPartHoldItsTrades() {
        for (PartSummary part : run(2000).report().model().analysis().parts()) {
            Map<String, Integer> byName = part.breakdowns().stream()
                    .collect(Collectors.groupingBy(BreakdownRow::by, Collectors.summingInt(BreakdownRow::trades)));
            assertThat(byName).hasSize(5).containsKey("hour of entry");
            assertThat(byName.values())
                    .allMatch(n -> n == figure(part, "trades").number());
        }
    }

    @Test
    void anInstrumentsChangeIsThatOfItsBars() {
        List<PartSummary> instruments = parts(run(2000).report().model(), PartSummary.Kind.INSTRUMENT);
        var bars = Walk.bars(Walk.BTC, HOUR, 2000, 1);
        assertThat(figure(instruments.get(0), "price_change").number())
                .isCloseTo((double) bars.rawClose(1999) / bars.rawClose(0) - 1, within(1e-12));
    }

    @Test
    void theRunStandsBesideBuyingAndHoldingByTheSameFormulas() {
        BacktestResult result = run(2000);
        RunStatistics statistics = result.statistics();
        Map<String, ComparisonRow> rows = result.report().model().analysis().comparison().stream()
                .collect(Collectors.toMap(ComparisonRow::name, Function.identity()));
        Returns held = statistics.benchmarkDaily();
        assertThat(rows).hasSize(13);
        assertThat(rows.get("Total return").own())
                .isEqualTo(statistics.performance().totalReturn());
        assertThat(rows.get("Total return").benchmark())
                .isCloseTo(statistics.figure("benchmark_return").require(), within(1e-12));
        assertThat(rows.get("Total return").benchmark()).isCloseTo(held.total(), within(1e-9));
        assertThat(rows.get("Sharpe ratio").benchmark()).isCloseTo(held.sharpe(365), within(1e-9));
        assertThat(rows.get("Annual volatility").benchmark()).isCloseTo(held.volatility(365), within(1e-9));
        assertThat(rows.get("Worst day").benchmark()).isCloseTo(held.lowest(), within(1e-12));
        assertThat(rows.get("Max drawdown").benchmark()).isLessThanOrEqualTo(held.maxDrawdown());
        assertThat(rows.get("Max drawdown").own())
                .isEqualTo(statistics.performance().maxDrawdown());
    }

    @Test
    void aShortRunIsComparedWithoutFiguresOfAYear() {
        List<ComparisonRow> rows = run(50).report().model().analysis().comparison();
        assertThat(rows)
                .filteredOn(row -> Double.isNaN(row.own()))
                .extracting(ComparisonRow::name)
                .contains("Sharpe ratio", "Annual return")
                .doesNotContain("Total return");
        assertThat(rows)
                .filteredOn(row -> Double.isNaN(row.benchmark()))
                .extracting(ComparisonRow::name)
                .contains("Sharpe ratio");
    }
}
