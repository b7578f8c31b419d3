package io.ttquant.backtest.report;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Models to test and to look at. */
final class DemoReport {
    private DemoReport() {}

    /** Three strategies on two instruments over so many one-minute candles. */
    static ReportModel of(int minutes) {
        CandleSeries bitcoin = DemoMarket.walk("binance:BTCUSDT", 2, 27_000, minutes, 1, 7);
        CandleSeries ether = DemoMarket.walk("okx:ETH-USDT", 2, 1_800, Math.max(1, minutes / 15), 15, 8);
        DemoTrading trading = new DemoTrading(11);
        trading.trade("grid-btc", bitcoin, Math.min(900, minutes / 10), "0.00400", true);
        trading.trade("ema-cross-btc", bitcoin, Math.min(140, minutes / 40), "0.05000", true);
        trading.trade("momentum-eth", ether, Math.min(80, minutes / 600), "0.6000", false);
        trading.refuse("grid-btc", bitcoin, 37);
        trading.sort();
        List<String> names = List.of("grid-btc", "ema-cross-btc", "momentum-eth");
        int stride = minutes > 20_000 ? 60 : 1;
        EquitySeries equity = trading.equity(bitcoin, stride, 1_000_000, names);
        return ReportModel.titled("Grid, EMA cross and momentum")
                .subtitle("Three strategies on two instruments, one-minute bars, 2023-04-03 to 2024-04-02, 10,000 USDT")
                .fingerprint("sha256:9f2c41d07be0a6a4c1d9b5f3b7c3f4d2")
                .headline(headline())
                .strategies(List.of(
                        line("grid-btc", "BTCUSDT", 1837, 37, 900, "412.83", "198.41", 0.0413, -0.031, 1.31, 0.61),
                        line("ema-cross-btc", "BTCUSDT", 280, 0, 140, "1203.55", "361.02", 0.1204, -0.084, 0.94, 0.38),
                        line("momentum-eth", "ETH-USDT", 160, 0, 80, "-288.10", "91.77", -0.0288, -0.062, -0.41, 0.44)))
                .total(line("total", "", 2277, 37, 1120, "1328.28", "651.20", 0.1328, -0.0712, 1.12, 0.57))
                .candles(List.of(bitcoin, ether))
                .fills(trading.fills)
                .trades(trading.trades)
                .orders(trading.orders)
                .equity(equity)
                .profits(trading.profits(bitcoin, stride, 1_000_000, names, equity.timeNanos()))
                .statistics(statistics())
                .analysis(DemoAnalysis.of(bitcoin.openNanos()[0], minutes / 1440))
                .parameters(parameters())
                .dataQuality(quality())
                .assumptions(assumptions())
                .refusals(List.of(new RefusalCount(
                        "grid-btc",
                        "INSUFFICIENT_FUNDS",
                        37,
                        "104.10 USDT needed, 63.22 USDT free of binance:BTCUSDT")))
                .warnings(List.of(
                        "The data of okx:ETH-USDT has a gap of 3 hours on 2023-08-14; nothing was traded in it."))
                .build();
    }

    private static List<Figure> headline() {
        return List.of(
                Figure.signedPercent("Net return", 0.1328, "end equity / start equity − 1, after fees"),
                Figure.signedPercent("Max drawdown", -0.0712, "deepest fall from the highest equity so far"),
                Figure.number("Sharpe ratio", 1.12, 2, "mean / deviation of daily returns × √365"),
                Figure.count("Trades", 1120, "closed round trips"),
                Figure.amount("Fees", new BigDecimal("651.20"), "USDT", "all fees in the reporting currency"),
                Figure.signedPercent("vs buy and hold", -0.184, "net return − return of the first instrument"),
                Figure.signedAmount("Net profit", new BigDecimal("1328.28"), "USDT", "end − start equity"));
    }

    private static StrategySummary line(
            String name,
            String instrument,
            long orders,
            long refused,
            long trades,
            String pnl,
            String fees,
            double ratio,
            double drawdown,
            double sharpe,
            double winRate) {
        return new StrategySummary(
                name,
                instrument,
                orders,
                refused,
                trades * 2,
                trades,
                new BigDecimal(pnl),
                new BigDecimal(fees),
                ratio,
                drawdown,
                sharpe,
                winRate);
    }

