package io.ttquant.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.api.order.Amendment;
import io.ttquant.api.order.Order;
import io.ttquant.api.order.OrderEvent;
import io.ttquant.api.order.OrderStatus;
import io.ttquant.api.order.RejectReason;
import io.ttquant.core.matching.LatencyModel;
import io.ttquant.core.matching.RateFees;
import io.ttquant.core.matching.SimulationConfig;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Orders whose fills are still on their way to us when the next one is judged. */
class RacingOrdersTest {
    private static final SimulationConfig LATE_REPORTS =
            SimulationConfig.DEFAULT.withLatency(LatencyModel.constant(Duration.ZERO, Duration.ofSeconds(5)));

    @Test
    void fillsUnderWayCannotBePaidTwice() {
        Lab lab = Lab.of(Lab.SPOT, LATE_REPORTS, 255_00).start(0);
        lab.trade(1, 100, 1);
        lab.script.desk().buy(Lab.SPOT).lots(1).stop("110").submit();
        lab.script.desk().buy(Lab.SPOT).lots(1).stop("120").submit();
        lab.engine.advanceTo(2);
        // Either could be paid alone from 255; before the report of the first has come, the second is judged.
        lab.trade(4, 130, 1);
        lab.engine.advanceTo(20_000_000_000L);

        assertThat(lab.fills()).containsExactly("BUY 1@130 TAKER STOP_GAP");
        assertThat(((OrderEvent.Canceled) lab.lastEvent()).message())
                .isEqualTo(
                        "funds do not cover 1 sim:ABC at 130 and a fee of 0.00 USD; order less, or leave room for the"
                                + " price to move");
        assertThat(lab.cash()).isEqualTo(125_00);
        assertThat(lab.free()).isEqualTo(125_00);
    }

    @Test
    void whatIsHeldBackForOneOrderIsNotSpentByAnother() {
        Lab lab = Lab.of(Lab.SPOT, LATE_REPORTS, 200_00).start(0);
        lab.trade(1, 100, 1);
        lab.script.desk().buy(Lab.SPOT).lots(1).stop("110").submit();
        lab.script.desk().buy(Lab.SPOT).lots(1).limit("90").submit();
        lab.engine.advanceTo(2);
        lab.trade(4, 150, 1);
        lab.trade(5, 80, 1);
        lab.engine.advanceTo(20_000_000_000L);

        assertThat(lab.fills()).containsExactly("BUY 1@90 MAKER TRADED_THROUGH");
        assertThat(lab.cash()).isEqualTo(110_00);
    }

    @Test
    void anOrderIsRejectedThatFillsUnderWayLeftTooLittleFor() {
        Lab lab = Lab.of(Lab.SPOT, LATE_REPORTS, 200_00).start(0);
        lab.trade(1, 100, 1);
        lab.script.desk().buy(Lab.SPOT).lots(1).stop("110").submit();
        lab.engine.advanceTo(2);
        lab.trade(4, 150, 1);
        // We still believe 90 to be free; at the exchange 50 are.
        Order second = lab.script.desk().buy(Lab.SPOT).lots(1).limit("80").submit();
        assertThat(second.status()).isEqualTo(OrderStatus.SUBMITTED);
        lab.engine.advanceTo(20_000_000_000L);

        assertThat(second.status()).isEqualTo(OrderStatus.REJECTED);
        OrderEvent.Rejected rejected = (OrderEvent.Rejected) lab.lastEvent();
        assertThat(rejected.reason()).isEqualTo(RejectReason.INSUFFICIENT_FUNDS);
        assertThat(rejected.message())
                .isEqualTo(
                        "fills on the way left 30.00 USD too little for this BUY of sim:ABC; wait for reports, or ask"
                                + " for less");
        assertThat(lab.cash()).isEqualTo(50_00);
        assertThat(lab.free()).isEqualTo(50_00);
    }

    /* The fill at 150 leaves 50, of which the order on its way holds back 80: nothing is free until it is refused, and no debt is shown. */
    @Test
    void nothingIsFreeWhileAFillTookWhatAnotherOrderHoldsBack() {
        Lab lab = Lab.of(Lab.SPOT, LATE_REPORTS, 200_00).start(0);
        lab.trade(1, 100, 1);
        lab.script.desk().buy(Lab.SPOT).lots(1).stop("110").submit();
        lab.engine.advanceTo(2);
        lab.trade(4, 150, 1);
        lab.script.desk().buy(Lab.SPOT).lots(1).limit("80").submit();
        java.util.List<String> shown = new java.util.ArrayList<>();
        lab.script.order = event -> shown.add(event.getClass().getSimpleName() + " " + lab.cash() + " " + lab.free());
        lab.engine.advanceTo(20_000_000_000L);

        assertThat(shown).containsExactly("Accepted 20000 1000", "Filled 5000 0", "Rejected 5000 5000");
    }

