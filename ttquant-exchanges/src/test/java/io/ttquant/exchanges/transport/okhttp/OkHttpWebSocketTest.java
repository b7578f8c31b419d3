package io.ttquant.exchanges.transport.okhttp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ttquant.exchanges.transport.HttpHeaders;
import io.ttquant.exchanges.transport.NetworkFailure;
import io.ttquant.exchanges.transport.WebSocket;
import io.ttquant.exchanges.transport.WebSocketRequest;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.Response;
import okhttp3.WebSocketListener;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** WebSockets over real sockets. */
class OkHttpWebSocketTest {
    private final EngineLoop engine = new EngineLoop();
    private final OkHttpNetwork network =
            OkHttpNetwork.open(NetworkSettings.DEFAULTS.withCeilings(20_000, 1000, 10_000), engine);
    private final Answers answers = new Answers(engine);
    private final Peer peer = new Peer();
    private MockWebServer server;

    @BeforeEach
    void start() throws Exception {
        server = MockServers.create();
        server.start();
    }

    @AfterEach
    void end() throws Exception {
        network.close();
        peer.end();
        engine.close();
        server.close();
    }

    @Test
    void opensSendsReceivesAndCloses() throws Exception {
        WebSocket socket = open();
        engine.execute(() -> socket.send("ping \u20ac"));
        assertThat(peer.next()).isEqualTo("ping \u20ac");
        peer.socket.send("pong \u20ac");
        assertThat(answers.next(String.class)).isEqualTo("pong \u20ac");
        engine.execute(() -> socket.close(1000, "done"));
        assertThat(answers.next(String.class)).startsWith("closed 1000");
    }

    @Test
    void asksForNoCompressionAndSendsItsHeaders() throws Exception {
        open();
        RecordedRequest request = server.takeRequest(10, TimeUnit.SECONDS);
        assertThat(request.getHeaders().get("Sec-WebSocket-Extensions")).isNull();
        assertThat(request.getHeaders().get("x-simulated-trading")).isEqualTo("1");
        assertThat(request.getTarget()).isEqualTo("/ws?listenKey=s3cret");
    }

    @Test
    void takesNoTextBeforeItIsOpenOrAfterItsEnd() throws Exception {
        WebSocket socket = open();
        engine.execute(() -> {
            WebSocket other = network.open(request(), answers);
            answers.message(String.valueOf(other.send("early")).getBytes(StandardCharsets.UTF_8));
            other.cancel();
            socket.cancel();
            answers.message(String.valueOf(socket.send("late")).getBytes(StandardCharsets.UTF_8));
        });
        assertThat(answers.next(String.class)).isEqualTo("false");
        assertThat(answers.next(String.class)).isEqualTo("false");
    }

    @Test
    void aRefusedHandshakeSaysItsStatusAndNotTheQuery() throws Exception {
        server.enqueue(new MockResponse.Builder().code(403).build());
        engine.execute(() -> network.open(request(), answers));
        NetworkFailure failure = answers.next(NetworkFailure.class);
        assertThat(failure.kind()).isEqualTo(NetworkFailure.Kind.REFUSED);
        assertThat(failure.status()).isEqualTo(403);
        assertThat(failure.message()).contains("status 403").doesNotContain("s3cret");
    }

    @Test
    void aRefusedHandshakeSaysWhenToComeAgain() throws Exception {
        server.enqueue(new MockResponse.Builder()
                .code(429)
                .addHeader("Retry-After", "120")
                .build());
        engine.execute(() -> network.open(request(), answers));
        NetworkFailure failure = answers.next(NetworkFailure.class);
        assertThat(failure.status()).isEqualTo(429);
        assertThat(failure.retryAfter()).isEqualTo("120");
    }

    @Test
    void aCloseOfTheServerIsAnsweredAndTold() throws Exception {
        open();
        peer.socket.close(4001, "login failed");
        assertThat(answers.next(String.class)).isEqualTo("closed 4001 login failed");
    }

    @Test
    void aBrokenConnectionIsToldOnce() throws Exception {
        try (RawServer raw = new RawServer(OkHttpWebSocketTest::shakeHandsAndBreak)) {
            engine.execute(() -> network.open(WebSocketRequest.of(raw.uri("ws", "/")), answers));
            assertThat(answers.next(String.class)).isEqualTo("opened");
            assertThat(answers.next(String.class)).isEqualTo("hi");
            assertThat(answers.next(NetworkFailure.class).kind()).isEqualTo(NetworkFailure.Kind.BROKEN);
            assertThat(answers.isEmpty()).isTrue();
        }
    }

    @Test
    void aServerThatDoesNotAnswerPingsIsGivenUp() throws Exception {
        try (RawServer raw = new RawServer(OkHttpWebSocketTest::shakeHandsAndHang)) {
            WebSocketRequest request = WebSocketRequest.of(raw.uri("ws", "/")).withPings(Duration.ofMillis(100));
            engine.execute(() -> network.open(request, answers));
            assertThat(answers.next(String.class)).isEqualTo("opened");
            NetworkFailure failure = answers.next(NetworkFailure.class);
            assertThat(failure.kind()).isEqualTo(NetworkFailure.Kind.TIMEOUT);
            assertThat(failure.mayHaveLeft()).isTrue();
        }
    }

