package io.ttquant.core.metrics;

import io.ttquant.api.order.LiquiditySide;
import io.ttquant.api.order.Side;
import io.ttquant.core.counter.Counter;
import io.ttquant.core.counter.Durations;
import io.ttquant.core.counter.Level;

/** What is counted of one strategy. */
final class StrategyCells {
    final String id;
    final Counter bought = new Counter();
    final Counter sold = new Counter();
    final Counter accepted = new Counter();
    final Counter filled = new Counter();
    final Counter canceled = new Counter();
    final Counter expired = new Counter();
    final Counter rejected = new Counter();
    final Counter denied = new Counter();
    final Counter unknown = new Counter();
    final Counter makerFills = new Counter();
    final Counter takerFills = new Counter();
    final Level boughtValue = zero();
    final Level soldValue = zero();
    final Level fees = zero();
    final Counter won = new Counter();
    final Counter lost = new Counter();
    final Counter even = new Counter();
    final Level wonValue = zero();
    final Level lostValue = zero();
    final Counter failures = new Counter();
    final Durations callbacks = new Durations();

    StrategyCells(String id) {
        this.id = id;
    }

    private static Level zero() {
        Level level = new Level();
        level.set(0);
        return level;
    }

    Counter requested(Side side) {
        return side == Side.BUY ? bought : sold;
    }

    Counter fills(LiquiditySide liquidity) {
        return liquidity == LiquiditySide.MAKER ? makerFills : takerFills;
    }

    Level fillValue(Side side) {
        return side == Side.BUY ? boughtValue : soldValue;
    }

    /** A round trip ended, with its profit after fees. */
    void ended(double profit) {
        if (profit > 0) {
            won.increment();
            wonValue.add(profit);
        } else if (profit < 0) {
            lost.increment();
            lostValue.add(-profit);
        } else {
            even.increment();
        }
    }

    double winRatio() {
        long all = won.get() + lost.get() + even.get();
        return all == 0 ? Double.NaN : (double) won.get() / all;
    }

    private static double average(Level sum, Counter count) {
        return count.get() == 0 ? Double.NaN : sum.get() / count.get();
    }

    void describe(SeriesSet series) {
        series.add(OrderMeters.REQUESTED, bought::get, id, "buy");
        series.add(OrderMeters.REQUESTED, sold::get, id, "sell");
        series.add(OrderMeters.ACCEPTED, accepted::get, id);
        series.add(OrderMeters.CLOSED, filled::get, id, "filled");
        series.add(OrderMeters.CLOSED, canceled::get, id, "canceled");
        series.add(OrderMeters.CLOSED, expired::get, id, "expired");
        series.add(OrderMeters.CLOSED, rejected::get, id, "rejected");
        series.add(OrderMeters.CLOSED, denied::get, id, "denied");
        series.add(OrderMeters.UNKNOWN, unknown::get, id);
        series.add(OrderMeters.FILLS, makerFills::get, id, "maker");
        series.add(OrderMeters.FILLS, takerFills::get, id, "taker");
        series.add(OrderMeters.FILL_VALUE, boughtValue::get, id, "buy");
        series.add(OrderMeters.FILL_VALUE, soldValue::get, id, "sell");
        series.add(OrderMeters.FEES, fees::get, id);
        series.add(PortfolioMeters.ROUND_TRIPS, won::get, id, "won");
        series.add(PortfolioMeters.ROUND_TRIPS, lost::get, id, "lost");
        series.add(PortfolioMeters.ROUND_TRIPS, even::get, id, "even");
        series.add(PortfolioMeters.WIN_RATIO, this::winRatio, id);
        series.add(PortfolioMeters.AVERAGE_WIN, () -> average(wonValue, won), id);
        series.add(PortfolioMeters.AVERAGE_LOSS, () -> average(lostValue, lost), id);
        series.add(EngineMeters.FAILURES, failures::get, id);
        series.addHistogram(EngineMeters.CALLBACK_TIME, callbacks::distribution, id);
    }
}
