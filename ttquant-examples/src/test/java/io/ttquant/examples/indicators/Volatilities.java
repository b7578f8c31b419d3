package io.ttquant.examples.indicators;

import io.ttquant.api.indicator.Atr;
import io.ttquant.api.indicator.Bollinger;
import io.ttquant.api.indicator.Choppiness;
import io.ttquant.api.indicator.Donchian;
import io.ttquant.api.indicator.Drawdown;
import io.ttquant.api.indicator.Keltner;
import io.ttquant.api.indicator.Natr;
import io.ttquant.api.indicator.TrueRange;
import java.util.List;

/** Pictures of volatility. */
final class Volatilities {
    private Volatilities() {}

    static List<Picture> pictures() {
        return List.of(
                Picture.below("TrueRange.of()", TrueRange.of()),
                Picture.below("Atr.of(14)", Atr.of(14)),
                Picture.below("Natr.of(14)", Natr.of(14)),
                bollinger(),
                keltner(),
                donchian(),
                Picture.below("Choppiness.of(14)", Choppiness.of(14)).levels("38.2", "61.8"),
                drawdown());
    }

    private static Picture bollinger() {
        Bollinger bands = Bollinger.of(20, 2);
        return Picture.of("Bollinger.of(20, 2)", bands)
                .over("upper", bands::upper)
                .over("middle", bands::middle)
                .over("lower", bands::lower)
                .below("percentB", bands::percentB)
                .levels("0", "1");
    }

    private static Picture keltner() {
        Keltner channel = Keltner.of(20, 10, 2);
        return Picture.of("Keltner.of(20, 10, 2)", channel)
                .over("upper", channel::upper)
                .over("middle", channel::middle)
                .over("lower", channel::lower);
    }

    private static Picture donchian() {
        Donchian channel = Donchian.of(20);
        return Picture.of("Donchian.of(20)", channel)
                .over("upper", channel::upper)
                .over("middle", channel::middle)
                .over("lower", channel::lower);
    }

    private static Picture drawdown() {
        Drawdown drawdown = Drawdown.of();
        return Picture.of("Drawdown.of()", drawdown)
                .atStart(drawdown::reset)
                .over("peak", drawdown::peak)
                .below("value", drawdown::value)
                .below("deepest", drawdown::deepest);
    }
}
