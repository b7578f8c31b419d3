package io.ttquant.api.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.ttquant.api.market.Bar;
import io.ttquant.api.market.BarSpec;
import io.ttquant.api.market.Instrument;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;

/** Chains, histories, adapters, and the indicators that have their own kind of result. */
class IndicatorShapeTest {
    @Test
    void aHistoryIsCountedFromTheLatestAndHoldsReadyValuesOnly() {
        LineHistory sma = Sma.of(2).withHistory(3);
        sma.update(1);
        assertThat(sma.size()).isZero();
        for (double x : new double[] {3, 5, 7, 9}) {
            sma.update(x);
        }
        assertThat(sma.size()).isEqualTo(3);
        assertThat(new double[] {sma.ago(0), sma.ago(1), sma.ago(2)}).containsExactly(8, 6, 4);
        assertThatThrownBy(() -> sma.ago(3))
                .isInstanceOf(IndexOutOfBoundsException.class)
                .hasMessageContaining("age 3");
        assertThatThrownBy(() -> sma.ago(-1)).isInstanceOf(IndexOutOfBoundsException.class);
        sma.reset();
        assertThat(sma.size()).isZero();
    }

    @Test
    void aChainFeedsTheNextFromTheFirstReadyValue() {
        LineIndicator chain = Sma.of(2).then(Sma.of(2));
        chain.update(1);
        chain.update(3);
        assertThat(chain.isReady()).isFalse();
        assertThat(chain.update(5)).isEqualTo(3);
        assertThat(chain.warmUp()).isEqualTo(3);
    }

    @Test
    void sourcesAreWhatTheySay() {
        assertThat(Source.HL2.of(1, 8, 2, 5, 9)).isEqualTo(5);
        assertThat(Source.HLC3.of(1, 8, 2, 5, 9)).isEqualTo(5);
        assertThat(Source.OHLC4.of(1, 8, 2, 5, 9)).isEqualTo(4);
        assertThat(Source.HLCC4.of(1, 8, 2, 5, 9)).isEqualTo(5);
        assertThat(Source.OPEN.of(1, 8, 2, 5, 9)).isEqualTo(1);
        assertThat(Source.VOLUME.of(1, 8, 2, 5, 9)).isEqualTo(9);
    }

    @Test
    void aFunctionOfOnesOwnMustGiveNumbers() {
        LineIndicator root = LineIndicator.from(Math::sqrt);
        assertThat(root.update(9)).isEqualTo(3);
        assertThatThrownBy(() -> root.update(-1))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("NaN");
        LineIndicator range = LineIndicator.from(3, w -> w[2] - w[0]);
        range.update(1);
        range.update(2);
        assertThat(range.isReady()).isFalse();
        assertThat(range.update(4)).isEqualTo(3);
    }

    @Test
    void parametersThatMakeNoSenseAreRefusedByNameAndValue() {
        assertThatThrownBy(() -> Sma.of(0)).hasMessage("period 0 must be at least 1");
        assertThatThrownBy(() -> Aroon.of(-5)).hasMessageContaining("period -5");
        assertThatThrownBy(() -> Hma.of(1)).hasMessage("period 1 must be at least 2");
        assertThatThrownBy(() -> StandardDeviation.sample(1)).hasMessageContaining("period 1");
        assertThatThrownBy(() -> Macd.of(26, 12, 9))
                .hasMessageContaining("fast period 26 must be below the slow period 12");
        assertThatThrownBy(() -> Alma.of(9, 1.5, 6)).hasMessageContaining("offset 1.5");
        assertThatThrownBy(() -> T3.of(5, Double.NaN)).hasMessageContaining("volume factor NaN");
        assertThatThrownBy(() -> Renko.of(0)).hasMessageContaining("brick 0.0");
        assertThatThrownBy(() -> Kst.of(new int[3], new int[4], 9)).hasMessageContaining("not 3 and 4");
        assertThatThrownBy(() -> Ema.ofFactor(1.5, 3)).hasMessageContaining("factor 1.5");
        assertThatThrownBy(() -> Keltner.of(Source.OPEN, Sma.of(3), Atr.of(3), 1))
                .hasMessageContaining("OPEN");
        assertThatThrownBy(() -> Obv.of().update(1, -2)).hasMessageContaining("volume -2.0");
    }

