package io.ttquant.backtest.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ttquant.api.order.Fill;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ExcursionsTest {
    private static final long SECOND = 1_000_000_000L;

    /** Trades of {@link Fills} happen at whole seconds, the first at 1 s. */
    private static RoundTrip trip(boolean isLong, String entry, String exit) {
        Fills fills = isLong
                ? new Fills().buy("1", entry).sell("1", exit)
                : new Fills().sell("1", entry).buy("1", exit);
        return RoundTrips.of(fills.list()).get(0);
    }

    @Test
    void takesTheCandlesBetweenEntryAndExit() {
        long[] times = {0, SECOND, SECOND + SECOND / 2, 2 * SECOND};
        double[] low = {1, 95, 90, 1};
        double[] high = {999, 103, 108, 999};
        Excursions candles = new Excursions(times, low, high);
        Excursion up = candles.of(trip(true, "100", "102"));
        assertThat(up.adverse()).isCloseTo(-0.10, within(1e-12));
        assertThat(up.favourable()).isCloseTo(0.08, within(1e-12));
        assertThat(up.end()).isCloseTo(0.02, within(1e-12));
        assertThat(up.givenBack()).isCloseTo(0.06, within(1e-12));
        Excursion down = candles.of(trip(false, "100", "102"));
        assertThat(down.adverse()).isCloseTo(-0.08, within(1e-12));
        assertThat(down.favourable()).isCloseTo(0.10, within(1e-12));
        assertThat(down.end()).isCloseTo(-0.02, within(1e-12));
    }

    @Test
    void withoutCandlesOnlyTheTwoPricesAreKnown() {
        Excursions none = new Excursions(new long[0], new double[0], new double[0]);
        assertThat(none.of(trip(true, "100", "90"))).isEqualTo(new Excursion(90.0 / 100 - 1, 0, 90.0 / 100 - 1));
        Excursions later = new Excursions(new long[] {5 * SECOND}, new double[] {1}, new double[] {999});
        assertThat(later.of(trip(true, "100", "90")).favourable()).isZero();
    }

    @Test
    void agreesWithALoopOverAllCandles() {
        for (long seed = 0; seed < 500; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            int n = random.nextInt(1, 70);
            long[] times = new long[n];
            double[] low = new double[n];
            double[] high = new double[n];
            long time = random.nextLong(0, 2 * SECOND);
            for (int i = 0; i < n; i++) {
                times[i] = time;
                time += random.nextLong(1, SECOND / 4);
                low[i] = random.nextInt(50, 100);
                high[i] = low[i] + random.nextInt(0, 50);
            }
            RoundTrip trip = trip(random.nextBoolean(), "80", "85");
            double least = 80;
            double most = 85;
            for (int i = 0; i < n; i++) {
                long end = i + 1 < n ? times[i + 1] : Long.MAX_VALUE;
                if (end > trip.entryNanos() && times[i] < trip.exitNanos()) {
                    least = Math.min(least, low[i]);
                    most = Math.max(most, high[i]);
                }
            }
            Excursion found = new Excursions(times, low, high).of(trip);
            boolean isLong = trip.side() == io.ttquant.api.order.Side.BUY;
            assertThat(found.adverse()).as("seed %d", seed).isEqualTo(isLong ? least / 80 - 1 : 0 - (most / 80 - 1));
            assertThat(found.favourable()).as("seed %d", seed).isEqualTo(isLong ? most / 80 - 1 : 0 - (least / 80 - 1));
        }
    }

    @Test
    void capacityIsWhereOneFillInTwentyTakesAHundredthOfItsCandle() {
        List<Fill> fills = new Fills().buy("1", "100").sell("2", "100").list();
        // Shares 0.001 and 0.004; 95 % between them is 0.00385.
        Capacity capacity = Capacity.of(fills, fill -> fill.rawQuantity() == 1000 ? 1000 : 500, 10_000);
        assertThat(capacity.share()).isCloseTo(0.00385, within(1e-12));
        assertThat(capacity.equity()).isCloseTo(10_000 * 0.01 / 0.00385, within(1e-6));
        assertThat(Capacity.of(fills, fill -> Double.NaN, 10_000).equity()).isNaN();
        assertThat(Capacity.of(fills, fill -> 0, 10_000).equity()).isZero();
        assertThat(Capacity.of(List.of(), fill -> 1, 10_000).equity()).isNaN();
    }

    @Test
    void positionsAreWorthWhatTheirPriceSays() {
        Fills fills = new Fills().buy("1", "100").sell("3", "110").buy("2", "90");
        long[] times = {0, SECOND, 2 * SECOND, 3 * SECOND};
        double[] equity = {1000, 1000, 1010, 1050};
        long[] prices = {100, 100, 110, 90};
        PositionValues values = PositionValues.of(
                fills.list(),
                times,
                equity,
                (instrument, i) -> prices[i] * io.ttquant.api.money.FixedPoint.pow10(instrument.priceScale()),
                instrument -> 1);
        assertThat(values.gross()).containsExactly(0, 100, 220, 0);
        assertThat(values.net()).containsExactly(0, 100, -220, 0);
        assertThat(values.maxLeverage()).isEqualTo(220.0 / 1010);
        assertThat(values.meanLeverage()).isCloseTo((0 + 0.1 + 220.0 / 1010) / 3, within(1e-12));
        assertThat(values.meanNetExposure()).isCloseTo((0 + 0.1 - 220.0 / 1010) / 3, within(1e-12));
        assertThat(values.maxGross()).isEqualTo(220);
        assertThat(values.medianGross()).isEqualTo(160);
        PositionValues unknown = PositionValues.of(fills.list(), times, equity, (instrument, i) -> 0, instrument -> 1);
        assertThat(unknown.maxGross()).isNaN();
        assertThat(unknown.meanLeverage()).isNaN();
    }

    @Test
    void breakdownsPutEachTripIntoOneGroup() {
        Fills fills =
                new Fills().buy("1", "100").sell("1", "110").sell("1", "100").buy("1", "105");
        List<RoundTrip> trips = RoundTrips.of(fills.list());
        List<Breakdown> all = Breakdown.all(trips, trip -> 1, java.time.ZoneOffset.ofHours(-1));
        assertThat(all)
                .extracting(Breakdown::name)
                .containsExactly("strategy", "instrument", "side", "exit", "hour of entry", "weekday of entry");
        for (Breakdown breakdown : all) {
            assertThat(breakdown.groups().stream()
                            .mapToInt(g -> g.figures().count())
                            .sum())
                    .isEqualTo(2);
        }
        assertThat(all.get(2).groups()).extracting(Breakdown.Group::name).containsExactly("long", "short");
        assertThat(all.get(2).groups()).extracting(g -> g.figures().total()).containsExactly(10.0, -5.0);
        assertThat(all.get(4).groups()).extracting(Breakdown.Group::name).containsExactly("23:00");
        assertThat(all.get(5).groups()).extracting(Breakdown.Group::name).containsExactly("Wednesday");
    }
}
