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

    /**
     * The settings of a venue; the password of a proxy is taken from the environment or {@code .env}.
     *
     * @throws io.ttquant.core.config.ConfigurationException if the configuration cannot be used
     * @throws io.ttquant.exchanges.run.RunRefusedException if a proxy has a user and no password
     */
    static ExchangeConfig of(Options options, String venue, StrategyCatalogue catalogue) {
        return options.value(OPTION)
                .map(file -> RunConfiguration.read(Path.of(file), catalogue).exchange(venue))
                .map(exchange ->
                        new ExchangeConfig(Keys.throughProxy(exchange.settings(), venue, () -> Keys.source(null))))
                .orElseGet(() -> new ExchangeConfig(Map.of()));
    }
}
