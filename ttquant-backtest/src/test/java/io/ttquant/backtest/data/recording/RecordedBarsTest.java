package io.ttquant.backtest.data.recording;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.api.time.EpochNanos;
import io.ttquant.backtest.SharedData;
import io.ttquant.backtest.data.BarColumns;
import io.ttquant.backtest.data.DataQuality;
import io.ttquant.backtest.data.LoadedData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Recorded bars in layouts that columns alone do not describe, against the figures that their index states. Equities: New York's time plus four hours. */
class RecordedBarsTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            lean-crypto/bybit/minute/btcusdt/20221213_trade.zip   | bybit:BTCUSDT   | 1m bars     | 1440 | 2022-12-13T00:00:00Z | 2022-12-13T23:59:00Z
            lean-crypto/coinbase/minute/btcusd/20180404_quote.zip | coinbase:BTCUSD | 1m@bid bars | 1437 | 2018-04-04T00:00:00Z | 2018-04-04T23:58:00Z
            lean-equity-minute/spy/20131007_trade.zip             | usa:SPY         | 1m bars     |  828 | 2013-10-07T08:00:00Z | 2013-10-07T23:59:00Z
            lean-equity-minute/spy/20131007_quote.zip             | usa:SPY         | 1m@bid bars |  908 | 2013-10-07T08:00:00Z | 2013-10-08T00:00:00Z
            lean-crypto/binance/hour/btcusdt_trade.zip            | binance:BTCUSDT | 1h bars     |  120 | 2018-05-01T00:00:00Z | 2018-05-05T23:00:00Z
            lean-cryptofuture/binance/hour/adausdt_quote.zip      | binance:ADAUSDT | 1h@bid bars |   24 | 2022-12-13T00:00:00Z | 2022-12-13T23:00:00Z
            """)
    void everyBarIsReadAndNoneStepsBack(
            String file, String instrument, String series, long rows, String first, String last) {
        LoadedData data = Recordings.of(SharedData.file("bars/" + file)).load();
        DataQuality quality = data.quality().get(0);

        assertThat(quality.instrument()).hasToString(instrument);
        assertThat(quality.series()).isEqualTo(series);
        assertThat(EpochNanos.format(quality.firstNanos())).isEqualTo(first);
        assertThat(EpochNanos.format(quality.lastNanos())).isEqualTo(last);
        assertThat(data.quality()).hasSize(file.contains("quote") ? 2 : 1).allSatisfy(q -> {
            assertThat(q.rows()).isEqualTo(rows);
            assertThat(q.outOfOrder() + q.duplicates()).isZero();
        });
        assertThat(data.bars()).hasSameSizeAs(data.quality());
    }

    @Test
    void pricesOfSharesAreTenThousandthsAndDaysAreNewYorks() {
        BarColumns bars = Recordings.of(SharedData.file("bars/lean-equity-minute/spy/20131007_trade.zip"))
                .load()
                .bars()
                .get(0);

        assertThat(bars.instrument().price(bars.rawOpen(0))).isEqualTo(167.41);
        assertThat(bars.instrument().price(bars.rawLow(0))).isEqualTo(167.25);
        assertThat(bars.tsClose(0) - bars.tsOpen(0)).isEqualTo(60 * EpochNanos.SECOND);
    }

    @Test
    void tradesAndBothSidesOfAFutureAreThreeSeriesOfOneInstrument() {
        LoadedData data = Recordings.of(
                        SharedData.file("bars/lean-cryptofuture/binance/hour/adausdt_trade.zip"),
                        SharedData.file("bars/lean-cryptofuture/binance/hour/adausdt_quote.zip"))
                .load();

        assertThat(data.instruments()).hasSize(1);
        assertThat(data.bars().stream().map(bars -> bars.spec().toString()).toList())
                .containsExactlyInAnyOrder("1h", "1h@bid", "1h@ask");
    }

    @Test
    void answersAboutInstrumentsAreCounted() {
        Inspection found = Recordings.of(SharedData.file("capture/OKX-rest-instruments-2022-05-13.log.gz"))
                .inspect();

        FileSummary summary = found.files().get(0);
        assertThat(summary.count("answers about instruments")).isEqualTo(25);
        assertThat(EpochNanos.format(summary.firstNanos())).startsWith("2022-05-13T16:23:16.256");
        assertThat(EpochNanos.format(summary.lastNanos())).startsWith("2022-05-13T16:27:04.473");
        assertThat(found.quality()).isEmpty();
    }
}
