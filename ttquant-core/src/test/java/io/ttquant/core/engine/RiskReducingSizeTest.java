package io.ttquant.core.engine;

import static io.ttquant.core.engine.RiskLab.ABC;
import static io.ttquant.core.engine.RiskLab.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.api.order.Amendment;
import io.ttquant.api.order.Order;
import io.ttquant.api.order.RejectReason;
import io.ttquant.api.order.Side;
import io.ttquant.core.order.Refusal;
import io.ttquant.core.risk.RiskLimits;
import io.ttquant.core.risk.RiskPolicy;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The largest order is what opens or turns a position; what only takes one nearer to flat may be larger. The price is 100. */
class RiskReducingSizeTest {
    private static final RiskLimits VALUE =
            RiskLimits.builder().maxOrderValue("500").build();
    private static final RiskLimits QUANTITY =
            RiskLimits.builder().maxOrderQuantity(ABC.id(), "5").build();

    static Stream<RiskPolicy> policies() {
        return Stream.of(VALUE, QUANTITY)
                .flatMap(limits -> Stream.of(RiskPolicy.ofAccount(limits), RiskPolicy.NONE.withStrategy("s", limits)));
    }

    /** Holds ten, bought by two orders that are as large as they may be. */
    private static RiskLab holding(RiskPolicy policy) {
        return new RiskLab(policy).priced().hold(5).hold(5);
    }

    private static void requireTooLarge(RiskLab lab) {
        assertThat(lab.refusals())
                .extracting(Refusal::reason)
                .singleElement()
                .isIn(RejectReason.MAX_ORDER_VALUE, RejectReason.MAX_ORDER_QUANTITY);
    }

    @ParameterizedTest
    @MethodSource("policies")
    void allThatIsHeldIsSoldAtOnce(RiskPolicy policy) {
        RiskLab lab = holding(policy);
        lab.sell(10);
        lab.pass(2 * SECOND).price(ABC, 100);

        assertThat(lab.refusals()).isEmpty();
        assertThat(lab.position("s")).isZero();
    }

    @ParameterizedTest
    @MethodSource("policies")
    void aShortPositionIsBoughtBackAtOnce(RiskPolicy policy) {
        RiskLab lab = new RiskLab(policy).priced().hold(-5).hold(-5);
        lab.buy(10);
        lab.pass(2 * SECOND).price(ABC, 100);

        assertThat(lab.refusals()).isEmpty();
        assertThat(lab.position("s")).isZero();
    }

    @ParameterizedTest
    @MethodSource("policies")
    void whatGoesPastFlatIsJudgedAsAWhole(RiskPolicy policy) {
        RiskLab lab = holding(policy);
        lab.sell(11);

        requireTooLarge(lab);
    }

    @ParameterizedTest
    @MethodSource("policies")
    void whatIsOpenCountsSoThatTwoSalesOfAllAreNotBothExits(RiskPolicy policy) {
        RiskLab lab = holding(policy);
        lab.limit(lab.s, ABC, Side.SELL, 1, 120);
        lab.sell(10);

        requireTooLarge(lab);
    }

    @ParameterizedTest
    @MethodSource("policies")
    void anOfferIsRaisedToAllThatIsHeldAndNoFurther(RiskPolicy policy) {
        RiskLab lab = holding(policy);
        Order offer = lab.limit(lab.s, ABC, Side.SELL, 2, 120);
        lab.pass(2 * SECOND);
        lab.s.desk().amend(offer, Amendment.ofQuantity(10));
        lab.pass(2 * SECOND);
        assertThat(lab.refusals()).isEmpty();
        assertThat(offer.rawQuantity()).isEqualTo(10);

        lab.s.desk().amend(offer, Amendment.ofQuantity(11));
        lab.pass(2 * SECOND);
        assertThat(offer.rawQuantity()).isEqualTo(10);
        requireTooLarge(lab);
    }

    /** At the venue it would close what other strategies hold there. */
    @ParameterizedTest
    @MethodSource("policies")
    void aReduceOnlyOrderIsNotRaisedAboveWhatIsHeld(RiskPolicy policy) {
        RiskLab lab = holding(policy);
        Order offer =
                lab.s.desk().sell(ABC).rawQuantity(2).limit("120").reduceOnly().submit();
        lab.pass(2 * SECOND);
        lab.s.desk().amend(offer, Amendment.ofQuantity(10));
        lab.pass(2 * SECOND);
        assertThat(lab.refusals()).isEmpty();
        lab.s.desk().amend(offer, Amendment.ofQuantity(11));

        requireTooLarge(lab);
    }

    @ParameterizedTest
    @MethodSource("policies")
    void aReduceOnlyOrderOfAllIsMovedToAnotherPrice(RiskPolicy policy) {
        RiskLab lab = holding(policy);
        Order stop =
                lab.s.desk().sell(ABC).rawQuantity(10).stop("90").reduceOnly().submit();
        lab.pass(2 * SECOND);
        lab.s.desk().amend(stop, Amendment.ofTrigger(95));
        lab.pass(2 * SECOND);

        assertThat(lab.refusals()).isEmpty();
        assertThat(stop.rawTrigger()).isEqualTo(95);
    }

    /** What the one holds is no room for the other. */
    @ParameterizedTest
    @MethodSource("policies")
    void thePositionOfAnotherStrategyIsNotSold(RiskPolicy policy) {
        RiskLab lab = holding(policy);
        lab.market(lab.t, ABC, Side.SELL, 10);

        if (policy.strategies().isEmpty()) {
            requireTooLarge(lab);
        } else {
            assertThat(lab.refusals()).as("only s has limits").isEmpty();
        }
    }

    @Test
    void aCollarHoldsForAnExitToo() {
        RiskLab lab = holding(RiskPolicy.ofAccount(
                RiskLimits.builder().maxOrderValue("500").priceCollar("0.1").build()));
        lab.limit(lab.s, ABC, Side.SELL, 10, 89);

        assertThat(lab.refusals()).extracting(Refusal::reason).containsExactly(RejectReason.PRICE_COLLAR);
    }
}
