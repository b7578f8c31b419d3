package io.ttquant.exchanges.transport.stream;

import io.ttquant.core.engine.SeededRandom;
import io.ttquant.exchanges.transport.WebSocketRequest;
import io.ttquant.exchanges.transport.simulated.Link;
import io.ttquant.exchanges.transport.simulated.SimulatedNetwork;
import io.ttquant.exchanges.transport.simulated.SimulatedTime;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** A session against the scripted venue in simulated time, and a diary of all that its owner hears. */
final class Harness implements StreamProtocol, StreamListener {
    static final long START = 1_700_000_000_000_000_000L;

    final SimulatedTime time = new SimulatedTime(START);
    final SimulatedNetwork network;
    final ScriptedVenue venue = new ScriptedVenue();
    final StreamSession session;
    final List<String> diary = new ArrayList<>();
    final List<Long> disconnects = new ArrayList<>();
    private final Map<String, Subscription> channels = new HashMap<>();
    boolean logsIn;

    /** Which of its methods throw. */
    final Set<String> mistakes = new HashSet<>();

    Harness(StreamSettings settings, long seed) {
        network = new SimulatedNetwork(time, seed);
        network.accept("ws.test", venue);
        session = new StreamSession(
                settings,
                this,
                this,
                network,
                time,
                new ConnectGate(time, Duration.ofMillis(350)),
                new SeededRandom(seed));
    }

    static Harness of(StreamSettings settings) {
        return new Harness(settings, 1);
    }

    static StreamSettings settings() {
        return StreamSettings.of("test", Heartbeat.BY_SERVER);
    }

    Link link() {
        return network.link("ws.test");
    }

    Subscription want(String channel, Duration silence, Handover handover) {
        Subscription subscription = session.subscribe(channel, silence, handover);
        channels.put(channel, subscription);
        return subscription;
    }

    Subscription want(String channel) {
        return want(channel, Duration.ZERO, Handover.MERGE);
    }

    Harness run(Duration stretch) {
        time.run(stretch);
        return this;
    }

    Harness seconds(long seconds) {
        return run(Duration.ofSeconds(seconds));
    }

    /** The diary so far, which is closed by that. */
    List<String> read() {
        List<String> read = List.copyOf(diary);
        diary.clear();
        return read;
    }

    @Override
    public WebSocketRequest address() {
        mistake("address");
        return WebSocketRequest.of(URI.create("wss://ws.test/ws?listenKey=s3cret"));
    }

    @Override
    public String login() {
        return logsIn ? "login " + time.nanos() : null;
    }

    @Override
    public String subscribe(List<Subscription> wanted, long requestId) {
        mistake("subscribe");
        return "sub " + requestId + names(wanted);
    }

    @Override
    public String unsubscribe(List<Subscription> wanted, long requestId) {
        return "unsub " + requestId + names(wanted);
    }

    @Override
    public void message(byte[] payload, StreamInput input) {
        String text = new String(payload, StandardCharsets.UTF_8);
        List<String> words = List.of(text.split(" ", -1));
        switch (words.get(0)) {
            case "login" -> login(words.get(1), input);
            case "ack" -> input.acknowledged(Long.parseLong(words.get(1)));
            case "refused" -> input.refused(Long.parseLong(words.get(1)), words.get(2));
            case "closing" -> input.closing("notice");
            case "data" -> data(words.get(1), words.get(2), input);
            default -> {}
        }
    }

    private static void login(String answer, StreamInput input) {
        if (answer.equals("ok")) {
            input.loggedIn();
        } else {
            input.loginRefused(answer, answer.equals("wrong-key"));
        }
    }

    private void data(String channel, String text, StreamInput input) {
        Subscription subscription = channels.get(channel);
        if (subscription != null && input.data(subscription)) {
            diary.add(channel + "=" + text);
        }
    }

    @Override
    public void connected(int connection) {
        diary.add("connected " + connection);
        mistake("connected");
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
        mistake("lost");
    }

    @Override
    public void refused(Subscription channel, String reason) {
        diary.add("refused " + channel.channel() + ": " + reason);
    }

    @Override
    public void disconnected(int connection, String reason) {
        disconnects.add(time.nanos());
        diary.add("disconnected " + connection + ": " + reason);
    }

    @Override
    public void halted(String reason) {
        diary.add("halted: " + reason);
    }

    /** Runs while tasks throw, as the loop of an engine does, and says how many did. */
    int runThroughMistakes(Duration stretch) {
        long end = time.nanos() + stretch.toNanos();
        int thrown = 0;
        while (time.nanos() < end) {
            try {
                time.run(Duration.ofNanos(end - time.nanos()));
            } catch (IllegalStateException e) {
                thrown++;
            }
        }
        return thrown;
    }

    private void mistake(String method) {
        if (mistakes.contains(method)) {
            throw new IllegalStateException("mistake in " + method);
        }
    }

    private static String names(List<Subscription> wanted) {
        return wanted.stream().map(channel -> " " + channel.channel()).collect(Collectors.joining());
    }
}