    private static List<StatGroup> statistics() {
        return List.of(
                new StatGroup(
                        "Return",
                        List.of(
                                Figure.signedPercent("Net return", 0.1328, "end equity / start equity − 1, after fees"),
                                Figure.signedPercent(
                                        "Annual return", 0.1331, "(1 + net return)^(365 d / duration) − 1"),
                                Figure.percent("Annual volatility", 0.1184, "deviation of daily returns × √365"),
                                Figure.percent(
                                        "Time in the market", 0.643, "time with an open position / whole time"))),
                new StatGroup(
                        "Risk",
                        List.of(
                                Figure.signedPercent(
                                        "Max drawdown", -0.0712, "deepest fall from the highest equity so far"),
                                Figure.text("Longest drawdown", "41 d 6 h", "from a peak until it is reached again"),
                                Figure.number(
                                        "Sharpe ratio",
                                        1.12,
                                        2,
                                        "mean / deviation of daily returns × √365; risk-free 0"),
                                Figure.number(
                                        "Sortino ratio", 1.71, 2, "mean of daily returns / downside deviation × √365"),
                                Figure.number("Calmar ratio", 1.87, 2, "annual return / max drawdown"))),
                new StatGroup(
                        "Trades",
                        List.of(
                                Figure.count("Trades", 1120, "closed round trips"),
                                Figure.percent("Win rate", 0.571, "trades with profit after fees / trades"),
                                Figure.number("Profit factor", 1.34, 2, "sum of profits / sum of losses"),
                                Figure.signedAmount("Best trade", new BigDecimal("184.22"), "USDT", ""),
                                Figure.signedAmount("Worst trade", new BigDecimal("-97.03"), "USDT", ""),
                                Figure.number(
                                        "Kelly fraction", Double.NaN, 2, "win rate − loss rate / payoff ratio"))));
    }

    private static List<StrategyParameters> parameters() {
        Map<String, String> grid = new LinkedHashMap<>();
        grid.put("instrument", "binance:BTCUSDT");
        grid.put("levels", "20");
        grid.put("lower_price", "24000");
        grid.put("upper_price", "32000");
        grid.put("order_value", "100 USDT");
        Map<String, String> cross = new LinkedHashMap<>();
        cross.put("instrument", "binance:BTCUSDT");
        cross.put("bars", "1m");
        cross.put("fast", "10");
        cross.put("slow", "30");
        cross.put("stop_loss", "2 %");
        return List.of(
                new StrategyParameters("grid-btc", grid),
                new StrategyParameters("ema-cross-btc", cross),
                new StrategyParameters("momentum-eth", Map.of("lookback", "48")));
    }

    private static List<QualityRow> quality() {
        return List.of(
                new QualityRow("BTCUSDT-1m.zip", "gaps", QualityRow.Verdict.FINE, 0, ""),
                new QualityRow(
                        "BTCUSDT-1m.zip",
                        "outliers",
                        QualityRow.Verdict.NOTE,
                        2,
                        "2023-06-05 15:41 and 2023-08-17 21:43 moved more than 12 deviations; kept"),
                new QualityRow("ETH-USDT-15m.csv", "gaps", QualityRow.Verdict.WARNING, 1, "2023-08-14 03:00 to 06:00"));
    }

    private static List<AssumptionRow> assumptions() {
        return List.of(
                new AssumptionRow(
                        "Execution",
                        "Market orders at the next bar's open",
                        "An order that is decided at a bar's close is filled at the first price of the bar after it, "
                                + "never at a price that was already history."),
                new AssumptionRow(
                        "Resting limits",
                        "Filled when price trades through",
                        "A touch is not enough: somebody may have stood before us in the queue."),
                new AssumptionRow("Fees", "Maker 0.10 %, taker 0.10 %", "Charged on each fill in the quote currency."),
                new AssumptionRow(
                        "Slippage",
                        "1 basis point on market orders",
                        "A market order pays a little more, and gets a little less, than the price seen."),
                new AssumptionRow("Latency", "None", "Orders arrive at once. Real ones take 5 to 100 ms."),
                new AssumptionRow(
                        "Inside a bar",
                        "Open, then the nearer extreme, the other one, close",
                        "Bars do not tell in which order their prices came."));
    }
}
