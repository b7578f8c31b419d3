package io.ttquant.backtest.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.api.market.Instrument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The lot of an instrument that nobody stated. */
class InferredLotTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "9000,   100,     0.0001",
        "10000,  100,     0.0001",
        "10001,  100,     0.00001",
        "9000,   0.00001, 0.00001",
        "0.5,    100,     1",
        "1,      0.25,    0.01"
    })
    void a_lot_has_the_decimals_that_occur_and_is_worth_about_one_unit_at_most(String price, String volume, String lot)
            throws IOException {
        StringBuilder text = new StringBuilder("time,open,high,low,close,volume\n");
        for (int i = 0; i < 3; i++) {
            String row = String.join(",", price, price, price, price, volume);
            text.append(1_704_067_200_000L + i * 60_000L)
                    .append(',')
                    .append(row)
                    .append('\n');
        }
        Path file = Files.writeString(folder.resolve("BTCUSDT-1m.csv"), text);

        Instrument instrument = DataFiles.of(file).load().instruments().get(0);

        assertThat(instrument.formatQuantity(instrument.rawLot())).isEqualTo(lot);
    }
}
