package io.ttquant.core.engine;

import static io.ttquant.core.engine.BarLab.at;
import static io.ttquant.core.engine.BarLab.lab;
import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.api.order.Amendment;
import io.ttquant.api.order.Order;
import io.ttquant.api.order.OrderEvent;
import io.ttquant.api.order.OrderStatus;
import io.ttquant.api.order.RejectReason;
import io.ttquant.core.matching.SimulationConfig;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

/** What a bar's open and its assumed path do to orders that rest, and to those that join on the way. */
class BarPathOrdersTest {
    private static final long M = Lab.MINUTE;
    private static final long SECOND = 1_000_000_000L;

    @Test
    void aPostOnlyOrderThatJoinsThePathCrossingIsRejected() {
        Lab lab = lab();
        lab.open(M, 100);
        // The path is at 90 after a third of the bar.
        at(
                lab,
                M + 20 * SECOND,
                () -> lab.script
                        .desk()
                        .buy(Lab.SWAP)
                        .lots(1)
                        .limit(98)
                        .postOnly()
                        .submit());
        lab.close(M, 100, 110, 90, 105, 1_000);

        assertThat(lab.fills()).isEmpty();
        OrderEvent.Rejected rejected = (OrderEvent.Rejected) lab.lastEvent();
        assertThat(rejected.reason()).isEqualTo(RejectReason.POST_ONLY_WOULD_TAKE);
        assertThat(rejected.message()).contains("at 98 would take liquidity at 90");
    }

    @Test
    void aPostOnlyOrderInsideABarIsJudgedByThePathAndNotByTheOpen() {
        Lab lab = lab();
        lab.open(M, 100);
        at(
                lab,
                M + 20 * SECOND,
                () -> lab.script
                        .desk()
                        .sell(Lab.SWAP)
                        .lots(1)
                        .limit(95)
                        .postOnly()
                        .submit());
        lab.close(M, 100, 110, 90, 105, 1_000);

        assertThat(lab.fills()).containsExactly("SELL 1@95 MAKER TRADED_THROUGH");
    }

    @Test
    void aPostOnlyStopLimitThatCrossesOnceTriggeredIsRejected() {
        Lab lab = lab();
        Order crossing = lab.script
                .desk()
                .buy(Lab.SWAP)
                .lots(1)
                .stop(105)
                .limit(106)
                .postOnly()
                .submit();
        Order behind = lab.script
                .desk()
                .buy(Lab.SWAP)
                .lots(1)
                .stop(105)
                .limit(104)
                .postOnly()
                .submit();
        lab.bar(M, 100, 110, 99, 101);

        assertThat(crossing.status()).isEqualTo(OrderStatus.REJECTED);
        assertThat(behind.status()).isEqualTo(OrderStatus.FILLED);
        assertThat(lab.fills()).containsExactly("BUY 1@104 MAKER TRADED_THROUGH");
    }

    @Test
    void aPostOnlyStopLimitThatAGapTriggersCrossingIsRejected() {
        Lab lab = lab();
        Order order = lab.script
                .desk()
                .sell(Lab.SWAP)
                .lots(1)
                .stop(95)
                .limit(90)
                .postOnly()
                .submit();
        lab.bar(M, 92, 93, 91, 92);

        assertThat(order.status()).isEqualTo(OrderStatus.REJECTED);
        assertThat(lab.fills()).isEmpty();
    }

    @Test
    void whatVolumeLeftOverIsFilledAtItsOwnPriceAndNotAtTheNextOpen() {
        Lab lab = lab(SimulationConfig.DEFAULT.withParticipation(new BigDecimal("0.1")));
        lab.script.desk().buy(Lab.SWAP).lots(25).limit(99).submit();
        lab.bar(M, 100, 100, 95, 95, 100);
        lab.bar(2 * M, 94, 96, 94, 96, 100);
        lab.bar(3 * M, 90, 91, 89, 90, 100);

        assertThat(lab.fills())
                .containsExactly(
                        "BUY 10@99 MAKER TRADED_THROUGH",
                        "BUY 10@99 MAKER TRADED_THROUGH",
                        "BUY 5@99 MAKER TRADED_THROUGH");
    }