    @Test
    void anEngineThatFallsFurtherBehindThanTheCeilingLosesTheSocket() throws Exception {
        open();
        CountDownLatch busy = new CountDownLatch(1);
        engine.execute(() -> await(busy));
        for (int i = 0; i < 11; i++) {
            peer.socket.send("x".repeat(1000));
        }
        assertThat(peer.ended.await(10, TimeUnit.SECONDS)).isTrue();
        busy.countDown();
        for (int i = 0; i < 10; i++) {
            answers.next(String.class);
        }
        assertThat(answers.next(NetworkFailure.class).kind()).isEqualTo(NetworkFailure.Kind.TOO_LARGE);
    }

    @Test
    void aMessageAboveItsCeilingCostsTheSocketBeforeItIsGathered() throws Exception {
        open();
        for (int i = 0; i < 30; i++) {
            peer.socket.send("x".repeat(1000));
            answers.next(String.class);
        }
        peer.socket.send("x".repeat(10_000_000));
        NetworkFailure failure = answers.next(NetworkFailure.class);
        assertThat(failure.kind()).isEqualTo(NetworkFailure.Kind.TOO_LARGE);
        assertThat(failure.message()).contains("more than 20000 bytes");
    }

    @Test
    void aTextThatWouldWaitBehindTooManyBytesIsNotTaken() throws Exception {
        WebSocket socket = open();
        LinkedBlockingQueue<Boolean> taken = new LinkedBlockingQueue<>();
        engine.execute(() -> taken.add(socket.send("x".repeat(1001))));
        assertThat(taken.poll(10, TimeUnit.SECONDS)).isFalse();
    }

    @Test
    void plainTextIsForLoopbackOnly() {
        assertThatThrownBy(() -> network.open(
                        WebSocketRequest.of(URI.create("ws://ws.okx.com:8443/ws/v5/private?k=s3cret")), answers))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("ws://ws.okx.com:8443/ws/v5/private would be sent in the clear")
                .hasMessageNotContaining("s3cret");
        assertThat(request()).hasToString("ws://127.0.0.1:" + server.getPort() + "/ws");
    }

    private WebSocket open() throws InterruptedException {
        server.enqueue(new MockResponse.Builder().webSocketUpgrade(peer).build());
        LinkedBlockingQueue<WebSocket> opened = new LinkedBlockingQueue<>();
        engine.execute(() -> opened.add(network.open(request(), answers)));
        assertThat(answers.next(String.class)).isEqualTo("opened");
        assertThat(peer.opened.await(10, TimeUnit.SECONDS)).isTrue();
        return opened.take();
    }

    private WebSocketRequest request() {
        return new WebSocketRequest(
                URI.create("ws://127.0.0.1:" + server.getPort() + "/ws?listenKey=s3cret"),
                HttpHeaders.of("x-simulated-trading", "1"),
                Duration.ZERO);
    }

    /** RFC 6455, 4.2.2, then a frame, half of another, and the end. */
    private static void shakeHandsAndBreak(Socket socket, RawServer server) throws IOException {
        shakeHands(socket, server, "\u0081\u0002hi\u0081\u0020half");
    }

    /** Opens, reads, and never answers. */
    private static void shakeHandsAndHang(Socket socket, RawServer server) throws IOException {
        shakeHands(socket, server, "");
        while (socket.getInputStream().read() >= 0) {
            // A half-open connection.
        }
    }

    private static void shakeHands(Socket socket, RawServer server, String frames) throws IOException {
        String request = server.read(socket);
        int start = request.indexOf("Sec-WebSocket-Key: ") + 19;
        String key = request.substring(start, request.indexOf("\r\n", start));
        RawServer.write(
                socket,
                "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                        + "Sec-WebSocket-Accept: " + accept(key) + "\r\n\r\n" + frames);
    }

    private static String accept(String key) throws IOException {
        try {
            byte[] text = (key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11").getBytes(StandardCharsets.US_ASCII);
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-1").digest(text));
        } catch (NoSuchAlgorithmException e) {
            throw new IOException(e);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The server's end. */
    private static final class Peer extends WebSocketListener {
        private final CountDownLatch opened = new CountDownLatch(1);
        private final CountDownLatch ended = new CountDownLatch(1);
        private final LinkedBlockingQueue<String> received = new LinkedBlockingQueue<>();
        private volatile okhttp3.WebSocket socket;

        /** Waits for the end of the connection, without which the server does not close. */
        void end() throws InterruptedException {
            if (socket != null) {
                assertThat(ended.await(10, TimeUnit.SECONDS)).isTrue();
            }
        }

        String next() throws InterruptedException {
            return received.poll(10, TimeUnit.SECONDS);
        }

        @Override
        public void onOpen(okhttp3.WebSocket opening, Response response) {
            socket = opening;
            opened.countDown();
        }

        @Override
        public void onMessage(okhttp3.WebSocket from, String text) {
            received.add(text);
        }

        @Override
        public void onClosing(okhttp3.WebSocket from, int code, String reason) {
            from.close(1000, null);
        }

        @Override
        public void onClosed(okhttp3.WebSocket from, int code, String reason) {
            ended.countDown();
        }

        @Override
        public void onFailure(okhttp3.WebSocket from, Throwable e, Response response) {
            ended.countDown();
        }
    }
}
