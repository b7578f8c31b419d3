package io.ttquant.core.metrics.prometheus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EndpointTest {
    private static final InetAddress HERE = InetAddress.getLoopbackAddress();

    private final Endpoint endpoint = Endpoint.open(new InetSocketAddress(HERE, 0));

    @AfterEach
    void close() {
        endpoint.close();
    }

    private String answer(String path, String host) throws IOException {
        try (Socket socket = new Socket(HERE, endpoint.port())) {
            String request = "GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "127.0.0.1:9464", "localhost", "LocalHost:9464", "[::1]:9464"})
    void whoAsksByTheAddressIsAnswered(String host) throws IOException {
        assertThat(answer("/metrics", host)).startsWith("HTTP/1.1 200");
        assertThat(answer("/health", host)).endsWith("alive\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"evil.example", "evil.example:9464", "127.0.0.1.evil.example", "localhost.evil.example", "x[::1]"
            })
    void aNameOfOthersThatLeadsHereIsNotAnswered(String host) throws IOException {
        assertThat(answer("/metrics", host)).startsWith("HTTP/1.1 403").doesNotContain("# TYPE");
        assertThat(answer("/health", host)).startsWith("HTTP/1.1 403");
    }

    @Test
    void otherPathsAreNamed() throws IOException {
        assertThat(answer("/", "localhost")).startsWith("HTTP/1.1 404").endsWith("there are /metrics and /health\n");
    }
}
