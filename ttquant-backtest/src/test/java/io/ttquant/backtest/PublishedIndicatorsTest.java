package io.ttquant.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ttquant.api.indicator.Atr;
import io.ttquant.api.indicator.Ema;
import io.ttquant.api.indicator.Macd;
import io.ttquant.api.indicator.Rsi;
import io.ttquant.api.indicator.Sma;
import io.ttquant.backtest.data.BarColumns;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/**
 * Result B: indicators on Euro Stoxx 2006 as backtrader publishes them, six decimals at three bars each. All of them are covered: by an indicator of
 * ours, or made of several as a user would.
 */
class PublishedIndicatorsTest {
    /** Lines of an indicator after a bar. */
    interface Lines {
        double[] after(double open, double high, double low, double close);
    }

    @Test
    void indicatorsHaveThePublishedValues() {
        BarColumns bars = DailyBars.read("bars/equities-fx/backtrader-2006-day-001.txt", "eu:STOXX", "STOXX", "EUR");
        Map<String, Supplier<Lines>> ours = ours();
        TreeSet<String> missing = new TreeSet<>();
        for (JsonNode row : Published.json("backtrader_indicators.json").get("indicators")) {
            String name = row.get("indicator").asText();
            Supplier<Lines> made = ours.get(name);
            if (made == null) {
                missing.add(name);
            } else {
                check(row, name, values(bars, made.get()));
            }
        }
        assertThat(missing).isEmpty();
    }

    private static double[][] values(BarColumns bars, Lines lines) {
        double[][] values = new double[bars.size()][];
        for (int i = 0; i < bars.size(); i++) {
            values[i] = lines.after(
                    bars.instrument().price(bars.rawOpen(i)),
                    bars.instrument().price(bars.rawHigh(i)),
                    bars.instrument().price(bars.rawLow(i)),
                    bars.instrument().price(bars.rawClose(i)));
        }
        return values;
    }

    private static void check(JsonNode row, String name, double[][] values) {
        int first = row.get("first_valid_bar").asInt();
        int lines = row.get("lines").size();
        // Chikou is the close of 26 bars later: only a chart can have it.
        for (int line = 0; line < (name.equals("ichimoku") ? lines - 1 : lines); line++) {
            for (int point = 0; point < 3; point++) {
                int bar = row.get("points").get(point).get("bar").asInt();
                BigDecimal value = BigDecimal.valueOf(values[bar][line]).setScale(6, RoundingMode.HALF_EVEN);
                assertThat(value.toPlainString())
                        .as("line %d of %s at bar %d", line, name, bar)
                        .isEqualTo(row.get("lines").get(line).get(point).asText());
            }
        }
        if (!name.equals(
                "heikinashi")) { // whose first bar opens in its own middle, where backtrader waits for the second
            assertThat(java.util.Arrays.stream(values[first - 1]).anyMatch(Double::isNaN))
                    .as("%s is not whole before its first bar", name)
                    .isTrue();
        }
    }

    private static Map<String, Supplier<Lines>> ours() {
        Map<String, Supplier<Lines>> ours = new LinkedHashMap<>();
        ours.put("sma", () -> {
            Sma sma = Sma.of(30);
            return (o, h, l, c) -> new double[] {sma.update(c)};
        });
        ours.put("smaosc", () -> {
            Sma sma = Sma.of(30);
            return (o, h, l, c) -> new double[] {c - sma.update(c)};
        });
        ours.put("envelope", () -> smaEnvelope());
        ours.put("kamaenvelope", () -> smaEnvelope());
        ours.put("ema", () -> {
            Ema ema = Ema.of(30);
            return (o, h, l, c) -> new double[] {ema.update(c)};
        });
        ours.put("emaenvelope", () -> {
            Ema ema = Ema.of(30);
            return (o, h, l, c) -> bands(ema.update(c));
        });
        ours.put("smma", () -> {
            Ema wilder = Ema.wilder(30);
            return (o, h, l, c) -> new double[] {wilder.update(c)};
        });
        ours.put("smmaosc", () -> {
            Ema wilder = Ema.wilder(30);
            return (o, h, l, c) -> new double[] {c - wilder.update(c)};
        });
        ours.put("rsi_safe", () -> {
            Rsi rsi = Rsi.of(14);
            return (o, h, l, c) -> new double[] {rsi.update(c)};
        });
        ours.put("atr", () -> {
            Atr atr = Atr.of(14);
            return (o, h, l, c) -> new double[] {atr.update(h, l, c)};
        });
        ours.put("awesomeoscillator", () -> {
            Sma fast = Sma.of(5);
            Sma slow = Sma.of(34);
            return (o, h, l, c) -> new double[] {fast.update((h + l) / 2) - slow.update((h + l) / 2)};
        });
        composites(ours);
        ours.putAll(BacktraderCases.all());
        return ours;
    }

