package io.ttquant.core.config;

import java.util.Map;

/**
 * Section {@code [exchange.NAME]}: how a venue is reached.
 *
 * @param name its name in the file, for messages
 * @param provider id of the provider, which is the venue of its instruments too
 * @param settings all other keys as texts, for the provider; never a secret
 */
public record ExchangeSettings(String name, String provider, Map<String, String> settings) {
    /** Copies the settings. */
    public ExchangeSettings {
        settings = Map.copyOf(settings);
    }
}
