package io.ttquant.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.api.account.PositionMode;
import io.ttquant.api.market.Bar;
import io.ttquant.api.market.BarSpec;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.market.InstrumentId;
import io.ttquant.api.money.Currency;
import io.ttquant.api.money.FixedPoint;
import io.ttquant.api.order.FillReason;
import io.ttquant.api.order.LiquiditySide;
import io.ttquant.api.order.PositionSide;
import io.ttquant.api.order.Side;
import io.ttquant.api.strategy.Strategy;
import io.ttquant.api.strategy.StrategyContext;
import io.ttquant.backtest.data.BarColumns;
import io.ttquant.backtest.report.ReportModel;
import io.ttquant.backtest.report.TradeRow;
import io.ttquant.core.matching.FeeModel;
import io.ttquant.core.matching.RateFees;
import io.ttquant.core.matching.SimulationConfig;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Inverse contracts, hedge mode and fees in a third asset from the orders of a strategy to the rows of its report. */
class ContractsBacktestTest {
    private static final BarSpec DAY = BarSpec.days(1);
    private static final Currency BTC = Currency.of("BTC");
    private static final Instrument INVERSE = Instrument.inversePerpetual(
                    InstrumentId.parse("test:BTCUSD"), BTC, Currency.of("USD"))
            .tick("0.5")
            .lot("1")
            .multiplier(BigDecimal.valueOf(100))
            .build();

    /** Bars whose price is the same from open to close, with a jump between them. */
    private static BarColumns daily(Instrument instrument, int... prices) {
        BarColumns.Builder bars = BarColumns.builder(instrument, DAY);
        for (int i = 0; i < prices.length; i++) {
            long raw = prices[i] * FixedPoint.pow10(instrument.priceScale());
            long open = Walk.START + i * DAY.step();
            bars.add(open, open + DAY.step(), raw, raw, raw, raw, 1_000_000_000);
        }
        return bars.build();
    }

    @Test
    void anInverseSwapIsTradedAndReportedInItsBaseCurrency() {
        BacktestResult result = Backtest.of(
                        daily(INVERSE, 10_000, 10_000, 12_500, 12_500, 10_000).source())
                .cash("1 BTC")
                .simulation(SimulationConfig.DEFAULT.withFees(RateFees.of("0.001", "0.001")))
                .strategy("turns", Walk.turns(INVERSE, DAY, 1, "50"))
                .run();
        // 50 × 100 ÷ 10000 = 0.5 bought, 0.4 sold: 0.1 gained; then 0.4 bought and 0.5 sold.
        ReportModel model = result.report().model();
        TradeRow first = model.trades().get(0);
        assertThat(first.fees()).isEqualByComparingTo("0.0009");
        assertThat(first.pnl()).isEqualByComparingTo("0.0991");
        assertThat(first.returnRatio()).isEqualTo(0.0991 / 0.5);
        TradeRow second = model.trades().get(1);
        assertThat(second.pnl()).isEqualByComparingTo("-0.1009");
        assertThat(result.finalEquity()).isEqualTo(0.9982);
        assertThat(model.total().pnl()).isEqualByComparingTo("-0.0018");
        assertThat(model.strategies().get(0).pnl()).isEqualByComparingTo("-0.0018");
        assertThat(model.total().fees()).isEqualByComparingTo("0.0018");
    }

    @Test
    void buyingAndHoldingAnInverseSwapGainsWhatItsContractsDo() {
        BacktestResult result = Backtest.of(
                        daily(INVERSE, 10_000, 10_000, 12_500, 8_000).source())
                .cash("1 BTC")
                .strategy("idle", Walk.idle())
                .run();
        assertThat(Benchmark.of(result.samples(), 1)).endsWith(1.2, 0.75);
    }

    @Test
    void inHedgeModeOrdersChangeTheSideThatTheyNameAndAreTradesOfTheirOwn() {
        Instrument swap = Instrument.perpetual(InstrumentId.parse("test:BTCUSDT"), BTC, Currency.of("USDT"))
                .tick("0.01")
                .lot("0.001")
                .build();
        Hedger hedger = new Hedger(swap);
        BacktestResult result = Backtest.of(daily(swap, 100, 100, 110, 120, 120).source())
                .cash("1000 USDT")
                .positions(PositionMode.HEDGING)
                .simulation(SimulationConfig.DEFAULT.withFees(RateFees.of("0", "0")))
                .strategy("hedger", hedger)
                .run();

        assertThat(hedger.seen).containsExactly("1.0 -1.0 0.0");
        assertThat(result.refusals()).extracting(Refused::message).containsExactly("""
                position side NET of test:BTCUSDT does not go with an account in mode HEDGING; it is NET in netting mode and \
                for spot, and LONG or SHORT for derivatives in hedge mode""");
        assertThat(result.report().model().trades())
                .extracting(
                        row -> row.side() + " " + row.pnl().stripTrailingZeros().toPlainString())
                .containsExactly("BUY 20", "SELL -10");
        assertThat(result.finalEquity()).isEqualTo(1010);
    }

