package io.ttquant.backtest;

import io.ttquant.api.indicator.AccumulationDistribution;
import io.ttquant.api.indicator.Adx;
import io.ttquant.api.indicator.Alma;
import io.ttquant.api.indicator.Apo;
import io.ttquant.api.indicator.Aroon;
import io.ttquant.api.indicator.Atr;
import io.ttquant.api.indicator.AwesomeOscillator;
import io.ttquant.api.indicator.BarIndicator;
import io.ttquant.api.indicator.Bollinger;
import io.ttquant.api.indicator.Cci;
import io.ttquant.api.indicator.ChaikinOscillator;
import io.ttquant.api.indicator.Cmf;
import io.ttquant.api.indicator.Cmo;
import io.ttquant.api.indicator.Dema;
import io.ttquant.api.indicator.EaseOfMovement;
import io.ttquant.api.indicator.Ema;
import io.ttquant.api.indicator.Highest;
import io.ttquant.api.indicator.Hma;
import io.ttquant.api.indicator.Kama;
import io.ttquant.api.indicator.LineIndicator;
import io.ttquant.api.indicator.LinearRegression;
import io.ttquant.api.indicator.Lowest;
import io.ttquant.api.indicator.Macd;
import io.ttquant.api.indicator.Mfi;
import io.ttquant.api.indicator.Momentum;
import io.ttquant.api.indicator.Natr;
import io.ttquant.api.indicator.Obv;
import io.ttquant.api.indicator.ParabolicSar;
import io.ttquant.api.indicator.Ppo;
import io.ttquant.api.indicator.Roc;
import io.ttquant.api.indicator.Rsi;
import io.ttquant.api.indicator.Sma;
import io.ttquant.api.indicator.Smoothing;
import io.ttquant.api.indicator.Source;
import io.ttquant.api.indicator.StandardDeviation;
import io.ttquant.api.indicator.Stochastic;
import io.ttquant.api.indicator.StochasticRsi;
import io.ttquant.api.indicator.Tema;
import io.ttquant.api.indicator.Trima;
import io.ttquant.api.indicator.Trix;
import io.ttquant.api.indicator.UltimateOscillator;
import io.ttquant.api.indicator.Variance;
import io.ttquant.api.indicator.Vwma;
import io.ttquant.api.indicator.WilliamsAd;
import io.ttquant.api.indicator.Wma;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.DoubleSupplier;
import java.util.function.Function;

/** Our indicators under the names of Tulip's functions, in the conventions that Tulip has. */
final class TulipCases {
    private static final Smoothing BY_FIRST = Smoothing.EXPONENTIAL_SEEDED_BY_FIRST;

    /**
     * One of ours.
     *
     * @param inputs its inputs in Tulip's order: o, h, l, c, v
     */
    record Made(String inputs, BarIndicator indicator, DoubleSupplier... lines) {}

    private final Map<String, Function<double[], Made>> all = new LinkedHashMap<>();

    static Map<String, Function<double[], Made>> all() {
        TulipCases cases = new TulipCases();
        cases.averages();
        cases.lines();
        cases.ranges();
        cases.bars();
        return cases.all;
    }

    private void line(String name, Function<double[], LineIndicator> make) {
        all.put(name, options -> {
            LineIndicator made = make.apply(options);
            return new Made("c", made.on(Source.CLOSE), made::value);
        });
    }

    private void bar(String name, String inputs, Function<double[], BarIndicator> make) {
        all.put(name, options -> {
            BarIndicator made = make.apply(options);
            return new Made(inputs, made, made::value);
        });
    }

    private void averages() {
        line("sma", o -> Sma.of((int) o[0]));
        line("ema", o -> Ema.seededByFirst((int) o[0]));
        line("wilders", o -> Ema.wilder((int) o[0]));
        line("wma", o -> Wma.of((int) o[0]));
        line("dema", o -> Dema.of((int) o[0], BY_FIRST));
        line("tema", o -> Tema.of((int) o[0], BY_FIRST));
        line("trima", o -> Trima.of((int) o[0]));
        line("trix", o -> Trix.of((int) o[0], BY_FIRST).then(LineIndicator.from(TulipCases::ofLater)));
        line("hma", o -> Hma.of((int) o[0]));
        line("kama", o -> Kama.of((int) o[0], 2, 30));
        line("alma", o -> Alma.floored((int) o[0], o[1], o[2]));
        bar("vwma", "cv", o -> Vwma.of((int) o[0]));
        bar("avgprice", "ohlc", o -> Sma.of(1).on(Source.OHLC4));
        bar("medprice", "hl", o -> Sma.of(1).on(Source.HL2));
        bar("typprice", "hlc", o -> Sma.of(1).on(Source.HLC3));
        bar("wcprice", "hlc", o -> Sma.of(1).on(Source.HLCC4));
    }

