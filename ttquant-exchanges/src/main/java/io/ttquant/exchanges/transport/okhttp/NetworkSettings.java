package io.ttquant.exchanges.transport.okhttp;

import io.ttquant.exchanges.transport.Positive;
import io.ttquant.exchanges.transport.ProxySettings;
import java.time.Duration;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/**
 * Settings of the network.
 *
 * @param proxy the proxy to go through
 * @param connectTimeout the time that a connection has to come about, each of its steps
 * @param messageCeiling the most bytes of one message on a WebSocket; with more the socket fails
 * @param queueCeiling the most bytes that may wait to be sent on a WebSocket; with more its peer seems to be gone, and texts are not taken
 * @param backlogCeiling the most bytes that may have come on a WebSocket and not been worked on; with more the socket fails, since what
 *     comes late is worth less than a fresh start
 * @param trust whom to trust beside host names; null for the authorities of the Java installation
 */
public record NetworkSettings(
        ProxySettings proxy,
        Duration connectTimeout,
        long messageCeiling,
        int queueCeiling,
        long backlogCeiling,
        @Nullable X509TrustManager trust) {
    /** No proxy, 5 s to connect, 16 MiB a message, 1 MiB waiting to be sent, 64 MiB waiting to be worked on, the usual authorities. */
    public static final NetworkSettings DEFAULTS =
            new NetworkSettings(ProxySettings.NONE, Duration.ofSeconds(5), 16L << 20, 1 << 20, 64L << 20, null);

    /** Checks the values. */
    public NetworkSettings {
        Positive.duration("time to connect", connectTimeout);
        Positive.number("bytes of a message", messageCeiling);
        Positive.number("bytes that may wait to be sent", queueCeiling);
        Positive.number("bytes that may wait to be worked on", backlogCeiling);
    }

    /** The same with a proxy. */
    public NetworkSettings withProxy(ProxySettings proxy) {
        return new NetworkSettings(proxy, connectTimeout, messageCeiling, queueCeiling, backlogCeiling, trust);
    }

    /** The same with another time to connect. */
    public NetworkSettings withConnectTimeout(Duration timeout) {
        return new NetworkSettings(proxy, timeout, messageCeiling, queueCeiling, backlogCeiling, trust);
    }

    /** The same with other ceilings of bytes on a WebSocket. */
    public NetworkSettings withCeilings(long message, int queue, long backlog) {
        return new NetworkSettings(proxy, connectTimeout, message, queue, backlog, trust);
    }

    /** The same with another trust, such as in the certificate of a local exchange. */
    public NetworkSettings withTrust(X509TrustManager trust) {
        return new NetworkSettings(proxy, connectTimeout, messageCeiling, queueCeiling, backlogCeiling, trust);
    }
}
