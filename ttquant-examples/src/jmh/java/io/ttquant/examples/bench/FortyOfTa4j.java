package io.ttquant.examples.bench;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import org.ta4j.core.BarSeries;
import org.ta4j.core.BaseBarSeriesBuilder;
import org.ta4j.core.Indicator;
import org.ta4j.core.indicators.ATRIndicator;
import org.ta4j.core.indicators.AwesomeOscillatorIndicator;
import org.ta4j.core.indicators.CCIIndicator;
import org.ta4j.core.indicators.CMOIndicator;
import org.ta4j.core.indicators.ChopIndicator;
import org.ta4j.core.indicators.DoubleEMAIndicator;
import org.ta4j.core.indicators.EMAIndicator;
import org.ta4j.core.indicators.HMAIndicator;
import org.ta4j.core.indicators.KAMAIndicator;
import org.ta4j.core.indicators.KSTIndicator;
import org.ta4j.core.indicators.MACDIndicator;
import org.ta4j.core.indicators.MMAIndicator;
import org.ta4j.core.indicators.PPOIndicator;
import org.ta4j.core.indicators.ROCIndicator;
import org.ta4j.core.indicators.RSIIndicator;
import org.ta4j.core.indicators.SMAIndicator;
import org.ta4j.core.indicators.StochasticOscillatorKIndicator;
import org.ta4j.core.indicators.StochasticRSIIndicator;
import org.ta4j.core.indicators.TripleEMAIndicator;
import org.ta4j.core.indicators.WMAIndicator;
import org.ta4j.core.indicators.WilliamsRIndicator;
import org.ta4j.core.indicators.ZLEMAIndicator;
import org.ta4j.core.indicators.adx.ADXIndicator;
import org.ta4j.core.indicators.aroon.AroonOscillatorIndicator;
import org.ta4j.core.indicators.bollinger.BollingerBandsMiddleIndicator;
import org.ta4j.core.indicators.donchian.DonchianChannelMiddleIndicator;
import org.ta4j.core.indicators.helpers.ClosePriceIndicator;
import org.ta4j.core.indicators.helpers.HighestValueIndicator;
import org.ta4j.core.indicators.helpers.LowestValueIndicator;
import org.ta4j.core.indicators.helpers.TRIndicator;
import org.ta4j.core.indicators.keltner.KeltnerChannelMiddleIndicator;
import org.ta4j.core.indicators.statistics.SimpleLinearRegressionIndicator;
import org.ta4j.core.indicators.statistics.StandardDeviationIndicator;
import org.ta4j.core.indicators.statistics.VarianceIndicator;
import org.ta4j.core.indicators.supertrend.SuperTrendIndicator;
import org.ta4j.core.indicators.volume.AccumulationDistributionIndicator;
import org.ta4j.core.indicators.volume.ChaikinMoneyFlowIndicator;
import org.ta4j.core.indicators.volume.ChaikinOscillatorIndicator;
import org.ta4j.core.indicators.volume.MoneyFlowIndexIndicator;
import org.ta4j.core.indicators.volume.OnBalanceVolumeIndicator;
import org.ta4j.core.indicators.volume.VWAPIndicator;
import org.ta4j.core.num.DoubleNum;
import org.ta4j.core.num.Num;

/**
 * The forty of {@link FortyIndicators} by ta4j, in the same order, with double numbers. Each is asked only once there are later bars, since the value at the
 * last bar is not kept and would be computed again; and the series drops old bars, since some indicators look through all that there are, and ten million do not
 * fit into the memory. Its parabolic SAR, which took milliseconds a bar, is not among the forty.
 */
final class FortyOfTa4j {
    static final int CHUNK = 100;

    /** A chunk, and more than the longest window before it. */
    static final int KEPT_BARS = 4 * CHUNK;

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final ZonedDateTime START =
            Instant.ofEpochSecond(1_700_000_000).atZone(ZoneOffset.UTC);

    private final BarSeries series =
            new BaseBarSeriesBuilder().withNumTypeOf(DoubleNum.class).build();
    private final ClosePriceIndicator close = new ClosePriceIndicator(series);
    private final List<Indicator<Num>> indicators = List.of(
            new SMAIndicator(close, 20),
            new EMAIndicator(close, 20),
            new MMAIndicator(close, 14),
            new WMAIndicator(close, 20),
            new DoubleEMAIndicator(close, 20),
            new TripleEMAIndicator(close, 20),
            new HMAIndicator(close, 16),
            new KAMAIndicator(close, 10, 2, 30),
            new ZLEMAIndicator(close, 20),
            new ROCIndicator(close, 10),
            new RSIIndicator(close, 14),
            new StochasticRSIIndicator(close, 14),
            new MACDIndicator(close, 12, 26),
            new PPOIndicator(close, 12, 26),
            new CMOIndicator(close, 14),
            new SimpleLinearRegressionIndicator(close, 14),
            new HighestValueIndicator(close, 20),
            new LowestValueIndicator(close, 20),
            new StandardDeviationIndicator(close, 20),
            new VarianceIndicator(close, 20),
            bollinger(),
            new KSTIndicator(close),
            new VWAPIndicator(series, 20),
            new StochasticOscillatorKIndicator(series, 14),
            new CCIIndicator(series, 20),
            new WilliamsRIndicator(series, 14),
            new AwesomeOscillatorIndicator(series),
            new ADXIndicator(series, 14),
            new AroonOscillatorIndicator(series, 25),
            new SuperTrendIndicator(series, 10, 3.0),
            new TRIndicator(series),
            new ATRIndicator(series, 14),
            keltner(),
            new DonchianChannelMiddleIndicator(series, 20),
            new ChopIndicator(series, 14, 100),
            new OnBalanceVolumeIndicator(series),
            new MoneyFlowIndexIndicator(series, 14),
            new ChaikinMoneyFlowIndicator(series, 20),
            new AccumulationDistributionIndicator(series),
            new ChaikinOscillatorIndicator(series, 3, 10));

    /** @param keptBars how many bars the series keeps, at least {@link #KEPT_BARS} */
    FortyOfTa4j(int keptBars) {
        series.setMaximumBarCount(keptBars);
    }

    /** Adds the bars from one to before another without asking an indicator. */
    void add(Prices prices, int from, int to) {
        for (int i = from; i < to; i++) {
            series.addBar(
                    MINUTE,
                    START.plusMinutes(i),
                    prices.open()[i],
                    prices.high()[i],
                    prices.low()[i],
                    prices.close()[i],
                    prices.volume()[i]);
        }
    }

    void update(Prices prices, int from, int to) {
        add(prices, from, to);
        for (int i = from; i < to; i++) {
            for (Indicator<Num> indicator : indicators) {
                indicator.getValue(i);
            }
        }
    }

    /** The values at the last bar. */
    double[] values() {
        return indicators.stream()
                .mapToDouble(
                        indicator -> indicator.getValue(series.getEndIndex()).doubleValue())
                .toArray();
    }

    String name(int indicator) {
        return indicators.get(indicator).getClass().getSimpleName();
    }

    private Indicator<Num> bollinger() {
        return new BollingerBandsMiddleIndicator(new SMAIndicator(close, 20));
    }

    private Indicator<Num> keltner() {
        return new KeltnerChannelMiddleIndicator(series, 20);
    }
}
