package io.ttquant.backtest.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;

/** The analysis as one JSON object. On the page times are milliseconds, in the export nanoseconds. */
final class JsonAnalysis {
    private final JsonGenerator json;
    private final boolean isPage;

    JsonAnalysis(JsonGenerator json, boolean isPage) {
        this.json = json;
        this.isPage = isPage;
    }

    void write(Analysis analysis) throws IOException {
        json.writeObjectFieldStart("analysis");
        json.writeArrayFieldStart("series");
        for (NamedSeries series : analysis.series()) {
            series(series);
        }
        json.writeEndArray();
        json.writeFieldName("dailyReturns");
        series(analysis.dailyReturns());
        json.writeArrayFieldStart("drawdowns");
        for (DrawdownRow row : analysis.drawdowns()) {
            drawdown(row);
        }
        json.writeEndArray();
        breakdowns(analysis.breakdowns());
        json.writeArrayFieldStart("comparison");
        for (ComparisonRow row : analysis.comparison()) {
            comparison(row);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("parts");
        for (PartSummary part : analysis.parts()) {
            part(part);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void series(NamedSeries series) throws IOException {
        json.writeStartObject();
        json.writeStringField("name", series.name());
        json.writeBooleanField("isRatio", series.isRatio());
        json.writeArrayFieldStart(isPage ? "time" : "timeNanos");
        for (long nanos : series.timeNanos()) {
            json.writeNumber(isPage ? Times.millis(nanos) : nanos);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("values");
        for (double value : series.values()) {
            JsonText.number(json, value);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void drawdown(DrawdownRow row) throws IOException {
        json.writeStartObject();
        time("start", row.startNanos());
        time("trough", row.troughNanos());
        time("end", row.endNanos());
        json.writeBooleanField("isRecovered", row.isRecovered());
        JsonText.number(json, "depth", row.depth());
        json.writeEndObject();
    }

    private void time(String name, long nanos) throws IOException {
        if (isPage) {
            json.writeNumberField(name, Times.millis(nanos));
        } else {
            JsonText.time(json, name, nanos);
        }
    }

    private void breakdowns(List<BreakdownRow> rows) throws IOException {
        json.writeArrayFieldStart("breakdowns");
        for (BreakdownRow row : rows) {
            breakdown(row);
        }
        json.writeEndArray();
    }

    private void comparison(ComparisonRow row) throws IOException {
        json.writeStartObject();
        json.writeStringField("name", row.name());
        json.writeBooleanField("isRatio", row.isRatio());
        JsonText.number(json, "own", row.own());
        JsonText.number(json, "benchmark", row.benchmark());
        json.writeStringField("formula", row.formula());
        json.writeEndObject();
    }

    private void part(PartSummary part) throws IOException {
        json.writeStartObject();
        json.writeStringField("kind", part.kind().name());
        json.writeStringField("name", part.name());
        json.writeArrayFieldStart("figures");
        for (Figure figure : part.figures()) {
            JsonText.figure(json, figure);
        }
        json.writeEndArray();
        breakdowns(part.breakdowns());
        json.writeEndObject();
    }

    private void breakdown(BreakdownRow row) throws IOException {
        json.writeStartObject();
        json.writeStringField("by", row.by());
        json.writeStringField("group", row.group());
        json.writeNumberField("trades", row.trades());
        JsonText.number(json, "winRate", row.winRate());
        JsonText.number(json, "profit", row.profit());
        JsonText.number(json, "profitFactor", row.profitFactor());
        JsonText.number(json, "meanReturn", row.meanReturn());
        json.writeEndObject();
    }
}
