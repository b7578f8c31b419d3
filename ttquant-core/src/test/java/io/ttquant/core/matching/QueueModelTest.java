package io.ttquant.core.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** The formulas by hand, with one unit of quantity as one raw unit unless a case says otherwise. */
class QueueModelTest {
    private static final Offset<Double> EXACT = within(1e-12);
    private static final List<QueueModel> PROBABILISTIC = List.of(
            QueueModel.power(1),
            QueueModel.power(3),
            QueueModel.power(0.5),
            QueueModel.log(),
            QueueModel.power2(2),
            QueueModel.log2(),
            QueueModel.power3(3));

    private static double ahead(QueueModel model, double ahead, double traded, long previous, long next) {
        return model.ahead(ahead, traded, previous, next, 1);
    }

    /*
     * 30 are ahead of us at a price that shows 100, so 70 are behind. It falls to 80, and no trade explains that: 20 were cancelled.
     *
     * model      p (behind)                            ahead' = 30 − (1 − p)·20
     * power 1    70 / (70 + 30) = 0.7                  30 − 0.3·20                  = 24
     * power 2    4900 / (4900 + 900) = 0.844827586...  30 − 0.155172413...·20      = 26.896551724...
     * power_2 2  4900 / 10000 = 0.49                   30 − 0.51·20                = 19.8
     * power_3 3  1 − 0.3³ = 0.973                      30 − 0.027·20               = 29.46
     * log        ln 71 / (ln 71 + ln 31)
     *            = 4.262679877 / (4.262679877 + 3.433987204) = 0.553834544          = 21.0766909
     * log_2      ln 71 / ln 101 = 4.262679877 / 4.615120517  = 0.923633512          = 28.4726702
     */
    @Test
    void cancelsAreSharedByTheChanceOfEachModel() {
        assertThat(ahead(QueueModel.power(1), 30, 0, 100, 80)).isEqualTo(24, EXACT);
        assertThat(ahead(QueueModel.power(2), 30, 0, 100, 80)).isEqualTo(30 - 20 * 9 / 58.0, EXACT);
        assertThat(ahead(QueueModel.power2(2), 30, 0, 100, 80)).isEqualTo(19.8, EXACT);
        assertThat(ahead(QueueModel.power3(3), 30, 0, 100, 80)).isEqualTo(29.46, EXACT);
        assertThat(ahead(QueueModel.log(), 30, 0, 100, 80)).isEqualTo(21.0766909, within(1e-6));
        assertThat(ahead(QueueModel.log2(), 30, 0, 100, 80)).isEqualTo(28.4726702, within(1e-6));
    }

    /*
     * The same, but 15 of the fall of 20 were trades, which had taken what was ahead from 45 to 30. 5 were cancelled, of previous 100:
     * behind = 100 − 30 = 70, p = 0.7, ahead' = 30 − 0.3·5 = 28.5. Counting the trades twice would give 24.
     */
    @Test
    void whatWasTradedIsNotCountedTwice() {
        assertThat(ahead(QueueModel.power(1), 30, 15, 100, 80)).isEqualTo(28.5, EXACT);
    }

    /* Traded 25, fallen by 20 only: Δ = 100 − 80 − 25 = −5, so 5 were added, and those are behind us. */
    @Test
    void moreTradedThanFallenIsGrowthBehindUs() {
        for (QueueModel model : PROBABILISTIC) {
            assertThat(ahead(model, 30, 25, 100, 80)).as(model.describe()).isEqualTo(30);
        }
    }

    @Test
    void aLevelThatGrowsLeavesTheEstimate() {
        for (QueueModel model : PROBABILISTIC) {
            assertThat(ahead(model, 30, 0, 100, 180)).as(model.describe()).isEqualTo(30);
        }
        assertThat(ahead(QueueModel.riskAverse(), 30, 0, 100, 180)).isEqualTo(30);
    }

