package io.ttquant.core.metrics.prometheus;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.api.metrics.Metric;
import io.ttquant.api.metrics.MetricKind;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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

    private static Socket connected(Endpoint to, String begun) throws IOException {
        Socket socket = new Socket();
        // So small that an answer of some size waits for its reader.
        socket.setReceiveBufferSize(4_096);
        socket.connect(new InetSocketAddress(HERE, to.port()));
        socket.setSoTimeout(30_000);
        socket.getOutputStream().write(begun.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    /** How many stall at a time, more than there are threads. */
    private static final int STALLED = 8;

    private static String stallAndAsk(Endpoint of, String begun) throws IOException {
        List<Socket> stalled = new ArrayList<>();
        try {
            for (int i = 0; i < STALLED; i++) {
                stalled.add(connected(of, begun));
            }
            try (Socket socket =
                    connected(of, "GET /health HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")) {
                return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            }
        } finally {
            for (Socket socket : stalled) {
                socket.close();
            }
        }
    }

    private static Endpoint impatient() {
        return Endpoint.open(new InetSocketAddress(HERE, 0), Duration.ofMillis(100));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "G",
                "GET /metrics HTTP/1.1",
                "GET /metrics HTTP/1.1\r\nHost: localhost\r\nX-Wait",
                "POST /metrics HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\nhalf of it"
            })
    void whoSendsHalfARequestKeepsNobodyOut(String half) throws IOException {
        Endpoint impatient = impatient();
        try {
            assertThat(stallAndAsk(impatient, half)).endsWith("alive\n");
        } finally {
            impatient.close();
        }
    }

    /** As many may stall at once as there are threads, and as many again take their places before the scrape has its turn. */
    @Test
    void theScrapeOfTheDeploymentWaitsLongerThanStalledRequestsKeepItOut() throws IOException {
        String deployment = Files.readString(Path.of("../ttquant-examples/deploy/prometheus/prometheus.yml"));
        Matcher timeout = Pattern.compile("(?s)job_name: ttquant\\n.*?scrape_timeout: (\\d+)s")
                .matcher(deployment);

        assertThat(timeout.find()).isTrue();
        assertThat(Endpoint.PATIENCE.multipliedBy(STALLED / Endpoint.THREADS + 1))
                .isLessThan(Duration.ofSeconds(Long.parseLong(timeout.group(1))));
    }

    @Test
    void whoSendsHalfARequestIsHungUpOn() throws IOException {
        Endpoint impatient = impatient();
        try (Socket stalled = connected(impatient, "GET /metrics HTTP/1.1\r\nHo")) {
            assertThat(stalled.getInputStream().read())
                    .as("the end of the connection")
                    .isNegative();
        } finally {
            impatient.close();
        }
    }

    @Test
    void whoDoesNotReadHisAnswerKeepsNobodyOut() throws IOException {
        Endpoint impatient = impatient();
        try {
            impatient
                    .page()
                    .add(List.of(
                            new Metric("large", MetricKind.GAUGE, "flag", "x".repeat(20_000_000), Map.of(), () -> 1)));
            assertThat(stallAndAsk(impatient, "GET /metrics HTTP/1.1\r\nHost: localhost\r\n\r\n"))
                    .endsWith("alive\n");
        } finally {
            impatient.close();
        }
    }

    @Test
    void aConnectionThatIsIdleOrAskedInPartsIsAnswered() throws IOException {
        List<Socket> idle = new ArrayList<>();
        try {
            for (int i = 0; i < STALLED; i++) {
                idle.add(connected(endpoint, ""));
            }
            try (Socket socket = connected(endpoint, "GET /health HT")) {
                socket.setTcpNoDelay(true);
                for (String part : List.of("TP/1.1\r\nHost: loc", "alhost\r\nConnection: close\r\n", "\r\n")) {
                    socket.getOutputStream().write(part.getBytes(StandardCharsets.US_ASCII));
                    socket.getOutputStream().flush();
                }
                assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                        .endsWith("alive\n");
            }
        } finally {
            for (Socket socket : idle) {
                socket.close();
            }
        }
    }

    @Test
    void otherPathsAreNamed() throws IOException {
        assertThat(answer("/", "localhost")).startsWith("HTTP/1.1 404").endsWith("there are /metrics and /health\n");
    }
}
