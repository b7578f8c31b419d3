package io.ttquant.examples.job;

import io.ttquant.api.market.Instrument;
import io.ttquant.api.market.InstrumentId;
import io.ttquant.api.money.Money;
import io.ttquant.core.config.ConfiguredStrategy;
import io.ttquant.core.config.RunConfiguration;
import java.util.ArrayList;
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
                            + names(held)
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

    /** What is otherwise than the configuration says, because the data is about something else. */
    static List<String> moves(RunConfiguration configuration, List<ConfiguredStrategy> moved, List<Money> cash) {
        List<String> moves = new ArrayList<>();
        List<ConfiguredStrategy> configured = configuration.enabledStrategies();
        for (int i = 0; i < moved.size(); i++) {
            List<InstrumentId> wanted = configured.get(i).instruments();
            List<InstrumentId> given = moved.get(i).instruments();
            if (!given.equals(wanted)) {
                moves.add(moved.get(i).id() + " runs on " + names(given) + ": the data holds no " + names(wanted)
                        + ". A file of your own, given with --config, names your instruments.");
            }
        }
        if (!cash.equals(configuration.cash())) {
            moves.add("The run starts with " + cash.get(0) + ", since nothing in the data is bought with "
                    + configuration.cash().get(0).currency() + ".");
        }
        return moves;
    }

    private static String names(List<InstrumentId> ids) {
        return ids.stream().map(InstrumentId::toString).collect(Collectors.joining(", "));
    }

    private static List<InstrumentId> ids(List<Instrument> instruments) {
        return instruments.stream().map(Instrument::id).toList();
    }
}
