package io.ttquant.core.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class LatencyModelTest {
    private static final Duration MS = Duration.ofMillis(1);

    @Test
    void aMultipleOfTheFeedFollowsIt() {
        LatencyModel model = LatencyModel.ofFeed(BigDecimal.valueOf(4), new BigDecimal("2.5"));

        assertThat(model.entryNanos(0, 0, 1_000)).isEqualTo(4_000);
        assertThat(model.acknowledgementNanos(0, 0, 1_001)).isEqualTo(2_503);
        assertThat(model.entryNanos(0, 0, 0)).isZero();
        assertThat(model.describe())
                .isEqualTo("order entry 4 times, acknowledgement 2.5 times the latency of the last market data");
    }

    @Test
    void aFactorOutOfRangeIsRefused() {
        assertThatThrownBy(() -> LatencyModel.ofFeed(BigDecimal.valueOf(-1), BigDecimal.ONE))
                .hasMessage(
                        "latency: the factor -1 of entry to market data must be from 0 to 1000; 4 for entry and 3 for"
                                + " acknowledgement are typical");
        assertThatThrownBy(() -> LatencyModel.ofFeed(BigDecimal.ONE, BigDecimal.valueOf(1001)))
                .hasMessageContaining("the factor 1001 of acknowledgement");
    }

    @Test
    void anOffsetMakesBothWaysLongerAndAFailureComeBackOverBoth() {
        LatencyModel base = LatencyModel.recorded(new long[] {10, 90}, new long[] {15, 0}, new long[] {17, 120});
        LatencyModel farther = base.plus(Duration.ofNanos(100));

        assertThat(farther.entryNanos(10, 0, 0)).isEqualTo(105);
        assertThat(farther.acknowledgementNanos(15, 0, 0)).isEqualTo(102);
        assertThat(farther.entryNanos(90, 0, 0)).isEqualTo(-230);
        assertThat(base.plus(Duration.ZERO)).isSameAs(base);
        assertThat(LatencyModel.constant(MS, MS).plus(MS).describe())
                .isEqualTo("order entry 1 ms, acknowledgement 1 ms, constant; 1 ms more on both ways");
        assertThatThrownBy(() -> base.plus(Duration.ofNanos(-1)))
                .hasMessage("latency: offset PT-0.000000001S must be from zero to one hour");
    }

    @Test
    void theFeedComesAfterItsDelayOrWhenTheDataSaysIfThatIsLater() {
        FeedLatency constant = FeedLatency.constant(Duration.ofNanos(50));
        assertThat(constant.arrivalNanos(1000, 1000, 0)).isEqualTo(1050);
        assertThat(constant.arrivalNanos(1000, 1070, 0)).isEqualTo(1070);
        assertThat(constant.describe()).isEqualTo("0.00005 ms from exchange to strategy, constant");
        assertThat(FeedLatency.constant(Duration.ZERO)).isEqualTo(FeedLatency.recorded());
    }

    @Test
    void recordedDataThatWasHadBeforeItHappenedIsHadWhenItHappened() {
        assertThat(FeedLatency.recorded().arrivalNanos(1000, 1070, 0)).isEqualTo(1070);
        assertThat(FeedLatency.recorded().arrivalNanos(1000, 930, 0)).isEqualTo(1000);
        assertThat(FeedLatency.recorded().plus(Duration.ofNanos(9)).arrivalNanos(1000, 1070, 0))
                .isEqualTo(1079);
    }

    @Test
    void aFeedThatIsDrawnSaysHowLongBarsWaitForIt() {
        FeedLatency drawn = FeedLatency.drawn(LatencyDistribution.uniform(MS, MS.multipliedBy(3)));
        assertThat(drawn.plus(MS).usualNanos()).isEqualTo(3_000_000);
        assertThat(drawn.arrivalNanos(1000, 1000, 5)).isBetween(1_001_000L, 3_001_000L);
        assertThat(drawn.plus(MS).describe()).isEqualTo("uniform, 1 ms to 3 ms from exchange to strategy; 1 ms more");
    }
}
