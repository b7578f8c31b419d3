package io.ttquant.core.config;

import io.ttquant.api.market.InstrumentId;
import io.ttquant.api.strategy.Strategy;
import io.ttquant.core.risk.RiskLimits;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A strategy as a file describes it.
 *
 * @param id its name, unique in the file
 * @param type the name of its type as the file has it
 * @param enabled whether it is to run
 * @param instruments the instruments among its parameters, in their order
 * @param parameters its parameters
 * @param described its parameters as text by key, for the report
 * @param factory makes a new strategy of such parameters
 * @param risk its own risk limits; empty if it has those of every strategy
 */
public record ConfiguredStrategy(
        String id,
        String type,
        boolean enabled,
        List<InstrumentId> instruments,
        Record parameters,
        Map<String, String> described,
        Function<Record, Strategy> factory,
        Optional<RiskLimits> risk) {
    /** A new strategy with these parameters; strategies have state, so each run needs its own. */
    public Strategy create() {
        return factory.apply(parameters);
    }

    /** The same strategy on another instrument, which takes the place of every one that its parameters name. */
    public ConfiguredStrategy on(InstrumentId other) {
        Record moved = InstrumentSwap.in(parameters, other);
        return new ConfiguredStrategy(
                id,
                type,
                enabled,
                instruments.isEmpty() ? List.of() : List.of(other),
                moved,
                ParameterText.describe(moved),
                factory,
                risk);
    }
}
