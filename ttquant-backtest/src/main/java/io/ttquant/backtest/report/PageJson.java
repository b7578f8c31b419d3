package io.ttquant.backtest.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Optional;

/** The data of the page but for its candles, as one JSON object. */
final class PageJson {
    static final int EQUITY_LIMIT = 8000;

    private final ReportModel model;
    private final List<CandleSeries> candles;

    /**
     * @param model the model
     * @param candles its candles, few enough for a page
     */
    PageJson(ReportModel model, List<CandleSeries> candles) {
        this.model = model;
        this.candles = candles;
    }

    void write(Writer out) throws IOException {
        try (JsonGenerator json = JsonText.generator(out)) {
            PageStrings strings = new PageStrings();
            json.writeStartObject();
            json.writeStringField("title", model.title());
            json.writeStringField("subtitle", model.subtitle());
            json.writeStringField("fingerprint", model.fingerprint());
            json.writeStringField("currency", model.equity().currency());
            new PageFigures(json).write(model);
            instruments(json);
            equity(json);
            PageRows rows = new PageRows(json, strings);
            rows.fills(model.fills());
            rows.trades(model.trades());
            rows.orders(model.orders());
            rows.cashFlows(model.cashFlows());
            new JsonAnalysis(json, true).write(model.analysis());
            new JsonTables(json).costs(CostLine.of(model.fills(), model.cashFlows()));
            new JsonTables(json).monthlyReturns(model.monthlyReturns());
            new JsonTables(json).notes(model);
            strings.write(json);
            json.writeEndObject();
        }
    }

    private void instruments(JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("instruments");
        for (int i = 0; i < candles.size(); i++) {
            CandleSeries shown = candles.get(i);
            json.writeStartObject();
            json.writeStringField("name", shown.instrument());
            json.writeNumberField("digits", shown.priceDigits());
            json.writeNumberField("sourceSize", model.candles().get(i).size());
            json.writeNumberField(
                    "sourceStep", Times.millis(model.candles().get(i).intervalNanos()));
            candles(json, shown);
            Optional<CandleSeries> coarse = CoarseCandles.of(shown);
            if (coarse.isPresent()) {
                json.writeObjectFieldStart("coarse");
                candles(json, coarse.get());
                json.writeEndObject();
            }
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /** What it takes to decode a series. */
    private static void candles(JsonGenerator json, CandleSeries series) throws IOException {
        json.writeNumberField("size", series.size());
        json.writeNumberField("step", Times.millis(series.intervalNanos()));
        json.writeNumberField("first", series.size() == 0 ? 0 : Times.millis(series.openNanos()[0]));
        json.writeNumberField("volumeUnit", new CandleEncoding(series).volumeUnit());
    }

    private void equity(JsonGenerator json) throws IOException {
        EquitySeries equity = model.equity();
        int[] kept = EquityThinning.indexes(equity, EQUITY_LIMIT);
        json.writeObjectFieldStart("equity");
        json.writeNumberField("samples", equity.size());
        json.writeArrayFieldStart("time");
        for (int index : kept) {
            json.writeNumber(Times.millis(equity.timeNanos()[index]));
        }
        json.writeEndArray();
        column(json, "equity", equity.equity(), kept);
        column(json, "drawdown", equity.drawdown(), kept);
        profits(json, model.profits(), times(equity, kept));
        json.writeEndObject();
    }

    private static long[] times(EquitySeries equity, int[] kept) {
        return java.util.Arrays.stream(kept)
                .mapToLong(index -> equity.timeNanos()[index])
                .toArray();
    }

    /** The profits at the times of the equity shown, each as it was last known. */
    private static void profits(JsonGenerator json, ProfitSeries profits, long[] times) throws IOException {
        int[] known = new int[times.length];
        int next = 0;
        for (int i = 0; i < times.length; i++) {
            while (next < profits.size() && profits.timeNanos()[next] <= times[i]) {
                next++;
            }
            known[i] = next - 1;
        }
        column(json, "benchmark", profits.benchmark(), profits.benchmark().length == 0 ? new int[0] : known);
        json.writeArrayFieldStart("strategies");
        for (StrategyPnl strategy : profits.strategies()) {
            json.writeStartObject();
            json.writeStringField("name", strategy.strategy());
            column(json, "pnl", profits.pnl(strategy), known);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void column(JsonGenerator json, String name, double[] values, int[] kept) throws IOException {
        json.writeArrayFieldStart(name);
        for (int index : kept) {
            JsonText.number(json, index < 0 ? Double.NaN : values[index]);
        }
        json.writeEndArray();
    }
}
