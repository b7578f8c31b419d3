package io.ttquant.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.api.market.Instrument;
import io.ttquant.api.market.InstrumentId;
import io.ttquant.api.money.Currency;
import io.ttquant.api.order.Order;
import io.ttquant.api.order.OrderEvent;
import io.ttquant.api.order.OrderStatus;
import io.ttquant.api.order.RejectReason;
import io.ttquant.core.matching.RateFees;
import io.ttquant.core.matching.SimulationConfig;
import io.ttquant.core.risk.RiskLimits;
import io.ttquant.core.risk.RiskPolicy;
import org.junit.jupiter.api.Test;

/** A position is not carried past its limit by what is not known of a fill before: a rebate paid in what is bought, the price at which an amount is spent. */
class UnknownQuantityLimitTest {
    private static final Currency COIN = Currency.of("COIN", 4);
    private static final Instrument SPOT = Instrument.spot(InstrumentId.parse("sim:COIN"), COIN, Lab.USD)
            .tick("1")
            .lot("0.01")
            .build();

    private static Lab lab(String maker) {
        RiskLimits limits = RiskLimits.builder().maxPosition(SPOT.id(), "1.00").build();
        Lab lab = new Lab(
                        SPOT,
                        SimulationConfig.DEFAULT.withFees(
                                RateFees.of(maker, "0").inBaseOnBuys()),
                        b -> b.startBalance(Lab.USD, 1_000_00).risk(RiskPolicy.ofAccount(limits)))
                .start(0);
        lab.trade(0, 100, 1_000);
        return lab;
    }

    private static Order buy(Lab lab, String quantity) {
        Order order =
                lab.script.desk().buy(SPOT.id()).quantity(quantity).limit("99").submit();
        lab.engine.settle();
        return order;
    }

    @Test
    void anOrderWhoseRebateCouldPassTheLimitIsRefused() {
        Lab lab = lab("-0.01");
        assertThat(buy(lab, "1.00").status()).isEqualTo(OrderStatus.DENIED);
        OrderEvent.Denied denied = (OrderEvent.Denied) lab.lastEvent();
        assertThat(denied.reason()).isEqualTo(RejectReason.MAX_POSITION);
        assertThat(denied.message()).contains("the limit of the account is 1.00");

        assertThat(buy(lab, "0.97").status()).isEqualTo(OrderStatus.ACCEPTED);
        lab.trade(1, 98, 1_000);
        assertThat(lab.position()).isEqualTo(97);
        assertThat(buy(lab, "0.01").status()).isEqualTo(OrderStatus.FILLED);
        assertThat(lab.position()).isEqualTo(98);
        assertThat(buy(lab, "0.02").status()).isEqualTo(OrderStatus.DENIED);
    }

    @Test
    void aFeeInWhatIsBoughtNeedsNoRoom() {
        Lab lab = lab("0.01");

        assertThat(buy(lab, "1.00").status()).isEqualTo(OrderStatus.ACCEPTED);
    }

    @Test
    void anOrderThatSpendsAnAmountIsRefusedWhereThePositionIsLimited() {
        Lab lab = lab("0.01");
        lab.script.desk().buy(SPOT.id()).spend("50").market().submit();
        lab.engine.settle();

        OrderEvent.Denied denied = (OrderEvent.Denied) lab.lastEvent();
        assertThat(denied.reason()).isEqualTo(RejectReason.MAX_POSITION);
        assertThat(denied.message())
                .isEqualTo(
                        "an order that spends 50.00 USD may trade any quantity of sim:COIN, as the price turns out, and the"
                                + " position is limited to 1.00 by the account; use value(...) for a quantity worked out now");
    }
}
