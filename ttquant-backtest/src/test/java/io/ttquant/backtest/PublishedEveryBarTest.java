package io.ttquant.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.api.indicator.AccumulationDistribution;
import io.ttquant.api.indicator.Adx;
import io.ttquant.api.indicator.Alma;
import io.ttquant.api.indicator.Aroon;
import io.ttquant.api.indicator.Atr;
import io.ttquant.api.indicator.AwesomeOscillator;
import io.ttquant.api.indicator.BarIndicator;
import io.ttquant.api.indicator.Cci;
import io.ttquant.api.indicator.Choppiness;
import io.ttquant.api.indicator.Cmo;
import io.ttquant.api.indicator.Donchian;
import io.ttquant.api.indicator.Ema;
import io.ttquant.api.indicator.Fisher;
import io.ttquant.api.indicator.Hma;
import io.ttquant.api.indicator.Ichimoku;
import io.ttquant.api.indicator.Kama;
import io.ttquant.api.indicator.Keltner;
import io.ttquant.api.indicator.LineIndicator;
import io.ttquant.api.indicator.Mfi;
import io.ttquant.api.indicator.Momentum;
import io.ttquant.api.indicator.PercentileRank;
import io.ttquant.api.indicator.Pivots;
import io.ttquant.api.indicator.Ppo;
import io.ttquant.api.indicator.Roc;
import io.ttquant.api.indicator.Rsi;
import io.ttquant.api.indicator.Sma;
import io.ttquant.api.indicator.Smoothing;
import io.ttquant.api.indicator.Source;
import io.ttquant.api.indicator.StandardDeviation;
import io.ttquant.api.indicator.Stochastic;
import io.ttquant.api.indicator.SuperTrend;
import io.ttquant.api.indicator.T3;
import io.ttquant.api.indicator.Trix;
import io.ttquant.api.indicator.TrueRange;
import io.ttquant.api.indicator.UltimateOscillator;
import io.ttquant.api.indicator.Vortex;
import io.ttquant.api.indicator.Vwma;
import io.ttquant.api.indicator.Wma;
import io.ttquant.api.indicator.ZScore;
import java.util.function.DoubleSupplier;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Every bar of the 502 of Stock.Indicators, columns of the indicators that are ours too, to ten digits, from the first bar on unless a test says
 * why not.
 */
class PublishedEveryBarTest {
    private static final int DIGITS = 10;
    /** Indicators that are not ours, and columns that repeat another or say which part of a line is drawn. */
    private static final String NOT_OURS =
            "adl.moneyFlowMultiplier adl.moneyFlowVolume atr-stop.atrStop atr-stop.buyStop atr-stop.sellStop "
                    + "awesome.normalized bop.bop chexit.chandelierExit crsi.connorsRsi crsi.rsiStreak crsi.streak "
                    + "date dpo.dpo dpo.sma elder-ray.bearPower elder-ray.bullPower fcb.lowerBand fcb.upperBand "
                    + "htl.dcPeriods htl.smoothPrice htl.trendline ichimoku.chikouSpan kvo.oscillator kvo.signal "
                    + "ma-env.lowerEnvelope ma-env.upperEnvelope mama.fama mama.mama pivot-points.r4 pivot-points.s4 "
                    + "pmo.pmo pmo.signal starc.centerline stoch.oscillator stoch.percentJ stoch.signal trix.ema3 "
                    + "ulcer.ui ulcer.ulcerIndex";

    private IndicatorSheet bars;
    private IndicatorSheet published;

    @BeforeEach
    void read() {
        bars = IndicatorSheet.read("bars/equities-fx/SPY-like-default-1d.csv");
        published = IndicatorSheet.read("reference/stock-indicators_default-502.csv.gz");
    }

    private <I extends LineIndicator> void line(String column, int first, I indicator, ToDoubleFunction<I> line) {
        check(column, first, indicator.on(Source.CLOSE), () -> line.applyAsDouble(indicator));
    }

    private void line(String column, int first, LineIndicator indicator) {
        check(column, first, indicator.on(Source.CLOSE), indicator::value);
    }

    private void bar(String column, int first, BarIndicator indicator) {
        check(column, first, indicator, indicator::value);
    }

