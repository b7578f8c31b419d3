package io.ttquant.backtest;

import io.ttquant.api.market.Instrument;
import io.ttquant.api.money.FixedPoint;
import io.ttquant.api.order.Fill;
import io.ttquant.api.order.FillReason;
import io.ttquant.api.order.Order;
import io.ttquant.api.time.EpochNanos;
import io.ttquant.backtest.report.CashFlowRow;
import io.ttquant.backtest.report.FillMark;
import io.ttquant.backtest.report.OrderRow;
import io.ttquant.backtest.report.TradeRow;
import io.ttquant.backtest.statistics.Excursion;
import io.ttquant.backtest.statistics.OpenTrade;
import io.ttquant.backtest.statistics.RoundTrip;
import io.ttquant.core.portfolio.CashFlow;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** Turns what a run holds into rows of a report. */
final class ReportRows {
    /** Digits that an average price gets beyond those of a price. */
    private static final int AVERAGE_DIGITS = 6;

    private ReportRows() {}

    static OrderRow order(Order order, long changedNanos, @Nullable Refused refused, String message) {
        Instrument i = order.instrument();
        return new OrderRow(
                order.clientId(),
                order.strategyId(),
                i.toString(),
                order.side(),
                order.type(),
                order.request().timeInForce(),
                order.request().isPostOnly(),
                order.request().isReduceOnly(),
                quantity(i, order.rawQuantity()),
                order.rawPrice() == 0 ? null : price(i, order.rawPrice()),
                order.rawTrigger() == 0 ? null : price(i, order.rawTrigger()),
                quantity(i, order.rawFilled()),
                order.rawFilled() == 0 ? null : average(i, order.averagePrice()),
                order.status(),
                order.createdNanos(),
                changedNanos,
                refused == null ? "" : refused.reason().name(),
                refused == null ? message : refused.message());
    }

    static FillMark fill(Fill fill) {
        Instrument i = fill.instrument();
        return new FillMark(
                fill.tradeId(),
                fill.order().clientId(),
                fill.order().strategyId(),
                i.toString(),
                fill.side(),
                fill.tsEvent(),
                price(i, fill.rawPrice()),
                quantity(i, fill.rawQuantity()),
                FixedPoint.toDecimal(fill.rawFee(), fill.feeCurrency().scale()),
                fill.feeCurrency().code(),
                fill.liquidity(),
                fill.reason().name(),
                fill.reason().text());
    }

    static TradeRow closed(int index, RoundTrip trip, @Nullable Excursion excursion) {
        Instrument i = trip.instrument();
        return new TradeRow(
                index + 1L,
                trip.strategyId(),
                i.toString(),
                trip.side(),
                quantity(i, trip.rawQuantity()),
                trip.entryNanos(),
                average(i, trip.entryPrice()),
                why(trip.entryTag(), trip.entryReason()),
                trip.exitNanos(),
                average(i, trip.exitPrice()),
                why(trip.exitTag(), trip.exitReason()),
                trip.net(),
                trip.fees(),
                trip.netReturn(),
                excursion == null ? Double.NaN : excursion.adverse(),
                excursion == null ? Double.NaN : excursion.favourable());
    }

    /** An open trade at the last price; without one its profit is not known. */
    static TradeRow open(int index, OpenTrade trade, long rawMark) {
        Fill entry = trade.entry();
        Instrument i = entry.instrument();
        BigDecimal net = rawMark == 0 ? null : trade.net(rawMark);
        return new TradeRow(
                index + 1L,
                entry.order().strategyId(),
                i.toString(),
                entry.side(),
                quantity(i, trade.rawQuantity()),
                entry.tsEvent(),
                average(i, trade.entryPrice()),
                why(entry.order().request().tag(), entry.reason()),
                EpochNanos.NEVER,
                null,
                "",
                net,
                trade.fees(),
                net == null || trade.entryValue().signum() == 0
                        ? Double.NaN
                        : net.doubleValue() / trade.entryValue().doubleValue(),
                Double.NaN,
                Double.NaN);
    }

    private static String why(String tag, FillReason reason) {
        return tag.isEmpty() ? reason.text() : tag + ": " + reason.text();
    }

    private static BigDecimal price(Instrument instrument, long raw) {
        return FixedPoint.toDecimal(raw, instrument.priceScale());
    }

    private static BigDecimal quantity(Instrument instrument, long raw) {
        return FixedPoint.toDecimal(raw, instrument.quantityScale());
    }

    private static BigDecimal average(Instrument instrument, double price) {
        return average(instrument, BigDecimal.valueOf(price));
    }

    private static BigDecimal average(Instrument instrument, BigDecimal price) {
        int digits = instrument.priceScale();
        BigDecimal value =
                price.setScale(digits + AVERAGE_DIGITS, RoundingMode.HALF_EVEN).stripTrailingZeros();
        return value.scale() < digits ? value.setScale(digits) : value;
    }

    static CashFlowRow cashFlow(CashFlow flow) {
        return new CashFlowRow(
                flow.tsEvent(),
                flow.kind().name(),
                flow.strategyId(),
                flow.instrument() == null ? "" : flow.instrument().toString(),
                flow.amount(),
                flow.currency().code(),
                flow.why());
    }
}
