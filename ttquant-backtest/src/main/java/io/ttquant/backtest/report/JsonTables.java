package io.ttquant.backtest.report;

import com.fasterxml.jackson.core.JsonGenerator;
import io.ttquant.api.time.EpochNanos;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** The tables of the JSON export, each an array of objects. */
final class JsonTables {
    private final JsonGenerator json;

    JsonTables(JsonGenerator json) {
        this.json = json;
    }

    void orders(List<OrderRow> orders) throws IOException {
        json.writeArrayFieldStart("orders");
        for (OrderRow order : orders) {
            json.writeStartObject();
            strings("orderId", order.orderId(), "strategy", order.strategy(), "instrument", order.instrument());
            strings("side", order.side().name(), "type", order.type().name());
            json.writeStringField("timeInForce", order.timeInForce().name());
            json.writeBooleanField("postOnly", order.isPostOnly());
            json.writeBooleanField("reduceOnly", order.isReduceOnly());
            JsonText.decimal(json, "quantity", order.quantity());
            JsonText.decimal(json, "limitPrice", order.limitPrice());
            JsonText.decimal(json, "triggerPrice", order.triggerPrice());
            JsonText.decimal(json, "filledQuantity", order.filledQuantity());
            JsonText.decimal(json, "averagePrice", order.averagePrice());
            json.writeStringField("status", order.status().name());
            JsonText.time(json, "created", order.createdNanos());
            JsonText.time(json, "closed", order.closedNanos());
            strings("refusal", order.refusal(), "message", order.message());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    void fills(List<FillMark> fills) throws IOException {
        json.writeArrayFieldStart("fills");
        for (FillMark fill : fills) {
            json.writeStartObject();
            json.writeNumberField("tradeId", fill.tradeId());
            strings("orderId", fill.orderId(), "strategy", fill.strategy(), "instrument", fill.instrument());
            json.writeStringField("side", fill.side().name());
            JsonText.time(json, "time", fill.timeNanos());
            JsonText.decimal(json, "price", fill.price());
            JsonText.decimal(json, "quantity", fill.quantity());
            JsonText.decimal(json, "fee", fill.fee());
            strings(
                    "feeCurrency",
                    fill.feeCurrency(),
                    "liquidity",
                    fill.liquidity().name());
            strings("reason", fill.reason(), "reasonText", fill.reasonText());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    void cashFlows(List<CashFlowRow> flows) throws IOException {
        json.writeArrayFieldStart("cashFlows");
        for (CashFlowRow flow : flows) {
            json.writeStartObject();
            JsonText.time(json, "time", flow.timeNanos());
            strings("kind", flow.kind(), "strategy", flow.strategy(), "instrument", flow.instrument());
            JsonText.decimal(json, "amount", flow.amount());
            strings("currency", flow.currency(), "message", flow.message());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    void costs(List<CostLine> costs) throws IOException {
        json.writeArrayFieldStart("costs");
        for (CostLine line : costs) {
            json.writeStartObject();
            strings("strategy", line.strategy(), "instrument", line.instrument(), "kind", line.kind());
            json.writeStringField("currency", line.currency());
            json.writeNumberField("count", line.count());
            JsonText.decimal(json, "cost", line.cost());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    void trades(List<TradeRow> trades) throws IOException {
        json.writeArrayFieldStart("trades");
        for (TradeRow trade : trades) {
            json.writeStartObject();
            json.writeNumberField("number", trade.number());
            strings("strategy", trade.strategy(), "instrument", trade.instrument());
            json.writeStringField("side", trade.side().name());
            JsonText.decimal(json, "quantity", trade.quantity());
            JsonText.time(json, "entry", trade.entryNanos());
            JsonText.decimal(json, "entryPrice", trade.entryPrice());
            json.writeStringField("entryReason", trade.entryReason());
            JsonText.time(json, "exit", trade.exitNanos());
            JsonText.decimal(json, "exitPrice", trade.exitPrice());
            json.writeStringField("exitReason", trade.exitReason());
            JsonText.decimal(json, "pnl", trade.pnl());
            JsonText.decimal(json, "fees", trade.fees());
            JsonText.number(json, "return", trade.returnRatio());
            JsonText.number(json, "adverse", trade.adverse());
            JsonText.number(json, "favourable", trade.favourable());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    void monthlyReturns(List<MonthReturn> months) throws IOException {
        json.writeArrayFieldStart("monthlyReturns");
        for (MonthReturn month : months) {
            json.writeStartObject();
            json.writeNumberField("year", month.year());
            json.writeNumberField("month", month.month());
            JsonText.number(json, "return", month.ratio());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    void notes(ReportModel model) throws IOException {
        json.writeArrayFieldStart("parameters");
        for (StrategyParameters parameters : model.parameters()) {
            parameters(parameters);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("dataQuality");
        for (QualityRow row : model.dataQuality()) {
            json.writeStartObject();
            strings(
                    "source",
                    row.source(),
                    "check",
                    row.check(),
                    "verdict",
                    row.verdict().name());
            json.writeNumberField("count", row.count());
            json.writeStringField("detail", row.detail());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("assumptions");
        for (AssumptionRow row : model.assumptions()) {
            json.writeStartObject();
            strings("topic", row.topic(), "model", row.model(), "explanation", row.explanation());
            json.writeEndObject();
        }
        json.writeEndArray();
        refusalsAndWarnings(model);
    }

    private void parameters(StrategyParameters parameters) throws IOException {
        json.writeStartObject();
        json.writeStringField("strategy", parameters.strategy());
        json.writeObjectFieldStart("values");
        for (Map.Entry<String, String> value : parameters.values().entrySet()) {
            json.writeStringField(value.getKey(), value.getValue());
        }
        json.writeEndObject();
        json.writeEndObject();
    }

    private void refusalsAndWarnings(ReportModel model) throws IOException {
        json.writeArrayFieldStart("refusals");
        for (RefusalCount refusal : model.refusals()) {
            json.writeStartObject();
            strings("strategy", refusal.strategy(), "reason", refusal.reason());
            json.writeNumberField("count", refusal.count());
            json.writeStringField("example", refusal.example());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("risks");
        for (RiskCount risk : model.risks()) {
            json.writeStartObject();
            strings("strategy", risk.strategy(), "what", risk.what());
            json.writeNumberField("count", risk.count());
            strings("first", EpochNanos.format(risk.firstNanos()), "example", risk.example());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("warnings");
        for (String warning : model.warnings()) {
            json.writeString(warning);
        }
        json.writeEndArray();
    }

    private void strings(String... namesAndValues) throws IOException {
        for (int i = 0; i < namesAndValues.length; i += 2) {
            json.writeStringField(namesAndValues[i], namesAndValues[i + 1]);
        }
    }
}