    private <I extends BarIndicator> void bar(String column, int first, I indicator, ToDoubleFunction<I> line) {
        check(column, first, indicator, () -> line.applyAsDouble(indicator));
    }

    private void check(String column, int first, BarIndicator indicator, DoubleSupplier line) {
        double[] values = bars.values(indicator, line);
        published.equal(values, column, first, DIGITS);
        if (first > 0) {
            assertThat(values[first - 1]).as("%s before bar %d", column, first).isNaN();
        }
    }

    @Test
    void averages() {
        line("sma.sma", 19, Sma.of(20));
        line("ma-env.centerline", 19, Sma.of(20));
        line("ema.ema", 19, Ema.of(20));
        line("smma.smma", 19, Ema.wilder(20));
        line("wma.wma", 13, Wma.of(14));
        line("hma.hma", 15, Hma.of(14));
        line("alma.alma", 8, Alma.of(9, 0.85, 6));
        line("kama.kama", 9, Kama.of(10, 2, 30));
        line("kama.er", 10, Kama.of(10, 2, 30), Kama::efficiencyRatio);
        bar("vwma.vwma", 13, Vwma.of(14));
        bar("elder-ray.ema", 12, Ema.of(13).on(Source.CLOSE));
    }

    @Test
    void averagesWhoseChainsStartOtherwiseMeetThePublishedOnesLater() {
        T3 ours = T3.of(5, 0.7, Smoothing.EXPONENTIAL_SEEDED_BY_FIRST);
        published.equal(bars.values(ours, ours::value), "t3.t3", 120, DIGITS);
        Trix trix = Trix.of(14, Smoothing.EXPONENTIAL_SEEDED_BY_FIRST);
        published.equal(bars.values(trix, trix::value), "trix.trix", 400, DIGITS);
        Fisher fisher = Fisher.of(10);
        published.equal(bars.values(fisher, fisher::value), "fisher.fisher", 120, DIGITS);
        Fisher again = Fisher.of(10);
        published.equal(bars.values(again, again::trigger), "fisher.trigger", 120, DIGITS);
    }

    @Test
    void momentum() {
        line("rsi.rsi", 14, Rsi.of(14));
        line("crsi.rsi", 3, Rsi.of(3));
        line("crsi.percentRank", 101, Roc.of(1).then(PercentileRank.ofPrevious(100)));
        line("roc.roc", 14, Roc.of(14));
        line("roc.momentum", 14, Momentum.of(14));
        line("cmo.cmo", 14, Cmo.of(14));
        bar("cci.cci", 19, Cci.of(20));
        bar("uo.ultimate", 28, UltimateOscillator.of(7, 14, 28));
        bar("awesome.oscillator", 33, AwesomeOscillator.of());
        bar("stoch.k", 15, Stochastic.of(14, 3, 3), Stochastic::k);
        bar("stoch.d", 17, Stochastic.of(14, 3, 3), Stochastic::d);
        bar("stoch.j", 17, Stochastic.of(14, 3, 3), Stochastic::j);
        Ppo pvo = Ppo.of(12, 26, 9);
        check("pvo.pvo", 25, pvo.on(Source.VOLUME), pvo::value);
        pvo.reset();
        check("pvo.signal", 33, pvo.on(Source.VOLUME), pvo::signal);
        pvo.reset();
        check("pvo.histogram", 33, pvo.on(Source.VOLUME), pvo::histogram);
    }

