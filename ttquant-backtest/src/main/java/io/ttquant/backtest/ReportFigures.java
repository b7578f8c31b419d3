package io.ttquant.backtest;

import io.ttquant.backtest.interval.PnlInterval;
import io.ttquant.backtest.report.Figure;
import io.ttquant.backtest.report.StatGroup;
import io.ttquant.backtest.statistics.Statistic;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The statistics of a run as a report shows them. */
final class ReportFigures {
    private static final List<String> HEADLINE =
            List.of("total_return", "max_drawdown", "sharpe_ratio", "trades", "fees", "excess_return", "net_profit");

    private final RunSummary run;
    private final FigureText text;
    private final List<Statistic> all;

    ReportFigures(RunSummary run) {
        this.run = run;
        this.text = new FigureText(run.currency());
        this.all = run.statistics().figures(run);
    }

    /** The figures on top. */
    List<Figure> headline() {
        return HEADLINE.stream().map(this::figure).toList();
    }

    private Figure figure(String key) {
        return all.stream()
                .filter(s -> s.key().equals(key))
                .findFirst()
                .map(text::of)
                .orElseThrow();
    }

    /** All groups; those that need the prices of the data only if these are at hand, since reading them takes time. */
    List<StatGroup> groups(boolean hasPrices) {
        Map<String, List<Figure>> byName = new LinkedHashMap<>();
        add(byName, all);
        if (hasPrices && run.tradeFigures().count() > 0) {
            add(byName, run.statistics().priceFigures());
        }
        List<StatGroup> groups = new ArrayList<>();
        byName.forEach((name, figures) -> groups.add(new StatGroup(name, figures)));
        if (run.interval().isOnBars()) {
            groups.add(new StatGroup("Paths inside bars", paths(run.interval())));
        }
        return groups;
    }

    private void add(Map<String, List<Figure>> byName, List<Statistic> statistics) {
        for (Statistic statistic : statistics) {
            byName.computeIfAbsent(statistic.group(), name -> new ArrayList<>()).add(text.of(statistic));
        }
    }

    private List<Figure> paths(PnlInterval interval) {
        String end = " net profit over all paths that the price may have taken inside the bars, for the orders placed";
        String why = interval.notes().isEmpty() ? "" : "; " + String.join("; ", interval.notes());
        String most = interval.isExact() || !interval.isAvailable() ? "" : "; at most so many";
        return List.of(
                bound("Worst net profit", interval.worst(), "least" + end + why),
                bound("Best net profit", interval.best(), "most" + end + why),
                Figure.count(
                        "Ambiguous bars",
                        interval.ambiguousBars(),
                        "bars in which paths differ in what becomes of the orders" + most),
                Figure.count(
                        "Decisive bars",
                        interval.decisiveBars(),
                        "those of them at whose close paths differ in what the account is worth" + most));
    }

    private Figure bound(String name, @Nullable BigDecimal amount, String formula) {
        return amount == null
                ? Figure.number(name, Double.NaN, 2, formula)
                : Figure.signedAmount(name, FigureText.cents(amount), run.currency(), formula);
    }
}