    @Test
    void anOrderThatVolumeDidNotReachIsNotFilledByALaterGap() {
        Lab lab = lab(SimulationConfig.DEFAULT.withParticipation(new BigDecimal("0.1")));
        lab.script.desk().sell(Lab.SWAP).lots(10).limit(101).submit();
        lab.script.desk().sell(Lab.SWAP).lots(3).limit(102).submit();
        lab.bar(M, 100, 105, 100, 100, 100);
        lab.bar(2 * M, 110, 111, 109, 110, 100);

        assertThat(lab.fills()).containsExactly("SELL 10@101 MAKER TRADED_THROUGH", "SELL 3@102 MAKER TRADED_THROUGH");
    }

    @Test
    void anUntouchedOrderIsFilledAtTheOpenThatJumpsPastIt() {
        Lab lab = lab(SimulationConfig.DEFAULT.withParticipation(new BigDecimal("0.1")));
        lab.script.desk().buy(Lab.SWAP).lots(5).limit(99).submit();
        lab.bar(M, 100, 101, 100, 100, 100);
        lab.bar(2 * M, 94, 96, 94, 96, 100);

        assertThat(lab.fills()).containsExactly("BUY 5@94 MAKER LIMIT_AT_OPEN");
    }

    @Test
    void anOrderThatWasMarketableOnArrivalTakesAtTheFirstOpen() {
        Lab lab = lab();
        lab.script.desk().buy(Lab.SWAP).lots(1).limit(101).submit();
        lab.bar(M, 98, 99, 97, 98);

        assertThat(lab.fills()).containsExactly("BUY 1@98 TAKER MARKETABLE_LIMIT");
    }

    @Test
    void anOrderThatTheFirstOpenLeftBehindIsAMakerAtALaterOpen() {
        Lab lab = lab();
        lab.script.desk().buy(Lab.SWAP).lots(1).limit(101).submit();
        lab.bar(M, 103, 104, 102, 103);
        lab.bar(2 * M, 98, 99, 97, 98);

        assertThat(lab.fills()).containsExactly("BUY 1@98 MAKER LIMIT_AT_OPEN");
    }

    @Test
    void anAmendedOrderJoinsThePathWhenItsAmendmentArrives() {
        Lab lab = lab();
        lab.open(M, 100);
        at(
                lab,
                M + 10 * SECOND,
                () -> lab.script.desk().buy(Lab.SWAP).lots(1).limit(80).submit());
        Order order = lab.lastEvent().order();
        // Down to 90 at 20 s, up to 110 at 40 s, down to 100 at the close: 107.5 now.
        at(lab, M + 45 * SECOND, () -> lab.script.desk().amend(order, Amendment.ofPrice(107)));
        lab.close(M, 100, 110, 90, 100, 1_000);

        assertThat(lab.fills()).containsExactly("BUY 1@107 MAKER TRADED_THROUGH");
    }

    @Test
    void aRestingOrderThatIsAmendedInsideABarJoinsThePathAtItsAmendment() {
        Lab lab = lab();
        Order order = lab.script.desk().buy(Lab.SWAP).lots(1).limit(80).submit();
        lab.open(M, 100);
        at(
                lab,
                M + 30 * SECOND,
                () -> lab.script.desk().buy(Lab.SWAP).lots(2).market().submit());
        at(lab, M + 45 * SECOND, () -> lab.script.desk().amend(order, Amendment.ofPrice(107)));
        lab.close(M, 100, 110, 90, 100, 1_000);

        assertThat(lab.fills()).containsExactly("BUY 2@100 TAKER BAR_PATH", "BUY 1@107 MAKER TRADED_THROUGH");
    }

    @Test
    void ordersOfBothSidesThatArriveBetweenTwoTicksEachGetTheWorseOne() {
        Lab lab = lab();
        lab.open(M, 100);
        // 90 after 20 s, then one up per second: 93.5 after 23.5 s.
        at(lab, M + 23 * SECOND + SECOND / 2, () -> {
            lab.script.desk().buy(Lab.SWAP).lots(1).market().submit();
            lab.script.desk().sell(Lab.SWAP).lots(2).market().submit();
        });
        lab.close(M, 100, 110, 90, 100, 1_000);

        assertThat(lab.fills()).containsExactly("BUY 1@94 TAKER BAR_PATH", "SELL 2@93 TAKER BAR_PATH");
    }
}
