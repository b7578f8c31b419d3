package io.ttquant.exchanges.transport.okhttp;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.exchanges.transport.HttpRequest;
import io.ttquant.exchanges.transport.HttpResponse;
import io.ttquant.exchanges.transport.NetworkFailure;
import io.ttquant.exchanges.transport.ProxySettings;
import io.ttquant.exchanges.transport.WebSocket;
import io.ttquant.exchanges.transport.WebSocketRequest;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okhttp3.WebSocketListener;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** TLS through real proxies to a real server. */
class OkHttpProxyTest {
    @TempDir
    private static Path directory;

    private static LocalCertificate certificate;
    private static MockWebServer server;

    private final EngineLoop engine = new EngineLoop();
    private final Answers answers = new Answers(engine);

    @BeforeAll
    static void start() throws Exception {
        certificate = LocalCertificate.create(directory);
        server = MockServers.create();
        server.useHttps(certificate.serverSockets());
        server.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @AfterEach
    void end() {
        engine.close();
    }

    @ParameterizedTest
    @CsvSource({"false,", "false,user", "true,", "true,user"})
    void requestsGoThroughTheProxyWhichResolvesTheName(boolean isSocks, String user) throws Exception {
        try (TinyProxy proxy = new TinyProxy(isSocks, user == null ? "" : user, "pa55");
                OkHttpNetwork network = OkHttpNetwork.open(settings(proxy, user, "pa55"), engine)) {
            server.enqueue(new MockResponse.Builder().body("through").build());
            network.send(HttpRequest.of("GET", uri("https", "/a?b=c")), answers);
            assertThat(answers.next(HttpResponse.class).text()).isEqualTo("through");
            assertThat(proxy.targets()).containsExactly("localhost:" + server.getPort());
            assertThat(server.takeRequest().getHeaders().get("Proxy-Authorization"))
                    .isNull();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void webSocketsGoThroughTheProxy(boolean isSocks) throws Exception {
        try (TinyProxy proxy = new TinyProxy(isSocks, "user", "pa55");
                OkHttpNetwork network = OkHttpNetwork.open(settings(proxy, "user", "pa55"), engine)) {
            server.enqueue(
                    new MockResponse.Builder().webSocketUpgrade(new Echo()).build());
            WebSocket socket = network.open(WebSocketRequest.of(uri("wss", "/ws")), answers);
            assertThat(answers.next(String.class)).isEqualTo("opened");
            engine.execute(() -> socket.send("through"));
            assertThat(answers.next(String.class)).isEqualTo("through");
            engine.execute(() -> socket.close(1000, ""));
            assertThat(answers.next(String.class)).startsWith("closed 1000");
            server.takeRequest();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aWrongPasswordIsAFailureOfTheProxyAndNothingLeft(boolean isSocks) throws Exception {
        try (TinyProxy proxy = new TinyProxy(isSocks, "user", "pa55");
                OkHttpNetwork network = OkHttpNetwork.open(settings(proxy, "user", "wr0ng"), engine)) {
            network.send(HttpRequest.of("POST", uri("https", "/order")), answers);
            NetworkFailure failure = answers.next(NetworkFailure.class);
            assertThat(failure.kind()).isEqualTo(NetworkFailure.Kind.PROXY);
            assertThat(failure.mayHaveLeft()).isFalse();
            assertThat(failure.message()).doesNotContain("wr0ng");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aMissingLoginIsAFailureOfTheProxy(boolean isSocks) throws Exception {
        try (TinyProxy proxy = new TinyProxy(isSocks, "user", "pa55");
                OkHttpNetwork network = OkHttpNetwork.open(settings(proxy, null, ""), engine)) {
            network.send(HttpRequest.of("POST", uri("https", "/order")), answers);
            NetworkFailure failure = answers.next(NetworkFailure.class);
            assertThat(failure.kind()).isEqualTo(NetworkFailure.Kind.PROXY);
            assertThat(failure.mayHaveLeft()).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 400 Bad Request\r\n\r\n",
                "\u0005\u00ff",
                "\u0005\u0000\u0005\u0001\u0000\u0001",
                "\u0005",
                ""
            })
    void aProxyThatSpeaksSomethingElseOrRefusesIsAFailureOfTheProxy(String bytes) throws Exception {
        try (RawServer other = new RawServer((socket, self) -> {
                    socket.getInputStream().read(new byte[3]);
                    RawServer.write(socket, bytes);
                    socket.shutdownOutput();
                    socket.getInputStream().readAllBytes();
                });
                OkHttpNetwork network = OkHttpNetwork.open(
                        NetworkSettings.DEFAULTS.withProxy(ProxySettings.parse("socks5://127.0.0.1:" + other.port())),
                        engine)) {
            network.send(HttpRequest.of("POST", uri("https", "/order")), answers);
            NetworkFailure failure = answers.next(NetworkFailure.class);
            assertThat(failure.kind()).as(failure.message()).isEqualTo(NetworkFailure.Kind.PROXY);
            assertThat(failure.mayHaveLeft()).isFalse();
        }
    }

    @Test
    void socketsSendAtOnce() throws Exception {
        for (ProxySettings proxy : List.of(ProxySettings.NONE, ProxySettings.parse("socks5://127.0.0.1:1080"))) {
            try (Socket socket = Sockets.of(proxy, new MessageMeter(1)).createSocket()) {
                assertThat(socket.getTcpNoDelay()).isTrue();
            }
        }
    }

    @Test
    void aServerThatIsNotTrustedGetsNothing() throws Exception {
        try (OkHttpNetwork network = OkHttpNetwork.open(NetworkSettings.DEFAULTS, engine)) {
            int before = server.getRequestCount();
            network.send(HttpRequest.of("POST", uri("https", "/order?signature=s3cret")), answers);
            NetworkFailure failure = answers.next(NetworkFailure.class);
            assertThat(failure.kind()).isEqualTo(NetworkFailure.Kind.TLS);
            assertThat(failure.mayHaveLeft()).isFalse();
            assertThat(failure.message()).doesNotContain("s3cret");
            assertThat(server.getRequestCount()).isEqualTo(before);
        }
    }

    private static URI uri(String scheme, String path) {
        return URI.create(scheme + "://localhost:" + server.getPort() + path);
    }

    private static NetworkSettings settings(TinyProxy proxy, String user, String password) throws Exception {
        ProxySettings settings = ProxySettings.parse(proxy.address());
        return NetworkSettings.DEFAULTS
                .withTrust(certificate.trust())
                .withProxy(user == null ? settings : settings.withCredentials(user, password));
    }

    /** Sends back what comes, and closes when it is asked to. */
    private static final class Echo extends WebSocketListener {
        @Override
        public void onMessage(okhttp3.WebSocket socket, String text) {
            socket.send(text);
        }

        @Override
        public void onClosing(okhttp3.WebSocket socket, int code, String reason) {
            socket.close(code, reason);
        }
    }
}
