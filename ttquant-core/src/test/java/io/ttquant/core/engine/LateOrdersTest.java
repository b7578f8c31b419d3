package io.ttquant.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.api.order.Order;
import io.ttquant.api.order.OrderStatus;
import io.ttquant.api.order.Side;
import io.ttquant.core.matching.LatencyModel;
import io.ttquant.core.matching.SimulationConfig;
import io.ttquant.core.matching.SlippageModel;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Orders that reach the exchange while a bar is under way, or later than they should. */
class LateOrdersTest {
    private static final long SECOND = 1_000_000_000L;
    private static final SimulationConfig LATE =
            SimulationConfig.DEFAULT.withLatency(LatencyModel.constant(Duration.ofSeconds(10), Duration.ZERO));

    @Test
    void slippageInBasisPointsIsNeverRoundedAway() {
        SlippageModel slippage = SlippageModel.basisPoints("2");
        // 2 basis points of 1234 are 0.2468, of 7000 are 1.4.
        assertThat(slippage.rawSlippage(Lab.SPOT, Side.BUY, 1234, 1)).isEqualTo(1);
        assertThat(slippage.rawSlippage(Lab.SPOT, Side.BUY, 7000, 1)).isEqualTo(2);
        assertThat(slippage.rawSlippage(Lab.SPOT, Side.BUY, 10_000, 1)).isEqualTo(2);
    }

    @Test
    void anOrderThatArrivesAfterItsExpiryIsNotFilled() {
        Lab lab = Lab.of(Lab.SPOT, LATE, 1_000_000_00).start(0);
        lab.trade(1, 100, 1);
        Order order = lab.script
                .desk()
                .buy(Lab.SPOT)
                .lots(1)
                .limit("120")
                .goodTill(Instant.ofEpochSecond(5))
                .submit();
        lab.trade(20 * SECOND, 100, 1);
        assertThat(lab.fills()).isEmpty();
        assertThat(order.status()).isEqualTo(OrderStatus.REJECTED);
    }

    @Test
    void aStopThatWaitedInsideABarStillWaitsForItsTriggerWhenTradesSetIn() {
        Lab lab = Lab.of(Lab.SWAP, LATE, 1_000_000_00).withBars(Lab.M1).start(0);
        lab.bar(0, 100, 100, 100, 100);
        lab.script.desk().sell(Lab.SWAP).lots(1).stop("50").submit();
        lab.open(Lab.MINUTE, 100);
        lab.engine.advanceTo(Lab.MINUTE + 30 * SECOND);
        lab.trade(Lab.MINUTE + 31 * SECOND, 100, 5);
        assertThat(lab.fills()).isEmpty();
        lab.trade(Lab.MINUTE + 32 * SECOND, 49, 5);
        assertThat(lab.fills()).containsExactly("SELL 1@49 TAKER STOP_GAP");
    }
}