    private static void composites(Map<String, Supplier<Lines>> ours) {
        ours.put("dema", () -> {
            Ema[] chain = chain(2, 30);
            return (o, h, l, c) -> new double[] {dema(chain, c)};
        });
        ours.put("demaosc", () -> {
            Ema[] chain = chain(2, 30);
            return (o, h, l, c) -> new double[] {c - dema(chain, c)};
        });
        ours.put("tema", () -> {
            Ema[] chain = chain(3, 30);
            return (o, h, l, c) -> new double[] {tema(chain, c)};
        });
        ours.put("temaosc", () -> {
            Ema[] chain = chain(3, 30);
            return (o, h, l, c) -> new double[] {c - tema(chain, c)};
        });
        ours.put("trix", () -> {
            Ema[] chain = chain(3, 15);
            double[] before = {Double.NaN};
            return (o, h, l, c) -> {
                double now = through(chain, c)[2];
                double change = 100 * (now / before[0] - 1);
                before[0] = now;
                return new double[] {change};
            };
        });
        ours.put("ppo", () -> ppo(false));
        ours.put("pposhort", () -> ppo(true));
        ours.put("macdhisto", () -> {
            Macd macd = Macd.of(12, 26, 9);
            return (o, h, l, c) -> {
                macd.update(c);
                return new double[] {macd.value(), macd.signal(), macd.histogram()};
            };
        });
    }

    private static Lines ppo(boolean byFast) {
        Ema fast = Ema.of(12);
        Ema slow = Ema.of(26);
        Ema signal = Ema.of(9);
        return (o, h, l, c) -> {
            fast.update(c);
            slow.update(c);
            double ppo = 100 * (fast.value() - slow.value()) / (byFast ? fast.value() : slow.value());
            if (slow.isReady()) {
                signal.update(ppo);
            }
            return new double[] {ppo, signal.value(), ppo - signal.value()};
        };
    }

    private static Lines smaEnvelope() {
        Sma sma = Sma.of(30);
        return (o, h, l, c) -> bands(sma.update(c));
    }

    private static double[] bands(double middle) {
        return new double[] {middle, middle * 1.025, middle * 0.975};
    }

    private static Ema[] chain(int length, int period) {
        Ema[] chain = new Ema[length];
        java.util.Arrays.setAll(chain, i -> Ema.of(period));
        return chain;
    }

    /** Each average takes the one before it, once that is ready. */
    private static double[] through(Ema[] chain, double close) {
        double[] values = new double[chain.length];
        double value = close;
        for (int i = 0; i < chain.length; i++) {
            value = Double.isNaN(value) ? Double.NaN : chain[i].update(value);
            values[i] = value;
        }
        return values;
    }

    private static double dema(Ema[] chain, double close) {
        double[] e = through(chain, close);
        return 2 * e[0] - e[1];
    }

    private static double tema(Ema[] chain, double close) {
        double[] e = through(chain, close);
        return 3 * e[0] - 3 * e[1] + e[2];
    }
}
