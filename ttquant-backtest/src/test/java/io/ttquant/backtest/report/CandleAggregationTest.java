package io.ttquant.backtest.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CandleAggregationTest {
    @Test
    void agreesWithAPlainAggregationForEveryFactor() {
        CandleSeries source = withHoles(DemoMarket.walk("i", 2, 100, 2000, 1, 3));
        for (int factor : new int[] {1, 2, 3, 5, 60, 1440}) {
            CandleSeries result = CandleAggregation.by(source, factor);
            for (int i = 0; i < result.size(); i++) {
                assertIsTheWholeOfItsParts(source, result, i, factor);
            }
            assertThat(Arrays.stream(result.volume()).sum())
                    .isCloseTo(Arrays.stream(source.volume()).sum(), org.assertj.core.data.Offset.offset(1e-6));
        }
    }

    @Test
    void countsCandlesThatHaveNoFixedLength() {
        CandleSeries walk = DemoMarket.walk("i", 2, 100, 10, 1, 3);
        CandleSeries ticks = new CandleSeries(
                "i", 2, 0, walk.openNanos(), walk.open(), walk.high(), walk.low(), walk.close(), walk.volume());
        CandleSeries result = CandleAggregation.by(ticks, 4);
        assertThat(result.size()).isEqualTo(3);
        assertThat(result.open()[1]).isEqualTo(walk.open()[4]);
        assertThat(result.close()[2]).isEqualTo(walk.close()[9]);
    }

    @Test
    void choosesTheSmallestRoundFactorThatFits() {
        assertThat(CandleAggregation.factorFor(1000, 1000)).isEqualTo(1);
        assertThat(CandleAggregation.factorFor(1001, 1000)).isEqualTo(2);
        assertThat(CandleAggregation.factorFor(3001, 1000)).isEqualTo(5);
        assertThat(CandleAggregation.factorFor(0, 1000)).isEqualTo(1);
        assertThat(CandleAggregation.factorFor(20_000_000, 1000)).isEqualTo(20_000);
    }

    private static void assertIsTheWholeOfItsParts(CandleSeries source, CandleSeries result, int i, int factor) {
        long from = result.openNanos()[i];
        long to = from + source.intervalNanos() * factor;
        int[] parts = IntStream.range(0, source.size())
                .filter(n -> source.openNanos()[n] >= from && source.openNanos()[n] < to)
                .toArray();
        assertThat(parts).isNotEmpty();
        assertThat(result.open()[i]).isEqualTo(source.open()[parts[0]]);
        assertThat(result.close()[i]).isEqualTo(source.close()[parts[parts.length - 1]]);
        assertThat(result.high()[i])
                .isEqualTo(Arrays.stream(parts)
                        .mapToDouble(n -> source.high()[n])
                        .max()
                        .orElseThrow());
        assertThat(result.low()[i])
                .isEqualTo(Arrays.stream(parts)
                        .mapToDouble(n -> source.low()[n])
                        .min()
                        .orElseThrow());
    }

    private static CandleSeries withHoles(CandleSeries source) {
        int[] kept = IntStream.range(0, source.size())
                .filter(i -> i % 97 != 5 && (i < 300 || i > 420))
                .toArray();
        return new CandleSeries(
                source.instrument(),
                source.priceDigits(),
                source.intervalNanos(),
                Arrays.stream(kept).mapToLong(i -> source.openNanos()[i]).toArray(),
                pick(source.open(), kept),
                pick(source.high(), kept),
                pick(source.low(), kept),
                pick(source.close(), kept),
                pick(source.volume(), kept));
    }

    private static double[] pick(double[] column, int[] kept) {
        return Arrays.stream(kept).mapToDouble(i -> column[i]).toArray();
    }
}
