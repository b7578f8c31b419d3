package io.ttquant.backtest.data.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ttquant.backtest.data.DataException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of several formats at once, some of them damaged. */
class DataCheckTest {
    private static final String BARS = "time,open,high,low,close,volume\n2024-01-01,1,2,1,2,5\n2024-01-02,2,2,1,2,5\n";
    private static final String TICKS =
            "1,5,2,6,3,1704067200000,1704067200001\n2,5,2,6,3,1704067201000,1704067201001\n";

    @TempDir
    private Path folder;

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private DataReport report() {
        return DataCheck.of(List.of(folder)).run();
    }

    @Test
    void eachKindOfFileIsRecognised() throws IOException {
        write("BTCUSDT-1d.csv", BARS);
        write("BTCUSDT-bookTicker-2024-01-01.csv", TICKS);
        write("BTC-USDT-SWAP-funding.csv", "fundingTime,instId,fundingRate\n1704067200000,BTC-USDT-SWAP,0.0001\n");
        write("spy-factor-file.csv", "19980102,0.65,0.5,1\n20501231,1,1,0\n");

        assertThat(report().files().stream().map(FileReport::format))
                .containsExactly("funding archive", "OHLCV", "Binance bookTicker archive", "factor file");
        assertThat(report().describe())
                .contains("  factor file, factors of file:SPY: 2, 1998-01-02T00:00:00Z to 2050-12-31T00:00:00Z")
                .contains("prices of the first days times 0.325")
                .endsWith("4 files: all can be used, 0 warnings, 0 notes\n");
    }

    @Test
    void aDamagedFileDoesNotHideTheOthers() throws IOException {
        write("BTCUSDT-1d.csv", BARS);
        write("ETHUSDT-1d.csv", BARS + "2024-01-03,1,1,2,1,5\n");
        write("XRPUSDT-bookTicker.csv", TICKS + "3,x,2,6,3,1704067202000,1704067202001\n");
        write("empty.csv", "");

        DataReport report = report();
        assertThat(report.refused()).isEqualTo(3);
        assertThat(report.isUsable()).isFalse();
        assertThat(report.verify().lines().map(line -> line.replace(folder + "/", "")))
                .startsWith("ok       BTCUSDT-1d.csv", "REFUSED  ETHUSDT-1d.csv")
                .contains("    line 3: column 2 is 'x', which is no decimal number; mend the row or remove it")
                .endsWith("4 files: 3 cannot be used, 0 warnings, 0 notes");
    }

    @Test
    void filesThatContradictEachOtherAreNamedThoughEachIsSound() throws IOException {
        write("BTCUSDT-1d-a.csv", BARS);
        write("BTCUSDT-1d-b.csv", BARS.replace("2,2,1,2,5", "2,2,1,2,6"));

        DataReport report = report();
        assertThat(report.isUsable()).isTrue();
        assertThat(report.warnings()).isEqualTo(1);
        assertThat(report.conflicts().get(0)).contains("contradicts another file");
        assertThat(report.verify()).contains("warning  not together: ");
    }

    @Test
    void aPlaceThatLeadsNowhereIsRefused() {
        assertThatThrownBy(() -> DataCheck.of(folder.resolve("none").toString()).run())
                .isInstanceOf(DataException.class)
                .hasMessageContaining("does not exist");
    }
}
