package io.ttquant.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ttquant.api.market.Bar;
import io.ttquant.api.market.BarSpec;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.money.FixedPoint;
import io.ttquant.api.order.Fill;
import io.ttquant.api.order.Side;
import io.ttquant.backtest.data.BarColumns;
import io.ttquant.core.matching.FeeModel;
import io.ttquant.core.matching.FixedFees;
import io.ttquant.core.matching.SimulationConfig;
import io.ttquant.core.matching.SlippageModel;
import io.ttquant.core.portfolio.FundsPolicy;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Result G and the other small cases that backtesting.py publishes: commissions, spread, stops and limits inside one bar. */
class PublishedCommissionTest {
    /** Fine enough for a price with one percent on top. */
    private static final String TICK = "0.0001";

    private static final SimulationConfig PLAIN = SimulationConfig.DEFAULT;

    /** Cash 5,000, buy 100 at 1, take-profit 3 gapped to 4, fee 10 + 1% of each fill. */
    @Test
    void chargesAFixedPartAndARateOnEachFill() {
        JsonNode published = published("fee-arithmetic");
        Instrument instrument =
                Instrument.spot("test:ONE", "ONE", "USD").tick("0.01").lot("1").build();
        BarColumns.Builder bars = BarColumns.builder(instrument, BarSpec.days(1));
        long day = BarSpec.days(1).step();
        int at = 0;
        for (long price : new long[] {100, 100, 100, 200, 400, 100, 200}) {
            bars.add(at * day, ++at * day, price, price, price, price, 0);
        }

        BacktestResult result = Backtest.of(bars.build().source())
                .cash("5000 USD")
                .simulation(PLAIN.withFees(fees("10", "0.01")))
                .strategy("one", new Published.Script(instrument) {
                    @Override
                    void after(int bar, Bar b) {
                        if (bar == 1) {
                            buy(100).submit();
                        }
                    }

                    @Override
                    void filled(Fill fill) {
                        if (fill.side() == Side.BUY) {
                            sell(100).limit("3").submit();
                        }
                    }
                })
                .run();

        assertThat(result.fills()).extracting(Fill::price).containsExactly(1.0, 4.0);
        double fees = result.fills().stream()
                .mapToDouble(
                        f -> FixedPoint.toDouble(f.rawFee(), f.feeCurrency().scale()))
                .sum();
        assertThat(fees).isEqualTo(published.get("commissions").asDouble()).isEqualTo(25);
        assertThat(result.finalEquity())
                .isEqualTo(published.get("final_equity").asDouble())
                .isEqualTo(5275);
    }

    /** The published engine sizes the order: 88 shares are all that 10,000 pays for. */
    @Test
    void addsASpreadToWhatABuyPays() {
        SlippageModel spread = new SlippageModel() {
            @Override
            public long rawSlippage(Instrument instrument, Side side, long rawPrice, long rawQuantity) {
                return side == Side.BUY ? rawPrice / 100 : 0;
            }

            @Override
            public String describe() {
                return "a spread of 1%, paid by buys";
            }
        };
        assertEquity("spread-commission", 88, PLAIN.withFees(fees("0", "0.01")).withSlippage(spread));
    }

    /** The published engine counts the fixed part once for each share when it sizes the order, hence 47. */
    @Test
    void chargesAHundredAndOnePercent() {
        assertEquity("fixed-plus-rate", 47, PLAIN.withFees(fees("100", "0.01")));
    }

    /** The note beside the figures speaks of a rebate on the exit, but the figures charge it: 9,846.04, where a rebate would leave 10,044.05. */
    @Test
    void chargesOnePercentBothWaysByAFunction() {
        FeeModel function = new FeeModel() {
            @Override
            public long rawFee(
                    Instrument instrument,
                    Side side,
                    io.ttquant.api.order.LiquiditySide liquidity,
                    long rawPrice,
                    long rawQuantity) {
                return instrument.rawNotional(rawPrice, rawQuantity) / 100;
            }

            @Override
            public String describe() {
                return "size x price x 1%";
            }
        };
        assertEquity("commission-function", 89, PLAIN.withFees(function));
    }

    @Test
    void aStopLossIsHitInsideTheBarOfItsEntry() {
        BacktestResult result = run(PLAIN, 20_000, goog -> new Published.Script(goog) {
            @Override
            void after(int bar, Bar b) {
                if (b.tsOpen() == Published.nanos("2012-10-17")) {
                    buy(1).submit();
                }
            }

            @Override
            void filled(Fill fill) {
                if (fill.side() == Side.BUY) {
                    sell(1).stop("720").submit();
                }
            }
        });

        assertThat(prices(result))
                .containsExactly(
                        755.54,
                        published("stop-hit-inside-entry-bar").get("exit_price").asDouble());
    }

