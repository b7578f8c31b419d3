package io.ttquant.exchanges.transport.okhttp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ttquant.api.exchange.EngineThread;
import io.ttquant.exchanges.transport.HttpHeaders;
import io.ttquant.exchanges.transport.HttpRequest;
import io.ttquant.exchanges.transport.HttpResponse;
import io.ttquant.exchanges.transport.NetworkFailure;
import io.ttquant.exchanges.transport.WebSocketRequest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests over real sockets. */
class OkHttpRequestTest {
    private static final String OK = "HTTP/1.1 200 OK\r\nX-Mbx-Used-Weight-1m: 7\r\nContent-Length: 2\r\n\r\n{}";

    private final EngineLoop engine = new EngineLoop();
    private final OkHttpNetwork network =
            OkHttpNetwork.open(NetworkSettings.DEFAULTS.withConnectTimeout(Duration.ofSeconds(2)), engine);
    private final Answers answers = new Answers(engine);

    @AfterEach
    void end() {
        network.close();
        engine.close();
    }

    @Test
    void sendsWhatItIsGivenAndHandsTheWholeAnswerToTheEngine() throws Exception {
        try (RawServer server = new RawServer(OkHttpRequestTest::answerAll)) {
            HttpRequest request = HttpRequest.of("POST", server.uri("http", "/api/v3/order?symbol=%EF%BC%91&a=b%20c+d"))
                    .withHeaders(HttpHeaders.of("X-MBX-APIKEY", "key", "Content-Type", "application/json"))
                    .withBody("{\"px\":\"1\"}".getBytes(StandardCharsets.UTF_8));
            network.send(request, answers);
            HttpResponse response = answers.next(HttpResponse.class);
            assertThat(response.status()).isEqualTo(200);
            assertThat(response.text()).isEqualTo("{}");
            assertThat(response.headers().first("X-MBX-USED-WEIGHT-1M")).isEqualTo("7");
            assertThat(server.requests().get(0))
                    .startsWith("POST /api/v3/order?symbol=%EF%BC%91&a=b%20c+d HTTP/1.1\r\n")
                    .contains("X-MBX-APIKEY: key\r\n", "Content-Type: application/json\r\n")
                    .endsWith("\r\n\r\n{\"px\":\"1\"}");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "503 Service Unavailable\r\nRetry-After: 0",
                "408 Request Timeout\r\nRetry-After: 0",
                "421 Misdirected Request",
                "401 Unauthorized\r\nWWW-Authenticate: Basic realm=x",
                "407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm=x",
                "307 Temporary Redirect\r\nLocation: /elsewhere",
                "308 Permanent Redirect\r\nLocation: /elsewhere",
                "429 Too Many Requests\r\nRetry-After: 0"
            })
    void sendsAnOrderOnceWhateverTheAnswer(String status) throws Exception {
        String answer = "HTTP/1.1 " + status + "\r\nContent-Length: 0\r\n\r\n";
        try (RawServer server = new RawServer((socket, self) -> serve(socket, self, answer))) {
            network.send(post(server), answers);
            if (status.startsWith("407")) {
                assertThat(answers.next(NetworkFailure.class).mayHaveLeft()).isTrue();
            } else {
                HttpResponse response = answers.next(HttpResponse.class);
                assertThat(response.status()).isEqualTo(Integer.parseInt(status.substring(0, 3)));
                assertThat(response.headers().first("Retry-After"))
                        .isEqualTo(status.contains("Retry-After") ? "0" : null);
            }
            assertThat(server.requests()).hasSize(1);
        }
    }

    @Test
    void aServerThatHangsUpAfterTheRequestHasSeenItOnce() throws Exception {
        try (RawServer server = new RawServer((socket, self) -> self.read(socket))) {
            network.send(post(server), answers);
            NetworkFailure failure = answers.next(NetworkFailure.class);
            assertThat(failure.kind()).isEqualTo(NetworkFailure.Kind.BROKEN);
            assertThat(failure.mayHaveLeft()).isTrue();
            assertThat(server.requests()).hasSize(1);
            assertThat(answers.isEmpty()).isTrue();
        }
    }

    @Test
    void anOrderOnAConnectionThatTheServerJustDroppedIsUnknownAndTheNextGoesThrough() throws Exception {
        CountDownLatch dropped = new CountDownLatch(1);
        CountDownLatch arrived = new CountDownLatch(1);
        try (RawServer server = new RawServer((socket, self) -> {
            self.read(socket);
            RawServer.write(socket, OK);
            socket.shutdownOutput();
            dropped.countDown();
            self.read(socket);
            arrived.countDown();
        })) {
            network.send(HttpRequest.of("GET", server.uri("http", "/time")), answers);
            answers.next(HttpResponse.class);
            assertThat(dropped.await(10, TimeUnit.SECONDS)).isTrue();
            network.send(post(server), answers);
            assertThat(answers.next(NetworkFailure.class).mayHaveLeft()).isTrue();
            network.send(post(server), answers);
            answers.next(HttpResponse.class);
            // The client knows of the end of a connection before the server has read what was sent on it.
            assertThat(arrived.await(10, TimeUnit.SECONDS)).isTrue();
            assertThat(server.requests().stream().filter(request -> request.startsWith("POST")))
                    .hasSize(2);
        }
    }

