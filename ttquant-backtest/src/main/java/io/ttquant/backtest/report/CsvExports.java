package io.ttquant.backtest.report;

import java.util.ArrayList;
import java.util.List;

/**
 * The tables of a result as CSV: RFC 4180, UTF-8, one header line, decimals exact and without exponent, times twice (ISO
 * UTC and epoch nanoseconds). The columns and their order are part of the public interface: new ones are added at the
 * end.
 */
public final class CsvExports {
    private final ReportModel model;

    /** Exports of a model. */
    public CsvExports(ReportModel model) {
        this.model = model;
    }

    /** Writes every order, refused ones included. */
    public void orders(Appendable out) {
        Csv csv = new Csv(
                out,
                "order_id",
                "strategy",
                "instrument",
                "side",
                "type",
                "time_in_force",
                "post_only",
                "reduce_only",
                "quantity",
                "limit_price",
                "trigger_price",
                "filled_quantity",
                "average_price",
                "status",
                "created",
                "created_nanos",
                "closed",
                "closed_nanos",
                "refusal",
                "message");
        for (OrderRow order : model.orders()) {
            csv.field(order.orderId()).field(order.strategy()).field(order.instrument());
            csv.field(order.side().name())
                    .field(order.type().name())
                    .field(order.timeInForce().name());
            csv.field(Boolean.toString(order.isPostOnly())).field(Boolean.toString(order.isReduceOnly()));
            csv.field(order.quantity()).field(order.limitPrice()).field(order.triggerPrice());
            csv.field(order.filledQuantity())
                    .field(order.averagePrice())
                    .field(order.status().name());
            csv.time(order.createdNanos()).time(order.closedNanos());
            csv.field(order.refusal()).field(order.message()).endLine();
        }
    }

    /** Writes every fill. */
    public void fills(Appendable out) {
        Csv csv = new Csv(
                out,
                "trade_id",
                "order_id",
                "strategy",
                "instrument",
                "side",
                "time",
                "time_nanos",
                "price",
                "quantity",
                "fee",
                "fee_currency",
                "liquidity",
                "reason",
                "reason_text");
        for (FillMark fill : model.fills()) {
            csv.field(fill.tradeId())
                    .field(fill.orderId())
                    .field(fill.strategy())
                    .field(fill.instrument());
            csv.field(fill.side().name())
                    .time(fill.timeNanos())
                    .field(fill.price())
                    .field(fill.quantity());
            csv.field(fill.fee())
                    .field(fill.feeCurrency())
                    .field(fill.liquidity().name());
            csv.field(fill.reason()).field(fill.reasonText()).endLine();
        }
    }

    /** Writes every round trip; exit columns are empty while a trade is open. */
    public void trades(Appendable out) {
        Csv csv = new Csv(
                out,
                "number",
                "strategy",
                "instrument",
                "side",
                "quantity",
                "entry",
                "entry_nanos",
                "entry_price",
                "entry_reason",
                "exit",
                "exit_nanos",
                "exit_price",
                "exit_reason",
                "pnl",
                "fees",
                "return",
                "adverse",
                "favourable");
        for (TradeRow trade : model.trades()) {
            csv.field(trade.number()).field(trade.strategy()).field(trade.instrument());
            csv.field(trade.side().name()).field(trade.quantity());
            csv.time(trade.entryNanos()).field(trade.entryPrice()).field(trade.entryReason());
            csv.time(trade.exitNanos()).field(trade.exitPrice()).field(trade.exitReason());
            csv.field(trade.pnl())
                    .field(trade.fees())
                    .field(trade.returnRatio())
                    .field(trade.adverse())
                    .field(trade.favourable())
                    .endLine();
        }
    }

    /** Writes every payment that was no fill: funding, interest, fees of liquidations. */
    public void cashFlows(Appendable out) {
        Csv csv = new Csv(out, "time", "time_nanos", "kind", "strategy", "instrument", "amount", "currency", "message");
        for (CashFlowRow flow : model.cashFlows()) {
            csv.time(flow.timeNanos()).field(flow.kind()).field(flow.strategy()).field(flow.instrument());
            csv.field(flow.amount())
                    .field(flow.currency())
                    .field(flow.message())
                    .endLine();
        }
    }

    /** Writes every sample of equity and its drawdown. */
    public void equity(Appendable out) {
        EquitySeries equity = model.equity();
        Csv csv = new Csv(out, "time", "time_nanos", "equity", "drawdown");
        double[] drawdown = equity.drawdown();
        for (int i = 0; i < equity.size(); i++) {
            csv.time(equity.timeNanos()[i])
                    .field(equity.equity(i))
                    .field(drawdown[i])
                    .endLine();
        }
    }

    /** Writes the value of buying and holding and one column of profit per strategy; in long runs at fewer times than equity. */
    public void profits(Appendable out) {
        ProfitSeries profits = model.profits();
        Csv csv = new Csv(out, profitHeader(profits));
        for (int i = 0; i < profits.size(); i++) {
            csv.time(profits.timeNanos()[i]).field(profits.benchmark(i));
            for (StrategyPnl strategy : profits.strategies()) {
                csv.field(profits.pnl(strategy, i));
            }
            csv.endLine();
        }
    }

    private static String[] profitHeader(ProfitSeries profits) {
        List<String> names = new ArrayList<>(List.of("time", "time_nanos", "benchmark"));
        for (StrategyPnl strategy : profits.strategies()) {
            names.add("pnl:" + strategy.strategy());
        }
        return names.toArray(String[]::new);
    }
}
