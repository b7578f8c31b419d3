package io.ttquant.backtest.junit;

import static io.ttquant.backtest.junit.LookaheadCheck.assertNoLookahead;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ttquant.api.market.Bar;
import io.ttquant.api.market.BarSpec;
import io.ttquant.api.market.InstrumentId;
import io.ttquant.api.market.Trade;
import io.ttquant.api.order.OrderEvent;
import io.ttquant.api.strategy.Strategy;
import io.ttquant.api.strategy.StrategyContext;
import io.ttquant.backtest.Walk;
import io.ttquant.backtest.data.SampleMarket;
import io.ttquant.backtest.data.TradeColumns;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LookaheadCheckTest {
    private static final InstrumentId BTC = Walk.BTC.id();
    private static final MarketData WALK =
            MarketData.of(Walk.bars(Walk.BTC, BarSpec.minutes(1), 200, 21).source());

    @ParameterizedTest
    @EnumSource
    void plantedFaultsAreFound(PlantedFault fault) {
        assertThat(PlantedFault.values()).hasSizeGreaterThanOrEqualTo(25);
        assertThatThrownBy(() -> assertNoLookahead(fault::strategy, WALK))
                .isInstanceOf(AssertionError.class)
                .hasMessageStartingWith("the strategy looks ahead");
    }

    @Test
    void anOrderAtTheLowOfTheDataIsFound() {
        assertThatThrownBy(() -> assertNoLookahead(
                        data -> {
                            double low = data.bars().stream()
                                    .mapToDouble(Bar::low)
                                    .min()
                                    .orElseThrow();
                            return new Script(BTC)
                                    .at(
                                            1,
                                            orders -> orders.buy(BTC)
                                                    .quantity("1")
                                                    .limit(low)
                                                    .submit());
                        },
                        WALK))
                .hasMessageStartingWith("the strategy looks ahead");
    }

    @Test
    void anOrderAtTheTimeOfTheLowIsFound() {
        assertThatThrownBy(() -> assertNoLookahead(data -> new AtTheLow(data.bars()), WALK))
                .hasMessageStartingWith("the strategy looks ahead");
    }

    @Test
    void aQuantityOfTheNextReturnIsFound() {
        assertThatThrownBy(() -> assertNoLookahead(
                        data -> {
                            double[] c = data.closes();
                            return new SignalOrders((i, bar) ->
                                    1 + Math.abs(c[Math.min(i + 1, c.length - 1)] / c[i] - 1));
                        },
                        WALK))
                .hasMessageStartingWith("the strategy looks ahead");
    }

    @Test
    void theNextTradeIsFound() {
        MarketData trades = trades();
        assertThatThrownBy(() -> assertNoLookahead(data -> new TradeFollower(data.trades()), trades))
                .hasMessageStartingWith("the strategy looks ahead");
    }

    @Test
    void aStrategyThatReadsPastTheEndIsFound() {
        assertThatThrownBy(() -> assertNoLookahead(
                        data -> {
                            double[] c = data.closes();
                            return new SignalStrategy(BTC, (i, bar) -> i < 199 ? c[i + 1] - c[i] : 0);
                        },
                        WALK))
                .hasMessageContaining("it fails without what comes after it, with")
                .hasMessageContaining("ArrayIndexOutOfBounds");
    }

    @Test
    void theFailureSaysWhatDiffersAndWhatHappened() {
        MarketData data =
                WrittenMarket.of(Walk.BTC).closes("100 101 102 101 100 101").data();

        assertThatThrownBy(() -> assertNoLookahead(PlantedFault.NEXT_CLOSE::strategy, data))
                .hasMessage("""
                        the strategy looks ahead: what it did up to 2024-01-01T00:01:00Z depends on what comes after
                          with the data as it is:  2024-01-01T00:01:00Z  strategy  #1 BUY 1.000 test:BTCUSDT MARKET GTC
                          without what comes after it:  nothing more
                        What happened, in order (> is about it):
                          2024-01-01T00:00:00Z  strategy  starting
                          2024-01-01T00:00:00Z  strategy  running
                        > 2024-01-01T00:01:00Z  strategy  #1 BUY 1.000 test:BTCUSDT MARKET GTC
                          2024-01-01T00:01:00Z  strategy  #1 accepted
                          2024-01-01T00:01:00Z  strategy  #1 filled 1.000 at 100.00, taker, fee 0.00000000 USDT: market order at the next bar's open
                          2024-01-01T00:03:00Z  strategy  #2 SELL 1.000 test:BTCUSDT MARKET GTC reduce-only
                          2024-01-01T00:03:00Z  strategy  #2 accepted
                          2024-01-01T00:03:00Z  strategy  #2 filled 1.000 at 102.00, taker, fee 0.00000000 USDT: market order at the next bar's open
                          2024-01-01T00:05:00Z  strategy  #3 BUY 1.000 test:BTCUSDT MARKET GTC
                          2024-01-01T00:05:00Z  strategy  #3 accepted
                          2024-01-01T00:05:00Z  strategy  #3 filled 1.000 at 100.00, taker, fee 0.00000000 USDT: market order at the next bar's open
                          2024-01-01T00:06:00Z  strategy  #4 SELL 1.000 test:BTCUSDT MARKET GTC reduce-only
                          2024-01-01T00:06:00Z  strategy  #4 accepted
                          2024-01-01T00:06:00Z  strategy  stopping: end of run
                          2024-01-01T00:06:00Z  strategy  stopped: end of run
                        """.stripTrailing());
    }

    @Test
    void whatDecidesNothingProvesNothing() {
        assertThatThrownBy(() -> assertNoLookahead(data -> Walk.idle(), WALK))
                .hasMessageStartingWith("the strategy asked for no order in this data, so nothing is known");
    }

    @Test
    void whatDiffersByItselfIsNotCalledLookingAhead() {
        int[] runs = {0};
        assertThatThrownBy(() -> assertNoLookahead(
                        data -> {
                            int first = ++runs[0];
                            return new Script(BTC)
                                    .at(
                                            first,
                                            o -> o.buy(BTC)
                                                    .quantity("1")
                                                    .market()
                                                    .submit());
                        },
                        WALK))
                .hasMessageStartingWith("the strategy does not do the same twice on the same data");
    }

    @Test
    void honestSignalsRaiseNoAlarm() {
        assertNoLookahead(data -> new SignalStrategy(BTC, (i, bar) -> bar.close() - bar.open()), WALK);
        assertNoLookahead(data -> Walk.turns(Walk.BTC, BarSpec.minutes(1), 3, "1"), WALK);
        assertNoLookahead(data -> Walk.turns(Walk.BTC, BarSpec.minutes(5), 3, "1"), WALK);
        assertNoLookahead(data -> new Answering(), WALK);
        assertNoLookahead(data -> new TradeFollower(List.of()), trades());
    }

    @Test
    void honestSignalsRaiseNoAlarmUnderFeesLatencyAndGaps() {
        BacktestRunner runner = BacktestRunner.DEFAULT
                .fees("0.0002", "0.0005")
                .with(
                        Fault.latency(java.time.Duration.ofMillis(30)),
                        Fault.rejectCommand(3),
                        Fault.feedGap(Instant.parse("2024-01-01T00:40:00Z"), Instant.parse("2024-01-01T00:50:00Z")));
        LookaheadCheck.of(data -> new Answering(), WALK).with(runner).times(80).assertNone();
        LookaheadCheck.of(data -> new SignalStrategy(BTC, (i, bar) -> bar.close() - bar.open()), WALK)
                .with(runner)
                .times(200)
                .assertNone();
    }

    private static MarketData trades() {
        TradeColumns all = SampleMarket.bitcoin().withDays(1).trades();
        TradeColumns.Builder some = TradeColumns.builder(all.instrument());
        for (int i = 0; i < 300; i++) {
            some.add(all.tsEvent(i), all.rawPrice(i), all.rawQuantity(i), all.aggressor(i));
        }
        return MarketData.of(some.build());
    }

    /** Buys at a time that it found beforehand. */
    private static final class AtTheLow extends Strategy {
        private final long nanos;

        AtTheLow(List<Bar> bars) {
            Bar low = bars.get(0);
            for (Bar bar : bars) {
                low = bar.low() < low.low() ? bar : low;
            }
            this.nanos = low.tsEvent();
        }

        @Override
        protected void onStart(StrategyContext ctx) {
            ctx.subscribeBars(BTC, BarSpec.minutes(1));
        }

        @Override
        protected void onBar(Bar bar) {
            if (bar.tsEvent() == nanos) {
                orders().buy(BTC).quantity("1").market().submit();
            }
        }
    }

    /** Orders at every bar as much as it is told. */
    private static final class SignalOrders extends Strategy {
        private final SignalStrategy.Signal quantity;
        private int index;

        SignalOrders(SignalStrategy.Signal quantity) {
            this.quantity = quantity;
        }

        @Override
        protected void onStart(StrategyContext ctx) {
            ctx.subscribeBars(BTC, BarSpec.minutes(1));
        }

        @Override
        protected void onBar(Bar bar) {
            orders().buy(BTC).quantity(quantity.at(index++, bar)).limit(1.0).submit();
        }
    }

    /** Buys when trades rise: against the one before, or against the next if it is given them. */
    private static final class TradeFollower extends Strategy {
        private final List<Trade> ahead;
        private double last;
        private int index;

        TradeFollower(List<Trade> ahead) {
            this.ahead = ahead;
        }

        @Override
        protected void onStart(StrategyContext ctx) {
            ctx.subscribeTrades(SampleMarket.bitcoin().instrument().id());
        }

        @Override
        protected void onTrade(Trade trade) {
            double reference = ahead.isEmpty()
                    ? 2 * trade.price() - last
                    : ahead.get(Math.min(++index, ahead.size() - 1)).price();
            last = trade.price();
            InstrumentId id = trade.instrument().id();
            if (reference > trade.price() && position(id).isFlat()) {
                orders().buy(id).lots(10).market().submit();
            } else if (reference <= trade.price()) {
                orders().close(id);
            }
        }
    }

    /** Orders on bars, and again in answer to each fill. */
    private static final class Answering extends Strategy {
        @Override
        protected void onStart(StrategyContext ctx) {
            ctx.subscribeBars(BTC, BarSpec.minutes(1));
        }

        @Override
        protected void onBar(Bar bar) {
            if (position(BTC).isFlat()) {
                orders().buy(BTC).quantity("1").limit(bar.close() - 20).submit();
                orders().buy(BTC).quantity("0.1").market().submit();
            }
        }

        @Override
        protected void onOrder(OrderEvent event) {
            if (event instanceof OrderEvent.Filled filled && filled.fill().rawSignedQuantity() > 0) {
                double price = filled.fill().price();
                orders().sell(BTC)
                        .quantity(filled.fill().quantity())
                        .limit(price + 5)
                        .submit();
                orders().sell(BTC).quantity("0.01").market().submit();
            }
        }
    }
}