    @Test
    void renkoDrawsWholeBricksAndTurnsAfterTwo() {
        Renko renko = Renko.of(2);
        renko.update(10);
        renko.update(11.9);
        assertThat(renko.bricks()).isZero();
        assertThat(renko.update(15)).isEqualTo(14);
        assertThat(renko.bricks()).isEqualTo(2);
        assertThat(renko.open()).isEqualTo(12);
        renko.update(10.5);
        assertThat(renko.bricks()).as("one brick back is no turn").isZero();
        assertThat(renko.update(9.9)).isEqualTo(10);
        assertThat(renko.bricks()).isEqualTo(-1);
        assertThat(renko.direction()).isEqualTo(-1);
        assertThat(renko.open()).isEqualTo(12);
    }

    @Test
    void pivotsOfTheFiveKinds() {
        Pivots standard = pivots(Pivots.Kind.STANDARD);
        assertThat(standard.pivot()).isEqualTo(106);
        levels(standard, new double[] {112, 116, 122, 128}, new double[] {102, 96, 92, 88}, 4);
        levels(pivots(Pivots.Kind.FIBONACCI), new double[] {109.82, 112.18, 116}, new double[] {102.18, 99.82, 96}, 3);
        levels(
                pivots(Pivots.Kind.CAMARILLA),
                new double[] {108 + 11 / 12.0, 108 + 11 / 6.0, 110.75, 113.5},
                new double[] {108 - 11 / 12.0, 108 - 11 / 6.0, 105.25, 102.5},
                4);
        Pivots woodie = pivots(Pivots.Kind.WOODIE);
        assertThat(woodie.pivot()).isEqualTo(106.5);
        levels(woodie, new double[] {113, 116.5}, new double[] {103, 96.5}, 2);
        Pivots deMark = pivots(Pivots.Kind.DEMARK);
        assertThat(deMark.pivot()).as("rose: the high twice").isEqualTo((2 * 110 + 100 + 108) / 4.0);
        assertThat(deMark.resistance(1)).isEqualTo(114);
        assertThat(deMark.support(1)).isEqualTo(104);
        assertThatThrownBy(() -> deMark.support(2)).hasMessageContaining("levels 1 to 1, not 2");
        assertThat(Pivots.of(Pivots.Kind.CAMARILLA).resistance(1)).isNaN();
    }

    private static Pivots pivots(Pivots.Kind kind) {
        Pivots pivots = Pivots.of(kind);
        pivots.update(101, 110, 100, 108, 1);
        return pivots;
    }

    private static void levels(Pivots pivots, double[] above, double[] below, int count) {
        for (int i = 1; i <= count; i++) {
            assertThat(pivots.resistance(i)).as("resistance %d", i).isCloseTo(above[i - 1], within(1e-9));
            assertThat(pivots.support(i)).as("support %d", i).isCloseTo(below[i - 1], within(1e-9));
        }
    }

    @Test
    void aCrossRemembersWhatItSaidAndForgets() {
        Cross cross = Cross.of();
        cross.update(1, 2);
        assertThat(cross.update(3, 2)).isEqualTo(Cross.Direction.UP);
        assertThat(cross.direction()).isEqualTo(Cross.Direction.UP);
        cross.reset();
        assertThat(cross.direction()).isEqualTo(Cross.Direction.NONE);
        assertThat(cross.update(1, 2)).as("as new").isEqualTo(Cross.Direction.NONE);
    }

