package io.ttquant.exchanges.transport.okhttp;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.core.engine.SeededRandom;
import io.ttquant.exchanges.transport.WebSocketRequest;
import io.ttquant.exchanges.transport.stream.ConnectGate;
import io.ttquant.exchanges.transport.stream.Handover;
import io.ttquant.exchanges.transport.stream.Heartbeat;
import io.ttquant.exchanges.transport.stream.StreamInput;
import io.ttquant.exchanges.transport.stream.StreamListener;
import io.ttquant.exchanges.transport.stream.StreamProtocol;
import io.ttquant.exchanges.transport.stream.StreamSession;
import io.ttquant.exchanges.transport.stream.StreamSettings;
import io.ttquant.exchanges.transport.stream.Subscription;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okhttp3.Response;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A session on real sockets: what is tested in simulated time, once in real time. */
class OkHttpStreamTest implements StreamProtocol, StreamListener {
    private final EngineLoop engine = new EngineLoop();
    private final OkHttpNetwork network = OkHttpNetwork.open(NetworkSettings.DEFAULTS, engine);
    private final LinkedBlockingQueue<String> diary = new LinkedBlockingQueue<>();
    private final List<Peer> peers = new CopyOnWriteArrayList<>();
    private final StreamSession session = new StreamSession(
            StreamSettings.of("real", Heartbeat.ping(Duration.ofSeconds(20), Duration.ofSeconds(5))),
            this,
            this,
            network,
            engine,
            new ConnectGate(engine, Duration.ofMillis(50)),
            new SeededRandom(1));
    private MockWebServer server;
    private Subscription trades;

    @BeforeEach
    void start() throws Exception {
        server = MockServers.create();
        server.start();
        enqueue();
        engine.execute(() -> {
            trades = session.subscribe("trades", Duration.ofSeconds(30), Handover.MERGE);
            session.start();
        });
        assertThat(next()).isEqualTo("connected 1");
        assertThat(next()).isEqualTo("live trades");
    }

    @AfterEach
    void end() throws Exception {
        engine.execute(session::close);
        for (Peer peer : peers) {
            assertThat(peer.ended.await(10, TimeUnit.SECONDS)).isTrue();
        }
        network.close();
        engine.close();
        server.close();
    }

    @Test
    void aCutConnectionComesBackWithItsChannels() throws Exception {
        enqueue();
        peers.get(0).socket.close(1001, "maintenance");
        assertThat(next()).isEqualTo("lost trades");
        assertThat(next()).isEqualTo("disconnected 1: closed with 1001 maintenance");
        assertThat(next()).isEqualTo("connected 2");
        assertThat(next()).isEqualTo("live trades");
        peers.get(1).socket.send("data 7");
        assertThat(next()).isEqualTo("trades=7");
    }

    @Test
    void anAnnouncedCutIsOverlapped() throws Exception {
        enqueue();
        peers.get(0).socket.send("closing");
        assertThat(next()).isEqualTo("connected 2");
        peers.get(0).socket.send("data 8");
        assertThat(next()).isEqualTo("trades=8");
        assertThat(next()).isEqualTo("disconnected 1: replaced before it was cut");
        peers.get(1).socket.send("data 9");
        assertThat(next()).isEqualTo("trades=9");
    }

    private String next() throws InterruptedException {
        return diary.poll(20, TimeUnit.SECONDS);
    }

    private void enqueue() {
        Peer peer = new Peer();
        peers.add(peer);
        server.enqueue(new MockResponse.Builder().webSocketUpgrade(peer).build());
    }

    @Override
    public WebSocketRequest address() {
        return WebSocketRequest.of(URI.create("ws://127.0.0.1:" + server.getPort() + "/ws"));
    }

    @Override
    public String subscribe(List<Subscription> channels, long requestId) {
        return "ack " + requestId;
    }

    @Override
    public String unsubscribe(List<Subscription> channels, long requestId) {
        return "ack " + requestId;
    }

    @Override
    public void message(byte[] payload, StreamInput input) {
        String text = new String(payload, StandardCharsets.UTF_8);
        if (text.startsWith("ack ")) {
            input.acknowledged(Long.parseLong(text.substring(4)));
        } else if (text.equals("closing")) {
            input.closing("maintenance");
        } else if (input.data(trades)) {
            diary.add("trades=" + text.substring(5));
        }
    }

    @Override
    public void connected(int connection) {
        diary.add("connected " + connection);
    }

    @Override
    public void live(Subscription channel) {
        diary.add("live " + channel.channel());
    }

    @Override
    public void stale(Subscription channel) {
        diary.add("stale " + channel.channel());
    }

    @Override
    public void lost(Subscription channel) {
        diary.add("lost " + channel.channel());
    }

    @Override
    public void refused(Subscription channel, String reason) {
        diary.add("refused " + channel.channel());
    }

    @Override
    public void disconnected(int connection, String reason) {
        diary.add("disconnected " + connection + ": " + reason);
    }

    @Override
    public void halted(String reason) {
        diary.add("halted " + reason);
    }

    /** Sends back what comes. */
    private static final class Peer extends WebSocketListener {
        private final CountDownLatch ended = new CountDownLatch(1);
        private volatile WebSocket socket;

        @Override
        public void onOpen(WebSocket opening, Response response) {
            socket = opening;
        }

        @Override
        public void onMessage(WebSocket from, String text) {
            from.send(text);
        }

        @Override
        public void onClosing(WebSocket from, int code, String reason) {
            from.close(1000, null);
        }

        @Override
        public void onClosed(WebSocket from, int code, String reason) {
            ended.countDown();
        }

        @Override
        public void onFailure(WebSocket from, Throwable e, Response response) {
            ended.countDown();
        }
    }
}
