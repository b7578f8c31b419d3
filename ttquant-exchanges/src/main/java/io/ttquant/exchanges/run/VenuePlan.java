package io.ttquant.exchanges.run;

import io.ttquant.api.market.InstrumentId;
import io.ttquant.core.config.ConfiguredStrategy;
import io.ttquant.core.config.ExchangeSettings;
import io.ttquant.core.config.RunConfiguration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What runs at one venue, on one engine with one account.
 *
 * @param venue id of the provider
 * @param exchange how it is reached
 * @param strategies those that trade there, in the order of the file
 */
public record VenuePlan(String venue, ExchangeSettings exchange, List<ConfiguredStrategy> strategies) {
    /** Copies the list. */
    public VenuePlan {
        strategies = List.copyOf(strategies);
    }

    /**
     * The plans of a configuration, a venue each, in the order of the file.
     *
     * @throws RunRefusedException if a strategy names no instrument, or instruments of several venues
     */
    public static List<VenuePlan> of(RunConfiguration configuration) {
        Map<String, List<ConfiguredStrategy>> byVenue = new LinkedHashMap<>();
        for (ConfiguredStrategy strategy : configuration.enabledStrategies()) {
            byVenue.computeIfAbsent(venueOf(strategy), venue -> new ArrayList<>())
                    .add(strategy);
        }
        List<VenuePlan> plans = new ArrayList<>();
        byVenue.forEach(
                (venue, strategies) -> plans.add(new VenuePlan(venue, configuration.exchange(venue), strategies)));
        return plans;
    }

    private static String venueOf(ConfiguredStrategy strategy) {
        List<String> venues = strategy.instruments().stream()
                .map(InstrumentId::venue)
                .distinct()
                .toList();
        if (venues.isEmpty()) {
            throw new RunRefusedException(
                    "strategy " + strategy.id()
                            + " names no instrument, so that it is not known where it trades; give it a parameter of type InstrumentId");
        }
        if (venues.size() > 1) {
            throw new RunRefusedException("strategy " + strategy.id() + " trades at " + String.join(" and ", venues)
                    + "; an engine has one venue, so split it into a strategy for each");
        }
        return venues.get(0);
    }

    /** The venue, with its environment behind it if that is not the one of real money: what a demo lost is nothing to the account of real money. */
    public String place(String environment) {
        String where = environment.toLowerCase(Locale.ROOT);
        return where.equals("live") ? venue : venue + "-" + where;
    }

    /** The instruments that its strategies trade, without repetition. */
    public List<InstrumentId> instruments() {
        return strategies.stream()
                .flatMap(strategy -> strategy.instruments().stream())
                .distinct()
                .toList();
    }
}
