package io.ttquant.core.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** One order's place, step by step by hand. */
class QueuePositionTest {
    private static QueuePosition position(QueueModel model, String lot) {
        return new QueuePosition(model, Lots.of(lot));
    }

    /*
     * step                    ahead  fillable
     * joins behind 10         10     0
     * trade 4                  6     0
     * displayed 10 -> 6        6     0      the fall is the trade
     * displayed 6 -> 2         2     0      no more can be ahead than is displayed
     * trade 2                  0     0      the queue ahead is used up exactly
     * trade 5                 -5     5      then 0
     */
    @Test
    void aRiskAverseOrderIsFilledByWhatIsTradedBeyondTheQueue() {
        QueuePosition position = position(QueueModel.riskAverse(), "1");
        position.join(10);
        position.traded(4);
        position.changed(10, 6);
        assertThat(position.ahead()).isEqualTo(6);
        position.changed(6, 2);
        assertThat(position.ahead()).isEqualTo(2);
        position.traded(2);
        assertThat(position.fillable(1)).isZero();
        position.traded(5);
        assertThat(position.ahead()).isEqualTo(-5);
        assertThat(position.fillable(1)).isEqualTo(5);
        assertThat(position.ahead()).isZero();
        assertThat(position.fillable(1)).isZero();
    }

    /*
     * power 1, lot 1
     * step                    ahead                                          traded since
     * joins behind 100        100                                            0
     * grows to 200            100 (added behind us)                          0
     * trade 20                80                                             20
     * displayed 200 -> 150    Δ = 50 − 20 = 30, behind = 120, p = 120/200    0
     *                         80 − 0.4·30 = 68
     * displayed 150 -> 100    Δ = 50, behind = 82, p = 82/150
     *                         68 − 68/150·50 = 45.333...                     0
     * trade 45                0.333...                                       45: not yet ours
     * trade 1                 -0.666... = one lot to the nearest             46
     */
    @Test
    void aProbabilisticOrderMovesForwardWithCancelsToo() {
        QueuePosition position = position(QueueModel.power(1), "1");
        position.join(100);
        position.changed(100, 200);
        assertThat(position.ahead()).isEqualTo(100);
        position.traded(20);
        position.changed(200, 150);
        assertThat(position.ahead()).isEqualTo(68, within(1e-12));
        position.changed(150, 100);
        assertThat(position.ahead()).isEqualTo(68 - 68 / 3.0, within(1e-12));
        position.traded(45);
        assertThat(position.fillable(1)).isZero();
        position.traded(1);
        assertThat(position.fillable(1)).isEqualTo(1);
        assertThat(position.ahead()).isZero();
    }

    /* Lot 0.01 is 10 raw units at scale 3 here: 14 are one lot to the nearest, 4 are none and are kept, and with 1 more they are one. */
    @Test
    void whatIsBeyondTheQueueIsRoundedToTheNearestLot() {
        QueuePosition position = position(QueueModel.riskAverse(), "0.001");
        position.join(100);
        position.traded(114);
        assertThat(position.fillable(10)).isEqualTo(10);
        assertThat(position.ahead()).isZero();
        position.traded(4);
        assertThat(position.fillable(10)).isZero();
        assertThat(position.ahead()).isEqualTo(-4);
        position.traded(1);
        assertThat(position.fillable(10)).isEqualTo(10);
    }

    /* Two of ours: A behind 10, B behind 12. A print of 15: 10 to others, 5 to A; for B, 12 − (15 − 5) = 2 are still ahead. */
    @Test
    void whatOrdersOfOursTakeDoesNotMoveThoseBehindThemForward() {
        QueuePosition a = position(QueueModel.riskAverse(), "1");
        QueuePosition b = position(QueueModel.riskAverse(), "1");
        a.join(10);
        b.join(12);
        a.traded(15);
        long taken = a.fillable(1);
        b.traded(15, taken);
        assertThat(taken).isEqualTo(5);
        assertThat(b.fillable(1)).isZero();
        assertThat(b.ahead()).isEqualTo(2);
        // The whole print explains the fall of the level: nothing was cancelled.
        b.changed(30, 15);
        assertThat(b.ahead()).isEqualTo(2);
    }

    @Test
    void theEndOfALevelPutsTheOrderFirst() {
        QueuePosition position = position(QueueModel.tradesOnly(), "1");
        position.join(50);
        position.levelGone();
        assertThat(position.ahead()).isZero();
        position.traded(3);
        assertThat(position.fillable(1)).isEqualTo(3);
    }

    @Test
    void anOrderThatLosesItsPlaceJoinsAgain() {
        QueuePosition position = position(QueueModel.power(1), "1");
        position.join(50);
        position.traded(49);
        position.join(80);
        assertThat(position.ahead()).isEqualTo(80);
        // The trade of before is no part of this fall: 8 were cancelled of 80, all ahead of the last in line.
        position.changed(80, 72);
        assertThat(position.ahead()).isEqualTo(72, within(1e-12));
    }

    @Test
    void aPrintOfAnySizeIsCountedInWholeLots() {
        QueuePosition position = position(QueueModel.riskAverse(), "0.001");
        position.join(0);
        for (int i = 0; i < 20; i++) {
            position.traded(1_000_000_000_000_000_000L);
        }
        long fillable = position.fillable(7);
        assertThat(fillable).isPositive();
        assertThat(fillable % 7).isZero();
    }
}
