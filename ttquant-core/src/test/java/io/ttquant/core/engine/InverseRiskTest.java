package io.ttquant.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.api.account.PositionMode;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.market.InstrumentId;
import io.ttquant.api.money.Currency;
import io.ttquant.api.order.Order;
import io.ttquant.api.order.OrderBuilder;
import io.ttquant.api.order.OrderEvent;
import io.ttquant.api.order.OrderStatus;
import io.ttquant.api.order.PositionSide;
import io.ttquant.api.order.Side;
import io.ttquant.core.margin.AccountConfig;
import io.ttquant.core.margin.MarginTerms;
import io.ttquant.core.margin.MarginTier;
import io.ttquant.core.matching.SimulationConfig;
import io.ttquant.core.risk.RiskLimits;
import io.ttquant.core.risk.RiskPolicy;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Risk limits on both sides of an inverse swap of 100 USD a contract, in an account whose currency is BTC. Worked out by hand. */
class InverseRiskTest {
    private static final Currency BTC = Currency.of("BTC", 8);
    private static final Instrument INVERSE = Instrument.inversePerpetual(
                    InstrumentId.parse("okx:BTC-USD-SWAP"), BTC, Currency.of("USD", 2))
            .tick("1")
            .lot("1")
            .multiplier(new BigDecimal("100"))
            .build();
    private static final AccountConfig TEN = AccountConfig.DEFAULT.withTerms(
            MarginTerms.DEFAULT.withLeverage(BigDecimal.TEN).withTiers(List.of(MarginTier.of("0.05"))));

    private final List<String> exits = new ArrayList<>();

    private Lab lab(RiskLimits limits) {
        Lab lab = new Lab(
                        INVERSE,
                        SimulationConfig.DEFAULT,
                        b -> b.reporting(BTC)
                                .startBalance(BTC, 50_000_000)
                                .account(TEN)
                                .positions(PositionMode.HEDGING)
                                .risk(RiskPolicy.ofAccount(limits))
                                .tap(new EngineTap() {
                                    @Override
                                    public void risk(io.ttquant.core.risk.RiskEvent event) {
                                        exits.add(event.getClass().getSimpleName() + " " + event.message());
                                    }
                                }))
                .start(0);
        lab.trade(1, 10_000, 1_000);
        return lab;
    }

    private static OrderBuilder open(Lab lab, PositionSide position, long contracts) {
        Side side = position == PositionSide.LONG ? Side.BUY : Side.SELL;
        return (side == Side.BUY
                        ? lab.script.desk().buy(INVERSE)
                        : lab.script.desk().sell(INVERSE))
                .rawQuantity(contracts)
                .positionSide(position);
    }

    private static String refusal(Lab lab, Order order) {
        lab.engine.settle();
        return lab.script.events.stream()
                .filter(event -> event.order() == order)
                .filter(OrderEvent.Denied.class::isInstance)
                .map(event -> ((OrderEvent.Denied) event).message())
                .findFirst()
                .orElse("");
    }

    @Test
    void exposureIsTheValueInBitcoinOfBothSidesAndGrowsAsThePriceFalls() {
        Lab lab = lab(RiskLimits.builder().maxExposure("0.5").build());
        // 30 contracts are 3,000 USD, 0.3 BTC at 10,000; 20 are 0.2.
        assertThat(open(lab, PositionSide.LONG, 30).market().submit().status()).isNotEqualTo(OrderStatus.DENIED);
        Order more = open(lab, PositionSide.SHORT, 21).market().submit();
        assertThat(more.status()).isEqualTo(OrderStatus.DENIED);
        assertThat(refusal(lab, more))
                .startsWith("exposure 0.51000000 BTC would be possible: 0.30000000 BTC in other instruments"
                        + " and 0.21000000 BTC in okx:BTC-USD-SWAP;");
        // A sell at a higher price fills at 10,000 at the earliest, where a contract is worth most.
        assertThat(open(lab, PositionSide.SHORT, 21).rawLimit(12_000).submit().status())
                .isEqualTo(OrderStatus.DENIED);
        assertThat(open(lab, PositionSide.SHORT, 20).rawLimit(12_000).submit().status())
                .isNotEqualTo(OrderStatus.DENIED);
        lab.script.desk().cancelAll();
        lab.trade(2, 10_000, 1_000);
        // At 8,000 the long side alone is worth 0.375 BTC.
        lab.trade(3, 8_000, 1_000);
        assertThat(open(lab, PositionSide.SHORT, 11).market().submit().status()).isEqualTo(OrderStatus.DENIED);
        assertThat(open(lab, PositionSide.SHORT, 10).market().submit().status()).isNotEqualTo(OrderStatus.DENIED);
    }

    @Test
    void aPositionLimitIsInContractsOfEachSide() {
        Lab lab = lab(RiskLimits.builder().maxPosition(INVERSE.id(), "30").build());
        open(lab, PositionSide.LONG, 30).market().submit();
        assertThat(open(lab, PositionSide.SHORT, 30).market().submit().status()).isNotEqualTo(OrderStatus.DENIED);
        assertThat(open(lab, PositionSide.SHORT, 1).market().submit().status()).isEqualTo(OrderStatus.DENIED);
    }

    @Test
    void stopsAndTheKillSwitchCloseBothSides() {
        Lab lab = lab(RiskLimits.builder().stopLoss("0.05").build());
        open(lab, PositionSide.LONG, 30).market().submit();
        lab.trade(2, 10_000, 1_000);
        open(lab, PositionSide.SHORT, 10).market().submit();
        lab.trade(3, 9_501, 1_000);
        assertThat(exits).isEmpty();
        lab.trade(4, 9_500, 1_000);
        lab.trade(5, 9_500, 1_000);
        assertThat(exits)
                .containsExactly(
                        "Tripped stop-loss of the position 30 okx:BTC-USD-SWAP with average price 10000: the price 9500 is at or below 9500",
                        "ExitSent stop-loss of the position 30 okx:BTC-USD-SWAP with average price 10000: the price 9500 is at or below 9500");
        assertThat(position(lab, PositionSide.LONG)).isZero();
        assertThat(position(lab, PositionSide.SHORT)).isEqualTo(-10);
        open(lab, PositionSide.LONG, 5).market().submit();
        lab.trade(6, 9_500, 1_000);
        lab.engine.risk().trip("enough", "Ann", true);
        lab.trade(7, 9_500, 1_000);
        assertThat(position(lab, PositionSide.LONG)).isZero();
        assertThat(position(lab, PositionSide.SHORT)).isZero();
    }

    private static long position(Lab lab, PositionSide side) {
        return lab.engine.ledger().position("s", INVERSE, side).rawQuantity();
    }
}
