package io.ttquant.backtest.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ttquant.api.time.EpochNanos;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReportModelTest {
    @Test
    void refusesCandlesWhoseColumnsDiffer() {
        assertThatThrownBy(() -> new CandleSeries(
                        "okx:X",
                        2,
                        1,
                        new long[2],
                        new double[2],
                        new double[1],
                        new double[2],
                        new double[2],
                        new double[2]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("column high of okx:X has 1 candles, the time column 2");
    }

    @Test
    void refusesCandlesOutOfOrder() {
        assertThatThrownBy(() -> new CandleSeries(
                        "okx:X",
                        2,
                        1,
                        new long[2],
                        new double[2],
                        new double[2],
                        new double[2],
                        new double[2],
                        new double[2]))
                .hasMessageContaining("candle 1 of okx:X starts no later than the one before it; sort the candles");
    }

    @Test
    void refusesDigitsThatNoPriceHas() {
        double[] none = new double[0];
        assertThatThrownBy(() -> new CandleSeries("okx:X", 13, 1, new long[0], none, none, none, none, none))
                .hasMessage("price digits 13 of okx:X are not 0 to 12");
    }

    @Test
    void refusesEquityWhoseColumnsDiffer() {
        assertThatThrownBy(() -> equity(new long[] {1, 2}, 5))
                .hasMessage("column rawEquity has 1 samples, the time column 2");
        assertThatThrownBy(() -> equity(new long[] {2, 2}, 5, 6)).hasMessageContaining("sample 1 is no later");
        assertThatThrownBy(() -> new EquitySeries("X", 19, new long[0], new long[0]))
                .hasMessage("equity scale 19 is not 0 to 18");
    }

    @Test
    void measuresDrawdownFromTheHighestEquitySoFar() {
        assertThat(equity(new long[] {1, 2, 3, 4}, 100, 200, 150, 300).drawdown())
                .containsExactly(0, 0, -0.25, 0);
    }

    @Test
    void hasNoDrawdownWhileNothingWasOwned() {
        assertThat(equity(new long[] {1, 2}, 0, -5).drawdown()).containsExactly(Double.NaN, Double.NaN);
    }

    @Test
    void compoundsMonthsToTheWhole() {
        int days = 400;
        long[] time = IntStream.range(0, days)
                .mapToLong(i -> EpochNanos.parse("2023-11-20T00:00:00Z") + i * 86_400 * EpochNanos.SECOND)
                .toArray();
        long[] raw = IntStream.range(0, days)
                .mapToLong(i -> 10_000 + (i * 37L) % 1000)
                .toArray();
        EquitySeries equity = new EquitySeries("X", 2, time, raw);
        List<MonthReturn> months = MonthlyReturns.of(equity);
        assertThat(months).hasSize(14);
        assertThat(months.get(2))
                .extracting(MonthReturn::year, MonthReturn::month)
                .containsExactly(2024, 1);
        double whole = months.stream().mapToDouble(month -> 1 + month.ratio()).reduce(1, (a, b) -> a * b);
        assertThat(whole).isCloseTo((double) raw[days - 1] / raw[0], org.assertj.core.data.Offset.offset(1e-12));
    }

    @Test
    void hasNoMonthsWithoutEquity() {
        assertThat(MonthlyReturns.of(EquitySeries.empty("X"))).isEmpty();
    }

    @Test
    void keepsEndsAndExtremesWhenThinning() {
        int size = 100_000;
        long[] time = IntStream.range(0, size).mapToLong(i -> i).toArray();
        long[] raw = IntStream.range(0, size)
                .mapToLong(i -> 1000 + (i * 7919L) % 613)
                .toArray();
        raw[54_321] = 1;
        raw[77_777] = 99_999;
        int[] kept = EquityThinning.indexes(new EquitySeries("X", 0, time, raw), 500);
        assertThat(kept)
                .contains(0, 54_321, 77_777, size - 1)
                .hasSizeLessThanOrEqualTo(500)
                .isSorted();
    }

    @Test
    void thinsNothingThatFits() {
        assertThat(EquityThinning.indexes(equity(new long[] {1, 2, 3}, 1, 2, 3), 3))
                .containsExactly(0, 1, 2);
    }

    private static EquitySeries equity(long[] time, long... raw) {
        return new EquitySeries("X", 0, time, Arrays.copyOf(raw, raw.length));
    }
}
