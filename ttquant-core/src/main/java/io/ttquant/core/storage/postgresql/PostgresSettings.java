package io.ttquant.core.storage.postgresql;

import io.ttquant.core.storage.StoreSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Where the server is, and how it is used.
 *
 * @param url without a password
 * @param user empty: as the URL says, or as the operating system's user
 * @param password empty: none
 * @param schema in which the tables are; empty: the server's own default, mostly {@code public}
 * @param timeout after which a server that does not answer counts as gone
 * @param compressAfter age after which TimescaleDB compresses ticks; zero: never
 * @param keepFor age after which TimescaleDB drops ticks; zero: never
 * @param setsPolicies whether these two are set when the storage is opened; otherwise what is set on the server stays
 */
record PostgresSettings(
        String url,
        String user,
        String password,
        String schema,
        Duration timeout,
        Duration compressAfter,
        Duration keepFor,
        boolean setsPolicies) {
    /** The names of the settings, besides those that all storages have. */
    static final Set<String> NAMES = Set.of(
            "url",
            "user",
            "password",
            "password_file",
            "schema",
            "timeout_seconds",
            "compress_after_days",
            "keep_days",
            "policies");

    private static final String SCHEME = "jdbc:postgresql:";
    private static final Pattern SCHEMA = Pattern.compile("[a-z_][a-z0-9_]{0,62}");
    /** As a parameter, or before the host as other programs have it, which the driver does not understand. */
    private static final Pattern SECRET = Pattern.compile("[?&]password=|//[^/?]*@", Pattern.CASE_INSENSITIVE);

    private static final int LONGEST_TIMEOUT = 3600;
    private static final int LONGEST_AGE = 36_500;
    private static final int DEFAULT_TIMEOUT = 30;
    private static final int DEFAULT_COMPRESS = 7;

    static PostgresSettings of(Map<String, String> settings) {
        return new PostgresSettings(
                url(settings.getOrDefault("url", "")),
                settings.getOrDefault("user", ""),
                password(settings),
                schema(settings.getOrDefault("schema", "")),
                Duration.ofSeconds(
                        StoreSettings.number(settings, "timeout_seconds", DEFAULT_TIMEOUT, 1, LONGEST_TIMEOUT)),
                Duration.ofDays(
                        StoreSettings.number(settings, "compress_after_days", DEFAULT_COMPRESS, 0, LONGEST_AGE)),
                Duration.ofDays(StoreSettings.number(settings, "keep_days", 0, 0, LONGEST_AGE)),
                setsPolicies(settings.getOrDefault("policies", "set")));
    }

    private static String url(String url) {
        if (!url.startsWith(SCHEME)) {
            throw new IllegalArgumentException("the setting url of the storage postgresql is '"
                    + (SECRET.matcher(url).find() ? "..." : url)
                    + "'; give one such as jdbc:postgresql://localhost:5432/ttquant");
        }
        if (SECRET.matcher(url).find()) {
            throw new IllegalArgumentException(
                    "the setting url of the storage postgresql holds a user or a password, and URLs are printed; give"
                            + " user, and password_file, the path of a file that holds the password, beside it");
        }
        return url;
    }

    private static String password(Map<String, String> settings) {
        String file = settings.getOrDefault("password_file", "");
        String given = settings.getOrDefault("password", "");
        if (file.isEmpty()) {
            return given;
        }
        if (!given.isEmpty()) {
            throw new IllegalArgumentException(
                    "the storage postgresql has both a password and a password_file; remove one of them");
        }
        try {
            return Files.readString(Path.of(file)).strip();
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "the password_file of the storage postgresql cannot be read: " + file
                            + "; check that it is there and that this user may read it",
                    e);
        }
    }

    private static String schema(String schema) {
        if (!schema.isEmpty() && !SCHEMA.matcher(schema).matches()) {
            throw new IllegalArgumentException("the setting schema of the storage postgresql is '" + schema
                    + "'; give lower-case letters, digits and underscores, such as ttquant");
        }
        return schema;
    }

    private static boolean setsPolicies(String policies) {
        return switch (policies) {
            case "set" -> true;
            case "leave" -> false;
            default ->
                throw new IllegalArgumentException(
                        "the setting policies = '" + policies + "' of the storage postgresql must be set or leave");
        };
    }

    /** What the driver is told. */
    Properties properties() {
        Properties properties = new Properties();
        set(properties, "user", user);
        set(properties, "password", password);
        set(properties, "currentSchema", schema);
        String seconds = Long.toString(timeout.toSeconds());
        properties.setProperty("connectTimeout", seconds);
        properties.setProperty("loginTimeout", seconds);
        properties.setProperty("socketTimeout", seconds);
        properties.setProperty("tcpKeepAlive", "true");
        properties.setProperty("ApplicationName", "ttquant");
        return properties;
    }

    /** The same for what may take as long as it takes, once there is a connection. */
    Properties patient() {
        Properties properties = properties();
        properties.setProperty("socketTimeout", "0");
        return properties;
    }

    private static void set(Properties properties, String name, String value) {
        if (!value.isEmpty()) {
            properties.setProperty(name, value);
        }
    }

    /** Without the password. */
    @Override
    public String toString() {
        int query = url.indexOf('?');
        String place = query < 0 ? url : url.substring(0, query);
        return place.substring("jdbc:".length()) + (schema.isEmpty() ? "" : " (schema " + schema + ")");
    }
}
