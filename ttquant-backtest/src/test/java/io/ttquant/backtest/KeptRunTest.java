package io.ttquant.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ttquant.api.market.BarSpec;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.storage.RunEntry;
import io.ttquant.api.storage.RunKind;
import io.ttquant.api.storage.RunRecord;
import io.ttquant.api.storage.Storage;
import io.ttquant.backtest.data.BarColumns;
import io.ttquant.core.storage.sqlite.SqliteStorage;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptRunTest {
    private static final BarSpec DAY = BarSpec.days(1);
    private static final Instrument SPOT = Instrument.spot("test:BTCUSDT", "BTC", "USDT")
            .tick("0.01")
            .lot("0.001")
            .build();

    @TempDir
    Path folder;

    @Test
    void aBacktestIsKeptWithAllThatItDidAndTheSameOneAgainChangesNothing() {
        try (Storage storage =
                new SqliteStorage().open(Map.of("file", folder.resolve("t.db").toString()))) {
            BacktestResult result = backtest().keepIn(storage, "turns-1").run();
            List<RunEntry> entries = storage.read().entries("turns-1").all();

            RunRecord run = storage.read().runs().get(0);
            assertThat(run.kind()).isEqualTo(RunKind.BACKTEST);
            assertThat(run.dataFingerprint()).startsWith("sha256:");
            assertThat(of(RunEntry.Filled.class, entries))
                    .hasSize(result.fills().size());
            assertThat(of(RunEntry.Filled.class, entries)).isNotEmpty();
            assertThat(of(RunEntry.EquityAt.class, entries))
                    .hasSizeGreaterThanOrEqualTo(result.equity().size());
            RunEntry.Ended end = of(RunEntry.Ended.class, entries).get(0);
            assertThat(end.statistics())
                    .containsEntry(
                            "total_return",
                            result.statistics().figure("total_return").require());

            backtest().keepIn(storage, "turns-1").run();
            assertThat(storage.read().entries("turns-1").all()).isEqualTo(entries);
            assertThat(storage.state().conflicts()).isZero();
        }
    }

    @Test
    void keepingARunDoesNotChangeIt() {
        try (Storage storage =
                new SqliteStorage().open(Map.of("file", folder.resolve("t.db").toString()))) {
            assertThat(backtest().keepIn(storage, "a").run().fingerprint())
                    .isEqualTo(backtest().run().fingerprint());
        }
    }

    @Test
    void anotherRunUnderTheIdOfOneThatIsKeptIsRefused() {
        try (Storage storage =
                new SqliteStorage().open(Map.of("file", folder.resolve("t.db").toString()))) {
            backtest().keepIn(storage, "turns-1").run();
            List<RunEntry> entries = storage.read().entries("turns-1").all();

            assertThatThrownBy(
                            () -> backtest(41, "0.1").keepIn(storage, "turns-1").run())
                    .as("of more data")
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("turns-1")
                    .hasMessageContaining("another id");
            assertThat(storage.read().entries("turns-1").all()).isEqualTo(entries);

            assertThatThrownBy(
                            () -> backtest(40, "0.2").keepIn(storage, "turns-1").run())
                    .as("of another result")
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("another id");
        }
    }

    private static Backtest backtest() {
        return backtest(40, "0.1");
    }

    private static Backtest backtest(int days, String quantity) {
        BarColumns.Builder bars = BarColumns.builder(SPOT, DAY);
        for (int i = 0; i < days; i++) {
            long raw = 10_000_00L + i % 7 * 50_00L;
            long open = Walk.START + i * DAY.step();
            bars.add(open, open + DAY.step(), raw, raw, raw, raw, 1_000_000_000);
        }
        return Backtest.of(bars.build().source())
                .cash("10000 USDT")
                .strategy("turns", Walk.turns(SPOT, DAY, 1, quantity));
    }

    private static <T> List<T> of(Class<T> kind, List<RunEntry> entries) {
        return entries.stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}