    @Test
    void aSessionBeginsAtItsLocalTimeThroughSummerTime() {
        Sessions sessions = Sessions.daily(LocalTime.of(9, 30), ZoneId.of("America/New_York"));
        assertThat(sessions.isNew(at("2024-03-08T14:30:00Z"))).isTrue();
        assertThat(sessions.isNew(at("2024-03-09T14:29:59Z"))).isFalse();
        assertThat(sessions.isNew(at("2024-03-09T14:30:00Z"))).isTrue();
        assertThat(sessions.isNew(at("2024-03-10T13:29:00Z")))
                .as("summer time since this morning")
                .isFalse();
        assertThat(sessions.isNew(at("2024-03-10T13:30:00Z"))).isTrue();
        sessions.reset();
        assertThat(sessions.isNew(at("2024-03-10T13:30:00Z"))).isTrue();
        assertThat(Sessions.none().isNew(0)).isFalse();
    }

    private static long at(String time) {
        return ZonedDateTime.parse(time).toEpochSecond() * 1_000_000_000L;
    }

    @Test
    void aSessionAverageBeginsAnewWithTheFirstBarOfTheDay() {
        Vwap vwap = Vwap.session(LocalTime.MIDNIGHT, ZoneId.of("UTC"));
        assertThat(vwap.update(bar("2024-01-01T22:00:00Z", 10_000, 1))).isEqualTo(100);
        assertThat(vwap.update(bar("2024-01-01T23:00:00Z", 20_000, 3))).isEqualTo(175);
        assertThat(vwap.update(bar("2024-01-02T00:00:00Z", 30_000, 2))).isEqualTo(300);
        assertThat(Atr.of(1).update(bar("2024-01-02T00:00:00Z", 30_000, 2)))
                .as("a range takes a bar too")
                .isNaN();
    }

    private static Bar bar(String open, long rawPrice, long rawVolume) {
        Instrument btc = Instrument.spot("binance:BTCUSDT", "BTC", "USDT")
                .tick("0.01")
                .lot("1")
                .build();
        long start = at(open);
        return new Bar(
                btc,
                BarSpec.minutes(60),
                start,
                start + 1,
                start + 1,
                rawPrice,
                rawPrice,
                rawPrice,
                rawPrice,
                rawVolume);
    }

    @Test
    void figuresOfPricesFarFromZeroAreThoseOfTheSamePricesNearIt() {
        StandardDeviation near = StandardDeviation.population(50);
        StandardDeviation far = StandardDeviation.population(50);
        LinearRegression nearLine = LinearRegression.of(50);
        LinearRegression farLine = LinearRegression.of(50);
        for (int i = 0; i < 1_000_000; i++) {
            double x = (i * 37L % 101) * 0.25;
            near.update(x);
            far.update(x + 1e9);
            nearLine.update(x);
            farLine.update(x + 1e9);
        }
        assertThat(far.value()).isCloseTo(near.value(), within(1e-6));
        assertThat(farLine.slope()).isCloseTo(nearLine.slope(), within(1e-6));
        assertThat(farLine.r2()).isCloseTo(nearLine.r2(), within(1e-6));
    }

    @Test
    void whatIsTooLargeForItsSquareIsRefused() {
        assertThat(Variance.population(2).update(1e100)).isNaN();
        assertThatThrownBy(() -> Variance.population(2).update(-2e100)).hasMessageContaining("not -2.0E100");
        assertThatThrownBy(() -> Obv.of().update(1, 1e101)).hasMessageContaining("volume 1.0E101");
    }

    @Test
    void anAnchoredAverageBeginsAnewWithTheNextBar() {
        Vwap vwap = Vwap.anchored();
        vwap.update(10, 1);
        assertThat(vwap.update(20, 3)).isEqualTo(17.5);
        vwap.anchor();
        assertThat(vwap.value()).isEqualTo(17.5);
        assertThat(vwap.update(40, 2)).isEqualTo(40);
    }

    @Test
    void drawdownKnowsItsDepthAndLength() {
        Drawdown drawdown = Drawdown.of();
        drawdown.update(100);
        drawdown.update(80);
        assertThat(drawdown.update(90)).isCloseTo(0.1, within(1e-12));
        assertThat(drawdown.deepest()).isCloseTo(0.2, within(1e-12));
        assertThat(drawdown.length()).isEqualTo(2);
        drawdown.update(100);
        assertThat(drawdown.length()).isZero();
    }
}
