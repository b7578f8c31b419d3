package io.ttquant.backtest.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ttquant.backtest.SharedData;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Result H: the metric vectors of empyrical, to 8 decimals, or as printed where fewer are. */
class PublishedMetricsTest {
    private static final Map<String, Double> PERIODS = Map.of("daily", 252.0, "weekly", 52.0, "monthly", 12.0);

    @TestFactory
    List<DynamicTest> reproducesEveryPublishedCase() throws IOException {
        JsonNode root = new ObjectMapper()
                .readTree(SharedData.file("reference/empyrical_metrics.json").toFile());
        List<DynamicTest> tests = new ArrayList<>();
        for (JsonNode c : root.get("cases")) {
            String name = c.get("metric").asText() + " of " + c.get("series").asText() + " " + c.get("args");
            tests.add(DynamicTest.dynamicTest(name, () -> check(root, c)));
        }
        assertThat(tests).hasSize(29);
        return tests;
    }

    private static void check(JsonNode root, JsonNode c) {
        Returns returns = series(root, c.get("series").asText());
        JsonNode expected = c.get("expected");
        if (expected.isArray()) {
            double[] actual = figures(c, returns);
            assertThat(actual).hasSize(expected.size());
            for (int i = 0; i < actual.length; i++) {
                assertThat(actual[i]).isCloseTo(expected.get(i).asDouble(), within(tolerance(expected.get(i))));
            }
        } else {
            assertThat(figure(root, c, returns)).isCloseTo(expected.asDouble(), within(tolerance(expected)));
        }
    }

    private static double tolerance(JsonNode printed) {
        String text = printed.asText();
        int decimals = text.length() - text.indexOf('.') - 1;
        // Cumulative and rolling figures are printed with few decimals, the last of which may be cut or rounded.
        return Math.max(1e-8, 1.01 * Math.pow(10, -decimals));
    }

    private static Returns series(JsonNode root, String name) {
        return Returns.of(StreamSupport.stream(root.get("series").get(name).spliterator(), false)
                .mapToDouble(v -> v.isNull() ? Double.NaN : v.asDouble())
                .toArray());
    }

    private static double[] figures(JsonNode c, Returns r) {
        return switch (c.get("metric").asText()) {
            case "cum_returns" -> r.cumulative();
            case "rolling_max_drawdown" ->
                r.rollingMaxDrawdown(c.get("args").get("window").asInt());
            case "rolling_sharpe" -> r.rollingSharpe(c.get("args").get("window").asInt(), 252);
            default -> throw new AssertionError(c);
        };
    }

    private static double figure(JsonNode root, JsonNode c, Returns r) {
        JsonNode args = c.get("args");
        double periods = PERIODS.get(args.has("period") ? args.get("period").asText() : "daily");
        double required = args.has("required") ? args.get("required").asDouble() : 0;
        return switch (c.get("metric").asText()) {
            case "cum_returns_final" -> r.total();
            case "max_drawdown" -> r.maxDrawdown();
            case "annual_return", "cagr" -> r.annual(periods);
            case "annual_volatility" -> r.volatility(periods);
            case "calmar" -> r.calmar(periods);
            case "omega" -> r.omega(required, periods);
            case "sharpe" ->
                args.get("risk_free").isTextual()
                        ? r.minus(series(root, args.get("risk_free").asText())).sharpe(periods)
                        : r.minus(args.get("risk_free").asDouble()).sharpe(periods);
            case "downside_risk" -> r.minus(required).downsideRisk(periods);
            case "sortino" -> r.minus(required).sortino(periods);
            case "excess_sharpe" -> r.minus(args.get("factor").asDouble()).meanOverDeviation();
            case "stability" -> r.stability();
            case "capture_ratio" -> r.capture(series(root, args.get("factor").asText()), periods);
            default -> throw new AssertionError(c);
        };
    }
}
