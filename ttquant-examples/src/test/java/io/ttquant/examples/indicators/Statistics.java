package io.ttquant.examples.indicators;

import io.ttquant.api.indicator.Beta;
import io.ttquant.api.indicator.Correlation;
import io.ttquant.api.indicator.Hurst;
import io.ttquant.api.indicator.PercentileRank;
import io.ttquant.api.indicator.StandardDeviation;
import io.ttquant.api.indicator.Variance;
import io.ttquant.api.indicator.ZScore;
import java.util.List;

/** Pictures of statistics. */
final class Statistics {
    private Statistics() {}

    static List<Picture> pictures() {
        Hurst hurst = Hurst.of(128);
        return List.of(
                Picture.below("StandardDeviation.population(20)", StandardDeviation.population(20)),
                Picture.below("Variance.population(20)", Variance.population(20)),
                Picture.below("ZScore.population(20)", ZScore.population(20)).levels("-2", "0", "2"),
                Picture.below("PercentileRank.of(50)", PercentileRank.of(50)).levels("0", "50", "100"),
                Picture.below("Correlation.of(30)", Correlation.of(30)).ofTwoMarkets(),
                Picture.below("Beta.of(30)", Beta.of(30)).ofTwoMarkets(),
                Picture.of("Hurst.of(128)", hurst, Feed.ofReturns(hurst))
                        .below("value", hurst::value)
                        .levels("0.5"));
    }
}
