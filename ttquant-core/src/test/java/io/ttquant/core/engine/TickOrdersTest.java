package io.ttquant.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.api.order.Order;
import io.ttquant.api.order.OrderEvent;
import io.ttquant.api.order.RejectReason;
import io.ttquant.core.matching.SimulationConfig;
import org.junit.jupiter.api.Test;

/** What trades and quotes do to stop orders and to post-only orders. */
class TickOrdersTest {
    private static Lab lab() {
        Lab lab = Lab.of(Lab.SWAP, SimulationConfig.DEFAULT, 1_000_000_00).start(0);
        lab.trade(1, 100, 1);
        return lab;
    }

    @Test
    void aPostOnlyStopLimitThatCrossesOnceTriggeredIsRejected() {
        Lab lab = lab();
        lab.script.desk().buy(Lab.SWAP).lots(1).stop(105).limit(106).postOnly().submit();
        lab.trade(2, 105, 10);

        assertThat(lab.fills()).isEmpty();
        OrderEvent.Rejected rejected = (OrderEvent.Rejected) lab.lastEvent();
        assertThat(rejected.reason()).isEqualTo(RejectReason.POST_ONLY_WOULD_TAKE);
        assertThat(rejected.message()).contains("at 106 would take liquidity at 105");
    }

    @Test
    void aPostOnlyStopLimitThatDoesNotCrossRests() {
        Lab lab = lab();
        Order order = lab.script
                .desk()
                .buy(Lab.SWAP)
                .lots(1)
                .stop(105)
                .limit(104)
                .postOnly()
                .submit();
        lab.trade(2, 105, 10);
        assertThat(order.isOpen()).isTrue();
        lab.trade(3, 103, 10);

        assertThat(lab.fills()).containsExactly("BUY 1@104 MAKER TRADED_THROUGH");
    }
}
