package io.ttquant.examples.live;

import io.ttquant.exchanges.credentials.CredentialSource;
import io.ttquant.exchanges.credentials.Credentials;
import io.ttquant.exchanges.run.RunRefusedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Where the keys of a live run, and the password of a proxy, come from: the environment, then the file that was named, or {@code .env} where that is there. */
final class Keys {
    private static final Path DOT_ENV = Path.of(".env");

    private Keys() {}

    /** The source of keys. */
    static CredentialSource source(@Nullable Path file) {
        CredentialSource environment = CredentialSource.environment();
        if (file != null) {
            return environment.orElse(CredentialSource.file(file));
        }
        return Files.exists(DOT_ENV) ? environment.orElse(CredentialSource.file(DOT_ENV)) : environment;
    }

    /**
     * The settings of a venue with its keys among them.
     *
     * @throws RunRefusedException if it is not known which keys it has, or one is missing; no message shows one
     */
    static Map<String, String> with(Map<String, String> settings, String venue, CredentialSource source) {
        Map<String, String> all = new HashMap<>(settings);
        Credentials keys = of(venue, source);
        all.put("key", keys.key().reveal());
        all.put("secret", keys.secret().reveal());
        if (venue.equals("okx")) {
            all.put("passphrase", keys.passphrase().reveal());
        }
        return all;
    }

    /**
     * The settings of a venue, and where they name a user at their proxy, the password among them.
     *
     * @param source is asked for only then
     * @throws RunRefusedException if the password is missing; no message shows one
     */
    static Map<String, String> throughProxy(
            Map<String, String> settings, String venue, Supplier<CredentialSource> source) {
        if (settings.getOrDefault("proxy_user", "").isBlank()) {
            return settings;
        }
        Map<String, String> all = new HashMap<>(settings);
        try {
            all.put("proxy_password", source.get().secret(proxyPassword(venue)).reveal());
        } catch (IllegalArgumentException e) {
            throw new RunRefusedException(
                    "[exchange] of " + venue + " has a proxy_user, whose password is missing: " + e.getMessage());
        }
        return all;
    }

    private static String proxyPassword(String venue) {
        String prefix = venue.equals("binance-usdm") ? "binance" : venue;
        return prefix.toUpperCase(Locale.ROOT).replace('-', '_') + "_PROXY_PASSWORD";
    }

    private static Credentials of(String venue, CredentialSource source) {
        try {
            return switch (venue) {
                case "okx" -> source.okx();
                case "binance", "binance-usdm" -> source.binance();
                default ->
                    throw new RunRefusedException("it is not known which keys " + venue
                            + " has; trade there on paper, or build its run from VenueRun with keys of your own");
            };
        } catch (IllegalArgumentException e) {
            throw new RunRefusedException(venue + " needs keys for a live run: " + e.getMessage());
        }
    }
}
