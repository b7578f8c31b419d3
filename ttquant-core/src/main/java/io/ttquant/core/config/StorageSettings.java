package io.ttquant.core.config;

import java.time.Duration;
import java.util.Map;

/**
 * Section {@code [store]}: where a run on paper or live keeps what it does.
 *
 * @param provider id of the storage, {@code sqlite} unless given; {@code none} for none
 * @param run the name of the run; empty for one made of mode and venue
 * @param maxAge how long something may wait for the store before nothing is sent any more that adds risk; above zero
 * @param settings all other keys, for the provider, which checks them
 */
public record StorageSettings(String provider, String run, Duration maxAge, Map<String, String> settings) {
    /** The provider that keeps nothing. */
    public static final String NONE = "none";

    /** What counts if the section says nothing. */
    public static final StorageSettings DEFAULT = new StorageSettings("sqlite", "", Duration.ofMinutes(1), Map.of());

    /**
     * Copies the settings, and checks.
     *
     * @throws IllegalArgumentException if the age is not above zero
     */
    public StorageSettings {
        settings = Map.copyOf(settings);
        if (maxAge.isNegative() || maxAge.isZero()) {
            throw new IllegalArgumentException("max_age " + maxAge + " must be above zero; write for example 60s");
        }
    }

    /** Whether anything is kept. */
    public boolean isOn() {
        return !provider.equals(NONE);
    }
}
