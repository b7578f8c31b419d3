package io.ttquant.backtest.report;

import io.ttquant.api.order.LiquiditySide;
import io.ttquant.api.order.OrderStatus;
import io.ttquant.api.order.OrderType;
import io.ttquant.api.order.Side;
import io.ttquant.api.order.TimeInForce;
import io.ttquant.api.time.EpochNanos;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;

/** Trades at random moments over candles, with their orders, fills and equity. */
final class DemoTrading {
    static final BigDecimal FEE = new BigDecimal("0.001");

    final List<FillMark> fills = new ArrayList<>();
    final List<TradeRow> trades = new ArrayList<>();
    final List<OrderRow> orders = new ArrayList<>();
    private final SplittableRandom random;
    private long id;

    DemoTrading(long seed) {
        random = new SplittableRandom(seed);
    }

    void trade(String strategy, CandleSeries candles, int count, String quantity, boolean isLong) {
        int stride = candles.size() / (count + 1);
        for (int n = 0; n < count; n++) {
            int entry = n * stride + random.nextInt(Math.max(1, stride / 3));
            int exit = Math.min(candles.size() - 1, entry + 1 + random.nextInt(Math.max(1, stride / 2)));
            roundTrip(strategy, candles, entry, exit, new BigDecimal(quantity), isLong);
        }
    }

    void refuse(String strategy, CandleSeries candles, int count) {
        for (int n = 0; n < count; n++) {
            long time = candles.openNanos()[random.nextInt(candles.size())];
            orders.add(new OrderRow(
                    "D-" + ++id,
                    strategy,
                    candles.instrument(),
                    Side.BUY,
                    OrderType.LIMIT,
                    TimeInForce.GTC,
                    true,
                    false,
                    new BigDecimal("0.00400"),
                    new BigDecimal("26000.00"),
                    null,
                    BigDecimal.ZERO,
                    null,
                    OrderStatus.DENIED,
                    time,
                    time,
                    "INSUFFICIENT_FUNDS",
                    "104.10 USDT needed, 63.22 USDT free of binance:BTCUSDT"));
        }
    }

    void sort() {
        fills.sort(Comparator.comparingLong(FillMark::timeNanos));
        orders.sort(Comparator.comparingLong(OrderRow::createdNanos));
        trades.sort(Comparator.comparingLong(TradeRow::entryNanos));
    }

    /** Equity that holds the trades' profit from their exits on, sampled each {@code stride} candles. */
    EquitySeries equity(CandleSeries clock, int stride, long start, List<String> strategies) {
        int samples = (clock.size() - 1) / stride + 1;
        long[] time = new long[samples];
        long[] equity = new long[samples];
        for (int i = 0; i < samples; i++) {
            time[i] = clock.openNanos()[i * stride];
            equity[i] = start;
        }
        for (String strategy : strategies) {
            long[] pnl = pnl(strategy, time);
            for (int i = 0; i < samples; i++) {
                equity[i] += pnl[i];
            }
        }
        return new EquitySeries("USDT", 2, time, equity);
    }

    /** Profits at the times of the equity, and a benchmark that holds what the candles show. */
    ProfitSeries profits(CandleSeries clock, int stride, long start, List<String> strategies, long[] time) {
        double[] benchmark = new double[time.length];
        for (int i = 0; i < time.length; i++) {
            benchmark[i] = start / 100.0 * clock.close()[i * stride] / clock.open()[0];
        }
        return new ProfitSeries(
                2,
                time,
                benchmark,
                strategies.stream()
                        .map(strategy -> new StrategyPnl(strategy, pnl(strategy, time)))
                        .toList());
    }

    private long[] pnl(String strategy, long[] time) {
        long[] pnl = new long[time.length];
        trades.stream().filter(trade -> trade.strategy().equals(strategy)).forEach(trade -> add(pnl, time, trade));
        return pnl;
    }

    private static void add(long[] pnl, long[] time, TradeRow trade) {
        long raw =
                trade.pnl().setScale(2, RoundingMode.HALF_EVEN).unscaledValue().longValueExact();
        for (int i = 0; i < pnl.length; i++) {
            pnl[i] += time[i] >= trade.exitNanos() ? raw : 0;
        }
    }

    private void roundTrip(
            String strategy, CandleSeries candles, int entry, int exit, BigDecimal quantity, boolean isLong) {
        Side side = isLong ? Side.BUY : Side.SELL;
        BigDecimal entryPrice = price(candles, candles.open()[entry]);
        BigDecimal exitPrice = price(candles, candles.close()[exit]);
        fill(strategy, candles, entry, side, entryPrice, quantity, true);
        fill(strategy, candles, exit, side.opposite(), exitPrice, quantity, false);
        BigDecimal fees = entryPrice.add(exitPrice).multiply(quantity).multiply(FEE);
        BigDecimal gross = exitPrice.subtract(entryPrice).multiply(quantity);
        BigDecimal pnl = (isLong ? gross : gross.negate()).subtract(fees);
        double ratio = pnl.doubleValue() / entryPrice.multiply(quantity).doubleValue();
        trades.add(new TradeRow(
                trades.size() + 1L,
                strategy,
                candles.instrument(),
                side,
                quantity,
                candles.openNanos()[entry],
                entryPrice,
                "market order at the next bar's open",
                candles.openNanos()[exit] + EpochNanos.SECOND,
                exitPrice,
                "price traded through the resting limit order",
                pnl,
                fees,
                ratio,
                Math.min(ratio, 0) - 0.003,
                Math.max(ratio, 0) + 0.004));
    }

    private void fill(
            String strategy,
            CandleSeries candles,
            int at,
            Side side,
            BigDecimal price,
            BigDecimal quantity,
            boolean isMarket) {
        String orderId = "D-" + ++id;
        long time = candles.openNanos()[at] + (isMarket ? 0 : EpochNanos.SECOND);
        fills.add(new FillMark(
                id,
                orderId,
                strategy,
                candles.instrument(),
                side,
                time,
                price,
                quantity,
                price.multiply(quantity).multiply(FEE),
                "USDT",
                isMarket ? LiquiditySide.TAKER : LiquiditySide.MAKER,
                isMarket ? "NEXT_OPEN" : "TRADED_THROUGH",
                isMarket ? "market order at the next bar's open" : "price traded through the resting limit order"));
        orders.add(new OrderRow(
                orderId,
                strategy,
                candles.instrument(),
                side,
                isMarket ? OrderType.MARKET : OrderType.LIMIT,
                TimeInForce.GTC,
                false,
                !isMarket,
                quantity,
                isMarket ? null : price,
                null,
                quantity,
                price,
                OrderStatus.FILLED,
                time,
                time,
                "",
                ""));
    }

    private static BigDecimal price(CandleSeries candles, double price) {
        return BigDecimal.valueOf(price).setScale(candles.priceDigits(), RoundingMode.HALF_EVEN);
    }
}