    @Test
    void noBytesLeaveWhereNobodyListens() throws Exception {
        int port;
        try (ServerSocket gone = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = gone.getLocalPort();
        }
        network.send(
                HttpRequest.of("POST", URI.create("http://127.0.0.1:" + port + "/order?signature=s3cret")), answers);
        NetworkFailure failure = answers.next(NetworkFailure.class);
        assertThat(failure.kind()).isEqualTo(NetworkFailure.Kind.UNREACHABLE);
        assertThat(failure.mayHaveLeft()).isFalse();
        assertThat(failure.message())
                .contains("POST http://127.0.0.1:" + port + "/order")
                .doesNotContain("s3cret");
    }

    @Test
    void anUnknownNameIsUnresolvedAndNothingLeft() throws Exception {
        network.send(HttpRequest.of("POST", URI.create("https://no-such-host.invalid/order")), answers);
        NetworkFailure failure = answers.next(NetworkFailure.class);
        assertThat(failure.kind()).isEqualTo(NetworkFailure.Kind.UNRESOLVED);
        assertThat(failure.mayHaveLeft()).isFalse();
    }

    @Test
    void aServerWithoutTlsGetsNothing() throws Exception {
        try (RawServer server = new RawServer((socket, self) -> RawServer.write(socket, OK))) {
            network.send(HttpRequest.of("POST", server.uri("https", "/order")), answers);
            NetworkFailure failure = answers.next(NetworkFailure.class);
            assertThat(failure.kind()).isEqualTo(NetworkFailure.Kind.TLS);
            assertThat(failure.mayHaveLeft()).isFalse();
        }
    }

    @Test
    void silenceEndsAsATimeoutOfARequestThatMayHaveLeft() throws Exception {
        CountDownLatch end = new CountDownLatch(1);
        try (RawServer server = new RawServer((socket, self) -> {
            self.read(socket);
            await(end);
        })) {
            network.send(post(server).withTimeout(Duration.ofSeconds(1)), answers);
            NetworkFailure failure = answers.next(NetworkFailure.class);
            assertThat(failure.kind()).isEqualTo(NetworkFailure.Kind.TIMEOUT);
            assertThat(failure.mayHaveLeft()).isTrue();
            end.countDown();
        }
    }

    @Test
    void aBodyThatDripsIsCutOffByTheTimeOfTheRequest() throws Exception {
        CountDownLatch end = new CountDownLatch(1);
        try (RawServer server = new RawServer((socket, self) -> {
            self.read(socket);
            RawServer.write(socket, "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{");
            await(end);
        })) {
            network.send(post(server).withTimeout(Duration.ofSeconds(1)), answers);
            assertThat(answers.next(NetworkFailure.class).kind()).isEqualTo(NetworkFailure.Kind.TIMEOUT);
            end.countDown();
        }
    }

    @Test
    void aBodyIsTakenUpToItsCeilingAndNotAByteMore() throws Exception {
        String answer = "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n0123456789";
        try (RawServer server = new RawServer((socket, self) -> serve(socket, self, answer))) {
            network.send(post(server).withCeiling(10), answers);
            assertThat(answers.next(HttpResponse.class).text()).isEqualTo("0123456789");
            network.send(post(server).withCeiling(9), answers);
            NetworkFailure failure = answers.next(NetworkFailure.class);
            assertThat(failure.kind()).isEqualTo(NetworkFailure.Kind.TOO_LARGE);
            assertThat(failure.mayHaveLeft()).isTrue();
            assertThat(failure.message()).contains("more than 9 bytes");
        }
    }

    @Test
    void aTruncatedBodyIsNoAnswer() throws Exception {
        try (RawServer server = new RawServer((socket, self) -> {
            self.read(socket);
            RawServer.write(socket, "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"code\":\"0\"");
        })) {
            network.send(post(server), answers);
            assertThat(answers.next(NetworkFailure.class).kind()).isEqualTo(NetworkFailure.Kind.BROKEN);
        }
    }

    @Test
    void aCancelledCallSaysNothing() throws Exception {
        CountDownLatch end = new CountDownLatch(1);
        try (RawServer server = new RawServer((socket, self) -> {
            self.read(socket);
            await(end);
        })) {
            engine.execute(() -> network.send(post(server), answers).cancel());
            network.send(HttpRequest.of("GET", server.uri("http", "/")).withTimeout(Duration.ofMillis(100)), answers);
            assertThat(answers.next(NetworkFailure.class).message()).startsWith("GET");
            assertThat(answers.isEmpty()).isTrue();
            end.countDown();
        }
    }

