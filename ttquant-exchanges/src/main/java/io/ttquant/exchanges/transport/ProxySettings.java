package io.ttquant.exchanges.transport;

import io.ttquant.api.exchange.ExchangeConfig;
import java.net.URI;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The proxy to go through, if any. The password is shown by nothing but {@link #password()}. */
public final class ProxySettings {
    /** Go straight; settings of the system for proxies are not looked at. */
    public static final ProxySettings NONE = new ProxySettings(Kind.NONE, "", 0, null, null);

    /** Kinds of proxies. */
    public enum Kind {
        /** No proxy. */
        NONE,
        /** HTTP: a tunnel by CONNECT. */
        HTTP,
        /** SOCKS5 (RFC 1928), with names resolved by the proxy. */
        SOCKS5
    }

    private final Kind kind;
    private final String host;
    private final int port;
    private final @Nullable String user;
    private final @Nullable String password;

    private ProxySettings(Kind kind, String host, int port, @Nullable String user, @Nullable String password) {
        this.kind = kind;
        this.host = host;
        this.port = port;
        this.user = user;
        this.password = password;
    }

    /**
     * Reads {@code http://host:port} or {@code socks5://host:port}; empty is none. Credentials are given apart, so that none stands in an
     * address that somebody prints.
     *
     * @throws IllegalArgumentException if it is none of these
     */
    public static ProxySettings parse(String text) {
        if (text.isBlank()) {
            return NONE;
        }
        URI uri;
        try {
            uri = URI.create(text.trim());
        } catch (IllegalArgumentException e) {
            throw malformed();
        }
        if (uri.getScheme() == null || uri.getHost() == null || uri.getPort() < 1 || uri.getPort() > 65535) {
            throw malformed();
        }
        if (uri.getRawUserInfo() != null) {
            throw new IllegalArgumentException(
                    "the proxy's address has a user part: give user and password by their own settings");
        }
        return new ProxySettings(kindOf(uri.getScheme()), uri.getHost(), uri.getPort(), null, null);
    }

    /**
     * Reads the settings of an exchange: {@code proxy}, and {@code proxy_user} with {@code proxy_password}; all may be missing.
     *
     * @throws IllegalArgumentException if they are not usable; the message does not show them
     */
    public static ProxySettings from(ExchangeConfig config) {
        ProxySettings proxy = parse(config.settings().getOrDefault("proxy", ""));
        String user = config.settings().getOrDefault("proxy_user", "");
        String password = config.settings().getOrDefault("proxy_password", "");
        return user.isEmpty() && password.isEmpty() ? proxy : proxy.withCredentials(user, password);
    }

    /**
     * The same with credentials: Basic with HTTP, RFC 1929 with SOCKS5.
     *
     * @throws IllegalArgumentException if there is no proxy, or if one of them is empty or longer than 255 bytes
     */
    public ProxySettings withCredentials(String user, String password) {
        if (kind == Kind.NONE) {
            throw new IllegalArgumentException("credentials are given for a proxy, but no proxy: give its address too");
        }
        if (user.isEmpty() || user.length() > 255 || password.isEmpty() || password.length() > 255) {
            throw new IllegalArgumentException("user and password of a proxy must have 1 to 255 characters");
        }
        return new ProxySettings(kind, host, port, user, password);
    }

    /** The kind. */
    public Kind kind() {
        return kind;
    }

    /** The proxy's host; empty for none. */
    public String host() {
        return host;
    }

    /** The proxy's port; 0 for none. */
    public int port() {
        return port;
    }

    /** The user, null for none. */
    public @Nullable String user() {
        return user;
    }

    /** The password, null for none. */
    public @Nullable String password() {
        return password;
    }

    @Override
    public String toString() {
        return kind == Kind.NONE ? "no proxy" : kind + " " + host + ":" + port;
    }

    private static Kind kindOf(String scheme) {
        return switch (scheme.toLowerCase(Locale.ROOT)) {
            case "http" -> Kind.HTTP;
            case "socks5", "socks5h" -> Kind.SOCKS5;
            default -> throw malformed();
        };
    }

    private static IllegalArgumentException malformed() {
        return new IllegalArgumentException(
                "the proxy's address is neither http://host:port nor socks5://host:port: write it as one of these");
    }
}
