package io.ttquant.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.api.account.Balance;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.order.FillReason;
import io.ttquant.api.order.LiquiditySide;
import io.ttquant.api.order.Order;
import io.ttquant.api.order.OrderStatus;
import io.ttquant.api.order.PositionSide;
import io.ttquant.core.engine.Inheritance.OwnPosition;
import io.ttquant.core.risk.GuardAction;
import io.ttquant.core.risk.RiskLimits;
import io.ttquant.core.risk.RiskPolicy;
import io.ttquant.core.risk.TradingStage;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Stops, 5% below an average of 100, of positions that were smaller or gone when their strategies came back. */
class ReturnedGuardTest {
    private final Script t = new Script();

    private static OwnPosition own(String strategy, Instrument i, long quantity) {
        return new OwnPosition(strategy, i.id(), PositionSide.NET, quantity, new BigDecimal("100"), 0);
    }

    private LiveLab lab(long swaps, long coins, OwnPosition... positions) {
        return new LiveLab(
                        LiveLab.snapshot(
                                1,
                                List.of(new Balance(Lab.USD, 100_000, 0), new Balance(Lab.ABC, coins, 0)),
                                swaps == 0 ? List.of() : List.of(LiveLab.held(swaps, "100"))),
                        b -> b.strategy("t", t)
                                .risk(RiskPolicy.ofAccount(
                                        RiskLimits.builder().stopLoss("0.05").build()))
                                .inherit(new Inheritance(List.of(positions), List.of(), Map.of())))
                .start();
    }

    private static List<String> exits(LiveLab lab) {
        return lab.created.stream()
                .filter(order -> order.request().tag().equals("risk:stop_loss"))
                .map(order -> order.strategyId() + " " + order.side() + " " + order.rawQuantity())
                .toList();
    }

    private static void bought(LiveLab lab, Script who, Instrument where, long quantity, long price) {
        Order order = who.desk().buy(where).rawQuantity(quantity).market().submit();
        assertThat(order.status()).isEqualTo(OrderStatus.SUBMITTED);
        lab.fill(order, quantity, price);
    }

    @Test
    void whatIsGoneHasNoStopAndBlindsNobody() {
        for (Instrument i : List.of(LiveLab.SWAP, LiveLab.SPOT)) {
            LiveLab lab = lab(0, 0, own("s", i, 3));
            assertThat(lab.engine.ledger().position("s", i).rawQuantity()).isZero();
            lab.price(i, 94);
            bought(lab, t, i, 2, 94);
            lab.price(i, 80);
            assertThat(exits(lab)).containsExactly("t SELL 2");

            bought(lab, lab.script, i, 3, 80);
            lab.price(i, 77);
            assertThat(exits(lab)).containsExactly("t SELL 2");
            lab.price(i, 76);
            assertThat(exits(lab)).containsExactly("t SELL 2", "s SELL 3");
        }
    }

    @Test
    void whatIsLeftHasItsStop() {
        LiveLab swap = lab(1, 0, own("s", LiveLab.SWAP, 3));
        swap.price(LiveLab.SWAP, 95);
        assertThat(exits(swap)).containsExactly("s SELL 1");

        LiveLab spot = lab(0, 4, own("s", LiveLab.SPOT, 9));
        spot.price(LiveLab.SPOT, 96);
        assertThat(exits(spot)).isEmpty();
        spot.price(LiveLab.SPOT, 95);
        assertThat(exits(spot)).containsExactly("s SELL 4");
    }

    /** What is opened then is a first round trip, and its fee no loss of the one before. */
    @Test
    void whatIsGoneEndsNoRoundTrip() {
        LiveLab lab = new LiveLab(
                        LiveLab.cash(1_000),
                        b -> b.risk(RiskPolicy.ofAccount(RiskLimits.builder()
                                        .lossStreak(1, GuardAction.HALT)
                                        .build()))
                                .inherit(new Inheritance(List.of(own("s", LiveLab.SWAP, 3)), List.of(), Map.of())))
                .start();
        Order order =
                lab.script.desk().sell(LiveLab.SWAP).rawQuantity(2).market().submit();
        lab.account.filled(order, 1, 100, 2, 5, Lab.USD, LiquiditySide.TAKER, FillReason.EXCHANGE, 3);
        assertThat(lab.own()).isEqualTo(-2);
        assertThat(lab.engine.risk().stage("s")).isEqualTo(TradingStage.ACTIVE);
    }
}
