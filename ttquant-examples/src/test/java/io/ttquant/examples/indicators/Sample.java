package io.ttquant.examples.indicators;

import io.ttquant.api.market.Bar;
import io.ttquant.api.market.BarSpec;
import io.ttquant.api.market.Instrument;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Hourly bars of a made-up market and of a second one that goes about with it: calm, a rise, a fall, a recovery. Made of whole numbers, so that they are the
 * same everywhere.
 */
record Sample(List<Bar> bars, List<Bar> others) {
    /** Bars before the first that is drawn: whole days, and more than any indicator needs. */
    static final int BEFORE = 7 * 24;

    /** Bars that are drawn: five days. */
    static final int DRAWN = 5 * 24;

    private static final long HOUR = 3_600_000_000_000L;
    private static final long MIDNIGHT = 1_704_067_200_000_000_000L;
    private static final int[] DRIFT = {2, -3, 4, -2, 3, -1, 0, 2, 22, -26, 3, 17};
    private static final int[] STEP = {40, 45, 40, 50, 45, 40, 40, 28, 55, 75, 38, 45};

    static Sample seeded(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Walk walk = new Walk(
                Instrument.spot("made:UP", "AAA", "USDT").tick("0.01").lot("1").build());
        Walk other = new Walk(Instrument.spot("made:UPPER", "BBB", "USDT")
                .tick("0.01")
                .lot("1")
                .build());
        for (int i = 0; i < BEFORE + DRAWN; i++) {
            int part = i / 24;
            int step = STEP[part];
            int move = DRIFT[part] + random.nextInt(-step, step + 1);
            walk.add(i, move, step, random);
            other.add(i, (i / 40 % 2 == 0 ? move : move / 4) + random.nextInt(-25, 26), step, random);
        }
        return new Sample(List.copyOf(walk.bars), List.copyOf(other.bars));
    }

    List<Bar> drawn() {
        return bars.subList(BEFORE, BEFORE + DRAWN);
    }

    List<Bar> othersDrawn() {
        return others.subList(BEFORE, BEFORE + DRAWN);
    }

    /** Share that the market gained in an hour. */
    double returned(int i) {
        return returned(bars, i);
    }

    /** Share that the second market gained in an hour. */
    double returnedByOther(int i) {
        return returned(others, i);
    }

    private static double returned(List<Bar> bars, int i) {
        return (bars.get(i).close() / bars.get(i - 1).close()) - 1;
    }

    /** The day whose last hour this is, as one bar. */
    Bar day(int last) {
        List<Bar> hours = bars.subList(last - 23, last + 1);
        Bar end = bars.get(last);
        return new Bar(
                end.instrument(),
                BarSpec.days(1),
                hours.get(0).tsOpen(),
                end.tsEvent(),
                end.tsInit(),
                hours.get(0).rawOpen(),
                hours.stream().mapToLong(Bar::rawHigh).max().orElseThrow(),
                hours.stream().mapToLong(Bar::rawLow).min().orElseThrow(),
                end.rawClose(),
                hours.stream().mapToLong(Bar::rawVolume).sum());
    }

    private static final class Walk {
        private final Instrument instrument;
        private final List<Bar> bars = new ArrayList<>();
        private long price = 10_000;

        Walk(Instrument instrument) {
            this.instrument = instrument;
        }

        void add(int i, int move, int step, SplittableRandom random) {
            long open = price + random.nextInt(-4, 5);
            price += move;
            long high = Math.max(open, price) + random.nextInt(step / 2);
            long low = Math.min(open, price) - random.nextInt(step / 2);
            long volume = 200 + (12L * Math.abs(move)) + random.nextInt(400);
            long start = MIDNIGHT + (i * HOUR);
            BarSpec spec = BarSpec.hours(1);
            bars.add(new Bar(instrument, spec, start, start + HOUR, start + HOUR, open, high, low, price, volume));
        }
    }
}