    /*
     * 90 ahead, 10 behind, 60 cancelled, power_3 3: p = 1 − 0.9³ = 0.271; by it 16.26 came from behind, where 10 are, so 6.26 more came from ahead:
     * ahead' = 90 − 0.729·60 + min(10 − 16.26, 0) = 90 − 43.74 − 6.26 = 40, all that is left.
     */
    @Test
    void whatBehindCannotGiveComesFromAhead() {
        assertThat(ahead(QueueModel.power3(3), 90, 0, 100, 40)).isEqualTo(40, within(1e-9));
    }

    /*
     * 50 ahead, 50 behind, 80 cancelled, power_2 2: p = 0.25, so 60 of them from ahead, where 50 are. By the formula alone −10 would be ahead, and
     * the next trade of 1 would fill 11.
     */
    @Test
    void cancelsDoNotFillAnybody() {
        assertThat(ahead(QueueModel.power2(2), 50, 0, 100, 20)).isZero();
    }

    @Test
    void noMoreIsAheadThanIsDisplayed() {
        for (QueueModel model : PROBABILISTIC) {
            assertThat(ahead(model, 99, 0, 100, 3)).as(model.describe()).isLessThanOrEqualTo(3);
            assertThat(ahead(model, 99, 0, 100, 0)).as(model.describe()).isLessThanOrEqualTo(0);
        }
        assertThat(ahead(QueueModel.riskAverse(), 99, 0, 100, 3)).isEqualTo(3);
    }

    @Test
    void withNothingAheadEveryCancelIsBehind() {
        for (QueueModel model : PROBABILISTIC) {
            assertThat(ahead(model, 0, 0, 100, 40)).as(model.describe()).isEqualTo(0);
            assertThat(ahead(model, -0.25, 0, 100, 40)).as(model.describe()).isEqualTo(-0.25);
        }
    }

    @Test
    void withNothingBehindEveryCancelIsAhead() {
        for (QueueModel model : PROBABILISTIC) {
            assertThat(ahead(model, 100, 0, 100, 40)).as(model.describe()).isEqualTo(40, within(1e-9));
        }
    }

    @Test
    void anEmptyLevelWithNobodyInItStaysEmpty() {
        for (QueueModel model : PROBABILISTIC) {
            assertThat(ahead(model, 0, 0, 0, 0)).as(model.describe()).isEqualTo(0);
        }
    }

    @Test
    void tradesOnlyWaitsForTheEndOfTheLevel() {
        QueueModel model = QueueModel.tradesOnly();

        assertThat(ahead(model, 30, 0, 100, 1)).isEqualTo(30);
        assertThat(ahead(model, 30, 0, 100, 0)).isEqualTo(0);
        assertThat(ahead(model, -2, 0, 100, 0)).isEqualTo(-2);
    }

    /* ln(1 + x) is not free of units: 100 contracts are not 1.00 coin. */
    @Test
    void logarithmsAreOfUnitsOfQuantity() {
        double inUnits = QueueModel.log().ahead(30, 0, 100, 80, 1);
        double inHundredths = QueueModel.log().ahead(3_000, 0, 10_000, 8_000, 100);

        assertThat(inHundredths / 100).isEqualTo(inUnits, EXACT);
        assertThat(QueueModel.log().ahead(3_000, 0, 10_000, 8_000, 1) / 100).isNotCloseTo(inUnits, within(0.1));
    }

    @Test
    void quantitiesUpToTenToTheEighteenNeitherOverflowNorLeaveTheirBounds() {
        long most = 1_000_000_000_000_000_000L;
        for (QueueModel model : List.of(QueueModel.power(100), QueueModel.power2(100), QueueModel.power3(100))) {
            for (double part : new double[] {0, 1, 3e17, 5e17, 999e15, 1e18}) {
                double ahead = ahead(model, part, 0, most, most / 2);
                assertThat(ahead).as(model.describe() + " with " + part).isBetween(-1.0, (double) most / 2);
            }
        }
    }

