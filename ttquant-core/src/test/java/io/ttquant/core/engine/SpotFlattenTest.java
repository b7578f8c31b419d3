package io.ttquant.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.api.account.Balance;
import io.ttquant.api.order.Order;
import io.ttquant.api.order.RejectReason;
import io.ttquant.api.order.Side;
import io.ttquant.core.portfolio.FundsPolicy;
import io.ttquant.core.portfolio.Ledger;
import io.ttquant.core.portfolio.PositionState;
import io.ttquant.core.risk.RiskLimits;
import io.ttquant.core.risk.RiskPolicy;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** To close all on spot is to hold none of what was bought: a cash account owes no coins, so nothing is bought back. */
class SpotFlattenTest {
    private static final long SECOND = 1_000_000_000L;

    private static LiveLab lab(long coins, UnaryOperator<EngineBuilder> more) {
        return new LiveLab(
                        LiveLab.snapshot(
                                1,
                                List.of(new Balance(Lab.USD, 100_000_00, 0), new Balance(Lab.ABC, coins, 0)),
                                List.of()),
                        more)
                .start();
    }

    private static LiveLab lab(long coins) {
        return lab(coins, builder -> builder);
    }

    private static Order market(LiveLab lab, Side side, long quantity) {
        Order order = (side == Side.BUY
                        ? lab.script.desk().buy(LiveLab.SPOT)
                        : lab.script.desk().sell(LiveLab.SPOT))
                .rawQuantity(quantity)
                .market()
                .submit();
        lab.fill(order, quantity, 100);
        return order;
    }

    /** Somebody sells by hand. */
    private static void sellByHand(LiveLab lab, long quantity) {
        Order hand = lab.account.adopt(LiveLab.external("web1", "77", LiveLab.SPOT, Side.SELL, quantity, 100, 0));
        lab.fill(hand, quantity, 100);
    }

    private static PositionState of(LiveLab lab, String owner) {
        return lab.engine.ledger().position(owner, LiveLab.SPOT);
    }

    private static List<String> exits(LiveLab lab) {
        return lab.created.stream()
                .filter(order -> order.request().tag().startsWith("risk:"))
                .map(order -> order.side() + " " + order.rawQuantity() + " " + order.status())
                .toList();
    }

    private static void pass(LiveLab lab, long nanos) {
        lab.engine.advanceTo(lab.engine.clock().nanos() + nanos);
    }

    @Test
    void whatOthersSoldOfTheStartIsNotBoughtBack() {
        LiveLab lab = lab(5);
        sellByHand(lab, 1);

        lab.engine.risk().trip("enough", "me", true);
        pass(lab, 100 * SECOND);

        assertThat(lab.sent).isEmpty();
        assertThat(of(lab, Ledger.EXTERNAL).rawQuantity()).isEqualTo(-1);
        assertThat(lab.engine.strategies().whyLeft(of(lab, Ledger.EXTERNAL)))
                .isEqualTo("sold of what was there before, and owed to nobody");
    }

    @Test
    void whatAStrategySoldOfTheStartIsNotBoughtBack() {
        for (boolean isKilled : new boolean[] {true, false}) {
            LiveLab lab = lab(5);
            market(lab, Side.SELL, 2);

            if (isKilled) {
                lab.engine.risk().trip("enough", "me", true);
            } else {
                lab.engine.risk().flatten("s", "enough", "me");
            }
            pass(lab, 100 * SECOND);

            assertThat(exits(lab)).isEmpty();
            assertThat(of(lab, "s").rawQuantity()).isEqualTo(-2);
            assertThat(lab.engine.strategies().whyLeft(of(lab, "s"))).isNotEmpty();
        }
    }

    /** Nobody ends up with coins that were sold by hand before. */
    @Test
    void aPositionThatWasSoldByHandIsNeitherSoldNorBoughtAgain() {
        LiveLab lab = lab(0);
        market(lab, Side.BUY, 1);
        sellByHand(lab, 1);

        lab.engine.risk().trip("enough", "me", true);
        pass(lab, 2 * SECOND);

        assertThat(exits(lab)).isNotEmpty().allMatch("SELL 1 DENIED"::equals);
        assertThat(lab.engine.strategies().whyLeft(of(lab, "s")))
                .as("it is not known to be gone")
                .isEmpty();
    }

    @Test
    void whatIsHeldIsSold() {
        LiveLab lab = lab(5);
        market(lab, Side.BUY, 3);

        lab.engine.risk().flatten("s", "enough", "me");

        assertThat(exits(lab)).containsExactly("SELL 3 SUBMITTED");
        assertThat(lab.engine.strategies().whyLeft(of(lab, "s"))).isEmpty();
    }

    /** A sale of the strategy's own that could not be cancelled any more has sold more than it held. */
    @Test
    void anExitThatSoldTooMuchBuysNothingBack() {
        LiveLab lab = lab(5);
        market(lab, Side.BUY, 1);
        Order own =
                lab.script.desk().sell(LiveLab.SPOT).rawQuantity(1).limit("120").submit();
        lab.account.accepted(own, 2);
        lab.engine.risk().flatten("s", "enough", "me");
        pass(lab, SECOND);
        assertThat(exits(lab)).containsExactly("SELL 1 SUBMITTED");
        lab.fill(own, 1, 120);
        lab.fill(lab.created.get(lab.created.size() - 1), 1, 100);
        assertThat(of(lab, "s").rawQuantity()).isEqualTo(-1);

        pass(lab, 100 * SECOND);
        lab.engine.risk().resume("s", "me", "looked");
        pass(lab, 100 * SECOND);

        assertThat(exits(lab)).containsExactly("SELL 1 FILLED");
    }

    /** Also one that a guard had begun: the stop of what was sold goes no further once all is to be closed. */
    @Test
    void aStopOfWhatWasSoldGoesNoFurtherOnceAllIsClosed() {
        LiveLab lab = lab(
                5,
                b -> b.risk(RiskPolicy.ofAccount(
                        RiskLimits.builder().stopLoss("0.05").build())));
        market(lab, Side.SELL, 2);
        lab.price(LiveLab.SPOT, 105);
        assertThat(exits(lab)).containsExactly("BUY 2 SUBMITTED");

        lab.engine.risk().flatten("s", "enough", "me");
        lab.account.rejected(lab.created.get(lab.created.size() - 1), RejectReason.INSUFFICIENT_FUNDS, "try later", 3);
        pass(lab, 100 * SECOND);

        assertThat(exits(lab)).containsExactly("BUY 2 REJECTED");
    }

    @Test
    void anAccountThatMayOweCoinsBuysThemBack() {
        LiveLab lab = lab(0, b -> b.funds(FundsPolicy.BORROW));
        market(lab, Side.SELL, 2);

        lab.engine.risk().trip("enough", "me", true);

        assertThat(exits(lab)).containsExactly("BUY 2 SUBMITTED");
    }
}
