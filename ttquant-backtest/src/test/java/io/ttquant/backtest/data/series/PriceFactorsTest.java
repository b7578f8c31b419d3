package io.ttquant.backtest.data.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ttquant.api.market.BarSpec;
import io.ttquant.backtest.SharedData;
import io.ttquant.backtest.data.BarColumns;
import io.ttquant.backtest.data.DataException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Splits and dividends. */
class PriceFactorsTest {
    private static final long DAY = 24 * 60 * MadeUp.MINUTE;

    @TempDir
    private Path folder;

    private PriceFactors read(String text) throws IOException {
        return PriceFactors.read(Files.writeString(folder.resolve("factors.csv"), text));
    }

    @Test
    void aSplitAndADividendMakeOlderPricesComparable() throws IOException {
        PriceFactors factors = read("20240102,0.98,0.5,100\n20240104,1,0.5,60\n20501231,1,1,0\n");
        BarColumns.Builder bars = BarColumns.builder(MadeUp.SHARE, BarSpec.days(1));
        long first = MadeUp.nanos("2024-01-02T00:00:00Z");
        for (int i = 0; i < 4; i++) {
            bars.add(first + i * DAY, first + (i + 1) * DAY, 10_000, 10_010, 9_990, 10_001, 7);
        }
        BarColumns adjusted = factors.adjust(bars.build(), ZoneOffset.UTC);

        assertThat(MadeUp.lines(adjusted).stream()
                        .map(line -> line.substring(42))
                        .toList())
                .containsExactly(
                        "4900 4905 4895 4900 14",
                        "5000 5005 4995 5000 14",
                        "5000 5005 4995 5000 14",
                        "10000 10010 9990 10001 7");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            20240102,1,1       | factors.csv, line 1: '20240102,1,1' has 3 columns where 4 belong; rows are yyyyMMdd,price factor
            2024-01-02,1,1,0   | line 1: '2024-01-02,1,1,0' Text '2024-01-02' could not be parsed
            20240102,0,1,0     | has a factor that is not above zero
            """)
    void rowsOfAnotherFormAreRefused(String text, String message) {
        assertThatThrownBy(() -> read(text)).isInstanceOf(DataException.class).hasMessageContaining(message);
    }

    @Test
    void daysThatDoNotRiseAndDaysBehindTheEndAreRefused() throws IOException {
        PriceFactors factors = read("20240102,1,1,0\n");

        assertThatThrownBy(() -> read("20240102,1,1,0\n20240102,1,1,0\n")).hasMessageContaining("line 2");
        assertThatThrownBy(() -> factors.at(LocalDate.of(2024, 1, 3)))
                .hasMessageContaining("ends on 2024-01-02, before 2024-01-03; give a newer factor file");
    }

    @Test
    void theRecordedFactorsAreAllRead() {
        PriceFactors factors = PriceFactors.read(SharedData.file("bars/lean-equity-minute/spy-factor-file.csv"));

        assertThat(factors.factors()).hasSize(96);
        assertThat(factors.factors().get(0).lastDay()).isEqualTo(LocalDate.of(1998, 1, 2));
        assertThat(factors.factors().get(95).lastDay()).isEqualTo(LocalDate.of(2050, 12, 31));
        assertThat(factors.at(LocalDate.of(1998, 2, 1)).whole()).isEqualByComparingTo("0.6566606");
        assertThat(factors.at(LocalDate.of(2024, 1, 1)).whole()).isEqualByComparingTo("1");
    }
}
