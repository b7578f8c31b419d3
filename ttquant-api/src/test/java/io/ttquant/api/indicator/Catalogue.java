package io.ttquant.api.indicator;

import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** Every indicator and every convention, by a name. */
final class Catalogue {
    private final Map<String, Supplier<Indicator>> all = new LinkedHashMap<>();

    private Catalogue() {}

    static Map<String, Supplier<Indicator>> all() {
        Catalogue catalogue = new Catalogue();
        catalogue.averages();
        catalogue.momentum();
        catalogue.trend();
        catalogue.statistics();
        catalogue.volume();
        catalogue.composed();
        return catalogue.all;
    }

    private void averages() {
        for (Smoothing kind : Smoothing.values()) {
            all.put(kind.name(), () -> kind.of(9));
            all.put("RSI " + kind, () -> Rsi.of(7, kind));
            all.put("ATR " + kind, () -> Atr.of(7, kind));
            all.put("ATR from first " + kind, () -> Atr.fromFirstBar(7, kind));
            all.put("MACD " + kind, () -> Macd.of(5, 12, 4, kind));
            all.put("ADX " + kind, () -> Adx.of(7, kind));
        }
        all.put("SMA of 1", () -> Sma.of(1));
        all.put("WMA of 1", () -> Wma.of(1));
        all.put("MACD of Appel", Macd::appel);
        all.put("RSI from first", () -> Rsi.fromFirst(7, Smoothing.WILDER_SEEDED_BY_FIRST));
        all.put("ALMA floored", () -> Alma.floored(9, 0.85, 6));
        all.put("DEMA", () -> Dema.of(9));
        all.put("TEMA", () -> Tema.of(9));
        all.put("TRIX", () -> Trix.of(7));
        all.put("TRIMA odd", () -> Trima.of(9));
        all.put("TRIMA even", () -> Trima.of(10));
        all.put("HMA", () -> Hma.of(16));
        all.put("KAMA", () -> Kama.of(10, 2, 30));
        all.put("KAMA by average", () -> Kama.seededByAverage(10, 2, 30));
        all.put("ALMA", () -> Alma.of(9, 0.85, 6));
        all.put("ZLEMA", () -> Zlema.of(9));
        all.put("T3", () -> T3.of(5, 0.7));
        all.put("VWMA", () -> Vwma.of(8));
        all.put("VWAP rolling", () -> Vwap.rolling(8));
        all.put("VWAP anchored", Vwap::anchored);
        all.put("VWAP session", () -> Vwap.session(LocalTime.MIDNIGHT, ZoneOffset.UTC));
    }

    private void momentum() {
        all.put("momentum", () -> Momentum.of(6));
        all.put("ROC", () -> Roc.of(6));
        all.put("APO", () -> Apo.of(5, 12));
        all.put("PPO", () -> Ppo.of(5, 12, 4));
        all.put("PPO by fast", () -> Ppo.byFast(5, 12, 4));
        all.put("CMO", () -> Cmo.of(8));
        all.put("TSI", () -> Tsi.of(12, 6));
        all.put("KST", Kst::of);
        all.put("stochastic", () -> Stochastic.of(10, 3, 4));
        all.put("stochastic RSI", () -> StochasticRsi.of(7, 8, 3, 3));
        all.put("Williams %R", () -> WilliamsR.of(9));
        all.put("CCI", () -> Cci.of(12));
        all.put("ultimate", () -> UltimateOscillator.of(4, 8, 16));
        all.put("awesome", AwesomeOscillator::of);
        all.put("Fisher", () -> Fisher.of(9));
    }

    private void trend() {
        all.put("ADX short rating", () -> Adx.withShortRating(7));
        all.put("ADX from first", () -> Adx.fromFirstBar(7));
        all.put("Aroon", () -> Aroon.of(9));
        all.put("Aroon of the earliest", () -> Aroon.ofEarliest(9));
        all.put("vortex", () -> Vortex.of(9));
        all.put("SAR", ParabolicSar::of);
        all.put("SuperTrend", () -> SuperTrend.of(7, 2));
        all.put("Ichimoku", () -> Ichimoku.of(4, 8, 16, 8));
        all.put("true range", TrueRange::of);
        all.put("true range from first", TrueRange::fromFirstBar);
        all.put("NATR", () -> Natr.of(7));
        all.put("Bollinger", () -> Bollinger.of(10, 2));
        all.put("Bollinger sample", () -> Bollinger.sample(10, 2));
        all.put("Keltner", () -> Keltner.of(10, 7, 1.5));
        all.put("Donchian", () -> Donchian.of(10));
        all.put("Donchian of previous", () -> Donchian.ofPrevious(10));
        all.put("choppiness", () -> Choppiness.of(9));
        all.put("highest", () -> Highest.of(7));
        all.put("lowest", () -> Lowest.of(7));
        all.put("Heikin-Ashi", HeikinAshi::of);
        all.put("Renko", () -> Renko.of(1));
    }

    private void statistics() {
        all.put("deviation", () -> StandardDeviation.population(10));
        all.put("deviation of sample", () -> StandardDeviation.sample(10));
        all.put("variance", () -> Variance.population(10));
        all.put("variance of sample", () -> Variance.sample(10));
        all.put("z-score", () -> ZScore.population(10));
        all.put("z-score of sample", () -> ZScore.sample(10));
        all.put("percentile rank", () -> PercentileRank.of(10));
        all.put("percentile rank of previous", () -> PercentileRank.ofPrevious(10));
        all.put("regression", () -> LinearRegression.of(10));
        all.put("correlation", () -> Correlation.of(10));
        all.put("beta", () -> Beta.of(10));
        all.put("Hurst", () -> Hurst.of(40));
        all.put("drawdown", Drawdown::of);
    }

    private void volume() {
        all.put("OBV", Obv::of);
        all.put("MFI", () -> Mfi.of(9));
        all.put("CMF", () -> Cmf.of(9));
        all.put("A/D", AccumulationDistribution::of);
        all.put("Williams A/D", WilliamsAd::of);
        all.put("Chaikin oscillator", () -> ChaikinOscillator.of(3, 10));
        all.put("force index", () -> ForceIndex.of(6));
        all.put("ease of movement", () -> EaseOfMovement.of(6, 10_000));
        for (Pivots.Kind kind : Pivots.Kind.values()) {
            all.put("pivots " + kind, () -> Pivots.of(kind));
        }
    }

    private void composed() {
        all.put("chain", () -> Rsi.of(5).then(Sma.of(4)));
        all.put("chain of a line", () -> {
            Bollinger bollinger = Bollinger.of(6, 2);
            return bollinger.then(bollinger::width, Ema.of(4));
        });
        all.put("on a source", () -> Ema.of(7).on(Source.HLC3));
        all.put("chain over bars", () -> Atr.of(5).then(Highest.of(4)));
        all.put("with history", () -> Ema.of(7).withHistory(5));
        all.put("bars with history", () -> Atr.of(7).withHistory(5));
        all.put("chain over pairs", () -> Correlation.of(5).then(Sma.of(4)));
        all.put("pairs with history", () -> Beta.of(5).withHistory(4));
        all.put("own", () -> LineIndicator.from(x -> x * x));
        all.put("own of a window", () -> LineIndicator.from(5, w -> w[0] - w[4]));
    }
}
