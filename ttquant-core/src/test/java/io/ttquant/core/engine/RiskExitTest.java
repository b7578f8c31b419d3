package io.ttquant.core.engine;

import static io.ttquant.core.engine.RiskLab.ABC;
import static io.ttquant.core.engine.RiskLab.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.api.order.Order;
import io.ttquant.api.order.OrderStatus;
import io.ttquant.api.order.Side;
import io.ttquant.core.risk.GuardAction;
import io.ttquant.core.risk.RiskLimits;
import io.ttquant.core.risk.RiskLimitsBuilder;
import io.ttquant.core.risk.RiskPolicy;
import io.ttquant.core.risk.TradingStage;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Stop-loss and take-profit of positions with an average price of 100. */
class RiskExitTest {
    private static RiskLab lab(UnaryOperator<RiskLimitsBuilder> limits) {
        return new RiskLab(
                        RiskPolicy.ofAccount(limits.apply(RiskLimits.builder()).build()))
                .priced();
    }

    @Test
    void aStopLossClosesALongPositionAtItsPriceAndNotATickBefore() {
        RiskLab lab = lab(b -> b.stopLoss("0.05")).hold(10);

        lab.price(ABC, 96);
        assertThat(lab.exits()).isEmpty();
        lab.price(ABC, 95);

        assertThat(lab.acts())
                .containsExactly(
                        "Tripped stop-loss of the position 10 sim:SWAP with average price 100: the price 95 is at or below 95",
                        "ExitSent stop-loss of the position 10 sim:SWAP with average price 100: the price 95 is at or below 95");
        assertThat(lab.exits().get(0).toString()).contains("SELL 10 sim:SWAP MARKET");
        assertThat(lab.exits().get(0).request().tag()).isEqualTo("risk:stop_loss");
        lab.pass(SECOND);
        lab.price(ABC, 95);
        assertThat(lab.position("s")).isZero();
    }

    @Test
    void aTakeProfitClosesAShortPosition() {
        RiskLab lab = lab(b -> b.takeProfit("0.1").stopLoss("0.1")).hold(-10);

        lab.price(ABC, 91);
        lab.price(ABC, 109);
        assertThat(lab.exits()).isEmpty();
        lab.price(ABC, 90);

        assertThat(lab.acts().get(0))
                .isEqualTo(
                        "Tripped take-profit of the position -10 sim:SWAP with average price 100: the price 90 is at or below 90");
        lab.pass(SECOND);
        lab.price(ABC, 90);
        assertThat(lab.position("s")).isZero();
    }

    @Test
    void aStopLossClosesAShortPositionAbove() {
        RiskLab lab = lab(b -> b.stopLoss("0.1")).hold(-10);

        lab.price(ABC, 110);

        assertThat(lab.acts().get(0))
                .isEqualTo(
                        "Tripped stop-loss of the position -10 sim:SWAP with average price 100: the price 110 is at or above 110");
    }

    @Test
    void distancesArePricesFromTheAverage() {
        RiskLab lab = lab(b -> b.stopLossDistance(ABC.id(), "7").takeProfitDistance(ABC.id(), "8"))
                .hold(10);

        lab.price(ABC, 107);
        lab.price(ABC, 94);
        assertThat(lab.exits()).isEmpty();
        lab.price(ABC, 93);

        assertThat(lab.exits()).hasSize(1);
    }

    @Test
    void ofTheStrategysAndTheAccountsStopTheNearerHolds() {
        RiskLab lab = new RiskLab(RiskPolicy.ofAccount(
                                RiskLimits.builder().stopLoss("0.10").build())
                        .withStrategy("s", RiskLimits.builder().stopLoss("0.03").build()))
                .priced()
                .hold(10);
        lab.market(lab.t, ABC, Side.BUY, 5);
        lab.pass(2 * SECOND);
        lab.price(ABC, 100);

        lab.price(ABC, 97);
        assertThat(lab.exits()).extracting(Order::strategyId).containsExactly("s");
        lab.price(ABC, 90);
        assertThat(lab.exits()).extracting(Order::strategyId).containsExactly("s", "t");
    }

    @Test
    void thereIsOneExitInFlightHoweverOftenThePriceIsSeen() {
        RiskLab lab = lab(b -> b.stopLoss("0.05")).hold(10);

        for (int i = 0; i < 50; i++) {
            lab.price(ABC, 95 - i % 3);
            lab.pass(10_000_000);
        }

        assertThat(lab.exits()).hasSize(1);
    }

