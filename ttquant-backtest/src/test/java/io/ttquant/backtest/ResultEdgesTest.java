package io.ttquant.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.api.market.Bar;
import io.ttquant.api.market.BarSpec;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.money.Currency;
import io.ttquant.api.money.FixedPoint;
import io.ttquant.api.order.LiquiditySide;
import io.ttquant.api.order.OrderStatus;
import io.ttquant.api.order.Side;
import io.ttquant.api.strategy.Strategy;
import io.ttquant.api.strategy.StrategyContext;
import io.ttquant.api.time.EpochNanos;
import io.ttquant.backtest.data.BarColumns;
import io.ttquant.backtest.report.Figure;
import io.ttquant.backtest.report.OrderRow;
import io.ttquant.backtest.report.RefusalCount;
import io.ttquant.backtest.report.ReportModel;
import io.ttquant.core.matching.FeeModel;
import io.ttquant.core.matching.RateFees;
import io.ttquant.core.matching.SimulationConfig;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

/** Runs in which little happened, and accounts that cannot be valued at once. */
class ResultEdgesTest {
    private static final BarSpec DAY = BarSpec.days(1);

    /** Bars of a day that close at these prices; each opens at the close before it, the first one at its own close. */
    private static BarColumns daily(Instrument instrument, int... closes) {
        BarColumns.Builder bars = BarColumns.builder(instrument, DAY);
        int open = closes[0];
        for (int i = 0; i < closes.length; i++) {
            long start = Walk.START + i * DAY.step();
            int high = Math.max(open, closes[i]);
            int low = Math.min(open, closes[i]);
            bars.add(start, start + DAY.step(), 100L * open, 100L * high, 100L * low, 100L * closes[i], 1_000_000);
            open = closes[i];
        }
        return bars.build();
    }

    @Test
    void reportsARunWithoutATrade() {
        BacktestResult result = Backtest.of(daily(Walk.BTC, 100, 110, 120).source())
                .cash("1000 USDT")
                .strategy("idle", Walk.idle())
                .run();
        ReportModel model = result.report().model();
        assertThat(model.total().pnl()).isEqualByComparingTo(BigDecimal.ZERO);
        assertThat(model.total().winRate()).isNaN();
        assertThat(model.trades()).isEmpty();
        assertThat(figure(model, "Profit factor")).isEqualTo("n/a");
        assertThat(figure(model, "Max drawdown")).isEqualTo("0.00");
        assertThat(result.summary()).contains("idle", "The run lasted 3 d");
    }

    @Test
    void reportsARunWhoseOrdersWereAllRefused() {
        BacktestResult result = Backtest.of(daily(Walk.BTC, 100, 110, 120, 130).source())
                .cash("1 USDT")
                .strategy("poor", Walk.turns(Walk.BTC, DAY, 1, "5"))
                .run();
        ReportModel model = result.report().model();
        assertThat(model.total().orders()).isEqualTo(model.total().refused()).isEqualTo(4);
        assertThat(model.refusals()).extracting(RefusalCount::count).containsExactly(4L);
        assertThat(model.orders()).extracting(OrderRow::status).containsOnly(OrderStatus.DENIED);
        assertThat(model.orders().get(0).refusal()).isEqualTo("INSUFFICIENT_FUNDS");
        assertThat(result.summary()).contains("! poor: 4 refused, INSUFFICIENT_FUNDS: ");
    }

    @Test
    void reportsARunOfOneBar() {
        BacktestResult result = Backtest.of(daily(Walk.BTC, 100).source())
                .cash("1000 USDT")
                .strategy("one", Walk.turns(Walk.BTC, DAY, 1, "5"))
                .run();
        assertThat(result.equity().size()).isEqualTo(2);
        assertThat(result.report().model().candles().get(0).size()).isEqualTo(1);
        assertThat(result.summary()).contains("one");
    }

    @Test
    void samplesEquityBeforeTheFirstFillAndAtTheEnd() {
        BacktestResult result = Backtest.of(daily(Walk.BTC, 100, 150).source())
                .cash("1000 USDT")
                .simulation(SimulationConfig.DEFAULT.withFees(RateFees.of("0.001", "0.001")))
                .strategy("early", Walk.turns(Walk.BTC, DAY, 1, "1"))
                .run();
        assertThat(result.fills()).hasSize(1);
        assertThat(result.startEquity()).isEqualTo(1000);
        assertThat(result.equity().timeNanos(0)).isEqualTo(Walk.START);
        assertThat(result.equity().rawEquity(0))
                .isEqualTo(result.equity().rawStart().orElseThrow());
        assertThat(result.equity().timeNanos(result.equity().size() - 1)).isEqualTo(Walk.START + 2 * DAY.step());
        assertThat(result.finalEquity()).isEqualTo(1049.9);
        assertThat(result.report().model().total().returnRatio()).isEqualTo(0.0499);
    }

