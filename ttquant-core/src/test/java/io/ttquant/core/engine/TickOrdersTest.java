package io.ttquant.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.api.order.Amendment;
import io.ttquant.api.order.Order;
import io.ttquant.api.order.OrderEvent;
import io.ttquant.api.order.OrderStatus;
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

    @Test
    void aStopIsFilledAtTheTradeThatTriggeredItWhereAnOlderQuoteIsBetter() {
        Lab lab = lab();
        lab.quote(2, 99, 10, 100, 10);
        lab.script.desk().buy(Lab.SWAP).lots(1).stop(105).submit();
        lab.script.desk().sell(Lab.SWAP).lots(2).stop(95).submit();
        lab.trade(3, 107, 10);
        lab.trade(4, 95, 10);

        assertThat(lab.fills()).containsExactly("BUY 1@107 TAKER STOP_GAP", "SELL 2@95 TAKER STOP_TRIGGER");
    }

    @Test
    void aStopIsFilledAtTheQuoteWhereThatIsWorse() {
        Lab lab = lab();
        lab.quote(2, 107, 10, 108, 10);
        lab.script.desk().buy(Lab.SWAP).lots(1).stop(105).submit();
        lab.trade(3, 105, 10);

        assertThat(lab.fills()).containsExactly("BUY 1@108 TAKER STOP_GAP");
    }

    @Test
    void aTriggeredStopLimitIsJudgedByTheTradeWhereAnOlderQuoteIsBetter() {
        Lab lab = lab();
        lab.quote(2, 99, 10, 100, 10);
        lab.script.desk().buy(Lab.SWAP).lots(1).stop(105).limit(106).submit();
        lab.trade(3, 107, 10);
        assertThat(lab.fills()).isEmpty();
        lab.quote(4, 104, 10, 105, 10);

        assertThat(lab.fills()).containsExactly("BUY 1@106 MAKER TRADED_THROUGH");
    }

    @Test
    void aStopThatWaitedForAQuoteSaysSo() {
        Lab lab = lab();
        lab.quote(2, 99, 10, 0, 0);
        lab.script.desk().buy(Lab.SWAP).lots(1).stop(105).submit();
        lab.trade(3, 105, 10);
        assertThat(lab.fills()).isEmpty();
        lab.quote(4, 108, 10, 109, 10);

        assertThat(lab.fills()).containsExactly("BUY 1@109 TAKER STOP_NEXT_TICK");
    }

    @Test
    void anOrderThatExpiresInsideABarStillExpiresWhenTicksTakeOver() {
        Lab lab = Lab.of(Lab.SWAP, SimulationConfig.DEFAULT, 1_000_000_00)
                .withBars(Lab.M1)
                .start(0);
        lab.bar(0, 100, 100, 100, 100);
        Order order = lab.script
                .desk()
                .buy(Lab.SWAP)
                .lots(1)
                .limit(90)
                .goodTillNanos(Lab.MINUTE + 10)
                .submit();
        lab.open(Lab.MINUTE, 100);
        lab.trade(Lab.MINUTE + 20, 80, 10);

        assertThat(order.status()).isEqualTo(OrderStatus.EXPIRED);
        assertThat(lab.fills()).isEmpty();
    }

    @Test
    void aPostOnlyOrderMayBeReducedAtThePriceThatItTouches() {
        Lab lab = lab();
        Order order =
                lab.script.desk().buy(Lab.SWAP).lots(5).limit(99).postOnly().submit();
        lab.trade(2, 99, 1);
        lab.script.desk().amend(order, Amendment.ofQuantity(3));
        lab.trade(3, 99, 1);

        assertThat(order.rawQuantity()).isEqualTo(3);
        assertThat(lab.script.events).noneMatch(OrderEvent.UpdateRejected.class::isInstance);
    }
}
