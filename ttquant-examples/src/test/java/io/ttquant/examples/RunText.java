package io.ttquant.examples;

import io.ttquant.api.order.Fill;
import io.ttquant.api.order.Order;
import io.ttquant.api.time.EpochNanos;
import io.ttquant.backtest.BacktestResult;
import java.util.List;

/** What a run did, as lines for a test to compare. */
public final class RunText {
    private RunText() {}

    /** {@code 00:03 BUY 0.00100 at 29800.00 level: TRADED_THROUGH}. */
    public static List<String> fills(BacktestResult result) {
        return result.fills().stream().map(RunText::fill).toList();
    }

    private static String fill(Fill fill) {
        return time(fill.tsEvent()) + " " + fill.side() + " "
                + fill.instrument().formatQuantity(fill.rawQuantity()) + " at "
                + fill.instrument().formatPrice(fill.rawPrice()) + " "
                + fill.order().request().tag() + ": " + fill.reason();
    }

    /** {@code 00:03 BUY LIMIT 0.00100 at 29800.00 level: FILLED}. */
    public static List<String> orders(BacktestResult result) {
        return result.orders().stream().map(RunText::order).toList();
    }

    private static String order(Order order) {
        return time(order.createdNanos()) + " " + order.side() + " " + order.type() + " "
                + order.instrument().formatQuantity(order.rawQuantity())
                + (order.rawPrice() == 0 ? "" : " at " + order.instrument().formatPrice(order.rawPrice())) + " "
                + order.request().tag() + ": " + order.status();
    }

    private static String time(long nanos) {
        return EpochNanos.toInstant(nanos).toString().substring(11, 16);
    }
}