    @Test
    void trend() {
        bar("adx.pdi", 14, Adx.of(14), Adx::plusDi);
        bar("adx.mdi", 14, Adx.of(14), Adx::minusDi);
        bar("adx.dx", 14, Adx.of(14), Adx::dx);
        bar("adx.adx", 27, Adx.of(14));
        bar("adx.adxr", 41, Adx.of(14), Adx::adxr);
        bar("aroon.aroonUp", 25, Aroon.ofEarliest(25), Aroon::up);
        bar("aroon.aroonDown", 25, Aroon.ofEarliest(25), Aroon::down);
        bar("aroon.oscillator", 25, Aroon.ofEarliest(25));
        bar("vortex.pvi", 14, Vortex.of(14), Vortex::plus);
        bar("vortex.nvi", 14, Vortex.of(14), Vortex::minus);
        bar("supertrend.superTrend", 10, SuperTrend.of(10, 3));
        SuperTrend trend = SuperTrend.of(10, 3);
        published.equal(bars.values(trend, trend::upper), "supertrend.upperBand", 10, DIGITS);
        trend.reset();
        published.equal(bars.values(trend, trend::lower), "supertrend.lowerBand", 10, DIGITS);
        bar("ichimoku.tenkanSen", 8, Ichimoku.of());
        bar("ichimoku.kijunSen", 25, Ichimoku.of(), Ichimoku::kijun);
        bar("ichimoku.senkouSpanA", 51, Ichimoku.of(), Ichimoku::spanA);
        bar("ichimoku.senkouSpanB", 77, Ichimoku.of(), Ichimoku::spanB);
    }

    @Test
    void volatility() {
        bar("tr.tr", 1, TrueRange.of());
        bar("atr-stop.atr", 21, Atr.of(21));
        bar("chop.chop", 14, Choppiness.of(14));
        bar("donchian.upperBand", 20, Donchian.ofPrevious(20), Donchian::upper);
        bar("donchian.lowerBand", 20, Donchian.ofPrevious(20), Donchian::lower);
        bar("donchian.centerline", 20, Donchian.ofPrevious(20));
        bar("donchian.width", 20, Donchian.ofPrevious(20), Donchian::width);
        line("stdev.stdDev", 13, StandardDeviation.population(14));
        line("stdev.mean", 13, StandardDeviation.population(14), StandardDeviation::mean);
        line("stdev.zScore", 13, ZScore.population(14));
        Keltner starc = Keltner.of(Source.CLOSE, Sma.of(5), Atr.of(10), 2);
        check("starc.upperBand", 10, starc, starc::upper);
        starc.reset();
        check("starc.lowerBand", 10, starc, starc::lower);
    }

    @Test
    void volume() {
        bar("adl.adl", 0, AccumulationDistribution.of());
        bar("mfi.mfi", 14, Mfi.of(14));
    }

    @Test
    void pivotsOfTheMonthBefore() {
        Months months = new Months();
        check("pivot-points.pp", 20, months, months.pivots::pivot);
        for (int level = 1; level <= 3; level++) {
            int at = level;
            Months again = new Months();
            check("pivot-points.r" + at, 20, again, () -> again.pivots.resistance(at));
            Months more = new Months();
            check("pivot-points.s" + at, 20, more, () -> more.pivots.support(at));
        }
    }

    @Test
    void noOtherColumnIsLeftOut() {
        averages();
        averagesWhoseChainsStartOtherwiseMeetThePublishedOnesLater();
        momentum();
        trend();
        volatility();
        volume();
        pivotsOfTheMonthBefore();
        assertThat(published.rest()).containsExactly(NOT_OURS.split(" "));
    }

    /** Gives the pivots each month once it is over. */
    private final class Months implements BarIndicator {
        private final Pivots pivots = Pivots.of(Pivots.Kind.STANDARD);
        private final java.util.List<String> dates = bars.text("date");
        private int row;
        private double open;
        private double high = Double.NEGATIVE_INFINITY;
        private double low = Double.POSITIVE_INFINITY;
        private double last;

        @Override
        public double update(double open, double high, double low, double close, double volume) {
            boolean isFirst =
                    row == 0 || !dates.get(row).startsWith(dates.get(row - 1).substring(0, 7));
            if (isFirst && row > 0) {
                pivots.update(this.open, this.high, this.low, last, 0);
            }
            this.open = isFirst ? open : this.open;
            this.high = isFirst ? high : Math.max(this.high, high);
            this.low = isFirst ? low : Math.min(this.low, low);
            last = close;
            row++;
            return value();
        }

        @Override
        public double value() {
            return pivots.value();
        }

        @Override
        public boolean isReady() {
            return pivots.isReady();
        }

        @Override
        public int warmUp() {
            return 1;
        }

        @Override
        public void reset() {
            pivots.reset();
        }
    }
}