    @Test
    void valuesStartBalancesAtTheFirstPricesKnown() {
        Instrument eth = Walk.spot("ETH");
        BarColumns late = BarColumns.builder(eth, DAY)
                .add(Walk.START + DAY.step(), Walk.START + 2 * DAY.step(), 2000, 2000, 2000, 2000, 1000)
                .build();
        BacktestResult result = Backtest.of(daily(Walk.BTC, 100, 110, 120).source(), late.source())
                .cash("1000 USDT")
                .cash("2 BTC")
                .cash("3 ETH")
                .strategy("idle", Walk.idle())
                .run();
        // No sample before the second day's end, when ETH has its first price; BTC costs 110 then.
        assertThat(result.equity().timeNanos(0)).isEqualTo(Walk.START + 2 * DAY.step());
        assertThat(result.startEquity()).isEqualTo(1000 + 2 * 110 + 3 * 20);
        assertThat(result.finalEquity()).isEqualTo(1000 + 2 * 120 + 3 * 20);
    }

    @Test
    void saysThatEquityIsNotKnownRatherThanZero() {
        BacktestResult result = Backtest.of(daily(Walk.BTC, 100, 110, 120).source())
                .cash("1000 USDT")
                .cash("5 BNB")
                .strategy("turns", Walk.turns(Walk.BTC, DAY, 1, "1"))
                .run();
        assertThat(result.startEquity()).isNaN();
        assertThat(result.finalEquity()).isNaN();
        assertThat(result.equity().size()).isZero();
        ReportModel model = result.report().model();
        assertThat(model.total().pnl()).isNull();
        assertThat(model.strategies().get(0).pnl()).isNotNull();
        assertThat(figure(model, "Total return")).isEqualTo("n/a");
        assertThat(model.warnings()).anyMatch(w -> w.contains("no price of BNB in USDT is known"));
        assertThat(result.summary()).contains("n/a");
    }

    @Test
    void chargesAStrategyForFeesInAThirdAsset() {
        Instrument bnb = Walk.spot("BNB");
        BacktestResult result = Backtest.of(
                        daily(Walk.BTC, 100, 100, 100).source(),
                        daily(bnb, 20, 20, 20).source())
                .cash("1000 USDT")
                .cash("5 BNB")
                .simulation(SimulationConfig.DEFAULT.withFees(new TenthOfACoin(bnb.base())))
                .strategy("turns", Walk.turns(Walk.BTC, DAY, 1, "1"))
                .run();
        assertThat(result.fills()).isNotEmpty();
        ReportModel model = result.report().model();
        assertThat(model.strategies().get(0).pnl())
                .isEqualByComparingTo(model.total().pnl());
        assertThat(model.total().fees())
                .isEqualByComparingTo(model.total().pnl().negate());
    }

    @Test
    void tellsWhenAnOrderLastChangedAndWhyItWasCancelled() {
        Strategy fleeting = new Strategy() {
            @Override
            protected void onStart(StrategyContext ctx) {
                ctx.subscribeBars(Walk.BTC.id(), DAY);
            }

            @Override
            protected void onBar(Bar bar) {
                orders().buy(Walk.BTC).quantity("1").limit(50).submit();
                orders().cancelAll(Walk.BTC.id());
            }
        };
        BacktestResult result = Backtest.of(daily(Walk.BTC, 100, 100).source())
                .cash("1000 USDT")
                .strategy("fleeting", fleeting)
                .run();
        OrderRow row = result.report().model().orders().get(0);
        assertThat(row.status()).isEqualTo(OrderStatus.CANCELED);
        assertThat(row.closedNanos()).isEqualTo(Walk.START + DAY.step());
        assertThat(row.limitPrice()).isEqualTo(new BigDecimal("50.00"));
        assertThat(EpochNanos.format(row.createdNanos())).isEqualTo("2024-01-02T00:00:00Z");
    }

    /** A fee of 0.1 of a third asset. */
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

    private static String figure(ReportModel model, String name) {
        return model.statistics().stream()
                .flatMap(group -> group.figures().stream())
                .filter(figure -> figure.name().equals(name))
                .map(Figure::value)
                .findFirst()
                .orElseThrow();
    }
}
