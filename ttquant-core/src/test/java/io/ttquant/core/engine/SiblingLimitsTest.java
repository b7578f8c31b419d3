package io.ttquant.core.engine;

import static io.ttquant.core.engine.RiskLab.ABC;
import static io.ttquant.core.engine.RiskLab.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.api.exchange.Capability;
import io.ttquant.api.market.AggressorSide;
import io.ttquant.api.order.Amendment;
import io.ttquant.api.order.Order;
import io.ttquant.api.order.OrderBuilder;
import io.ttquant.api.order.OrderGroup;
import io.ttquant.api.order.OrderStatus;
import io.ttquant.api.order.RejectReason;
import io.ttquant.core.margin.MarginGroup;
import io.ttquant.core.margin.View;
import io.ttquant.core.matching.LatencyModel;
import io.ttquant.core.matching.SimulationConfig;
import io.ttquant.core.order.Refusal;
import io.ttquant.core.risk.RiskLimits;
import io.ttquant.core.risk.RiskPolicy;
import java.time.Duration;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Orders of which one fills instead of the other count once: in position limits and in margin. */
class SiblingLimitsTest {
    private static RiskLab lab(String maxPosition, UnaryOperator<EngineBuilder> more) {
        return new RiskLab(
                        RiskPolicy.ofAccount(RiskLimits.builder()
                                .maxPosition(ABC.id(), maxPosition)
                                .build()),
                        SimulationConfig.DEFAULT.withLatency(
                                LatencyModel.constant(Duration.ofSeconds(1), Duration.ofSeconds(1))),
                        more)
                .priced();
    }

    private static OrderBuilder buy(RiskLab lab, long quantity, long price) {
        return lab.s.desk().buy(ABC).rawQuantity(quantity).rawLimit(price);
    }

    private static OrderBuilder stop(RiskLab lab, long quantity, long price) {
        return lab.s.desk().buy(ABC).rawQuantity(quantity).rawStop(price);
    }

    private static long high(RiskLab lab) {
        return lab.engine.risk().desk().account().reaches().size() == 0
                ? 0
                : lab.engine.risk().desk().account().reaches().get(0).rawHigh();
    }

    private static void trade(RiskLab lab, long price, long quantity) {
        lab.engine.instrument(ABC.id()).trade(lab.now, lab.now, price, quantity, AggressorSide.NONE);
    }

    @Test
    void theLargestOfAnOcoCountsAndWhatIsBeyondTheLimitIsRefused() {
        RiskLab lab = lab("10", b -> b);
        OrderGroup group = lab.s.desk().oco(buy(lab, 6, 95), stop(lab, 10, 105));
        assertThat(group.orders()).allMatch(Order::isOpen);
        assertThat(high(lab)).isEqualTo(10);

        lab.buy(1);
        assertThat(lab.refusals())
                .containsExactly(
                        new Refusal(
                                RejectReason.MAX_POSITION,
                                "position 11 of sim:SWAP would be possible: 10 with all open orders and 1 more; the limit of the account is 10; ask for less, or cancel open orders first"));
        OrderGroup larger = lab("10", b -> b).s.desk().oco(buy(lab, 6, 95), stop(lab, 5, 105));
        assertThat(larger.orders()).hasSize(2);
    }

    @Test
    void aMemberThatIsTooLargeIsRefusedWithWhatItAddsToTheLargestOfTheOthers() {
        RiskLab lab = lab("10", b -> b);
        OrderGroup group = lab.s.desk().oco(buy(lab, 6, 95), stop(lab, 11, 105));

        assertThat(group.orders()).allMatch(order -> order.status() == OrderStatus.DENIED);
        assertThat(lab.refusals().get(1).message())
                .startsWith("position 11 of sim:SWAP would be possible: 6 with all open orders and 5 more;");
        assertThat(high(lab)).isZero();
    }

    @Test
    void onAVenueThatDoesNotKnowGroupsBothCountSinceBothMayFill() {
        RiskLab lab = lab("10", b -> b.without(Capability.OCO));
        OrderGroup group = lab.s.desk().oco(buy(lab, 6, 95), stop(lab, 5, 105));

        assertThat(group.orders()).allMatch(order -> order.status() == OrderStatus.DENIED);
        assertThat(lab.refusals()).extracting(Refusal::reason).contains(RejectReason.MAX_POSITION);
    }

    @Test
    void soTheyDoIfTheEngineWaitsForTheTriggerOfOne() {
        RiskLab lab = lab("10", b -> b.without(Capability.STOP_ORDERS));
        OrderGroup group = lab.s.desk().oco(buy(lab, 6, 95), stop(lab, 5, 105));

        assertThat(group.orders()).allMatch(order -> order.status() == OrderStatus.DENIED);
        assertThat(lab.s.desk().oco(buy(lab, 6, 95), buy(lab, 10, 90)).orders()).allMatch(Order::isOpen);
    }

