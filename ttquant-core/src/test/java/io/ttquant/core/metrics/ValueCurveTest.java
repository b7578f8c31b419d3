package io.ttquant.core.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ValueCurveTest {
    private static final long HOUR = Duration.ofHours(1).toNanos();

    private final ValueCurve curve = new ValueCurve(Duration.ofHours(1), 3);

    private void look(long nanos, double value) {
        curve.look(nanos, value, value);
    }

    @Test
    void drawdownIsFromTheHighestValueSoFar() {
        look(0, 100);
        look(1, 120);
        look(2, 90);
        look(3, 114);

        assertThat(curve.drawdown.get()).isEqualTo(6);
        assertThat(curve.drawdownRatio.get()).isEqualTo(0.05);
        assertThat(curve.maxDrawdown.get()).isEqualTo(30);
        assertThat(curve.maxDrawdownRatio.get()).isEqualTo(0.25);
    }

    @Test
    void aReturnIsThatOfAWholePeriod() {
        look(7, 100);
        look(7 + HOUR - 1, 180);
        look(7 + HOUR, 110);
        look(7 + 2 * HOUR, 99);

        assertThat(curve.returns().copy()).containsExactly(new double[] {0.1, -0.1}, within(1e-12));
    }

    @Test
    void aPeriodThatWasSleptThroughIsNoReturn() {
        look(0, 100);
        look(HOUR, 110);
        look(5 * HOUR, 200);
        look(6 * HOUR, 220);

        assertThat(curve.returns().copy()).containsExactly(new double[] {0.1, 0.1}, within(1e-12));
    }

    @Test
    void onlyTheLastReturnsAreKept() {
        for (int i = 0; i <= 5; i++) {
            look(i * HOUR, Math.pow(2, i) * (i == 5 ? 2 : 1));
        }

        assertThat(curve.returns().copy()).containsExactly(new double[] {1, 1, 3}, within(1e-12));
        assertThat(curve.returns().added()).isEqualTo(5);
    }

    @Test
    void moneyFromOutsideIsNoProfitAndItsLeavingNoLoss() {
        look(0, 100);
        curve.received(50);
        look(HOUR, 150);
        curve.received(-100);
        look(2 * HOUR, 50);

        assertThat(curve.returns().copy()).containsExactly(0, 0);
        assertThat(curve.maxDrawdown.get()).isZero();
    }

    @Test
    void aValueThatIsNotKnownIsPassedOver() {
        look(0, 100);
        look(1, Double.NaN);
        assertThat(curve.drawdown.get()).isZero();
    }
}
