package io.ttquant.core.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ttquant.api.market.BarSpec;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.time.EpochNanos;
import io.ttquant.core.market.NaiveBars.Collected;
import io.ttquant.core.market.NaiveBars.PlainBar;
import io.ttquant.core.market.NaiveBars.Print;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** Every kind of aggregator against lists that are grouped, over thousands of random sequences. */
class BarAggregatorAgreementTest {
    private static final int SEQUENCES = 1_000;
    private static final long SECOND = EpochNanos.SECOND;
    private static final Instrument ABC =
            Instrument.spot("x:ABC", "A", "B").tick("0.01").lot("0.1").build();

    @Test
    void timeBarsAreTheIntervalsOfTheEpoch() {
        for (long seed = 1; seed <= SEQUENCES; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            long step = List.of(1L, 5L, 60L).get(random.nextInt(3));
            List<Print> prints = prints(random, random.nextLong(-100, 1_000_000_000));
            Collected made = new Collected(ABC);
            BarAggregator aggregator = BarAggregator.ofTicks(ABC, BarSpec.of(Duration.ofSeconds(step)), made);
            feed(aggregator, prints);
            aggregator.advanceTo(aggregator.nextCloseNanos() - 1);
            int before = made.bars.size();
            aggregator.advanceTo(aggregator.nextCloseNanos());

            assertThat(made.bars).as("seed %d", seed).isEqualTo(NaiveBars.byTime(prints, step * SECOND));
            assertThat(made.bars)
                    .as("seed %d: the last closes at its end", seed)
                    .hasSize(before + 1);
            assertThat(aggregator.nextCloseNanos()).as("seed %d", seed).isEqualTo(EpochNanos.NEVER);
        }
    }

    @Test
    void timeClosesABarEvenWhereNobodySaysThatTimePassed() {
        for (long seed = 1; seed <= SEQUENCES; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            List<Print> prints = prints(random, 1_000);
            Collected made = new Collected(ABC);
            BarAggregator aggregator = BarAggregator.ofTicks(ABC, BarSpec.seconds(5), made);
            for (Print print : prints) {
                give(aggregator, print);
            }
            List<PlainBar> naive = NaiveBars.byTime(prints, 5 * SECOND);

            assertThat(closedAtTheirEnd(made.bars)).as("seed %d", seed).isEqualTo(naive.subList(0, naive.size() - 1));
            assertThat(made.bars).as("seed %d", seed).allMatch(bar -> bar.tsInit() >= bar.tsEvent());
        }
    }

    @Test
    void tickBarsAreEveryNPrints() {
        for (long seed = 1; seed <= SEQUENCES; seed++) {
            int n = new SplittableRandom(seed).nextInt(1, 20);
            same(seed, BarSpec.ticks(n), prints -> prints, group -> group.size() == n);
        }
    }

    @Test
    void volumeBarsCutPrintsToTheUnit() {
        for (long seed = 1; seed <= SEQUENCES; seed++) {
            int n = new SplittableRandom(seed).nextInt(1, 8);
            same(
                    seed,
                    BarSpec.volume(n),
                    prints -> NaiveBars.cut(prints, new BigDecimal("0.1")),
                    group -> NaiveBars.sum(group).compareTo(BigDecimal.valueOf(n)) == 0);
        }
    }

    @Test
    void valueBarsCloseWithTheFirstUnitThatReachesTheValue() {
        for (long seed = 1; seed <= SEQUENCES; seed++) {
            int n = new SplittableRandom(seed).nextInt(1, 400);
            same(
                    seed,
                    BarSpec.value(n),
                    prints -> NaiveBars.cut(prints, new BigDecimal("0.1")),
                    group -> value(group).compareTo(BigDecimal.valueOf(n)) >= 0);
        }
    }

    @Test
    void coarserBarsAreMadeOfTheFinerOnesThatThereAre() {
        for (long seed = 1; seed <= SEQUENCES; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            List<PlainBar> finer =
                    delayed(random, NaiveBars.byTime(prints(random, random.nextLong(0, 10_000)), 5 * SECOND));
            int factor = random.nextInt(1, 5) * 3;
            Collected made = new Collected(ABC);
            BarAggregator aggregator =
                    BarAggregator.ofBars(BarSpec.seconds(5), BarSpec.seconds(5 * factor % 60 == 0 ? 60 : 15), made);
            long step = (5 * factor % 60 == 0 ? 60 : 15) * SECOND;
            for (PlainBar bar : finer) {
                aggregator.advanceTo(bar.tsEvent());
                aggregator.bar(
                        bar.tsOpen(),
                        bar.tsEvent(),
                        bar.tsInit(),
                        raw(bar.open(), 2),
                        raw(bar.high(), 2),
                        raw(bar.low(), 2),
                        raw(bar.close(), 2),
                        raw(bar.volume(), 1));
            }
            aggregator.advanceTo(Long.MAX_VALUE - 1);

            assertThat(made.bars).as("seed %d", seed).isEqualTo(NaiveBars.ofBars(finer, step));
        }
    }