    @Test
    void afterAPartialFillOnlyTheFilledMemberCounts() {
        RiskLab lab = lab("10", b -> b);
        OrderGroup group = lab.s.desk().oco(buy(lab, 6, 95), stop(lab, 10, 105));
        lab.pass(2 * SECOND);
        trade(lab, 94, 4);
        assertThat(high(lab)).as("the fill is not known yet").isEqualTo(10);
        lab.pass(SECOND);

        assertThat(lab.position("s")).isEqualTo(4);
        assertThat(group.order(0).rawFilled()).isEqualTo(4);
        assertThat(high(lab)).isEqualTo(6);
        lab.limit(lab.s, ABC, io.ttquant.api.order.Side.BUY, 4, 90);
        assertThat(lab.refusals()).isEmpty();
        lab.limit(lab.s, ABC, io.ttquant.api.order.Side.BUY, 1, 90);
        assertThat(lab.refusals()).hasSize(1);
    }

    @Test
    void membersOfAnOuoThatGrowCountForThemselvesSinceTheGrowthMayMissAFill() {
        RiskLab lab = lab("11", b -> b);
        OrderGroup group = lab.s.desk().ouo(buy(lab, 5, 95), buy(lab, 5, 90));
        lab.pass(2 * SECOND);
        assertThat(high(lab)).isEqualTo(5);

        lab.s.desk().amend(group.order(0), Amendment.ofQuantity(7));
        assertThat(lab.refusals())
                .containsExactly(
                        new Refusal(
                                RejectReason.MAX_POSITION,
                                "position 12 of sim:SWAP would be possible: 5 with all open orders and 7 more; the limit of the account is 11; ask for less, or cancel open orders first"));
        lab.s.desk().amend(group.order(0), Amendment.ofQuantity(6));
        assertThat(high(lab)).isEqualTo(11);
        lab.pass(2 * SECOND);
        assertThat(group.order(0).rawQuantity()).isEqualTo(6);
        assertThat(high(lab)).isEqualTo(11);
    }

    private static MarginGroup margin(Lab lab) {
        return Objects.requireNonNull(
                Objects.requireNonNull(lab.engine.margin()).groupOf(Lab.USD));
    }

    private static Lab swap(long rawCash) {
        return Lab.of(Lab.SWAP, SimulationConfig.DEFAULT, rawCash).start(0);
    }

    @Test
    void inADerivativeTheyHoldTheMarginOfTheOneThatNeedsMost() {
        Lab lab = swap(1_000_00);
        lab.trade(1, 100, 1);
        OrderGroup group = lab.script
                .desk()
                .oco(
                        lab.script.desk().buy(Lab.SWAP).rawQuantity(10).rawLimit(95),
                        lab.script.desk().buy(Lab.SWAP).rawQuantity(8).rawLimit(98));
        lab.engine.advanceTo(2);
        assertThat(group.orders()).allMatch(order -> order.status() == OrderStatus.ACCEPTED);
        for (View view : View.values()) {
            assertThat(margin(lab).rawFree(view)).as("%s", view).isEqualTo(50_00);
        }

        Order third =
                lab.script.desk().buy(Lab.SWAP).rawQuantity(1).rawLimit(51).submit();
        assertThat(third.status()).isEqualTo(OrderStatus.DENIED);
        lab.trade(4, 97, 3);
        assertThat(lab.position()).isEqualTo(3);
        // Three at 97 are held and five at 98 are open.
        assertThat(margin(lab).rawFree(View.KNOWN)).isEqualTo(margin(lab).rawFree(View.EXCHANGE));
        assertThat(margin(lab).rawFree(View.KNOWN)).isEqualTo(1_000_00 - 3_00 - 3 * 97_00 - 5 * 98_00);
        lab.trade(5, 97, 5);
        assertThat(lab.position()).isEqualTo(8);
        assertThat(group.order(0).status()).isEqualTo(OrderStatus.CANCELED);
        assertThat(margin(lab).rawFree(View.EXCHANGE)).isEqualTo(1_000_00 - 8_00 - 8 * 97_00);
    }

    @Test
    void membersThatNeedMoreMarginThanThereIsAreRefused() {
        Lab lab = swap(1_000_00);
        lab.trade(1, 100, 1);
        OrderGroup group = lab.script
                .desk()
                .ouo(
                        lab.script.desk().buy(Lab.SWAP).rawQuantity(10).rawLimit(95),
                        lab.script.desk().buy(Lab.SWAP).rawQuantity(11).rawLimit(98));
        lab.engine.advanceTo(2);

        assertThat(group.orders()).allMatch(order -> order.status() == OrderStatus.DENIED);
        assertThat(margin(lab).rawFree(View.KNOWN)).isEqualTo(1_000_00);
        Lab apart = new Lab(
                        Lab.SWAP,
                        SimulationConfig.DEFAULT,
                        b -> b.startBalance(Lab.USD, 1_000_00).without(Capability.OCO))
                .start(0);
        apart.trade(1, 100, 1);
        OrderGroup both = apart.script
                .desk()
                .oco(
                        apart.script.desk().buy(Lab.SWAP).rawQuantity(10).rawLimit(95),
                        apart.script.desk().buy(Lab.SWAP).rawQuantity(8).rawLimit(98));
        assertThat(both.orders()).allMatch(order -> order.status() == OrderStatus.DENIED);
    }
}
