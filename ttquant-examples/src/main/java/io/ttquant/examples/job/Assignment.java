package io.ttquant.examples.job;

import io.ttquant.api.market.Instrument;
import io.ttquant.api.market.InstrumentId;
import io.ttquant.core.config.ConfiguredStrategy;
import io.ttquant.core.config.RunConfiguration;
import java.util.List;
import java.util.stream.Collectors;

/** Which strategy runs on which instrument of the data. */
final class Assignment {
    private Assignment() {}

    /**
     * Every enabled strategy on the instruments that it names.
     *
     * @throws UsageException if one of them is not in the data
     */
    static List<ConfiguredStrategy> asConfigured(RunConfiguration configuration, List<Instrument> available) {
        List<InstrumentId> held = ids(available);
        for (ConfiguredStrategy strategy : configuration.enabledStrategies()) {
            for (InstrumentId wanted : strategy.instruments()) {
                if (!held.contains(wanted)) {
                    throw new UsageException("strategy " + strategy.id() + " of " + configuration.source() + " trades "
                            + wanted + ", but the data holds "
                            + held.stream().map(InstrumentId::toString).collect(Collectors.joining(", "))
                            + "; add data of it, name another instrument, or set enabled = false");
                }
            }
        }
        return configuration.enabledStrategies();
    }

    /** Every enabled strategy, on its own instruments where the data has them, otherwise on the first that it has. */
    static List<ConfiguredStrategy> onAnyData(RunConfiguration configuration, List<Instrument> available) {
        List<InstrumentId> held = ids(available);
        return configuration.enabledStrategies().stream()
                .map(strategy -> held.containsAll(strategy.instruments()) ? strategy : strategy.on(held.get(0)))
                .toList();
    }

    private static List<InstrumentId> ids(List<Instrument> instruments) {
        return instruments.stream().map(Instrument::id).toList();
    }
}
