package io.ttquant.backtest.data.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.ttquant.api.market.BarSpec;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.time.EpochNanos;
import io.ttquant.backtest.data.BarColumns;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Contracts one behind the other, with a version that decides bar by bar beside it. */
class StitchingTest {
    private static final Instrument CONTINUOUS =
            Instrument.spot("test:CONT", "CONT", "USD").tick("0.01").lot("1").build();
    private static final long HOUR = 60 * MadeUp.MINUTE;

    private static Instrument contract(String name) {
        return Instrument.spot("test:" + name, name, "USD")
                .tick("0.01")
                .lot("1")
                .build();
    }

    /** Hours from number to number, all at one price and volume. */
    private static BarColumns flat(String name, int from, int to, long price, long volume) {
        BarColumns.Builder bars = BarColumns.builder(contract(name), BarSpec.hours(1));
        for (int i = from; i < to; i++) {
            bars.add(i * HOUR, (i + 1) * HOUR, price, price + 10, price - 10, price, volume);
        }
        return bars.build();
    }

    private static List<Long> closes(StitchedBars stitched) {
        List<Long> closes = new ArrayList<>();
        for (int i = 0; i < stitched.bars().size(); i++) {
            closes.add(stitched.bars().rawClose(i));
        }
        return closes;
    }

    private static Instant hour(int number) {
        return Instant.ofEpochSecond(3_600L * number);
    }

    @Test
    void aRollAtATimeChangesTheContractThereAndSaysSo() {
        StitchedBars stitched = Stitching.of(CONTINUOUS, flat("MAR", 0, 5, 10_000, 5), flat("JUN", 1, 6, 10_300, 5))
                .rollAt(hour(3))
                .stitch();

        assertThat(closes(stitched)).containsExactly(10_000L, 10_000L, 10_000L, 10_300L, 10_300L, 10_300L);
        assertThat(stitched.rolls()).hasToString("[1970-01-01T03:00:00Z: test:MAR at 100.00 to test:JUN at 103.00]");
        assertThat(stitched.bars().instrument()).isEqualTo(CONTINUOUS);
    }

    @Test
    void differencesAddUpFromTheLastContractBack() {
        StitchedBars stitched = Stitching.of(
                        CONTINUOUS,
                        flat("MAR", 0, 3, 10_000, 5),
                        flat("JUN", 1, 5, 10_300, 5),
                        flat("SEP", 3, 7, 10_200, 5))
                .rollAt(hour(2), hour(4))
                .adjusted(Adjustment.DIFFERENCE)
                .stitch();

        assertThat(closes(stitched)).containsOnly(10_200L);
        assertThat(stitched.bars().size()).isEqualTo(7);
        assertThat(stitched.bars().rawHigh(0)).isEqualTo(10_210);
    }

    @Test
    void quotientsMultiplyFromTheLastContractBack() {
        StitchedBars stitched = Stitching.of(CONTINUOUS, flat("MAR", 0, 3, 10_000, 5), flat("JUN", 1, 5, 20_000, 5))
                .rollAt(hour(2))
                .adjusted(Adjustment.RATIO)
                .stitch();

        assertThat(closes(stitched)).containsOnly(20_000L);
        assertThat(stitched.bars().rawHigh(0)).isEqualTo(20_020);
    }

