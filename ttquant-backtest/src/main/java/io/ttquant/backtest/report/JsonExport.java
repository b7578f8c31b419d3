package io.ttquant.backtest.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;

/**
 * A result as one JSON document: decimals as exact text, times as ISO text and epoch nanoseconds, ratios as numbers, and
 * null for what cannot be computed. Candles are not in it: they are input. The field {@code format} rises when a field
 * changes its meaning.
 */
public final class JsonExport {
    private static final int FORMAT = 1;

    private final ReportModel model;

    /** The export of a model. */
    public JsonExport(ReportModel model) {
        this.model = model;
    }

    /** Writes the document; the writer stays open. */
    public void write(Writer out) {
        try (JsonGenerator json = JsonText.generator(out)) {
            json.useDefaultPrettyPrinter();
            json.writeStartObject();
            json.writeNumberField("format", FORMAT);
            json.writeStringField("title", model.title());
            json.writeStringField("subtitle", model.subtitle());
            json.writeStringField("fingerprint", model.fingerprint());
            json.writeStringField("currency", model.equity().currency());
            writeSummaries(json);
            writeFigures(json);
            JsonTables tables = new JsonTables(json);
            tables.orders(model.orders());
            tables.fills(model.fills());
            tables.trades(model.trades());
            tables.cashFlows(model.cashFlows());
            tables.monthlyReturns(model.monthlyReturns());
            tables.notes(model);
            new JsonAnalysis(json, false).write(model.analysis());
            tables.costs(CostLine.of(model.fills(), model.cashFlows()));
            writeEquity(json, model.equity());
            writeProfits(json, model.profits());
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void writeSummaries(JsonGenerator json) throws IOException {
        json.writeFieldName("total");
        writeSummary(json, model.total());
        json.writeArrayFieldStart("strategies");
        for (StrategySummary summary : model.strategies()) {
            writeSummary(json, summary);
        }
        json.writeEndArray();
    }

    private static void writeSummary(JsonGenerator json, StrategySummary summary) throws IOException {
        json.writeStartObject();
        json.writeStringField("strategy", summary.strategy());
        json.writeStringField("instruments", summary.instruments());
        json.writeNumberField("orders", summary.orders());
        json.writeNumberField("refused", summary.refused());
        json.writeNumberField("fills", summary.fills());
        json.writeNumberField("trades", summary.trades());
        JsonText.decimal(json, "pnl", summary.pnl());
        JsonText.decimal(json, "fees", summary.fees());
        JsonText.number(json, "return", summary.returnRatio());
        JsonText.number(json, "maxDrawdown", summary.maxDrawdown());
        JsonText.number(json, "sharpe", summary.sharpe());
        JsonText.number(json, "winRate", summary.winRate());
        json.writeEndObject();
    }

    private void writeFigures(JsonGenerator json) throws IOException {
        json.writeFieldName("headline");
        writeFigures(json, new StatGroup("", model.headline()));
        json.writeArrayFieldStart("statistics");
        for (StatGroup group : model.statistics()) {
            json.writeStartObject();
            json.writeStringField("name", group.name());
            json.writeFieldName("figures");
            writeFigures(json, group);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void writeFigures(JsonGenerator json, StatGroup group) throws IOException {
        json.writeStartArray();
        for (Figure figure : group.figures()) {
            JsonText.figure(json, figure);
        }
        json.writeEndArray();
    }

    private static void writeEquity(JsonGenerator json, EquitySeries equity) throws IOException {
        json.writeObjectFieldStart("equity");
        times(json, equity.timeNanos());
        json.writeArrayFieldStart("equity");
        for (int i = 0; i < equity.size(); i++) {
            json.writeString(equity.equity(i).toPlainString());
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void writeProfits(JsonGenerator json, ProfitSeries profits) throws IOException {
        json.writeObjectFieldStart("profits");
        times(json, profits.timeNanos());
        json.writeArrayFieldStart("benchmark");
        for (double value : profits.benchmark()) {
            JsonText.number(json, value);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("strategies");
        for (StrategyPnl strategy : profits.strategies()) {
            json.writeStartObject();
            json.writeStringField("strategy", strategy.strategy());
            json.writeArrayFieldStart("pnl");
            for (int i = 0; i < profits.size(); i++) {
                JsonText.decimal(json, profits.pnl(strategy, i));
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void times(JsonGenerator json, long[] nanos) throws IOException {
        json.writeArrayFieldStart("timeNanos");
        for (long time : nanos) {
            json.writeNumber(time);
        }
        json.writeEndArray();
    }
}
