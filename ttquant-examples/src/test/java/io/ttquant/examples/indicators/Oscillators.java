package io.ttquant.examples.indicators;

import io.ttquant.api.indicator.Apo;
import io.ttquant.api.indicator.AwesomeOscillator;
import io.ttquant.api.indicator.Cci;
import io.ttquant.api.indicator.Cmo;
import io.ttquant.api.indicator.Fisher;
import io.ttquant.api.indicator.Kst;
import io.ttquant.api.indicator.Macd;
import io.ttquant.api.indicator.Momentum;
import io.ttquant.api.indicator.Ppo;
import io.ttquant.api.indicator.Roc;
import io.ttquant.api.indicator.Rsi;
import io.ttquant.api.indicator.Stochastic;
import io.ttquant.api.indicator.StochasticRsi;
import io.ttquant.api.indicator.Trix;
import io.ttquant.api.indicator.Tsi;
import io.ttquant.api.indicator.UltimateOscillator;
import io.ttquant.api.indicator.WilliamsR;
import java.util.List;

/** Pictures of momentum. */
final class Oscillators {
    private Oscillators() {}

    static List<Picture> pictures() {
        return List.of(
                Picture.below("Momentum.of(10)", Momentum.of(10)),
                Picture.below("Roc.of(10)", Roc.of(10)),
                Picture.below("Rsi.of(14)", Rsi.of(14)).levels("30", "50", "70"),
                stochastic(),
                stochasticRsi(),
                macd(),
                ppo(),
                Picture.below("Apo.of(12, 26)", Apo.of(12, 26)),
                Picture.below("Trix.of(15)", Trix.of(15)),
                Picture.below("Cci.of(20)", Cci.of(20)).levels("-100", "0", "100"),
                Picture.below("Cmo.of(14)", Cmo.of(14)).levels("-50", "0", "50"),
                Picture.below("WilliamsR.of(14)", WilliamsR.of(14)).levels("-80", "-20"),
                Picture.below("UltimateOscillator.of(7, 14, 28)", UltimateOscillator.of(7, 14, 28))
                        .levels("30", "50", "70"),
                awesome(),
                Picture.below("Tsi.of(25, 13)", Tsi.of(25, 13)),
                kst(),
                fisher());
    }

    private static Picture stochastic() {
        Stochastic stochastic = Stochastic.of(14, 3, 3);
        return Picture.of("Stochastic.of(14, 3, 3)", stochastic)
                .below("k", stochastic::k)
                .below("d", stochastic::d)
                .levels("20", "80");
    }

    private static Picture stochasticRsi() {
        StochasticRsi index = StochasticRsi.of(14, 14, 3, 3);
        return Picture.below("StochasticRsi.of(14, 14, 3, 3)", index)
                .below("signal", index::signal)
                .levels("20", "80");
    }

    private static Picture macd() {
        Macd macd = Macd.of(12, 26, 9);
        return Picture.below("Macd.of(12, 26, 9)", macd)
                .below("signal", macd::signal)
                .below("histogram", Series.Style.COLUMNS, macd::histogram);
    }

    private static Picture ppo() {
        Ppo ppo = Ppo.of(12, 26, 9);
        return Picture.below("Ppo.of(12, 26, 9)", ppo)
                .below("signal", ppo::signal)
                .below("histogram", Series.Style.COLUMNS, ppo::histogram);
    }

    private static Picture awesome() {
        AwesomeOscillator awesome = AwesomeOscillator.of();
        return Picture.of("AwesomeOscillator.of()", awesome).below("value", Series.Style.COLUMNS, awesome::value);
    }

    private static Picture kst() {
        Kst kst = Kst.of();
        return Picture.below("Kst.of()", kst).below("signal", kst::signal);
    }

    private static Picture fisher() {
        Fisher fisher = Fisher.of(10);
        return Picture.below("Fisher.of(10)", fisher).below("trigger", fisher::trigger);
    }
}
