package io.ttquant.backtest.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;

/**
 * Fills, trades and orders as the page's script reads them: rows without names, in the order written here and read in
 * {@code data.js}. A page holds so many rows at most; the exports have all.
 */
final class PageRows {
    static final int LIMIT = 25_000;

    private final JsonGenerator json;
    private final PageStrings strings;

    PageRows(JsonGenerator json, PageStrings strings) {
        this.json = json;
        this.strings = strings;
    }

    void fills(List<FillMark> fills) throws IOException {
        start("fills", fills.size());
        for (FillMark fill : head(fills)) {
            json.writeStartArray();
            shared(fill.instrument(), fill.strategy(), fill.side().name());
            json.writeNumber(Times.millis(fill.timeNanos()));
            JsonText.decimal(json, fill.price());
            JsonText.decimal(json, fill.quantity());
            JsonText.decimal(json, fill.fee());
            shared(fill.feeCurrency(), fill.reason(), fill.reasonText());
            json.writeEndArray();
        }
        end();
    }

    void trades(List<TradeRow> trades) throws IOException {
        start("trades", trades.size());
        for (TradeRow trade : head(trades)) {
            json.writeStartArray();
            json.writeNumber(trade.number());
            shared(trade.strategy(), trade.instrument(), trade.side().name());
            JsonText.decimal(json, trade.quantity());
            json.writeNumber(Times.millis(trade.entryNanos()));
            JsonText.decimal(json, trade.entryPrice());
            shared(trade.entryReason());
            if (trade.isOpen()) {
                json.writeNull();
            } else {
                json.writeNumber(Times.millis(trade.exitNanos()));
            }
            JsonText.decimal(json, trade.exitPrice());
            shared(trade.exitReason());
            JsonText.decimal(json, trade.pnl());
            JsonText.decimal(json, trade.fees());
            JsonText.number(json, trade.returnRatio());
            JsonText.number(json, trade.adverse());
            JsonText.number(json, trade.favourable());
            json.writeEndArray();
        }
        end();
    }

    void cashFlows(List<CashFlowRow> flows) throws IOException {
        start("cashFlows", flows.size());
        for (CashFlowRow flow : head(flows)) {
            json.writeStartArray();
            json.writeNumber(Times.millis(flow.timeNanos()));
            shared(flow.kind(), flow.strategy(), flow.instrument());
            JsonText.decimal(json, flow.amount());
            shared(flow.currency());
            json.writeString(flow.message());
            json.writeEndArray();
        }
        end();
    }

    void orders(List<OrderRow> orders) throws IOException {
        start("orders", orders.size());
        for (OrderRow order : head(orders)) {
            json.writeStartArray();
            json.writeString(order.orderId());
            shared(order.strategy(), order.instrument(), order.side().name(), label(order));
            JsonText.decimal(json, order.quantity());
            JsonText.decimal(json, order.limitPrice());
            JsonText.decimal(json, order.triggerPrice());
            JsonText.decimal(json, order.filledQuantity());
            JsonText.decimal(json, order.averagePrice());
            shared(order.status().name());
            json.writeNumber(Times.millis(order.createdNanos()));
            shared(order.refusal());
            json.writeString(order.message());
            json.writeEndArray();
        }
        end();
    }

    private static String label(OrderRow order) {
        return order.type().name() + " " + order.timeInForce().name() + (order.isPostOnly() ? " POST_ONLY" : "")
                + (order.isReduceOnly() ? " REDUCE_ONLY" : "");
    }

    private void start(String name, int total) throws IOException {
        json.writeObjectFieldStart(name);
        json.writeNumberField("total", total);
        json.writeArrayFieldStart("rows");
    }

    private void end() throws IOException {
        json.writeEndArray();
        json.writeEndObject();
    }

    private void shared(String... texts) throws IOException {
        for (String text : texts) {
            json.writeNumber(strings.number(text));
        }
    }

    private static <T> List<T> head(List<T> rows) {
        return rows.subList(0, Math.min(LIMIT, rows.size()));
    }
}