    /**
     * The published engine begins to watch the stop-loss of a stop entry with the next bar, as a strategy does that sends it at the close. One that sends
     * it at the fill is out at 720 in the same bar, since the assumed path goes on downwards.
     */
    @Test
    void aStopLossAfterAStopEntryFillsAtTheNextOpenIfSentAtTheClose() {
        BacktestResult atClose = run(PLAIN, 20_000, goog -> stopEntry(goog, "2012-10-17", "758", "720", false));
        BacktestResult atFill = run(PLAIN, 20_000, goog -> stopEntry(goog, "2012-10-17", "758", "720", true));

        assertThat(prices(atClose))
                .containsExactly(
                        758.0,
                        published("stop-entry-then-stop-loss-same-bar")
                                .get("exit_price")
                                .asDouble());
        assertThat(prices(atFill)).containsExactly(758.0, 720.0);
    }

    @Test
    void aStopEntryBetweenItsExitsFillsAtItsTrigger() {
        BacktestResult result = run(PLAIN, 20_000, goog -> stopEntry(goog, "2004-09-09", "104", "103", false));

        assertThat(result.fills().get(0).price())
                .isEqualTo(
                        published("stop-entry-between-sl-tp").get("entry_price").asDouble());
    }

    /** The published sell stop, below which the price already is on the first bar, only acts once there is a position; it is sent at the entry here. */
    @Test
    void stopLimitOrdersFillAtTheirTrigger() {
        BacktestResult result = run(PLAIN, 20, goog -> new Published.Script(goog) {
            @Override
            void after(int bar, Bar b) {
                if (bar == 0) {
                    buy(1).stop("112").limit("113").submit();
                }
            }

            @Override
            void filled(Fill fill) {
                if (fill.side() == Side.BUY) {
                    sell(1).stop("107").limit("105").submit();
                }
            }
        });

        JsonNode expected = published("stop-limit-uses-stop-price").get("entry_then_exit");
        assertThat(prices(result))
                .containsExactly(expected.get(0).asDouble(), expected.get(1).asDouble());
    }

    private static Published.Script stopEntry(
            Instrument goog, String signal, String entry, String stopLoss, boolean atFill) {
        return new Published.Script(goog) {
            private boolean isGuarded;

            @Override
            void after(int bar, Bar b) {
                if (b.tsOpen() == Published.nanos(signal)) {
                    buy(1).stop(entry).submit();
                } else if (!isFlat()) {
                    guard();
                }
            }

            @Override
            void filled(Fill fill) {
                if (atFill && fill.side() == Side.BUY) {
                    guard();
                }
            }

            private void guard() {
                if (!isGuarded) {
                    isGuarded = true;
                    sell(1).stop(stopLoss).submit();
                }
            }
        };
    }

    private static void assertEquity(String id, int units, SimulationConfig config) {
        BacktestResult result = run(config, 20, goog -> new Published.Script(goog) {
            @Override
            void after(int bar, Bar b) {
                if (bar == 1) {
                    buy(units).submit();
                } else if (bar == 2) {
                    sell(units).submit();
                }
            }
        });
        JsonNode expected = published(id).get("equity_bars_2_and_3");
        assertThat(equity(result, "2004-08-24"))
                .isEqualTo(expected.get(0).decimalValue().setScale(2));
        assertThat(equity(result, "2004-08-25"))
                .isEqualTo(expected.get(1).decimalValue().setScale(2));
    }

    /** Equity at the start of a day: at the close of the bar before. */
    private static BigDecimal equity(BacktestResult result, String date) {
        long raw = 0;
        for (int i = 0; i < result.equity().size(); i++) {
            if (result.equity().timeNanos(i) <= Published.nanos(date)) {
                raw = result.equity().rawEquity(i);
            }
        }
        return FixedPoint.toDecimal(raw, result.reporting().scale()).setScale(2, RoundingMode.HALF_UP);
    }

    private static FixedFees fees(String perFill, String rate) {
        return new FixedFees(new BigDecimal(perFill), BigDecimal.ZERO, new BigDecimal(rate));
    }

    private static List<Double> prices(BacktestResult result) {
        return result.fills().stream().map(Fill::price).toList();
    }

    private static BacktestResult run(
            SimulationConfig config, int count, java.util.function.Function<Instrument, Published.Script> script) {
        BarColumns goog = DailyBars.read("bars/equities-fx/GOOG-1d.csv", "goog:GOOG", "GOOG", "USD", TICK);
        return Backtest.of(Published.first(goog, count, goog.instrument()).source())
                .cash("10000 USD")
                .funds(FundsPolicy.BORROW)
                .simulation(config)
                .strategy("case", script.apply(goog.instrument()))
                .run();
    }

    private static JsonNode published(String id) {
        for (JsonNode row : Published.json("backtesting-py_micro-cases.json").get("cases")) {
            if (row.get("id").asText().equals(id)) {
                return row;
            }
        }
        throw new IllegalArgumentException(id);
    }
}
