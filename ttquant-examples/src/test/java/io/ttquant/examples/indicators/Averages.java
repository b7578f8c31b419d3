package io.ttquant.examples.indicators;

import io.ttquant.api.indicator.Alma;
import io.ttquant.api.indicator.Dema;
import io.ttquant.api.indicator.Ema;
import io.ttquant.api.indicator.Hma;
import io.ttquant.api.indicator.Kama;
import io.ttquant.api.indicator.Sma;
import io.ttquant.api.indicator.T3;
import io.ttquant.api.indicator.Tema;
import io.ttquant.api.indicator.Trima;
import io.ttquant.api.indicator.Vwap;
import io.ttquant.api.indicator.Vwma;
import io.ttquant.api.indicator.Wma;
import io.ttquant.api.indicator.Zlema;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;

/** Pictures of averages. */
final class Averages {
    private Averages() {}

    static List<Picture> pictures() {
        return List.of(
                Picture.over("Sma.of(20)", Sma.of(20)),
                ema(),
                Picture.over("Wma.of(20)", Wma.of(20)),
                Picture.over("Dema.of(20)", Dema.of(20)),
                Picture.over("Tema.of(20)", Tema.of(20)),
                Picture.over("Trima.of(20)", Trima.of(20)),
                Picture.over("Hma.of(16)", Hma.of(16)),
                kama(),
                Picture.over("Alma.of(9, 0.85, 6)", Alma.of(9, 0.85, 6)),
                Picture.over("T3.of(5, 0.7)", T3.of(5, 0.7)),
                Picture.over("Zlema.of(20)", Zlema.of(20)),
                vwma(),
                vwap());
    }

    private static Picture ema() {
        Ema ema = Ema.of(20);
        Ema wilder = Ema.wilder(20);
        return Picture.of("Ema.of(20)", ema)
                .beside(wilder)
                .over("value", ema::value)
                .over("Ema.wilder(20)", wilder::value);
    }

    private static Picture kama() {
        Kama kama = Kama.of(10, 2, 30);
        return Picture.over("Kama.of(10, 2, 30)", kama).below("efficiencyRatio", kama::efficiencyRatio);
    }

    private static Picture vwma() {
        Vwma vwma = Vwma.of(20);
        return Picture.of("Vwma.of(20)", vwma).over("value", vwma::value);
    }

    private static Picture vwap() {
        Vwap anchored = Vwap.anchored();
        Vwap session = Vwap.session(LocalTime.MIDNIGHT, ZoneOffset.UTC);
        Vwma rolling = Vwap.rolling(20);
        return Picture.of("Vwap.anchored()", anchored)
                .atStart(anchored::anchor)
                .beside(session)
                .beside(rolling)
                .over("value", anchored::value)
                .over("Vwap.session(…)", session::value)
                .over("Vwap.rolling(20)", rolling::value);
    }
}