    /** A change in percent of the later value, which is what Tulip divides by. */
    private static double ofLater(double percent) {
        return percent / (1 + percent / 100);
    }

    private void lines() {
        line("apo", o -> Apo.of((int) o[0], (int) o[1], BY_FIRST));
        line("ppo", o -> Ppo.of((int) o[0], (int) o[1], 9, BY_FIRST));
        line("cmo", o -> Cmo.of((int) o[0]));
        line("mom", o -> Momentum.of((int) o[0]));
        line("roc", o -> Roc.of((int) o[0]).then(LineIndicator.from(x -> x / 100)));
        line("rsi", o -> Rsi.of((int) o[0]));
        line("stochrsi", o -> StochasticRsi.of((int) o[0], (int) o[0], 1, 1).then(LineIndicator.from(x -> x / 100)));
        line("max", o -> Highest.of((int) o[0]));
        line("min", o -> Lowest.of((int) o[0]));
        line("sum", o -> Sma.of((int) o[0]).then(LineIndicator.from(x -> x * o[0])));
        line("var", o -> Variance.population((int) o[0]));
        line("linreg", o -> LinearRegression.of((int) o[0]));
        regression("linregslope", LinearRegression::slope);
        regression("linregintercept", LinearRegression::intercept);
        regression("tsf", LinearRegression::forecast);
        line(
                "volatility",
                o -> Roc.of(1)
                        .then(StandardDeviation.population((int) o[0]))
                        .then(LineIndicator.from(x -> x / 100 * Math.sqrt(252))));
        all.put("bbands", o -> {
            Bollinger made = Bollinger.of((int) o[0], o[1]);
            return new Made("c", made.on(Source.CLOSE), made::lower, made::middle, made::upper);
        });
        all.put("macd", o -> {
            Macd made = Macd.appel();
            return new Made("c", made.on(Source.CLOSE), made::value, made::signal, made::histogram);
        });
    }

    private void regression(String name, java.util.function.ToDoubleFunction<LinearRegression> line) {
        all.put(name, o -> {
            LinearRegression made = LinearRegression.of((int) o[0]);
            return new Made("c", made.on(Source.CLOSE), () -> line.applyAsDouble(made));
        });
    }

    private void ranges() {
        bar("ao", "hl", o -> AwesomeOscillator.of());
        bar("atr", "hlc", o -> Atr.fromFirstBar((int) o[0], Smoothing.WILDER));
        bar("natr", "hlc", o -> Natr.of(Atr.fromFirstBar((int) o[0], Smoothing.WILDER)));
        bar("cci", "hlc", o -> Cci.of((int) o[0]));
        bar("ultosc", "hlc", o -> UltimateOscillator.of((int) o[0], (int) o[1], (int) o[2]));
        bar("psar", "hl", o -> ParabolicSar.of(o[0], o[1]));
        bar("wad", "hlc", o -> WilliamsAd.of());
        bar("adx", "hl", o -> Adx.fromFirstBar((int) o[0]));
        all.put("adxr", o -> {
            Adx made = Adx.fromFirstBar((int) o[0]);
            return new Made("hl", made, made::adxr);
        });
        all.put("dx", o -> {
            Adx made = Adx.fromFirstBar((int) o[0]);
            return new Made("hl", made, made::dx);
        });
        all.put("di", o -> {
            Adx made = Adx.fromFirstBar((int) o[0]);
            return new Made("hlc", made, made::plusDi, made::minusDi);
        });
        bar("aroonosc", "hl", o -> Aroon.of((int) o[0]));
        all.put("aroon", o -> {
            Aroon made = Aroon.of((int) o[0]);
            return new Made("hl", made, made::down, made::up);
        });
        all.put("stoch", o -> {
            Stochastic made = Stochastic.of((int) o[0], (int) o[1], (int) o[2]);
            return new Made("hlc", made, made::k, made::d);
        });
    }

    private void bars() {
        bar("ad", "hlcv", o -> AccumulationDistribution.of());
        bar("adosc", "hlcv", o -> ChaikinOscillator.of((int) o[0], (int) o[1]));
        bar("cmf", "hlcv", o -> Cmf.of((int) o[0]));
        bar("mfi", "hlcv", o -> Mfi.of((int) o[0]));
        bar("obv", "cv", o -> Obv.of());
        bar("emv", "hlv", o -> EaseOfMovement.of(1, 10_000));
    }
}
