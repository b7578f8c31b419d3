package io.ttquant.exchanges.transport.okhttp;

import io.ttquant.exchanges.transport.ProxySettings;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import okhttp3.ConnectionPool;
import okhttp3.ConnectionSpec;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;

/** Makes OkHttp's client as this library wants it. */
final class Clients {
    /** Enough that no order waits in a queue behind queries. */
    private static final int CONCURRENT_CALLS = 256;

    /** Below the time after which servers drop idle connections, so that few requests meet a dead one. */
    private static final int KEEP_ALIVE_SECONDS = 30;

    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(2);

    private Clients() {}

    static OkHttpClient of(NetworkSettings settings, ExecutorService threads) {
        OkHttpClient.Builder builder = new OkHttpClient.Builder()
                .dispatcher(dispatcher(threads))
                .connectionPool(new ConnectionPool(16, KEEP_ALIVE_SECONDS, TimeUnit.SECONDS))
                // With HTTP/2 a lost connection takes all requests with it, and servers may refuse streams that clients
                // then resend.
                .protocols(List.of(Protocol.HTTP_1_1))
                .connectionSpecs(List.of(ConnectionSpec.MODERN_TLS, ConnectionSpec.CLEARTEXT))
                .retryOnConnectionFailure(false)
                .followRedirects(false)
                .followSslRedirects(false)
                .connectTimeout(settings.connectTimeout())
                .readTimeout(Duration.ZERO)
                .writeTimeout(Duration.ZERO)
                .webSocketCloseTimeout(CLOSE_TIMEOUT)
                .eventListenerFactory(CallTrace::of)
                .addInterceptor(new PlainHandshake(settings.proxy()))
                .addNetworkInterceptor(new SentOnce());
        route(builder, settings.proxy());
        if (settings.trust() != null) {
            trust(builder, settings.trust());
        }
        return builder.build();
    }

    private static Dispatcher dispatcher(ExecutorService threads) {
        Dispatcher dispatcher = new Dispatcher(threads);
        dispatcher.setMaxRequests(CONCURRENT_CALLS);
        dispatcher.setMaxRequestsPerHost(CONCURRENT_CALLS);
        return dispatcher;
    }

    private static void route(OkHttpClient.Builder builder, ProxySettings proxy) {
        switch (proxy.kind()) {
            case NONE -> builder.proxy(Proxy.NO_PROXY).dns(new LoopbackNames());
            case HTTP ->
                builder.proxy(new Proxy(
                                Proxy.Type.HTTP, InetSocketAddress.createUnresolved(proxy.host(), proxy.port())))
                        .proxyAuthenticator(ProxyLogin.of(proxy));
            case SOCKS5 -> builder.proxy(Proxy.NO_PROXY).dns(new NamesForProxy());
        }
        // Bodies of answers have their own ceiling.
        builder.socketFactory(Sockets.of(proxy, new MessageMeter(Long.MAX_VALUE)));
    }

    /** The same client with a socket of its own for one WebSocket, which is metered and pinged. */
    static OkHttpClient forSocket(
            OkHttpClient client, NetworkSettings settings, MessageMeter meter, Duration pingEach) {
        return client.newBuilder()
                .pingInterval(pingEach)
                .socketFactory(Sockets.of(settings.proxy(), meter))
                .build();
    }

    private static void trust(OkHttpClient.Builder builder, X509TrustManager trust) {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {trust}, null);
            builder.sslSocketFactory(context.getSocketFactory(), trust);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java installation has no TLS: use a complete one", e);
        }
    }
}
