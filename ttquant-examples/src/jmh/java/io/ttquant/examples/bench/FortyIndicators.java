package io.ttquant.examples.bench;

import io.ttquant.api.indicator.AccumulationDistribution;
import io.ttquant.api.indicator.Adx;
import io.ttquant.api.indicator.Aroon;
import io.ttquant.api.indicator.Atr;
import io.ttquant.api.indicator.AwesomeOscillator;
import io.ttquant.api.indicator.BarIndicator;
import io.ttquant.api.indicator.Bollinger;
import io.ttquant.api.indicator.Cci;
import io.ttquant.api.indicator.ChaikinOscillator;
import io.ttquant.api.indicator.Choppiness;
import io.ttquant.api.indicator.Cmf;
import io.ttquant.api.indicator.Cmo;
import io.ttquant.api.indicator.Dema;
import io.ttquant.api.indicator.Donchian;
import io.ttquant.api.indicator.Ema;
import io.ttquant.api.indicator.Highest;
import io.ttquant.api.indicator.Hma;
import io.ttquant.api.indicator.Kama;
import io.ttquant.api.indicator.Keltner;
import io.ttquant.api.indicator.Kst;
import io.ttquant.api.indicator.LineIndicator;
import io.ttquant.api.indicator.LinearRegression;
import io.ttquant.api.indicator.Lowest;
import io.ttquant.api.indicator.Macd;
import io.ttquant.api.indicator.Mfi;
import io.ttquant.api.indicator.Obv;
import io.ttquant.api.indicator.Ppo;
import io.ttquant.api.indicator.Roc;
import io.ttquant.api.indicator.Rsi;
import io.ttquant.api.indicator.Sma;
import io.ttquant.api.indicator.StandardDeviation;
import io.ttquant.api.indicator.Stochastic;
import io.ttquant.api.indicator.StochasticRsi;
import io.ttquant.api.indicator.SuperTrend;
import io.ttquant.api.indicator.Tema;
import io.ttquant.api.indicator.TrueRange;
import io.ttquant.api.indicator.Variance;
import io.ttquant.api.indicator.Vwap;
import io.ttquant.api.indicator.WilliamsR;
import io.ttquant.api.indicator.Wma;
import io.ttquant.api.indicator.Zlema;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/** Forty indicators that both libraries have, updated with each bar. */
final class FortyIndicators {
    private final LineIndicator[] lines = {
        Sma.of(20),
        Ema.of(20),
        Ema.wilder(14),
        Wma.of(20),
        Dema.of(20),
        Tema.of(20),
        Hma.of(16),
        Kama.of(10, 2, 30),
        Zlema.of(20),
        Roc.of(10),
        Rsi.of(14),
        StochasticRsi.of(14, 14, 1, 3),
        Macd.of(12, 26, 9),
        Ppo.of(12, 26, 9),
        Cmo.of(14),
        LinearRegression.of(14),
        Highest.of(20),
        Lowest.of(20),
        StandardDeviation.population(20),
        Variance.population(20),
        Bollinger.of(20, 2),
        Kst.of()
    };
    private final BarIndicator[] bars = {
        Vwap.rolling(20),
        Stochastic.of(14, 1, 3),
        Cci.of(20),
        WilliamsR.of(14),
        AwesomeOscillator.of(),
        Adx.of(14),
        Aroon.of(25),
        SuperTrend.of(10, 3),
        TrueRange.of(),
        Atr.of(14),
        Keltner.of(20, 10, 2),
        Donchian.of(20),
        Choppiness.of(14),
        Obv.of(),
        Mfi.of(14),
        Cmf.of(20),
        AccumulationDistribution.of(),
        ChaikinOscillator.of(3, 10)
    };

    /** From one bar to before another. */
    void update(Prices prices, int from, int to) {
        for (int i = from; i < to; i++) {
            update(prices, i);
        }
    }

    private void update(Prices prices, int i) {
        for (LineIndicator line : lines) {
            line.update(prices.close()[i]);
        }
        for (BarIndicator bar : bars) {
            bar.update(prices.open()[i], prices.high()[i], prices.low()[i], prices.close()[i], prices.volume()[i]);
        }
    }

    /** The values now, of lines and then of bars. */
    double[] values() {
        return DoubleStream.concat(
                        Stream.of(lines).mapToDouble(LineIndicator::value),
                        Stream.of(bars).mapToDouble(BarIndicator::value))
                .toArray();
    }
}