    @Test
    void theEstimateNeverRisesNorGoesBelowWhatOnlyCancelsAheadWouldLeave() {
        SplittableRandom random = new SplittableRandom(20);
        for (int i = 0; i < 20_000; i++) {
            long previous = random.nextLong(1, 1_000_000);
            long next = random.nextLong(0, previous + 1);
            double before = random.nextDouble() * previous;
            QueueModel model = PROBABILISTIC.get(random.nextInt(PROBABILISTIC.size()));
            double after = model.ahead(before, 0, previous, next, 1_000);
            String what = model.describe() + ", " + before + " of " + previous + " to " + next;
            double cancelled = previous - next;
            assertThat(after).as(what).isLessThanOrEqualTo(before);
            assertThat(after).as(what).isGreaterThanOrEqualTo(Math.max(0, before - cancelled) - 1e-6);
            assertThat(after).as(what).isLessThanOrEqualTo(Math.min(before, next));
        }
    }

    /* p = 1 in the general formula: ahead + min(behind − Δ, 0) = ahead + min(next + traded − ahead, 0), and that bounded by next is min(ahead, next). */
    @Test
    void riskAverseIsTheFormulaWithEveryCancelBehind() {
        SplittableRandom random = new SplittableRandom(21);
        QueueModel nearlyOne = new ProbabilisticQueue(CancelChance.POWER_3, 1e9);
        for (int i = 0; i < 1_000; i++) {
            long previous = random.nextLong(2, 1_000);
            long next = random.nextLong(0, previous);
            double before = random.nextLong(0, previous);
            assertThat(ahead(nearlyOne, before, 0, previous, next))
                    .as(before + " of " + previous + " to " + next)
                    .isEqualTo(ahead(QueueModel.riskAverse(), before, 0, previous, next), within(1e-6));
        }
    }

    @Test
    void everyModelHasANameAndASentence() {
        assertThat(QueueModel.parse("risk_averse")).isEqualTo(QueueModel.riskAverse());
        assertThat(QueueModel.parse("trades_only")).isEqualTo(QueueModel.tradesOnly());
        assertThat(QueueModel.parse("log")).isEqualTo(QueueModel.log());
        assertThat(QueueModel.parse("log_2")).isEqualTo(QueueModel.log2());
        assertThat(QueueModel.parse("power 3")).isEqualTo(QueueModel.power(3));
        assertThat(QueueModel.parse("power_2 2.5")).isEqualTo(QueueModel.power2(2.5));
        assertThat(QueueModel.parse("power_3 1")).isEqualTo(QueueModel.power3(1));
        assertThat(QueueModel.power2(2.5).describe())
                .isEqualTo("probabilistic, power_2 2.5: a cancel is ahead of our orders or behind them by chance");
        assertThat(QueueModel.log().describe()).startsWith("probabilistic, log:");
    }

    @Test
    void aNameThatIsNoModelIsRefusedWithThoseThatAre() {
        assertThatThrownBy(() -> QueueModel.parse("optimistic"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "queue model 'optimistic' is not known; give risk_averse, trades_only, log, log_2, or power,"
                                + " power_2 or power_3 with an exponent, as in 'power 3'");
        assertThatThrownBy(() -> QueueModel.parse("log 3")).hasMessageContaining("'log 3' is not known");
        assertThatThrownBy(() -> QueueModel.parse("risk_averse ")).hasMessageContaining("is not known");
    }

    @Test
    void anExponentThatIsMissingOrOutOfRangeIsRefused() {
        assertThatThrownBy(() -> QueueModel.parse("power"))
                .hasMessage(
                        "queue model 'power' needs an exponent after power, a number above 0 and at most 100, as in 'power 3'");
        assertThatThrownBy(() -> QueueModel.parse("power_2 -1")).hasMessageContaining("needs an exponent");
        assertThatThrownBy(() -> QueueModel.parse("power_3 0"))
                .hasMessage(
                        "queue model power_3 has the exponent 0.0, which must be above 0 and at most 100; 1 to 5 are usual");
        assertThatThrownBy(() -> QueueModel.power(101)).hasMessageContaining("has the exponent 101.0");
        assertThatThrownBy(() -> QueueModel.power2(Double.NaN)).hasMessageContaining("has the exponent NaN");
    }
}