    /** Buys long at 100, sells short at 110, closes both at 120. */
    private static final class Hedger extends Strategy {
        private final Instrument swap;
        private final List<String> seen = new java.util.ArrayList<>();
        private int bar;

        Hedger(Instrument swap) {
            this.swap = swap;
        }

        @Override
        protected void onStart(StrategyContext ctx) {
            ctx.subscribeBars(swap.id(), DAY);
        }

        @Override
        protected void onBar(Bar b) {
            bar++;
            if (bar == 1) {
                orders().buy(swap).quantity("1").market().submit();
                orders().buy(swap)
                        .quantity("1")
                        .market()
                        .positionSide(PositionSide.LONG)
                        .submit();
            } else if (bar == 2) {
                orders().sell(swap)
                        .quantity("1")
                        .market()
                        .positionSide(PositionSide.SHORT)
                        .submit();
            } else if (bar == 3) {
                seen.add(position(swap.id(), PositionSide.LONG).quantity() + " "
                        + position(swap.id(), PositionSide.SHORT).quantity() + " "
                        + position(swap.id()).quantity());
                orders().close(swap.id());
            }
        }
    }

    @Test
    void aFeeInAThirdAssetCountsInItsTradeAtThePriceOfItsTime() {
        Instrument bnb = Walk.spot("BNB");
        BacktestResult result = Backtest.of(
                        daily(Walk.BTC, 100, 100, 100, 100).source(),
                        daily(bnb, 20, 20, 30, 50).source())
                .cash("1000 USDT")
                .cash("5 BNB")
                .simulation(SimulationConfig.DEFAULT.withFees(new TenthOfACoin(bnb.base())))
                .strategy("turns", Walk.turns(Walk.BTC, DAY, 1, "1"))
                .run();
        // Bought when BNB was last at 20, sold when it was last at 20 and the third bar of BNB had not closed.
        assertThat(result.fills().get(0).reason()).isEqualTo(FillReason.NEXT_OPEN);
        assertThat(result.report().model().trades().get(0).fees()).isEqualByComparingTo("4");
        assertThat(result.report().model().trades().get(0).pnl()).isEqualByComparingTo("-4");
    }

    @Test
    void aFeeInAThirdAssetWithoutAPriceMakesTheTradeUnavailableAndNotFree() {
        BacktestResult result = Backtest.of(daily(Walk.BTC, 100, 100, 100, 100).source())
                .cash("1000 USDT")
                .cash("5 BNB")
                .simulation(SimulationConfig.DEFAULT.withFees(new TenthOfACoin(Currency.of("BNB"))))
                .strategy("turns", Walk.turns(Walk.BTC, DAY, 1, "1"))
                .run();
        TradeRow trade = result.report().model().trades().get(0);
        assertThat(trade.pnl()).isNull();
        assertThat(trade.fees()).isNull();
        assertThat(trade.returnRatio()).isNaN();
        assertThat(result.summary()).contains("n/a");

        BacktestResult pegged = Backtest.of(daily(Walk.BTC, 100, 100, 100, 100).source())
                .cash("1000 USDT")
                .cash("5 BNB")
                .fixedRate("BNB", "USDT", "20")
                .simulation(SimulationConfig.DEFAULT.withFees(new TenthOfACoin(Currency.of("BNB"))))
                .strategy("turns", Walk.turns(Walk.BTC, DAY, 1, "1"))
                .run();
        assertThat(pegged.report().model().trades().get(0).pnl()).isEqualByComparingTo("-4");
        assertThat(pegged.startEquity()).isEqualTo(1100);
        assertThat(Assumptions.of(pegged).get("Valuation"))
                .startsWith(
                        "in USDT, BNB by the fixed rate 20 USDT for a BNB; BTC by test:BTCUSDT; a price is the venue's"
                                + " mark");
    }

    private record TenthOfACoin(Currency currency) implements FeeModel {
        @Override
        public long rawFee(Instrument instrument, Side side, LiquiditySide liquidity, long rawPrice, long rawQuantity) {
            return FixedPoint.pow10(currency.scale() - 1);
        }

        @Override
        public Currency currency(Instrument instrument, Side side) {
            return currency;
        }

        @Override
        public String describe() {
            return "0.1 " + currency;
        }
    }
}
