package io.ttquant.exchanges.transport.okhttp;

import io.ttquant.exchanges.transport.ProxySettings;
import okhttp3.Authenticator;
import okhttp3.Credentials;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.Route;
import org.jspecify.annotations.Nullable;

/** Logs in at an HTTP proxy before the tunnel, once. */
final class ProxyLogin implements Authenticator {
    private static final String HEADER = "Proxy-Authorization";

    private final String login;

    private ProxyLogin(String login) {
        this.login = login;
    }

    static Authenticator of(ProxySettings proxy) {
        return proxy.user() == null || proxy.password() == null
                ? Authenticator.NONE
                : new ProxyLogin(Credentials.basic(proxy.user(), proxy.password()));
    }

    @Override
    public @Nullable Request authenticate(@Nullable Route route, Response response) {
        return response.request().header(HEADER) != null
                ? null
                : response.request().newBuilder().header(HEADER, login).build();
    }
}
