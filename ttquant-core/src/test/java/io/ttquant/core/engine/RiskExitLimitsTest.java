package io.ttquant.core.engine;

import static io.ttquant.core.engine.RiskLab.ABC;
import static io.ttquant.core.engine.RiskLab.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.api.order.Order;
import io.ttquant.api.order.OrderStatus;
import io.ttquant.api.order.RejectReason;
import io.ttquant.api.order.Side;
import io.ttquant.core.matching.LatencyModel;
import io.ttquant.core.matching.SimulationConfig;
import io.ttquant.core.order.Refusal;
import io.ttquant.core.risk.RiskLimits;
import io.ttquant.core.risk.RiskPolicy;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** An exit that the engine sends makes no room for orders that take the position past its limit on the other side. */
class RiskExitLimitsTest {
    private static final RiskLimits OWN =
            RiskLimits.builder().stopLoss("0.05").maxPosition(ABC.id(), "40").build();
    private static final RiskLimits STOP = RiskLimits.builder().stopLoss("0.05").build();
    private static final RiskLimits ALL =
            RiskLimits.builder().maxPosition(ABC.id(), "40").build();

    private static RiskLab lab(RiskPolicy policy, int seconds) {
        RiskLab lab = new RiskLab(
                        policy,
                        SimulationConfig.DEFAULT.withLatency(
                                LatencyModel.constant(Duration.ofSeconds(seconds), Duration.ZERO)),
                        b -> b)
                .priced();
        lab.buy(30);
        lab.pass((seconds + 1) * SECOND);
        lab.price(ABC, 100);
        return lab;
    }

    private static void anOrderSentWhileAnExitWaitsIsJudgedAsIfItHadClosed(RiskPolicy policy) {
        RiskLab lab = lab(policy, 1);
        Order far = lab.limit(lab.s, ABC, Side.SELL, 10, 120);
        lab.pass(2 * SECOND);

        lab.price(ABC, 95);
        assertThat(far.status()).isEqualTo(OrderStatus.PENDING_CANCEL);
        assertThat(lab.exits()).isEmpty();
        lab.limit(lab.s, ABC, Side.SELL, 31, 96);

        assertThat(lab.refusals()).extracting(Refusal::reason).containsExactly(RejectReason.MAX_POSITION);
        assertThat(lab.refusals().get(0).message())
                .contains("position -41 of sim:SWAP would be possible: -10 with all open orders and -31 more");
        assertThat(lab.limit(lab.s, ABC, Side.SELL, 30, 96).status()).isEqualTo(OrderStatus.SUBMITTED);
    }

    @Test
    void anOrderSentWhileAnExitWaitsIsJudgedAsIfItHadClosed() {
        anOrderSentWhileAnExitWaitsIsJudgedAsIfItHadClosed(RiskPolicy.ofAccount(OWN));
        anOrderSentWhileAnExitWaitsIsJudgedAsIfItHadClosed(
                RiskPolicy.ofAccount(STOP).withEachStrategy(ALL));
    }

    @Test
    void afterTheExitOrdersAreJudgedByWhatIsHeldAgain() {
        RiskLab lab = lab(RiskPolicy.ofAccount(OWN), 1);
        lab.price(ABC, 95);
        lab.pass(2 * SECOND);
        lab.price(ABC, 100);
        assertThat(lab.position("s")).isZero();
        lab.hold(30);

        assertThat(lab.limit(lab.s, ABC, Side.SELL, 70, 120).status()).isEqualTo(OrderStatus.SUBMITTED);
    }

    @Test
    void anExitWhoseCancelsAreNotAnsweredClosesWhatTheLimitLeavesAndTheRestAfterThem() {
        RiskLab lab = lab(RiskPolicy.ofAccount(OWN), 3);
        Order late = lab.limit(lab.s, ABC, Side.SELL, 60, 120);
        lab.pass(4 * SECOND);

        lab.price(ABC, 95);
        lab.pass(SECOND);

        assertThat(late.status()).isEqualTo(OrderStatus.PENDING_CANCEL);
        assertThat(lab.exits()).extracting(Order::rawQuantity).containsExactly(10L);
        lab.price(ABC, 121);
        lab.pass(3 * SECOND);
        lab.price(ABC, 121);
        assertThat(lab.position("s")).isEqualTo(-30);
        for (int n = 0; n < 5; n++) {
            lab.pass(2 * SECOND);
            lab.price(ABC, 121);
        }
        assertThat(lab.exits())
                .as("the long position is closed, the short one is not meant")
                .hasSize(1);
        assertThat(lab.position("s")).isEqualTo(-30);
    }

    @Test
    void anExitForWhichNothingIsLeftWaitsForTheCancels() {
        RiskLab lab = lab(RiskPolicy.ofAccount(OWN), 3);
        Order late = lab.limit(lab.s, ABC, Side.SELL, 70, 120);
        lab.pass(4 * SECOND);

        lab.price(ABC, 95);
        lab.pass(2 * SECOND);
        assertThat(lab.exits()).isEmpty();
        lab.pass(SECOND);

        assertThat(late.status()).isEqualTo(OrderStatus.CANCELED);
        assertThat(lab.exits()).extracting(Order::rawQuantity).containsExactly(30L);
        lab.pass(4 * SECOND);
        lab.price(ABC, 95);
        assertThat(lab.position("s")).isZero();
    }
}
