package io.ttquant.backtest.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Headline, strategies and statistics as the page's script reads them, already as text. */
final class PageFigures {
    private final JsonGenerator json;

    PageFigures(JsonGenerator json) {
        this.json = json;
    }

    void write(ReportModel model) throws IOException {
        json.writeFieldName("headline");
        figures(model.headline());
        json.writeFieldName("total");
        summary(model.total());
        json.writeArrayFieldStart("strategies");
        for (StrategySummary summary : model.strategies()) {
            summary(summary);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("statistics");
        for (StatGroup group : model.statistics()) {
            json.writeStartObject();
            json.writeStringField("name", group.name());
            json.writeFieldName("figures");
            figures(group.figures());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void summary(StrategySummary summary) throws IOException {
        json.writeStartObject();
        json.writeStringField("strategy", summary.strategy());
        json.writeStringField("instruments", summary.instruments());
        json.writeFieldName("figures");
        figures(List.of(
                Figure.count("Orders", summary.orders(), ""),
                Figure.count("Refused", summary.refused(), ""),
                Figure.count("Fills", summary.fills(), ""),
                Figure.count("Trades", summary.trades(), ""),
                Figure.percent("Win rate", summary.winRate(), ""),
                cents("Fees", summary.fees(), false),
                cents("Net PnL", summary.pnl(), true),
                Figure.signedPercent("Return", summary.returnRatio(), ""),
                Figure.signedPercent("Drawdown", summary.maxDrawdown(), ""),
                Figure.number("Sharpe", summary.sharpe(), 2, "")));
        json.writeEndObject();
    }

    private void figures(List<Figure> figures) throws IOException {
        json.writeStartArray();
        for (Figure figure : figures) {
            json.writeStartObject();
            json.writeStringField("name", figure.name());
            json.writeStringField("value", figure.value());
            json.writeStringField("unit", figure.unit());
            json.writeStringField("formula", figure.formula());
            json.writeStringField("tone", figure.tone().name());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static Figure cents(String name, @Nullable BigDecimal amount, boolean isSigned) {
        if (amount == null) {
            return Figure.number(name, Double.NaN, 2, "");
        }
        BigDecimal rounded = amount.setScale(2, RoundingMode.HALF_EVEN);
        return isSigned ? Figure.signedAmount(name, rounded, "", "") : Figure.amount(name, rounded, "", "");
    }
}
