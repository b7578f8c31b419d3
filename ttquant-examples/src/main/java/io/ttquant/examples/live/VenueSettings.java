package io.ttquant.examples.live;

import io.ttquant.api.exchange.ExchangeConfig;
import io.ttquant.core.config.RunConfiguration;
import io.ttquant.core.config.StrategyCatalogue;
import java.nio.file.Path;
import java.util.Map;

/** How a venue is reached for market data: by the section {@code [exchange.NAME]} of a configuration, if one is named. */
final class VenueSettings {
    /** The option that names it. */
    static final String OPTION = "--config";

    private VenueSettings() {}

    /** @throws io.ttquant.core.config.ConfigurationException if the configuration cannot be used */
    static ExchangeConfig of(Options options, String venue, StrategyCatalogue catalogue) {
        return options.value(OPTION)
                .map(file -> new ExchangeConfig(RunConfiguration.read(Path.of(file), catalogue)
                        .exchange(venue)
                        .settings()))
                .orElseGet(() -> new ExchangeConfig(Map.of()));
    }
}
