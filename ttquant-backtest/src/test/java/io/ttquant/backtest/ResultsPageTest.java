package io.ttquant.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.api.market.BarSpec;
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
}
