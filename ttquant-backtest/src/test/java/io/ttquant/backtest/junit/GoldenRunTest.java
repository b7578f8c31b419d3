package io.ttquant.backtest.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ttquant.api.market.InstrumentId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SimulatedMarket(takerFee = "0.001")
class GoldenRunTest {
    private static final InstrumentId BTC = InstrumentId.parse("test:BTCUSDT");

    @TempDir
    Path folder = Path.of("");

    @AfterEach
    void comparesAgain() {
        System.clearProperty(GoldenRun.UPDATE);
    }

    private static TestRun run(BacktestRunner runner, WrittenMarket market, String quantity) {
        return runner.run(
                new Script(BTC)
                        .at(
                                1,
                                orders -> orders.buy(BTC)
                                        .quantity(quantity)
                                        .market()
                                        .submit())
                        .at(3, orders -> orders.close(BTC)),
                market.closes("100 101 102 103 104"));
    }

    @Test
    void aRunIsWrittenWhenAskedAndComparedFromThenOn(WrittenMarket market, BacktestRunner runner) throws IOException {
        GoldenRun golden = GoldenRun.at(folder.resolve("sub/run.txt"));
        assertThatThrownBy(() -> golden.assertSame(run(runner, market, "1")))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(
                        "yet; write it with -Dttquant.golden.update=true, read it, and keep it if it is right")
                .hasMessageContaining("#1 filled 1.000 at 100.00");

        System.setProperty(GoldenRun.UPDATE, "true");
        golden.assertSame(run(runner, market, "1"));
        System.clearProperty(GoldenRun.UPDATE);

        golden.assertSame(run(runner, market, "1"));
        assertThat(Files.readAllLines(folder.resolve("sub/run.txt")))
                .contains("2024-01-01T00:01:00Z  strategy  #1 BUY 1.000 test:BTCUSDT MARKET GTC")
                .endsWith("balance  10001.79800000 USDT", "balance  0.00000000 BTC", "equity  10001.79800000 USDT");
    }

    @Test
    void whatDiffersIsShownWithWhatStandsAround(WrittenMarket market, BacktestRunner runner) {
        GoldenRun golden = GoldenRun.at(folder.resolve("run.txt"));
        System.setProperty(GoldenRun.UPDATE, "true");
        golden.assertSame(run(runner, market, "1"));
        System.clearProperty(GoldenRun.UPDATE);

        assertThatThrownBy(() -> golden.assertSame(run(runner, market, "2")))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("the run is not the golden one in ")
                .hasMessageContaining("""
                          2024-01-01T00:00:00Z  strategy  running
                        - 2024-01-01T00:01:00Z  strategy  #1 BUY 1.000 test:BTCUSDT MARKET GTC
                        + 2024-01-01T00:01:00Z  strategy  #1 BUY 2.000 test:BTCUSDT MARKET GTC
                          2024-01-01T00:01:00Z  strategy  #1 accepted
                        """);
    }

    @Test
    void differencesAreFewAndInOrder() {
        assertThat(LineDifference.of(List.of("a", "b", "c"), List.of("a", "c", "d")))
                .isEqualTo("  a\n- b\n  c\n+ d");
        List<String> before = IntStream.range(0, 30).mapToObj(Integer::toString).toList();
        List<String> after = before.stream()
                .map(s -> s.equals("10") || s.equals("20") ? s + "!" : s)
                .toList();
        assertThat(LineDifference.of(before, after)).isEqualTo("""
                  ...
                  7
                  8
                  9
                - 10
                + 10!
                  11
                  12
                  13
                  ...
                  17
                  18
                  19
                - 20
                + 20!
                  21
                  22
                  23
                  ...""");
    }
}
