package io.ttquant.exchanges.emulator.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ttquant.exchanges.transport.HttpRequest;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The server by itself, with a front that echoes. */
class LoopbackServerTest {
    /** Answers with what it was asked, and with the name of the thread that asked. */
    private static final class Echo implements Front {
        private final String prefix;

        Echo(String prefix) {
            this.prefix = prefix;
        }

        @Override
        public boolean owns(String path) {
            return path.startsWith(prefix);
        }

        @Override
        public @Nullable Reply answer(Call call) {
            if (call.path().endsWith("/fails")) {
                throw new IllegalStateException("a front that fails");
            }
            String text = call.method() + " " + call.target() + " " + call.text() + " " + call.header("x-one") + " "
                    + Thread.currentThread().getName();
            return Reply.text(200, "text/plain", text).with("X-Two", "2");
        }

        @Override
        public @Nullable SocketFront socket(Call handshake) {
            return new SocketFront() {
                private Peer peer;

                @Override
                public void opened(Peer other) {
                    peer = other;
                }

                @Override
                public void text(String text) {
                    peer.send(text);
                }

                @Override
                public void closed() {}
            };
        }
    }

    private static Wire wire() {
        return Wire.loopback((clock, turns) -> Front.of(List.of(new Echo("/a"), new Echo("/b"))));
    }

    @Test
    void handsWholeRequestsToTheExchangesThreadAsTheyWereSent() {
        try (Wire wire = wire()) {
            var answer = wire.send(HttpRequest.of("POST", URI.create(wire.http() + "/a/b?q=%20x&signature=1"))
                    .withHeaders(io.ttquant.exchanges.transport.HttpHeaders.of("X-One", "1"))
                    .withBody("body".getBytes(StandardCharsets.UTF_8)));
            assertThat(answer.text()).isEqualTo("POST /a/b?q=%20x&signature=1 body 1 ttquant-local-exchange");
            assertThat(answer.headers().first("X-Two")).isEqualTo("2");
        }
    }

    @Test
    void findsTheFrontOfAPathOrNone() {
        try (Wire wire = wire()) {
            assertThat(wire.send(HttpRequest.of("GET", URI.create(wire.http() + "/b")))
                            .status())
                    .isEqualTo(200);
            assertThat(wire.send(HttpRequest.of("GET", URI.create(wire.http() + "/c")))
                            .status())
                    .isEqualTo(404);
        }
    }

    @Test
    void answersAClientThatWouldRatherSpeakHttp2() throws Exception {
        try (Wire wire = wire()) {
            var request = java.net.http.HttpRequest.newBuilder(URI.create(wire.http() + "/a"))
                    .version(java.net.http.HttpClient.Version.HTTP_2)
                    .build();
            var answer = java.net.http.HttpClient.newHttpClient()
                    .send(request, java.net.http.HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(200);
        }
    }

    @Test
    void goesOnAfterAFrontFailed() {
        try (Wire wire = wire()) {
            assertThat(wire.send(HttpRequest.of("GET", URI.create(wire.http() + "/a/fails")))
                            .status())
                    .isEqualTo(500);
            assertThat(wire.send(HttpRequest.of("GET", URI.create(wire.http() + "/a")))
                            .status())
                    .isEqualTo(200);
        }
    }

    @Test
    void echoesManyTextsInTheirOrder() {
        try (Wire wire = wire()) {
            Line line = wire.open(wire.ws() + "/a/ws");
            for (int i = 0; i < 1000; i++) {
                line.send("text " + i);
            }
            for (int i = 0; i < 1000; i++) {
                assertThat(line.next("text")).isEqualTo("text " + i);
            }
        }
    }

    @Test
    void closesItsSocketsAndItsPort() throws Exception {
        ExchangeThread thread = new ExchangeThread();
        LoopbackServer server = LoopbackServer.start(new Echo("/"), thread);
        int port = server.port();
        assertThat(port).isPositive();
        assertThatThrownBy(() -> LoopbackServer.start(port, new Echo("/"), thread))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("port " + port);
        server.close();
        server.close();
        thread.close();
        try (Socket socket = new Socket()) {
            assertThatThrownBy(() -> socket.connect(new InetSocketAddress("127.0.0.1", port), 500))
                    .isInstanceOf(java.io.IOException.class);
        }
        assertThatThrownBy(() -> thread.ask(() -> 1)).hasMessageContaining("closed");
    }
}
