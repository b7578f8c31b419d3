package io.ttquant.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.api.market.BarSpec;
import io.ttquant.backtest.statistics.Statistic;
import io.ttquant.core.portfolio.CashFlow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page on results names what a run writes. */
class ResultsPageTest {
    private static final Path PAGE = Path.of("../docs/results.md");

    @TempDir
    private Path folder;

    @Test
    void namesEveryFileAndEveryColumn() throws IOException {
        BarSpec hour = BarSpec.hours(1);
        Backtest.of(Walk.bars(Walk.BTC, hour, 50, 1).source())
                .cash("100000 USDT")
                .strategy("one", Walk.turns(Walk.BTC, hour, 10, "0.01"))
                .run()
                .report()
                .write(folder);
        List<String> page = Files.readAllLines(PAGE);
        List<Path> files;
        try (Stream<Path> all = Files.list(folder)) {
            files = all.sorted().toList();
        }
        assertThat(files).hasSizeGreaterThan(7);
        for (Path file : files) {
            String name = "| `" + file.getFileName() + "` |";
            List<String> rows =
                    page.stream().filter(line -> line.startsWith(name)).toList();
            assertThat(rows).as(name).isNotEmpty();
            if (name.contains(".csv")) {
                String columns = rows.get(rows.size() - 1);
                String header = Files.readAllLines(file).get(0);
                assertThat(Stream.of(header.split(","))
                                .filter(column -> !column.endsWith("_nanos"))
                                .map(column -> column.startsWith("pnl:") ? "pnl:<strategy>" : column))
                        .as(name)
                        .allSatisfy(column -> assertThat(columns).contains("`" + column + "`"));
            }
        }
    }

    @Test
    void namesEveryKindOfCashFlow() throws IOException {
        String page = Files.readString(PAGE);
        for (CashFlow.Kind kind : CashFlow.Kind.values()) {
            assertThat(page).contains("`" + kind + "`");
        }
    }

    /** The table is what the code says, so that a formula cannot be one thing here and another one there. */
    @Test
    void hasARowForEveryFigureWithItsFormula() throws IOException {
        RunStatistics figures = Backtest.of(
                        Walk.bars(Walk.BTC, BarSpec.hours(1), 1000, 1).source())
                .cash("100000 USDT")
                .strategy("idle", Walk.idle())
                .run()
                .statistics();
        List<String> rows = Stream.concat(figures.figures().stream(), figures.priceFigures().stream())
                .map(ResultsPageTest::row)
                .toList();
        assertThat(Files.readAllLines(PAGE)).containsAll(rows);
    }

    private static String row(Statistic figure) {
        return "| `" + figure.key() + "` | " + figure.name() + " | " + unit(figure.unit()) + " | "
                + figure.formula().replace("|", "\\|") + " |";
    }

    private static String unit(Statistic.Unit unit) {
        return switch (unit) {
            case NUMBER -> "number";
            case COUNT -> "count";
            case PERCENT, SIGNED_PERCENT -> "part";
            case MONEY, SIGNED_MONEY -> "money";
            case DURATION -> "ns";
            case TIME -> "s";
        };
    }
}
