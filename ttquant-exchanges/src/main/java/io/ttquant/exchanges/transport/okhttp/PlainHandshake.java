package io.ttquant.exchanges.transport.okhttp;

import io.ttquant.exchanges.transport.ProxySettings;
import java.io.IOException;
import okhttp3.Credentials;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * Asks for WebSockets without compression, whose inflated size nothing bounds and whose inflating costs time on each message; and logs in
 * at an HTTP proxy up front where there is no tunnel, so that no request is sent a second time for that.
 */
final class PlainHandshake implements Interceptor {
    private final @Nullable String login;

    PlainHandshake(ProxySettings proxy) {
        this.login = proxy.kind() == ProxySettings.Kind.HTTP && proxy.user() != null && proxy.password() != null
                ? Credentials.basic(proxy.user(), proxy.password())
                : null;
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        Request.Builder request = chain.request().newBuilder().removeHeader("Sec-WebSocket-Extensions");
        if (login != null && !chain.request().isHttps()) {
            request.header("Proxy-Authorization", login);
        }
        return chain.proceed(request.build());
    }
}
