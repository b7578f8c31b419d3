package io.ttquant.api.exchange;

import java.util.Map;

/**
 * The settings of an exchange session. Secrets are among them, so {@link #toString()} shows the keys only.
 *
 * @param settings by name, as in the configuration file
 */
public record ExchangeConfig(Map<String, String> settings) {
    /** Copies the settings. */
    public ExchangeConfig {
        settings = Map.copyOf(settings);
    }

    @Override
    public String toString() {
        return "ExchangeConfig" + settings.keySet();
    }
}
