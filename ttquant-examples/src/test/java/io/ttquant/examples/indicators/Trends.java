package io.ttquant.examples.indicators;

import io.ttquant.api.indicator.Adx;
import io.ttquant.api.indicator.Aroon;
import io.ttquant.api.indicator.HeikinAshi;
import io.ttquant.api.indicator.Highest;
import io.ttquant.api.indicator.Ichimoku;
import io.ttquant.api.indicator.LinearRegression;
import io.ttquant.api.indicator.Lowest;
import io.ttquant.api.indicator.ParabolicSar;
import io.ttquant.api.indicator.Pivots;
import io.ttquant.api.indicator.Renko;
import io.ttquant.api.indicator.SuperTrend;
import io.ttquant.api.indicator.Vortex;
import java.util.List;

/** Pictures of trend. */
final class Trends {
    private Trends() {}

    static List<Picture> pictures() {
        return List.of(
                adx(),
                aroon(),
                vortex(),
                sar(),
                superTrend(),
                ichimoku(),
                regression(),
                heikinAshi(),
                Picture.of("Renko.of(1)", Renko.of(1)).value(Series.Style.LEVEL),
                highest(),
                lowest(),
                pivots());
    }

    private static Picture adx() {
        Adx adx = Adx.of(14);
        return Picture.below("Adx.of(14)", adx).below("plusDi", adx::plusDi).below("minusDi", adx::minusDi);
    }

    private static Picture aroon() {
        Aroon aroon = Aroon.of(25);
        return Picture.below("Aroon.of(25)", aroon)
                .below("up", aroon::up)
                .below("down", aroon::down)
                .levels("-100", "0", "100");
    }

    private static Picture vortex() {
        Vortex vortex = Vortex.of(14);
        return Picture.of("Vortex.of(14)", vortex).below("plus", vortex::plus).below("minus", vortex::minus);
    }

    private static Picture sar() {
        ParabolicSar sar = ParabolicSar.of();
        return Picture.of("ParabolicSar.of()", sar).value(Series.Style.DOTS);
    }

    private static Picture superTrend() {
        SuperTrend trend = SuperTrend.of(10, 3);
        return Picture.of("SuperTrend.of(10, 3)", trend)
                .over("value, isUp", () -> trend.isUp() ? trend.value() : Double.NaN)
                .over("value, not isUp", () -> trend.isUp() ? Double.NaN : trend.value());
    }

    private static Picture ichimoku() {
        Ichimoku ichimoku = Ichimoku.of();
        return Picture.of("Ichimoku.of()", ichimoku)
                .over("tenkan", ichimoku::tenkan)
                .over("kijun", ichimoku::kijun)
                .over("spanA", ichimoku::spanA)
                .over("spanB", ichimoku::spanB);
    }

    private static Picture regression() {
        LinearRegression line = LinearRegression.of(14);
        return Picture.over("LinearRegression.of(14)", line).below("r2", line::r2);
    }

    private static Picture heikinAshi() {
        HeikinAshi bars = HeikinAshi.of();
        return Picture.of("HeikinAshi.of()", bars)
                .over("close", bars::close)
                .below("close − open", Series.Style.COLUMNS, () -> bars.close() - bars.open());
    }

    private static Picture highest() {
        Highest highest = Highest.of(20);
        return Picture.over("Highest.of(20)", highest).below("age", highest::age);
    }

    private static Picture lowest() {
        Lowest lowest = Lowest.of(20);
        return Picture.over("Lowest.of(20)", lowest).below("age", lowest::age);
    }

    private static Picture pivots() {
        Pivots pivots = Pivots.of(Pivots.Kind.STANDARD);
        return Picture.of("Pivots.of(Pivots.Kind.STANDARD)", pivots, Feed.ofDays(pivots))
                .over("pivot", Series.Style.LEVEL, pivots::pivot)
                .over("resistance(1)", Series.Style.LEVEL, () -> pivots.resistance(1))
                .over("support(1)", Series.Style.LEVEL, () -> pivots.support(1));
    }
}
