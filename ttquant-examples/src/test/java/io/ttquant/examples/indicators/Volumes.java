package io.ttquant.examples.indicators;

import io.ttquant.api.indicator.AccumulationDistribution;
import io.ttquant.api.indicator.ChaikinOscillator;
import io.ttquant.api.indicator.Cmf;
import io.ttquant.api.indicator.EaseOfMovement;
import io.ttquant.api.indicator.ForceIndex;
import io.ttquant.api.indicator.Mfi;
import io.ttquant.api.indicator.Obv;
import io.ttquant.api.indicator.WilliamsAd;
import java.util.List;

/** Pictures of volume. */
final class Volumes {
    private Volumes() {}

    static List<Picture> pictures() {
        return List.of(
                Picture.below("Obv.of()", Obv.of()),
                Picture.below("Mfi.of(14)", Mfi.of(14)).levels("20", "80"),
                Picture.below("Cmf.of(20)", Cmf.of(20)),
                Picture.below("AccumulationDistribution.of()", AccumulationDistribution.of()),
                Picture.below("WilliamsAd.of()", WilliamsAd.of()),
                Picture.below("ChaikinOscillator.of(3, 10)", ChaikinOscillator.of(3, 10)),
                Picture.below("ForceIndex.of(13)", ForceIndex.of(13)),
                Picture.below("EaseOfMovement.of(14, 10_000)", EaseOfMovement.of(14, 10_000)));
    }
}
