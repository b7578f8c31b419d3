package io.ttquant.examples;

import io.ttquant.core.config.StrategyCatalogue;
import io.ttquant.core.config.StrategyType;
import io.ttquant.examples.emacross.EmaCross;
import io.ttquant.examples.grid.Grid;
import io.ttquant.examples.momentum.Momentum;

/** The strategies that a file such as {@code strategies.toml} can name by their short names. */
public final class ExampleStrategies {
    private ExampleStrategies() {}

    /** {@code grid}, {@code ema_cross} (also called {@code ma_cross}) and {@code momentum}. */
    public static StrategyCatalogue catalogue() {
        return StrategyCatalogue.of(
                StrategyType.of("grid", Grid.Params.class, Grid::new),
                StrategyType.of("ema_cross", EmaCross.Params.class, EmaCross::new)
                        .withAliases("ma_cross"),
                StrategyType.of("momentum", Momentum.Params.class, Momentum::new));
    }
}
