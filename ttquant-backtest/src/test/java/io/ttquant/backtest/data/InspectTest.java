package io.ttquant.backtest.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Looking at files without trading on them. */
class InspectTest {
    private static final String BARS = "time,open,high,low,close,volume\n2024-01-01,1,2,1,2,5\n2024-01-02,2,2,1,1,5\n";

    @TempDir
    private Path folder;

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    @Test
    void noInstrumentNeedBeTold() throws IOException {
        write("shares.csv", BARS);

        assertThatThrownBy(() -> DataFiles.of(folder).load()).hasMessageContaining("does not say its instrument");
        assertThat(DataFiles.of(folder).inspect()).singleElement().satisfies(found -> {
            assertThat(found.instrument()).hasToString("file:SHARES");
            assertThat(found.rows()).isEqualTo(2);
        });
    }

    @Test
    void aPerpetualInDollarsAndTwoKindsOfOneNameAreLookedAtToo() throws IOException {
        write("BITMEX-XBTUSD-PERP-1d.csv", BARS);
        write("spot/BINANCE-BTCUSDT-1d.csv", BARS);
        write("um/BINANCE-BTCUSDT-1d.csv", BARS);

        assertThatThrownBy(() -> DataFiles.of(folder.resolve("BITMEX-XBTUSD-PERP-1d.csv"))
                        .load())
                .hasMessageContaining("whose contract value no file tells");
        assertThat(DataFiles.of(folder).inspect().stream()
                        .map(found -> found.instrument().toString()))
                .containsExactlyInAnyOrder("bitmex:XBTUSD", "binance:BTCUSDT", "binance:BTCUSDT-PERP");
    }

    @Test
    void whatWouldMisleadIsRefusedAsWhenItIsLoaded() throws IOException {
        write("shares.csv", BARS + "2024-01-03,1,1,2,1,5\n");

        assertThatThrownBy(() -> DataFiles.of(folder).inspect()).hasMessageContaining("has a high below its low");
    }

    @Test
    void aFolderOfRowsMayHoldOtherFiles() throws IOException {
        write("BTCUSDT-1d.csv", BARS);
        write("result.json", "{}");
        write("decisions.log", "nothing");

        assertThat(DataFiles.of(folder).load().rows()).isEqualTo(2);
    }
}
