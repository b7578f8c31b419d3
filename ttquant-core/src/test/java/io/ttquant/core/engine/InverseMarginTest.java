package io.ttquant.core.engine;

import static io.ttquant.core.engine.Lab.MINUTE;
import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.api.account.PositionMode;
import io.ttquant.api.market.AggressorSide;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.market.InstrumentId;
import io.ttquant.api.money.Currency;
import io.ttquant.api.order.PositionSide;
import io.ttquant.core.margin.AccountConfig;
import io.ttquant.core.margin.MarginTerms;
import io.ttquant.core.margin.MarginTier;
import io.ttquant.core.margin.View;
import io.ttquant.core.matching.SimulationConfig;
import io.ttquant.core.portfolio.CashFlow;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Margin and funding of an inverse swap of 100 USD a contract, in BTC; and both sides of a hedge. Worked out by hand. */
class InverseMarginTest {
    private static final Currency BTC = Currency.of("BTC", 8);
    private static final Instrument INVERSE = Instrument.inversePerpetual(
                    InstrumentId.parse("okx:BTC-USD-SWAP"), BTC, Currency.of("USD", 2))
            .tick("1")
            .lot("1")
            .multiplier(new BigDecimal("100"))
            .build();
    private static final AccountConfig TEN = AccountConfig.DEFAULT.withTerms(
            MarginTerms.DEFAULT.withLeverage(BigDecimal.TEN).withTiers(List.of(MarginTier.of("0.05"))));

    private final List<CashFlow> flows = new ArrayList<>();

    private Lab lab(UnaryOperator<EngineBuilder> more) {
        Lab lab = new Lab(
                INVERSE,
                SimulationConfig.DEFAULT,
                b -> more.apply(b.startBalance(BTC, 10_000_000).account(TEN).tap(new EngineTap() {
                    @Override
                    public void cashFlow(CashFlow flow) {
                        flows.add(flow);
                    }
                })));
        lab.start(0);
        lab.sink.trade(0, 0, 10_000, 1, AggressorSide.NONE);
        return lab;
    }

    private static long btc(Lab lab) {
        return lab.engine.ledger().balance("BTC").rawTotal();
    }

    @Test
    void marginIsInBaseCurrencyAndGrowsAsThePriceFalls() {
        Lab lab = lab(b -> b);
        // 50 contracts are 5,000 USD, 0.5 BTC at 10,000: margin 0.05 of 0.1.
        lab.script.desk().buy(INVERSE.id()).rawQuantity(50).market().submit();
        lab.engine.settle();
        var group = lab.engine.margin().groups().iterator().next();
        assertThat(group.rawFree(View.KNOWN)).isEqualTo(5_000_000);
        // At 9,600: 0.52083333 BTC; lost 0.02083333, margin 0.05208333.
        lab.sink.trade(MINUTE, MINUTE, 9_600, 1, AggressorSide.NONE);
        assertThat(group.rawFree(View.KNOWN)).isEqualTo(10_000_000 - 2_083_333 - 5_208_333);
    }

    @Test
    void aLongIsLiquidatedWhereItsFormulaSays() {
        Lab lab = lab(b -> b);
        lab.script.desk().buy(INVERSE.id()).rawQuantity(50).market().submit();
        lab.engine.settle();
        // 0.1 + 0.5 − 5000 ÷ p = 0.05 × 5000 ÷ p, so p = 5250 ÷ 0.6 = 8750.
        var member = lab.engine.margin().of(INVERSE.id());
        assertThat(lab.engine.margin().rawBreachPrice(member, 10_000, 8_000)).isEqualTo(8_750);
        lab.sink.trade(MINUTE, MINUTE, 8_751, 1, AggressorSide.NONE);
        lab.engine.advanceTo(MINUTE + 1);
        assertThat(lab.position()).isEqualTo(50);
        lab.sink.trade(2 * MINUTE, 2 * MINUTE, 8_750, 1, AggressorSide.NONE);
        lab.engine.advanceTo(2 * MINUTE + 1);
        assertThat(lab.position()).isZero();
        // 5000 × (1 ÷ 10000 − 1 ÷ 8750) = −0.07142857.
        assertThat(btc(lab)).isEqualTo(10_000_000 - 7_142_857);
    }

    @Test
    void aLongPaysFundingInBaseCurrency() {
        Lab lab = lab(b -> b);
        lab.script.desk().buy(INVERSE.id()).rawQuantity(50).market().submit();
        lab.engine.settle();
        lab.sink.funding(MINUTE, MINUTE, new BigDecimal("0.0001"), 2 * MINUTE);
        lab.sink.trade(2 * MINUTE, 2 * MINUTE, 9_900, 1, AggressorSide.NONE);
        lab.engine.advanceTo(3 * MINUTE);
        // 5000 ÷ 9900 × 0.0001 = 0.0000505050...
        assertThat(flows).extracting(CashFlow::rawAmount).containsExactly(-5_051L);
        assertThat(btc(lab)).isEqualTo(10_000_000 - 5_051);
    }

    @Test
    void bothSidesOfAHedgeAreClosedAndTheirNetNeedsTheMargin() {
        Lab lab = lab(b -> b.positions(PositionMode.HEDGING));
        var desk = lab.script.desk();
        desk.buy(INVERSE.id())
                .rawQuantity(60)
                .market()
                .positionSide(PositionSide.LONG)
                .submit();
        lab.engine.settle();
        desk.sell(INVERSE.id())
                .rawQuantity(10)
                .market()
                .positionSide(PositionSide.SHORT)
                .submit();
        lab.engine.settle();
        var group = lab.engine.margin().groups().iterator().next();
        assertThat(group.rawFree(View.KNOWN)).isEqualTo(5_000_000);
        lab.sink.trade(MINUTE, MINUTE, 8_750, 1, AggressorSide.NONE);
        lab.engine.advanceTo(MINUTE + 1);
        assertThat(lab.fills()).endsWith("SELL 60@8750 TAKER LIQUIDATION", "BUY 10@8750 TAKER LIQUIDATION");
        assertThat(lab.engine.ledger().netPosition(INVERSE.id()).rawQuantity()).isZero();
    }
}
