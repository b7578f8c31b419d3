package io.ttquant.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ttquant.api.indicator.Atr;
import io.ttquant.api.indicator.Bollinger;
import io.ttquant.api.indicator.Cci;
import io.ttquant.api.indicator.Cmf;
import io.ttquant.api.indicator.Donchian;
import io.ttquant.api.indicator.Ema;
import io.ttquant.api.indicator.Hma;
import io.ttquant.api.indicator.Keltner;
import io.ttquant.api.indicator.LineIndicator;
import io.ttquant.api.indicator.Macd;
import io.ttquant.api.indicator.Mfi;
import io.ttquant.api.indicator.Rsi;
import io.ttquant.api.indicator.Sma;
import io.ttquant.api.indicator.Smoothing;
import io.ttquant.api.indicator.Source;
import io.ttquant.api.indicator.Stochastic;
import io.ttquant.api.indicator.SuperTrend;
import io.ttquant.api.indicator.TrueRange;
import io.ttquant.api.indicator.Vwma;
import io.ttquant.api.indicator.WilliamsR;
import io.ttquant.api.indicator.Zlema;
import org.junit.jupiter.api.Test;

/** The series that Lean publishes, from many makers, and the sheets of ta4j: as far as they are printed. */
class PublishedSeriesTest {
    /** Digits of the makers that print seven of them. */
    private static final int SEVEN = 6;

    /** Where their prices had more decimals than the sheet has: of a scale of hundred. */
    private static final double FINER = 0.002;

    private static IndicatorSheet lean(String name) {
        return IndicatorSheet.read("reference/lean_indicator_" + name + ".csv");
    }

    @Test
    void averageTrueRange() {
        IndicatorSheet sheet = lean("atr14-wilder");
        Atr atr = Atr.fromFirstBar(14, Smoothing.WILDER);
        sheet.equal(sheet.values(atr, atr::value), "average_true_range_14", 0, SEVEN);
    }

    @Test
    void bollinger() {
        IndicatorSheet sheet = lean("bollinger-20-2");
        Bollinger bands = Bollinger.of(20, 2);
        sheet.equal(sheet.values(bands, bands::middle), "moving_average_20", 0, SEVEN);
        bands.reset();
        sheet.equal(sheet.values(bands, bands::upper), "bollinger_bands_20_2_top", 0, SEVEN);
        bands.reset();
        sheet.equal(sheet.values(bands, bands::lower), "bollinger_bands_20_2_bottom", 0, SEVEN);
        bands.reset();
        sheet.equal(sheet.values(bands, () -> 100 * bands.width()), "bandwidth", 0, 4);
        bands.reset();
        sheet.equal(sheet.values(bands, bands::percentB), "%b", 0, 4);
    }

