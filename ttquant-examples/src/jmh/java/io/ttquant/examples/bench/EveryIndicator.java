package io.ttquant.examples.bench;

import io.ttquant.api.indicator.AccumulationDistribution;
import io.ttquant.api.indicator.Adx;
import io.ttquant.api.indicator.Alma;
import io.ttquant.api.indicator.Apo;
import io.ttquant.api.indicator.Aroon;
import io.ttquant.api.indicator.Atr;
import io.ttquant.api.indicator.AwesomeOscillator;
import io.ttquant.api.indicator.Beta;
import io.ttquant.api.indicator.Bollinger;
import io.ttquant.api.indicator.Cci;
import io.ttquant.api.indicator.ChaikinOscillator;
import io.ttquant.api.indicator.Choppiness;
import io.ttquant.api.indicator.Cmf;
import io.ttquant.api.indicator.Cmo;
import io.ttquant.api.indicator.Correlation;
import io.ttquant.api.indicator.Dema;
import io.ttquant.api.indicator.Donchian;
import io.ttquant.api.indicator.Drawdown;
import io.ttquant.api.indicator.EaseOfMovement;
import io.ttquant.api.indicator.Ema;
import io.ttquant.api.indicator.Fisher;
import io.ttquant.api.indicator.ForceIndex;
import io.ttquant.api.indicator.HeikinAshi;
import io.ttquant.api.indicator.Highest;
import io.ttquant.api.indicator.Hma;
import io.ttquant.api.indicator.Hurst;
import io.ttquant.api.indicator.Ichimoku;
import io.ttquant.api.indicator.Indicator;
import io.ttquant.api.indicator.Kama;
import io.ttquant.api.indicator.Keltner;
import io.ttquant.api.indicator.Kst;
import io.ttquant.api.indicator.LinearRegression;
import io.ttquant.api.indicator.Lowest;
import io.ttquant.api.indicator.Macd;
import io.ttquant.api.indicator.Mfi;
import io.ttquant.api.indicator.Momentum;
import io.ttquant.api.indicator.Natr;
import io.ttquant.api.indicator.Obv;
import io.ttquant.api.indicator.ParabolicSar;
import io.ttquant.api.indicator.PercentileRank;
import io.ttquant.api.indicator.Pivots;
import io.ttquant.api.indicator.Ppo;
import io.ttquant.api.indicator.Renko;
import io.ttquant.api.indicator.Roc;
import io.ttquant.api.indicator.Rsi;
import io.ttquant.api.indicator.Sma;
import io.ttquant.api.indicator.StandardDeviation;
import io.ttquant.api.indicator.Stochastic;
import io.ttquant.api.indicator.StochasticRsi;
import io.ttquant.api.indicator.SuperTrend;
import io.ttquant.api.indicator.T3;
import io.ttquant.api.indicator.Tema;
import io.ttquant.api.indicator.Trima;
import io.ttquant.api.indicator.Trix;
import io.ttquant.api.indicator.TrueRange;
import io.ttquant.api.indicator.Tsi;
import io.ttquant.api.indicator.UltimateOscillator;
import io.ttquant.api.indicator.Variance;
import io.ttquant.api.indicator.Vortex;
import io.ttquant.api.indicator.Vwap;
import io.ttquant.api.indicator.Vwma;
import io.ttquant.api.indicator.WilliamsAd;
import io.ttquant.api.indicator.WilliamsR;
import io.ttquant.api.indicator.Wma;
import io.ttquant.api.indicator.ZScore;
import io.ttquant.api.indicator.Zlema;
import java.util.List;
import java.util.stream.Stream;

/** Every indicator as the page of indicators makes it; but the VWAP of a session, which takes only whole bars. */
final class EveryIndicator {
    private EveryIndicator() {}

    static List<Indicator> all() {
        return Stream.of(averages(), momentum(), trend(), others())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Indicator> averages() {
        return List.of(
                Sma.of(20),
                Ema.of(20),
                Ema.wilder(14),
                Wma.of(20),
                Dema.of(20),
                Tema.of(20),
                Trima.of(20),
                Hma.of(16),
                Kama.of(10, 2, 30),
                Alma.of(9, 0.85, 6),
                T3.of(5, 0.7),
                Zlema.of(20),
                Vwma.of(20),
                Vwap.rolling(20),
                Vwap.anchored());
    }

    private static List<Indicator> momentum() {
        return List.of(
                Momentum.of(10),
                Roc.of(10),
                Rsi.of(14),
                Stochastic.of(14, 3, 3),
                StochasticRsi.of(14, 14, 3, 3),
                Macd.of(12, 26, 9),
                Ppo.of(12, 26, 9),
                Apo.of(12, 26),
                Trix.of(15),
                Cci.of(20),
                Cmo.of(14),
                WilliamsR.of(14),
                UltimateOscillator.of(7, 14, 28),
                AwesomeOscillator.of(),
                Tsi.of(25, 13),
                Kst.of(),
                Fisher.of(10));
    }

    private static List<Indicator> trend() {
        return List.of(
                Adx.of(14),
                Aroon.of(25),
                Vortex.of(14),
                ParabolicSar.of(),
                SuperTrend.of(10, 3),
                Ichimoku.of(),
                LinearRegression.of(14),
                HeikinAshi.of(),
                Renko.of(1),
                Highest.of(20),
                Lowest.of(20),
                Pivots.of(Pivots.Kind.STANDARD));
    }

    private static List<Indicator> others() {
        return List.of(
                TrueRange.of(),
                Atr.of(14),
                Natr.of(14),
                Bollinger.of(20, 2),
                Keltner.of(20, 10, 2),
                Donchian.of(20),
                Choppiness.of(14),
                Drawdown.of(),
                StandardDeviation.population(20),
                Variance.population(20),
                ZScore.population(20),
                PercentileRank.of(50),
                Correlation.of(30),
                Beta.of(30),
                Hurst.of(128),
                Obv.of(),
                Mfi.of(14),
                Cmf.of(20),
                AccumulationDistribution.of(),
                WilliamsAd.of(),
                ChaikinOscillator.of(3, 10),
                ForceIndex.of(13),
                EaseOfMovement.of(14, 10_000));
    }
}
