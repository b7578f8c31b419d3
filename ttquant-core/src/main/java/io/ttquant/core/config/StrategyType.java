package io.ttquant.core.config;

import io.ttquant.api.strategy.Strategy;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * A kind of strategy that a file can name.
 *
 * @param name its name in a file, such as {@code ema_cross}
 * @param aliases other names, such as {@code ma_cross}
 * @param parameters the record of its parameters
 * @param factory makes a strategy of its parameters
 * @param <P> the record of its parameters
 */
public record StrategyType<P extends Record>(
        String name, List<String> aliases, Class<P> parameters, Function<? super P, ? extends Strategy> factory) {
    /** Keys of a strategy's table that are not its parameters. */
    static final Set<String> RESERVED = Set.of("id", "name", "type", "enabled", "exchange", "parameters", "risk");

    /**
     * Checks that the parameters can be read.
     *
     * @throws IllegalArgumentException if the record cannot be reached, or has a component with a name that the table itself uses
     */
    public StrategyType {
        aliases = List.copyOf(aliases);
        for (Parameter parameter : RecordShape.of(parameters).parameters()) {
            Set<String> taken = new LinkedHashSet<>(parameter.factors().keySet());
            taken.retainAll(RESERVED);
            if (!taken.isEmpty()) {
                throw new IllegalArgumentException(parameters.getName() + " has a parameter named " + taken
                        + ", which a strategy's table uses itself; rename it");
            }
        }
    }

    /** A kind of strategy: {@code StrategyType.of("grid", Grid.Params.class, Grid::new)}. */
    public static <P extends Record> StrategyType<P> of(
            String name, Class<P> parameters, Function<? super P, ? extends Strategy> factory) {
        return new StrategyType<>(name, List.of(), parameters, factory);
    }

    /** The same with other names besides its own. */
    public StrategyType<P> withAliases(String... names) {
        return new StrategyType<>(name, List.of(names), parameters, factory);
    }
}