    @Test
    void seriesThatDoNotFitAreRefused() {
        Collected made = new Collected(ABC);

        assertThatThrownBy(() -> BarAggregator.ofBars(BarSpec.minutes(2), BarSpec.minutes(5), made))
                .hasMessage("bars of 5m cannot be made of bars of 2m; the coarser must be a multiple of the finer");
        assertThatThrownBy(() -> BarAggregator.ofBars(BarSpec.ticks(2), BarSpec.ticks(4), made))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(
                        () -> BarAggregator.ofTicks(ABC, BarSpec.ticks(2), made).bar(0, 1, 1, 1, 1, 1, 1, 1))
                .hasMessage("this series is made of ticks, not of bars");
    }

    @Test
    void aVolumeThatDoesNotFitIsAnErrorAndNotANegativeVolume() {
        BarAggregator aggregator = BarAggregator.ofTicks(ABC, BarSpec.minutes(1), new Collected(ABC));
        aggregator.tick(0, 0, 100, Long.MAX_VALUE);

        assertThatThrownBy(() -> aggregator.tick(1, 1, 100, 1)).isInstanceOf(ArithmeticException.class);
    }

    private static void same(
            long seed,
            BarSpec spec,
            java.util.function.UnaryOperator<List<Print>> cut,
            Predicate<List<Print>> isComplete) {
        List<Print> prints = prints(new SplittableRandom(seed), 1_000);
        Collected made = new Collected(ABC);
        feed(BarAggregator.ofTicks(ABC, spec, made), prints);
        assertThat(made.bars).as("seed %d: %s", seed, spec).isEqualTo(NaiveBars.byGroup(cut.apply(prints), isComplete));
    }

    private static List<PlainBar> closedAtTheirEnd(List<PlainBar> bars) {
        return bars.stream()
                .map(b -> new PlainBar(
                        b.tsOpen(), b.tsEvent(), b.tsEvent(), b.open(), b.high(), b.low(), b.close(), b.volume()))
                .toList();
    }

    private static BigDecimal value(List<Print> group) {
        return group.stream().map(p -> p.price().multiply(p.quantity())).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static void feed(BarAggregator aggregator, List<Print> prints) {
        for (Print print : prints) {
            aggregator.advanceTo(print.tsEvent());
            give(aggregator, print);
        }
    }

    private static void give(BarAggregator aggregator, Print print) {
        aggregator.tick(print.tsEvent(), print.tsInit(), raw(print.price(), 2), raw(print.quantity(), 1));
    }

    private static long raw(BigDecimal value, int scale) {
        return value.movePointRight(scale).longValueExact();
    }

    private static List<PlainBar> delayed(SplittableRandom random, List<PlainBar> bars) {
        List<PlainBar> late = new ArrayList<>();
        for (PlainBar b : bars) {
            long tsInit = b.tsEvent() + random.nextLong(0, 2) * random.nextLong(SECOND);
            late.add(new PlainBar(b.tsOpen(), b.tsEvent(), tsInit, b.open(), b.high(), b.low(), b.close(), b.volume()));
        }
        return late;
    }

    /** Prints that wander, crowd on one instant, fall on boundaries, and leave gaps. */
    private static List<Print> prints(SplittableRandom random, long startSeconds) {
        List<Print> prints = new ArrayList<>();
        long ts = startSeconds * SECOND;
        long price = random.nextLong(50, 5_000);
        for (int n = random.nextInt(1, 60); n > 0; n--) {
            ts += switch (random.nextInt(5)) {
                case 0 -> 0;
                case 1 -> SECOND - Math.floorMod(ts, SECOND);
                case 2 -> random.nextLong(120 * SECOND);
                default -> random.nextLong(3 * SECOND);
            };
            price = Math.max(1, price + random.nextLong(-30, 31));
            prints.add(new Print(
                    ts,
                    ts + random.nextLong(1_000),
                    BigDecimal.valueOf(price, 2),
                    BigDecimal.valueOf(random.nextInt(1, 40), 1)));
        }
        return prints;
    }
}