    @Test
    void withoutARuleAContractIsUsedToItsEndAndUnadjustedOnesNeedNotOverlap() {
        StitchedBars stitched = Stitching.of(CONTINUOUS, flat("MAR", 0, 2, 10_000, 5), flat("JUN", 2, 4, 10_300, 5))
                .stitch();

        assertThat(closes(stitched)).containsExactly(10_000L, 10_000L, 10_300L, 10_300L);
        assertThat(stitched.rolls()).hasToString("[1970-01-01T02:00:00Z: test:MAR to test:JUN]");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void volumeDecidesAsABarByBarVersionDoes(long seed) {
        Random random = new Random(seed);
        List<BarColumns> contracts = new ArrayList<>();
        for (int c = 0; c < 3; c++) {
            BarColumns.Builder bars = BarColumns.builder(contract("C" + c), BarSpec.hours(1));
            for (int i = c * 20; i < c * 20 + 60; i++) {
                if (random.nextInt(5) > 0) {
                    long price = 10_000 + random.nextInt(1_000);
                    bars.add(i * HOUR, (i + 1) * HOUR, price, price, price, price, random.nextInt(100));
                }
            }
            contracts.add(bars.build());
        }
        int period = 1 + random.nextInt(8);
        StitchedBars stitched = Stitching.of(CONTINUOUS, contracts)
                .rollByVolume(Duration.ofHours(period))
                .stitch();

        assertThat(MadeUp.lines(stitched.bars()))
                .as("seed %d, period of %d hours", seed, period)
                .isEqualTo(barByBar(contracts, period));
    }

    /** Goes through hours; at the end of each period it looks whether the next contract traded more, or the front one is over. */
    private static List<String> barByBar(List<BarColumns> contracts, int period) {
        List<String> lines = new ArrayList<>();
        int front = 0;
        for (int hour = 0; hour < 200; hour++) {
            boolean isRolling = true;
            while (isRolling && front + 1 < contracts.size()) {
                BarColumns now = contracts.get(front);
                boolean isOver = now.tsClose(now.size() - 1) <= hour * HOUR;
                boolean isOvertaken = hour > 0
                        && hour % period == 0
                        && hour * HOUR > now.tsOpen(0)
                        && volume(contracts.get(front + 1), hour - period, hour) > volume(now, hour - period, hour);
                isRolling = (isOver || isOvertaken);
                front += isRolling ? 1 : 0;
                isRolling &= isOver;
            }
            for (String line : MadeUp.lines(contracts.get(front))) {
                if (line.startsWith(EpochNanos.format(hour * HOUR) + " ")) {
                    lines.add(line);
                }
            }
        }
        return lines;
    }

    private static long volume(BarColumns bars, int from, int to) {
        long sum = 0;
        for (int i = 0; i < bars.size(); i++) {
            sum += bars.tsOpen(i) >= from * HOUR && bars.tsClose(i) <= to * HOUR ? bars.rawVolume(i) : 0;
        }
        return sum;
    }

    @Test
    void aContractThatEndsInsideAPeriodIsFollowedAtItsEndWithoutAHole() {
        StitchedBars stitched = Stitching.of(CONTINUOUS, flat("MAR", 0, 10, 10_000, 5), flat("JUN", 8, 20, 10_300, 50))
                .rollByVolume(Duration.ofHours(8))
                .stitch();

        assertThat(stitched.rolls().get(0).nanos()).isEqualTo(10 * HOUR);
        assertThat(stitched.bars().size()).isEqualTo(20);
    }

    @Test
    void aPeriodOfWhichOnlyThatContractMissesABeginningDecidesNothing() {
        StitchedBars stitched = Stitching.of(CONTINUOUS, flat("MAR", 6, 40, 10_000, 5), flat("JUN", 0, 40, 10_300, 2))
                .rollByVolume(Duration.ofHours(8))
                .stitch();

        assertThat(stitched.rolls().get(0).nanos()).isEqualTo(40 * HOUR);
    }

    @ParameterizedTest
    @EnumSource(Adjustment.class)
    void movesInsideAContractStayWhatTheyWere(Adjustment adjustment) {
        Random random = new Random(31);
        BarColumns front = MadeUp.minutes(random, contract("MAR"), "2024-01-01T00:00:00Z", 500, 0.1);
        BarColumns next = MadeUp.minutes(random, contract("JUN"), "2024-01-01T02:00:00Z", 800, 0.1);
        StitchedBars stitched = Stitching.of(CONTINUOUS, front, next)
                .rollAt(Instant.parse("2024-01-01T06:00:00Z"))
                .adjusted(adjustment)
                .stitch();
        Roll roll = stitched.rolls().get(0);

        for (int i = 0; stitched.bars().tsOpen(i) < roll.nanos(); i++) {
            BigDecimal was = BigDecimal.valueOf(front.rawClose(i), 2);
            BigDecimal expected = switch (adjustment) {
                case NONE -> was;
                case DIFFERENCE -> was.add(roll.toPrice()).subtract(roll.fromPrice());
                case RATIO -> was.multiply(roll.toPrice()).divide(roll.fromPrice(), 2, RoundingMode.HALF_EVEN);
            };
            assertThat(BigDecimal.valueOf(stitched.bars().rawClose(i), 2))
                    .isCloseTo(expected, within(new BigDecimal("0.01")));
        }
    }

    @Test
    void whatCannotBeStitchedIsRefused() {
        BarColumns march = flat("MAR", 0, 3, 1_000, 5);
        BarColumns june = flat("JUN", 5, 8, 400, 5);

        assertThatThrownBy(() -> Stitching.of(CONTINUOUS, march, june)
                        .adjusted(Adjustment.RATIO)
                        .stitch())
                .hasMessageContaining("have no bar in common before the roll at 1970-01-01T03:00:00Z");
        assertThatThrownBy(() -> Stitching.of(CONTINUOUS, march, flat("JUN", 0, 5, 100, 5), flat("SEP", 0, 6, 100, 5))
                        .rollAt(hour(2), hour(1))
                        .stitch())
                .hasMessageContaining("comes before 1970-01-01T02:00:00Z");
        assertThatThrownBy(() -> Stitching.of(CONTINUOUS, march, flat("JUN", 0, 5, 100, 5), flat("SEP", 0, 6, 100, 5))
                        .rollAt(hour(2))
                        .stitch())
                .hasMessageContaining("only 1 times are stated; state one time less than there are contracts");
        assertThatThrownBy(() -> Stitching.of(CONTINUOUS, march, flat("JUN", 0, 5, 100, 5))
                        .rollAt(hour(1), hour(2)))
                .hasMessage("2 contracts need 1 rolls, and 2 times are stated; state one time less than there are"
                        + " contracts");
        BarColumns rising = BarColumns.builder(contract("MAR"), BarSpec.hours(1))
                .add(0, HOUR, 100, 110, 90, 100, 5)
                .add(HOUR, 2 * HOUR, 990, 990, 990, 990, 5)
                .build();
        assertThatThrownBy(() -> Stitching.of(CONTINUOUS, rising, flat("JUN", 0, 5, 700, 5))
                        .adjusted(Adjustment.DIFFERENCE)
                        .stitch())
                .hasMessage(
                        "the price 1.00 of test:MAR at 1970-01-01T00:00:00Z becomes -1.90 when it is adjusted by DIFFERENCE,"
                                + " and prices are above zero; adjust by RATIO, or with a finer tick");
        assertThatThrownBy(() -> Stitching.of(CONTINUOUS)).hasMessageContaining("no contract to stitch");
        assertThatThrownBy(() ->
                        Stitching.of(CONTINUOUS, march, MadeUp.minutes(new Random(1), "1970-01-01T00:00:00Z", 5, 0)))
                .hasMessageContaining("resample them to one length first");
    }
}
