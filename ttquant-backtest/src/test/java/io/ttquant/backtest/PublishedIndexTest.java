package io.ttquant.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** That the files of published results hold as much as their index says, so that a test over all of a file is over all that is stated. */
class PublishedIndexTest {
    private static void states(String file, String content) {
        assertThat(SharedData.lines("INDEX.md"))
                .anyMatch(line -> line.startsWith("| reference/" + file + " |") && line.contains(content));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            backtrader_indicators.json | indicators | 45 | 45 indicators x 3 points
            binance_book-replay.json | replays | 3 | 3 order-book replays
            empyrical_metrics.json | cases | 29 | 29 performance-metric values
            freqtrade_exit_scenarios.json | scenarios | 36 | 36 stop/ROI/trailing/short scenarios
            lean_algorithms.json | algorithms | 4 | 4 engine runs
            stock-indicators_default-502.json | indicators | 45 | parameters for the above
            tulip_vectors.json | cases | 112 | 112 indicator vectors
            """)
    void aTableHasTheStatedCases(String file, String list, int size, String content) {
        states(file, content);

        assertThat(Published.json(file).get(list)).hasSize(size);
    }

    @Test
    void everyIndicatorHasThreePoints() {
        assertThat(Published.json("backtrader_indicators.json").get("indicators"))
                .allSatisfy(row -> assertThat(row.get("points")).hasSize(3));
    }

    @Test
    void everyBarHasTheStatedColumns() throws IOException {
        states("stock-indicators_default-502.csv.gz", "45 indicators, 106 columns x 502 bars");
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(
                        Files.newInputStream(SharedData.file("reference/stock-indicators_default-502.csv.gz"))),
                StandardCharsets.UTF_8))) {
            List<String> lines = reader.lines().toList();

            assertThat(lines).hasSize(1 + 502);
            assertThat(lines.get(0).chars().filter(c -> c == ','))
                    .as("columns beside the date")
                    .hasSize(106);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            backtesting-py_goog_sma-cross_trades.csv | 66 | 66-trade ledger
            backtesting-py_goog_sma-cross_equity.csv | 2148 | daily equity curve
            ta4j_gold-weekly_averages-rsi-atr.csv | 365 | gold weekly 1979-1985, 365 bars
            """)
    void aSheetHasTheStatedRows(String file, int rows, String content) {
        states(file, content);

        assertThat(SharedData.lines("reference/" + file)).hasSize(1 + rows);
    }
}
