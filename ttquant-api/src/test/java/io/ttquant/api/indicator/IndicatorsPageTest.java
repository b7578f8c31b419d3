package io.ttquant.api.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** That docs/indicators.md has every indicator, and says of each when it is ready. */
class IndicatorsPageTest {
    private static Map<String, Indicator> shown() {
        Map<String, Indicator> shown = new LinkedHashMap<>();
        shown.put("Sma.of(20)", Sma.of(20));
        shown.put("Ema.of(20)", Ema.of(20));
        shown.put("Ema.wilder(14)", Ema.wilder(14));
        shown.put("Wma.of(20)", Wma.of(20));
        shown.put("Dema.of(20)", Dema.of(20));
        shown.put("Tema.of(20)", Tema.of(20));
        shown.put("Trima.of(20)", Trima.of(20));
        shown.put("Hma.of(16)", Hma.of(16));
        shown.put("Kama.of(10, 2, 30)", Kama.of(10, 2, 30));
        shown.put("Alma.of(9, 0.85, 6)", Alma.of(9, 0.85, 6));
        shown.put("T3.of(5, 0.7)", T3.of(5, 0.7));
        shown.put("Zlema.of(20)", Zlema.of(20));
        shown.put("Vwma.of(20)", Vwma.of(20));
        shown.put("Vwap.rolling(20)", Vwap.rolling(20));
        shown.put("Vwap.anchored()", Vwap.anchored());
        shown.put("Vwap.session(LocalTime.MIDNIGHT, ZoneOffset.UTC)", Vwap.session(LocalTime.MIDNIGHT, ZoneOffset.UTC));
        shown.put("Momentum.of(10)", Momentum.of(10));
        shown.put("Roc.of(10)", Roc.of(10));
        shown.put("Rsi.of(14)", Rsi.of(14));
        shown.put("Stochastic.of(14, 3, 3)", Stochastic.of(14, 3, 3));
        shown.put("StochasticRsi.of(14, 14, 3, 3)", StochasticRsi.of(14, 14, 3, 3));
        shown.put("Macd.of(12, 26, 9)", Macd.of(12, 26, 9));
        shown.put("Ppo.of(12, 26, 9)", Ppo.of(12, 26, 9));
        shown.put("Apo.of(12, 26)", Apo.of(12, 26));
        shown.put("Trix.of(15)", Trix.of(15));
        shown.put("Cci.of(20)", Cci.of(20));
        shown.put("Cmo.of(14)", Cmo.of(14));
        shown.put("WilliamsR.of(14)", WilliamsR.of(14));
        shown.put("UltimateOscillator.of(7, 14, 28)", UltimateOscillator.of(7, 14, 28));
        shown.put("AwesomeOscillator.of()", AwesomeOscillator.of());
        shown.put("Tsi.of(25, 13)", Tsi.of(25, 13));
        shown.put("Kst.of()", Kst.of());
        shown.put("Fisher.of(10)", Fisher.of(10));
        shown.put("Adx.of(14)", Adx.of(14));
        shown.put("Aroon.of(25)", Aroon.of(25));
        shown.put("Vortex.of(14)", Vortex.of(14));
        shown.put("ParabolicSar.of()", ParabolicSar.of());
        shown.put("SuperTrend.of(10, 3)", SuperTrend.of(10, 3));
        shown.put("Ichimoku.of()", Ichimoku.of());
        shown.put("LinearRegression.of(14)", LinearRegression.of(14));
        shown.put("HeikinAshi.of()", HeikinAshi.of());
        shown.put("Renko.of(1)", Renko.of(1));
        shown.put("Highest.of(20)", Highest.of(20));
        shown.put("Lowest.of(20)", Lowest.of(20));
        shown.put("Pivots.of(Pivots.Kind.STANDARD)", Pivots.of(Pivots.Kind.STANDARD));
        shown.put("TrueRange.of()", TrueRange.of());
        shown.put("Atr.of(14)", Atr.of(14));
        shown.put("Natr.of(14)", Natr.of(14));
        shown.put("Bollinger.of(20, 2)", Bollinger.of(20, 2));
        shown.put("Keltner.of(20, 10, 2)", Keltner.of(20, 10, 2));
        shown.put("Donchian.of(20)", Donchian.of(20));
        shown.put("Choppiness.of(14)", Choppiness.of(14));
        shown.put("Drawdown.of()", Drawdown.of());
        shown.put("StandardDeviation.population(20)", StandardDeviation.population(20));
        shown.put("Variance.population(20)", Variance.population(20));
        shown.put("ZScore.population(20)", ZScore.population(20));
        shown.put("PercentileRank.of(50)", PercentileRank.of(50));
        shown.put("Correlation.of(30)", Correlation.of(30));
        shown.put("Beta.of(30)", Beta.of(30));
        shown.put("Hurst.of(128)", Hurst.of(128));
        shown.put("Obv.of()", Obv.of());
        shown.put("Mfi.of(14)", Mfi.of(14));
        shown.put("Cmf.of(20)", Cmf.of(20));
        shown.put("AccumulationDistribution.of()", AccumulationDistribution.of());
        shown.put("WilliamsAd.of()", WilliamsAd.of());
        shown.put("ChaikinOscillator.of(3, 10)", ChaikinOscillator.of(3, 10));
        shown.put("ForceIndex.of(13)", ForceIndex.of(13));
        shown.put("EaseOfMovement.of(14, 10_000)", EaseOfMovement.of(14, 10_000));
        return shown;
    }

    @Test
    void saysWhenEachIsReady() throws IOException {
        List<String> lines = Files.readAllLines(Path.of("..", "docs", "indicators.md"));
        shown().forEach((code, indicator) -> assertThat(lines)
                .as(code)
                .anyMatch(line ->
                        line.contains("| `" + code + "` |") && line.endsWith("| " + indicator.warmUp() + " |")));
    }

    @Test
    void showsEveryClassThereIs() {
        Set<String> shown = classes(shown());
        Set<String> all = new TreeSet<>(classes(catalogue()));
        all.removeAll(Set.of(
                "Adapter",
                "WindowAdapter",
                "LineHistory",
                "BarHistory",
                "PairHistory",
                "OfPairs",
                "OfLine",
                "OfBars",
                "OfSource"));
        assertThat(shown).containsExactlyInAnyOrderElementsOf(all);
    }

    private static Map<String, Indicator> catalogue() {
        Map<String, Indicator> all = new LinkedHashMap<>();
        Catalogue.all().forEach((name, make) -> all.put(name, make.get()));
        return all;
    }

    private static Set<String> classes(Map<String, Indicator> indicators) {
        return indicators.values().stream()
                .map(i -> i.getClass().getSimpleName())
                .collect(Collectors.toSet());
    }
}