    @Test
    void theStrategysOwnOrdersAreCancelledBeforeTheExitIsSent() {
        RiskLab lab = lab(b -> b.stopLoss("0.05")).hold(10);
        Order target = lab.limit(lab.s, ABC, Side.SELL, 10, 120);
        Order entry = lab.limit(lab.s, ABC, Side.BUY, 10, 80);
        lab.pass(SECOND);

        lab.price(ABC, 95);
        assertThat(target.status()).isEqualTo(OrderStatus.PENDING_CANCEL);
        assertThat(entry.status()).isEqualTo(OrderStatus.PENDING_CANCEL);
        assertThat(lab.exits()).isEmpty();
        lab.pass(SECOND);

        assertThat(target.status()).isEqualTo(OrderStatus.CANCELED);
        assertThat(lab.exits()).hasSize(1);
    }

    @Test
    void anExitThatWaitsForCancelsInVainIsSentAfterASecond() {
        RiskLab lab = lab(b -> b.stopLoss("0.05")).hold(10);
        lab.limit(lab.s, ABC, Side.SELL, 10, 120);
        lab.pass(SECOND);
        lab.price(ABC, 95);

        lab.pass(SECOND / 2);
        assertThat(lab.exits()).isEmpty();
        lab.limit(lab.s, ABC, Side.SELL, 1, 120);
        lab.pass(SECOND / 2);

        assertThat(lab.exits()).hasSize(1);
    }

    @Test
    void whatAnExitLeavesIsClosedByTheNextOneAfterAWaitThatGrows() {
        RiskLab lab = lab(b -> b.stopLoss("0.05")).hold(10);
        lab.engine.instrument(ABC.id()).status(lab.now, lab.now, io.ttquant.api.market.TradingStatus.HALTED);

        lab.price(ABC, 95);
        assertThat(lab.exits()).hasSize(1);
        assertThat(lab.exits().get(0).status()).isEqualTo(OrderStatus.DENIED);
        lab.pass(SECOND - 1);
        assertThat(lab.exits()).hasSize(1);
        lab.pass(1);
        assertThat(lab.exits()).hasSize(2);
        lab.pass(2 * SECOND - 1);
        assertThat(lab.exits()).hasSize(2);
        lab.pass(1);
        assertThat(lab.exits()).hasSize(3);
        lab.pass(100 * SECOND);
        assertThat(lab.exits()).hasSize(7);

        lab.engine.instrument(ABC.id()).status(lab.now, lab.now, io.ttquant.api.market.TradingStatus.TRADING);
        lab.pass(64 * SECOND);
        lab.price(ABC, 95);
        lab.pass(2 * SECOND);
        lab.price(ABC, 95);
        assertThat(lab.position("s")).isZero();
        int sent = lab.exits().size();
        lab.pass(1000 * SECOND);
        assertThat(lab.exits()).hasSize(sent);
    }

    @Test
    void anExitClosesThePositionThatItWasForAndNotWhatIsBoughtMeanwhile() {
        RiskLab lab = lab(b -> b.stopLoss("0.05")).hold(10);

        lab.price(ABC, 95);
        lab.buy(4);
        lab.pass(SECOND);
        lab.price(ABC, 98);
        lab.pass(10 * SECOND);
        lab.price(ABC, 98);

        assertThat(lab.position("s")).isEqualTo(4);
        assertThat(lab.exits()).hasSize(1);
    }

    @Test
    void aNewPositionGetsNewPrices() {
        RiskLab lab = lab(b -> b.stopLoss("0.05")).hold(10);
        lab.price(ABC, 95);
        lab.pass(SECOND);
        lab.price(ABC, 95);
        lab.buy(10);
        lab.pass(SECOND);
        lab.price(ABC, 95);
        assertThat(lab.position("s")).isEqualTo(10);

        lab.price(ABC, 91);
        assertThat(lab.exits()).hasSize(1);
        lab.price(ABC, 90);
        assertThat(lab.exits()).hasSize(2);
    }

    @Test
    void whileTradingIsHaltedNoExitIsSentAndWhileItReducesOneIs() {
        RiskLab lab = lab(b -> b.stopLoss("0.05")).hold(10);

        lab.engine.risk().hold("s", TradingStage.HALTED, "a look", "me");
        lab.price(ABC, 90);
        assertThat(lab.exits()).isEmpty();
        lab.engine.risk().resume("s", "me", "looked");
        lab.engine.risk().hold("s", TradingStage.REDUCING, "a look", "me");
        lab.price(ABC, 90);

        assertThat(lab.exits()).hasSize(1);
    }

    @Test
    void aPositionWorksWithAGuardOnlyFromItsFillOn() {
        RiskLab lab = lab(b -> b.stopLoss("0.05").dailyLoss("100000", GuardAction.HALT));

        lab.price(ABC, 50);
        lab.price(ABC, 100);

        assertThat(lab.acts()).isEmpty();
    }
}