    @Test
    void twoReduceOnlyOrdersReduceAPositionOnce() {
        Lab lab = Lab.of(Lab.SWAP, LATE_REPORTS, 1_000_00).start(0);
        lab.trade(1, 100, 1);
        lab.script.desk().buy(Lab.SWAP).lots(3).market().submit();
        lab.engine.advanceTo(10_000_000_000L);
        assertThat(lab.position()).isEqualTo(3);
        lab.script.desk().sell(Lab.SWAP).lots(3).market().reduceOnly().submit();
        Order late =
                lab.script.desk().sell(Lab.SWAP).lots(2).market().reduceOnly().submit();
        lab.engine.advanceTo(20_000_000_000L);

        assertThat(lab.position()).isZero();
        assertThat(late.status()).isEqualTo(OrderStatus.CANCELED);
        assertThat(((OrderEvent.Canceled) lab.lastEvent()).message())
                .isEqualTo("a reduce-only order found no position left to reduce");
    }

    @Test
    void theFeeIsHeldBackWithTheOrder() {
        SimulationConfig fees = SimulationConfig.DEFAULT.withFees(RateFees.of("0.01", "0.02"));
        Lab lab = Lab.of(Lab.SPOT, fees, 1_000_00).start(0);
        lab.trade(1, 100, 1);

        Order all = lab.script.desk().buy(Lab.SPOT).lots(10).limit("100").submit();
        assertThat(all.status()).isEqualTo(OrderStatus.DENIED);
        Order most = lab.script.desk().buy(Lab.SPOT).lots(9).limit("90").submit();

        assertThat(lab.free()).isEqualTo(1_000_00 - 810_00 - 16_20);
        lab.trade(2, 80, 100);
        assertThat(most.status()).isEqualTo(OrderStatus.FILLED);
        assertThat(lab.cash()).isEqualTo(1_000_00 - 810_00 - 8_10);
        assertThat(lab.free()).isEqualTo(lab.cash());
    }

    @Test
    void aRefusedAmendmentGivesTheHeldFundsBack() {
        SimulationConfig late =
                SimulationConfig.DEFAULT.withLatency(LatencyModel.constant(Duration.ofSeconds(1), Duration.ZERO));
        Lab lab = Lab.of(Lab.SPOT, late, 1_000_00).start(0);
        lab.trade(1, 100, 1);
        Order order = lab.script.desk().buy(Lab.SPOT).lots(4).limit("90").submit();
        lab.engine.advanceTo(2_000_000_000L);
        lab.trade(2_000_000_001L, 89, 3);
        assertThat(order.rawFilled()).isEqualTo(3);
        assertThat(lab.free()).isEqualTo(1_000_00 - 360_00);
        lab.script.desk().amend(order, Amendment.ofQuantity(10));
        assertThat(lab.free()).isEqualTo(1_000_00 - 270_00 - 630_00);
        lab.trade(2_500_000_000L, 89, 1);
        lab.engine.advanceTo(5_000_000_000L);

        assertThat(order.status()).isEqualTo(OrderStatus.FILLED);
        assertThat(lab.free()).isEqualTo(lab.cash()).isEqualTo(1_000_00 - 360_00);
    }

    @Test
    void anAmendmentHoldsTheLargerUntilItIsAnswered() {
        SimulationConfig late =
                SimulationConfig.DEFAULT.withLatency(LatencyModel.constant(Duration.ofSeconds(1), Duration.ZERO));
        Lab lab = Lab.of(Lab.SPOT, late, 1_000_00).start(0);
        lab.trade(1, 100, 1);
        Order order = lab.script.desk().buy(Lab.SPOT).lots(4).limit("90").submit();
        lab.engine.advanceTo(2_000_000_000L);
        lab.script.desk().amend(order, new Amendment(2, 80, 0));

        assertThat(lab.free()).isEqualTo(640_00);
        lab.engine.advanceTo(4_000_000_000L);
        assertThat(order.status()).isEqualTo(OrderStatus.ACCEPTED);
        assertThat(lab.free()).isEqualTo(840_00);
    }
}
