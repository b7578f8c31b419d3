package io.ttquant.exchanges.transport.okhttp;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.exchanges.transport.HttpHeaders;
import io.ttquant.exchanges.transport.HttpRequest;
import io.ttquant.exchanges.transport.HttpResponse;
import io.ttquant.exchanges.transport.NetworkFailure;
import io.ttquant.exchanges.transport.ProxySettings;
import io.ttquant.exchanges.transport.WebSocketRequest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Canaries in query, headers, body and proxy login are in no log at any level, no message, no name of a thread. */
class SecretsTest {
    private static final String CANARY = "c4n4ry";

    private final List<String> said = new CopyOnWriteArrayList<>();
    private final EngineLoop engine = new EngineLoop();
    private final Answers answers = new Answers(engine);
    private final Logger root = Logger.getLogger("");
    private final Level before = root.getLevel();
    private final Handler[] handlers = root.getHandlers();
    private final Handler everything = new Everything(said);

    @BeforeEach
    void listen() {
        for (Handler handler : handlers) {
            root.removeHandler(handler);
        }
        root.setLevel(Level.ALL);
        everything.setLevel(Level.ALL);
        root.addHandler(everything);
    }

    @AfterEach
    void restore() {
        root.removeHandler(everything);
        root.setLevel(before);
        for (Handler handler : handlers) {
            root.addHandler(handler);
        }
        engine.close();
    }

    @Test
    void nothingSaysThem() throws Exception {
        try (RawServer server = new RawServer(SecretsTest::answerOnce);
                OkHttpNetwork network = OkHttpNetwork.open(NetworkSettings.DEFAULTS, engine)) {
            HttpRequest plain = request(server.uri("http", "/order?signature=" + CANARY));
            network.send(plain, answers);
            said.add(answers.next(HttpResponse.class).toString());
            network.send(plain, answers);
            said.add(answers.next(NetworkFailure.class).toString());
            network.send(request(server.uri("https", "/order?signature=" + CANARY)), answers);
            said.add(answers.next(NetworkFailure.class).toString());
            network.send(request(URI.create("https://no-such-host.invalid/?k=" + CANARY)), answers);
            said.add(answers.next(NetworkFailure.class).toString());
            WebSocketRequest socket = new WebSocketRequest(
                    server.uri("ws", "/ws?listenKey=" + CANARY), HttpHeaders.of("X-MBX-APIKEY", CANARY), Duration.ZERO);
            engine.execute(() -> network.open(socket, answers));
            said.add(answers.next(NetworkFailure.class).toString());
            said.addAll(List.of(plain.toString(), plain.headers().toString(), socket.toString()));
        }
        throughAProxy(false);
        throughAProxy(true);
        assertThat(said).hasSizeGreaterThan(10).noneMatch(text -> text.contains(CANARY));
    }

    private void throughAProxy(boolean isSocks) throws Exception {
        try (TinyProxy proxy = new TinyProxy(isSocks, "user", "right")) {
            ProxySettings settings = ProxySettings.parse(proxy.address()).withCredentials("user", CANARY);
            said.add(settings.toString());
            NetworkSettings network = NetworkSettings.DEFAULTS.withProxy(settings);
            said.add(network.toString());
            try (OkHttpNetwork open = OkHttpNetwork.open(network, engine)) {
                open.send(request(URI.create("https://localhost:1/?k=" + CANARY)), answers);
                said.add(answers.next(NetworkFailure.class).toString());
            }
        }
    }

    private static HttpRequest request(URI uri) {
        return HttpRequest.of("POST", uri)
                .withHeaders(HttpHeaders.of("OK-ACCESS-SIGN", CANARY, "OK-ACCESS-PASSPHRASE", CANARY))
                .withBody(("{\"secret\":\"" + CANARY + "\"}").getBytes(StandardCharsets.UTF_8))
                .withTimeout(Duration.ofSeconds(5));
    }

    /** Answers the first request, and hangs up on others. */
    private static void answerOnce(java.net.Socket socket, RawServer server) throws java.io.IOException {
        if (server.read(socket) != null && server.requests().size() == 1) {
            RawServer.write(socket, "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nSet-Cookie: a=" + CANARY + "\r\n\r\n{}");
        }
    }

    private static final class Everything extends Handler {
        private final List<String> said;
        private final SimpleFormatter formatter = new SimpleFormatter();

        Everything(List<String> said) {
            this.said = said;
        }

        @Override
        public void publish(LogRecord line) {
            said.add(formatter.format(line));
            Thread.getAllStackTraces().keySet().forEach(thread -> said.add(thread.getName()));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
