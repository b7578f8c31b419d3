package io.ttquant.backtest.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.api.time.EpochNanos;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class CandleEncodingTest {
    @Test
    void readsBackEveryPriceToItsLastDigit() throws Exception {
        for (long seed = 1; seed <= 20; seed++) {
            assertReadsBack(random(seed), "seed " + seed);
        }
    }

    @Test
    void readsBackAWalkOfMinutes() throws Exception {
        assertReadsBack(DemoMarket.walk("i", 2, 27_000, 5000, 1, 5), "walk");
    }

    @Test
    void needsAboutEightCharactersForAMinuteCandle() {
        CandleSeries year = DemoMarket.walk("i", 2, 27_000, 100_000, 1, 5);
        assertThat(new CandleEncoding(year).text().length()).isLessThan(100_000 * 11);
    }

    @Test
    void encodesASeriesWithoutCandles() throws Exception {
        CandleSeries none = DemoMarket.walk("i", 2, 1, 0, 1, 1);
        assertThat(CandleDecoding.columns(new CandleEncoding(none).text(), 0, 0, 0)[0])
                .isEmpty();
    }

    private static void assertReadsBack(CandleSeries series, String name) throws Exception {
        CandleEncoding encoding = new CandleEncoding(series);
        long first = Times.millis(series.openNanos()[0]);
        long step = Times.millis(series.intervalNanos());
        long[][] columns = CandleDecoding.columns(encoding.text(), series.size(), first, step);
        double unit = Math.pow(10, series.priceDigits());
        for (int i = 0; i < series.size(); i++) {
            assertThat(columns[0][i]).as(name).isEqualTo(Times.millis(series.openNanos()[i]));
            assertThat(columns[1][i]).as(name).isEqualTo(Math.round(series.open()[i] * unit));
            assertThat(columns[2][i]).as(name).isEqualTo(Math.round(series.close()[i] * unit));
            assertThat(columns[3][i]).as(name).isEqualTo(Math.round(series.high()[i] * unit));
            assertThat(columns[4][i]).as(name).isEqualTo(Math.round(series.low()[i] * unit));
            assertThat(columns[5][i] * encoding.volumeUnit())
                    .as(name)
                    .isCloseTo(series.volume()[i], org.assertj.core.data.Offset.offset(encoding.volumeUnit()));
        }
    }

    /** Prices that jump, fall below zero and leave the range of an int; times with long holes. */
    private static CandleSeries random(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int size = 1 + random.nextInt(200);
        long[] time = new long[size];
        double[][] columns = new double[5][size];
        long now = EpochNanos.parse("2020-01-01T00:00:00Z");
        for (int i = 0; i < size; i++) {
            now += EpochNanos.MILLISECOND * (1 + random.nextLong(10_000_000_000L));
            time[i] = now;
            for (int column = 0; column < 5; column++) {
                columns[column][i] = random.nextLong(-4_000_000_000L, 4_000_000_000_000L) / 100.0;
            }
            columns[4][i] = Math.abs(columns[4][i]);
        }
        return new CandleSeries("i", 2, 0, time, columns[0], columns[1], columns[2], columns[3], columns[4]);
    }
}
