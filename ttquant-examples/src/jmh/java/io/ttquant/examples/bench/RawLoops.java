package io.ttquant.examples.bench;

import io.ttquant.api.market.AggressorSide;
import io.ttquant.backtest.data.BarColumns;
import io.ttquant.backtest.data.TradeColumns;

/** What the machine can do: the same data in plain loops, without an engine, an order object or a call per event. */
final class RawLoops {
    private RawLoops() {}

    /** Signed flow and notional of all trades. */
    static double flow(TradeColumns trades) {
        long flow = 0;
        double notional = 0;
        int size = (int) trades.size();
        for (int i = 0; i < size; i++) {
            long quantity = trades.rawQuantity(i);
            flow += trades.aggressor(i) == AggressorSide.BUYER ? quantity : -quantity;
            notional += (double) trades.rawPrice(i) * quantity + (trades.tsEvent(i) & 1);
        }
        return notional + flow;
    }

    /** EMA 10 over EMA 30, one unit, 10 basis points, next open, equity kept for each bar, all in one loop on doubles. */
    static double cross(BarColumns bars) {
        double[] equity = new double[bars.size()];
        double cash = 1_000_000;
        double fast = 0;
        double slow = 0;
        int wanted = 0;
        int held = 0;
        for (int i = 0; i < bars.size(); i++) {
            if (wanted != held) {
                double open = bars.rawOpen(i) / 100.0;
                cash -= (wanted - held) * open + open * 0.001;
                held = wanted;
            }
            double close = bars.rawClose(i) / 100.0;
            fast = i == 0 ? close : fast + 2.0 / 11 * (close - fast);
            slow = i == 0 ? close : slow + 2.0 / 31 * (close - slow);
            if (i >= 29 && fast != slow) {
                wanted = fast > slow ? 1 : 0;
            }
            equity[i] = cash + held * close;
        }
        return equity[equity.length - 1];
    }
}
