package io.ttquant.exchanges.request;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The one switch that decides where requests go: {@code environment}, with {@code rest} and {@code socket} for an emulator on this machine only.
 * No other setting has a say, so that no mistake in one leads from a test network to production. Only without a key may it be left out: market data then
 * are those of production.
 *
 * @param environment in lower case
 * @param rest the emulator's REST address; empty if not local
 * @param socket the emulator's WebSocket address; empty if not local
 */
public record EnvironmentSettings(String environment, String rest, String socket) {
    /** The environment that is an emulator on this machine. */
    public static final String LOCAL = "local";

    private static final String LIVE = "live";
    private static final String KEY = "key";
    private static final String ENVIRONMENT = "environment";
    private static final String REST = "rest";
    private static final String SOCKET = "socket";

    /**
     * Reads the switch.
     *
     * @param tests what the venue calls its test networks
     * @throws IllegalArgumentException if it is not set, is none of live, the test network and local, or addresses are given where they have no say
     */
    public static EnvironmentSettings of(Map<String, String> settings, String... tests) {
        String otherwise = settings.getOrDefault(KEY, "").isBlank() ? LIVE : "";
        String environment =
                settings.getOrDefault(ENVIRONMENT, otherwise).strip().toLowerCase(Locale.ROOT);
        String rest = settings.getOrDefault(REST, "").strip();
        String socket = settings.getOrDefault(SOCKET, "").strip();
        if (!environment.equals(LIVE) && !List.of(tests).contains(environment) && !environment.equals(LOCAL)) {
            throw new IllegalArgumentException("environment '" + environment + "' is none of live, "
                    + String.join(", ", tests) + " and local; set environment to one of them");
        }
        boolean hasAddress = !rest.isEmpty() || !socket.isEmpty();
        if (environment.equals(LOCAL) ? rest.isEmpty() || socket.isEmpty() : hasAddress) {
            throw new IllegalArgumentException(
                    environment.equals(LOCAL)
                            ? "environment local needs the addresses of the emulator; set rest and socket"
                            : "rest and socket are for environment local only, not for " + environment
                                    + "; leave them out");
        }
        return new EnvironmentSettings(environment, rest, socket);
    }

    /** True for production. */
    public boolean isLive() {
        return environment.equals(LIVE);
    }

    /** True for an emulator on this machine. */
    public boolean isLocal() {
        return environment.equals(LOCAL);
    }
}
