package io.ttquant.backtest.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One page that holds everything it needs and opens from disk without a network: style, script, the chart library and the
 * data. Candles beyond {@value #CANDLE_LIMIT} and rows beyond what a browser handles well are aggregated or left to the
 * exports, and the page says so.
 */
public final class HtmlReport {
    static final int CANDLE_LIMIT = 1_000_000;

    private static final Pattern PLACE = Pattern.compile("\\{\\{(\\w+)}}");
    private static final List<String> SCRIPTS = List.of(
            "format.js",
            "data.js",
            "candles.js",
            "theme.js",
            "pricechart.js",
            "marks.js",
            "equity.js",
            "linking.js",
            "plots.js",
            "analysis.js",
            "comparison.js",
            "table.js",
            "tables.js",
            "sections.js",
            "costs.js",
            "parts.js",
            "app.js");

    private final ReportModel model;
    private final List<CandleSeries> candles;

    /** The page of a model. */
    public HtmlReport(ReportModel model) {
        this.model = model;
        long total = model.candles().stream().mapToLong(CandleSeries::size).sum();
        int factor = CandleAggregation.factorFor(total, CANDLE_LIMIT);
        candles = model.candles().stream()
                .map(series -> CandleAggregation.by(series, factor))
                .toList();
    }

    /** Writes the page as UTF-8 text; the writer stays open. */
    public void write(Writer out) {
        try {
            String template = resource("report.html");
            Matcher place = PLACE.matcher(template);
            int written = 0;
            while (place.find()) {
                out.append(template, written, place.start());
                fill(place.group(1), out);
                written = place.end();
            }
            out.append(template, written, template.length());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void fill(String place, Writer out) throws IOException {
        switch (place) {
            case "title" -> out.append(escaped(model.title()));
            case "style" -> out.append(resource("report.css"));
            case "library" -> out.append(resource("lightweight-charts.js"));
            case "script" -> writeScripts(out);
            case "data" -> new PageJson(model, candles).write(out);
            case "coarse" -> writeCoarse(out);
            case "candles" -> writeCandles(out);
            default -> throw new IllegalStateException("the page's template has an unknown place " + place);
        }
    }

    private static void writeScripts(Writer out) throws IOException {
        for (String script : SCRIPTS) {
            out.append(resource(script));
        }
    }

    private void writeCoarse(Writer out) throws IOException {
        for (int i = 0; i < candles.size(); i++) {
            Optional<CandleSeries> coarse = CoarseCandles.of(candles.get(i));
            if (coarse.isPresent()) {
                writeCandles(out, "coarse-" + i, coarse.get());
            }
        }
    }

    private void writeCandles(Writer out) throws IOException {
        for (int i = 0; i < candles.size(); i++) {
            writeCandles(out, "candles-" + i, candles.get(i));
        }
    }

    private static void writeCandles(Writer out, String id, CandleSeries series) throws IOException {
        out.append("<script type=\"text/plain\" id=\"").append(id).append("\">");
        out.append(new CandleEncoding(series).text()).append("</script>\n");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = HtmlReport.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the resource " + name + " is missing from the ttquant-backtest jar");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