    /** As the index of the shared data says it: the deviation of the population, to a thousandth. */
    @Test
    void bollingerKeepsToTheStatedToleranceAndThatOfASampleDoesNot() {
        assertThat(SharedData.lines("INDEX.md"))
                .anyMatch(
                        line -> line.contains("bollinger-20-2.csv") && line.contains("population std; tolerance 1e-3"));
        IndicatorSheet sheet = lean("bollinger-20-2");
        Bollinger bands = Bollinger.of(20, 2);
        sheet.near(sheet.values(bands, bands::upper), "bollinger_bands_20_2_top", 1e-3);
        bands.reset();
        sheet.near(sheet.values(bands, bands::lower), "bollinger_bands_20_2_bottom", 1e-3);
        bands.reset();
        sheet.near(sheet.values(bands, bands::middle), "moving_average_20", 1e-3);

        Bollinger sample = Bollinger.sample(20, 2);
        assertThatThrownBy(() -> sheet.near(sheet.values(sample, sample::upper), "bollinger_bands_20_2_top", 1e-3))
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void commodityChannelIndex() {
        IndicatorSheet sheet = lean("cci14");
        Cci cci = Cci.of(14);
        sheet.near(sheet.values(cci, cci::value), "commodity_channel_index_(cci)_14", 3 * FINER);
    }

    @Test
    void chaikinMoneyFlow() {
        IndicatorSheet sheet = lean("cmf20");
        // The last row is a day that its maker had not seen whole.
        Cmf cmf = Cmf.of(20);
        sheet.equal(sheet.values(cmf, cmf::value), "cmf_20", 19, 298, 13);
    }

    @Test
    void donchian() {
        IndicatorSheet sheet = lean("donchian50");
        Donchian channel = Donchian.of(50);
        sheet.equal(sheet.values(channel, channel::upper), "donchian_channels_50_top", 49, SEVEN);
        channel.reset();
        sheet.equal(sheet.values(channel, channel::lower), "donchian_channels_50_bottom", 49, SEVEN);
        channel.reset();
        sheet.equal(sheet.values(channel, channel::middle), "donchian_channels_50_mean", 49, SEVEN);
    }

    @Test
    void averages() {
        IndicatorSheet ema = lean("ema14");
        Ema average = Ema.of(14);
        ema.equal(ema.values(average, average::value), "ema14", 0, SEVEN);
        IndicatorSheet hull = lean("hma16");
        Hma hma = Hma.of(16);
        hull.equal(hull.values(hma, hma::value), "hma_16", 0, SEVEN);
    }

    @Test
    void zeroLag() {
        IndicatorSheet sheet = lean("zlema5");
        Zlema zlema = Zlema.of(5);
        sheet.equal(sheet.values(zlema, zlema::value), "zlema5", 0, SEVEN);
    }

    @Test
    void keltner() {
        IndicatorSheet sheet = lean("keltner-20-1.5");
        Keltner channel = Keltner.of(Source.HLC3, Sma.of(20), Atr.of(20, Smoothing.SIMPLE), 1.5);
        sheet.equal(sheet.values(channel, channel::middle), "middle_band", 20, SEVEN);
        channel.reset();
        sheet.equal(sheet.values(channel, channel::upper), "keltner_channels_20_top", 20, SEVEN);
        channel.reset();
        sheet.equal(sheet.values(channel, channel::lower), "keltner_channels_20_bottom", 20, SEVEN);
    }

    @Test
    void macd() {
        IndicatorSheet sheet = lean("macd-12-26-9");
        Macd macd = Macd.of(12, 26, 9);
        sheet.equal(sheet.values(macd, macd::value), "macd", 0, SEVEN);
        macd.reset();
        sheet.equal(sheet.values(macd, macd::signal), "signal", 0, SEVEN);
        macd.reset();
        sheet.equal(sheet.values(macd, macd::histogram), "histogram", 0, SEVEN);
    }

    @Test
    void volumes() {
        IndicatorSheet flow = lean("mfi20");
        Mfi mfi = Mfi.of(20);
        flow.equal(flow.values(mfi, mfi::value), "money_flow_index_20", 0, SEVEN);
        IndicatorSheet rolling = lean("rolling-vwap50");
        Vwma vwap = Vwma.of(50, Source.OHLC4);
        rolling.equal(rolling.values(vwap, vwap::value), "moving_vwap_50", 0, SEVEN);
    }

    @Test
    void closesOfAnIndex() {
        IndicatorSheet sheet = lean("sma14-ema14-macd-rsi-obv");
        Sma sma = Sma.of(14);
        sheet.equal(sheet.values(sma, sma::value), "sma14", 0, SEVEN);
        Ema ema = Ema.of(14);
        sheet.equal(sheet.values(ema, ema::value), "ema14", 0, SEVEN);
        Macd macd = Macd.of(12, 26, 9);
        sheet.near(sheet.values(macd, macd::value), "macd_12_26", FINER);
        Rsi simple = Rsi.of(14, Smoothing.SIMPLE);
        sheet.near(sheet.values(simple, simple::value), "rsi_14", FINER);
        Rsi wilder = Rsi.of(14);
        sheet.near(sheet.values(wilder, wilder::value), "rsi_14_wilder", FINER);
    }

    @Test
    void stochastic() {
        IndicatorSheet sheet = lean("stochastic-12-3-5");
        Stochastic stochastic = Stochastic.of(12, 3, 5);
        sheet.near(sheet.values(stochastic, stochastic::k), "stochastics_12_%k_3", FINER);
        stochastic.reset();
        sheet.near(sheet.values(stochastic, stochastic::d), "%d_5", FINER);
    }

    @Test
    void superTrend() {
        IndicatorSheet sheet = lean("supertrend-10-3");
        SuperTrend trend = SuperTrend.of(Atr.fromFirstBar(10, Smoothing.WILDER), 3);
        sheet.equal(sheet.values(trend, trend::value), "super", 9, SEVEN);
    }

    @Test
    void williamsR() {
        IndicatorSheet sheet = lean("williams-r14");
        WilliamsR williams = WilliamsR.of(14);
        sheet.near(sheet.values(williams, williams::value), "williams_%r_14", FINER);
    }

    @Test
    void sheetsOfGold() {
        IndicatorSheet sheet = IndicatorSheet.read("reference/ta4j_gold-weekly_averages-rsi-atr.csv");
        line(sheet, Sma.of(13), "sma_13", 12);
        line(sheet, Ema.seededByFirst(13), "ema_13", 12);
        line(sheet, Ema.wilderSeededByFirst(13), "wilder_ma_13", 12);
        line(sheet, Rsi.fromFirst(13, Smoothing.WILDER_SEEDED_BY_FIRST), "rsi_13", 12);
        TrueRange range = TrueRange.fromFirstBar();
        sheet.equal(sheet.values(range, range::value), "true_range", 0, 11);
        Atr atr = Atr.fromFirstBar(13, Smoothing.WILDER_SEEDED_BY_FIRST);
        sheet.equal(sheet.values(atr, atr::value), "atr_13_wilder", 12, 11);
    }

    private static void line(IndicatorSheet sheet, LineIndicator indicator, String column, int from) {
        sheet.equal(sheet.values(indicator, indicator::value), column, from, 11);
    }
}