    @Test
    void whatWouldLeaveInTheClearOrDifferentlyThanSignedIsRefused() {
        refuse("http://api.binance.com/api?signature=s3cret", "in the clear", "use https");
        refuse("ftp://api.binance.com/api?signature=s3cret", "has the scheme ftp");
        refuse("https://user:s3cret@api.binance.com/", "user part");
        refuse("https://api.binance.com/a/../b", "would not be sent as written");
        refuse("https://api.binance.com/a?b='c'", "would not be sent as written");
        refuse("/api", "lacks its scheme or its host");
    }

    @Test
    void aNetworkThatIsClosedTellsNobody() throws Exception {
        CountDownLatch end = new CountDownLatch(1);
        CountDownLatch told = new CountDownLatch(1);
        try (RawServer server = new RawServer((socket, self) -> {
            self.read(socket);
            await(end);
        })) {
            engine.execute(() -> {
                network.send(post(server), answers);
                network.open(WebSocketRequest.of(server.uri("ws", "/")), answers);
                network.close();
                engine.execute(told::countDown);
            });
            assertThat(told.await(10, TimeUnit.SECONDS)).isTrue();
            assertThat(answers.isEmpty()).isTrue();
            end.countDown();
        }
    }

    @Test
    void aCallThatOkHttpDoesNotEndIsGivenUp() throws Exception {
        LateEngine late = new LateEngine(engine);
        CountDownLatch end = new CountDownLatch(1);
        try (RawServer server = new RawServer((socket, self) -> {
                    self.read(socket);
                    await(end);
                });
                OkHttpNetwork own = OkHttpNetwork.open(NetworkSettings.DEFAULTS, late)) {
            own.send(post(server), answers);
            engine.execute(late::fire);
            NetworkFailure failure = answers.next(NetworkFailure.class);
            assertThat(failure.kind()).isEqualTo(NetworkFailure.Kind.TIMEOUT);
            assertThat(failure.mayHaveLeft()).isTrue();
            assertThat(late.delay).isEqualTo(Duration.ofSeconds(11));
            end.countDown();
        }
    }

    @Test
    void afterItsEndNoThreadOfItIsLeft() throws Exception {
        CountDownLatch end = new CountDownLatch(1);
        try (RawServer server = new RawServer((socket, self) -> {
            self.read(socket);
            await(end);
        })) {
            Set<Thread> before = Thread.getAllStackTraces().keySet();
            OkHttpNetwork own = OkHttpNetwork.open(NetworkSettings.DEFAULTS, engine);
            own.send(post(server), answers);
            own.close();
            own.close();
            for (Thread thread : Thread.getAllStackTraces().keySet()) {
                if (!before.contains(thread) && isOfANetwork(thread)) {
                    // A pool is terminated a moment before its last thread is.
                    thread.join(1000);
                    assertThat(thread.isAlive()).as(thread.getName()).isFalse();
                }
            }
            assertThatThrownBy(() -> own.send(post(server), answers))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("closed");
            end.countDown();
        }
    }

    private static boolean isOfANetwork(Thread thread) {
        return thread.getName().startsWith("OkHttp http") || thread.getName().startsWith("ttquant-network");
    }

    private void refuse(String uri, String... words) {
        assertThatThrownBy(() -> network.send(HttpRequest.of("POST", URI.create(uri)), answers))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll(words)
                .hasMessageNotContaining("s3cret");
    }

    private static HttpRequest post(RawServer server) {
        return HttpRequest.of("POST", server.uri("http", "/order?signature=s3cret"))
                .withBody("{}".getBytes(StandardCharsets.UTF_8));
    }

    private static void answerAll(Socket socket, RawServer self) throws IOException {
        serve(socket, self, OK);
    }

    private static void serve(Socket socket, RawServer self, String answer) throws IOException {
        while (self.read(socket) != null) {
            RawServer.write(socket, answer);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** An engine whose timer fires when the test says so. */
    private static final class LateEngine implements EngineThread {
        private final EngineLoop engine;
        private volatile Duration delay = Duration.ZERO;
        private volatile Runnable task = () -> {};

        LateEngine(EngineLoop engine) {
            this.engine = engine;
        }

        void fire() {
            task.run();
        }

        @Override
        public void execute(Runnable work) {
            engine.execute(work);
        }

        @Override
        public Timeout schedule(Duration wait, Runnable work) {
            delay = wait;
            task = work;
            return () -> {};
        }

        @Override
        public long nanos() {
            return engine.nanos();
        }
    }
}
