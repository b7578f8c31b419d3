package io.ttquant.exchanges.okx.session;

import io.ttquant.api.exchange.EngineThread;
import io.ttquant.api.exchange.SessionFigures;
import io.ttquant.api.exchange.SessionListener;
import io.ttquant.core.engine.SeededRandom;
import io.ttquant.exchanges.transport.Network;
import io.ttquant.exchanges.transport.stream.ConnectGate;
import io.ttquant.exchanges.transport.stream.Heartbeat;
import io.ttquant.exchanges.transport.stream.Pace;
import io.ttquant.exchanges.transport.stream.StreamListener;
import io.ttquant.exchanges.transport.stream.StreamProtocol;
import io.ttquant.exchanges.transport.stream.StreamSession;
import io.ttquant.exchanges.transport.stream.StreamSettings;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/** What all parts of one session share. */
final class OkxContext {
    private static final Heartbeat HEARTBEAT = Heartbeat.ping(Duration.ofSeconds(15), Duration.ofSeconds(10));
    /** Three connections a second are allowed. */
    private static final Duration SPACING = Duration.ofMillis(400);

    private static final int CHANNELS = 100;
    private static final int CHANNELS_PER_REQUEST = 20;

    private final OkxSettings settings;
    private final Network network;
    private final Network urgent;
    private final EngineThread engine;
    private final SessionListener listener;
    private final OkxClock clock;
    private final ConnectGate gate;
    private final RandomGenerator random;
    private final Consumer<String> failure;

    OkxContext(
            OkxSettings settings,
            Network network,
            Network urgent,
            EngineThread engine,
            SessionListener listener,
            OkxClock clock,
            Consumer<String> failure) {
        this.settings = settings;
        this.network = network;
        this.urgent = urgent;
        this.engine = engine;
        this.listener = listener;
        this.clock = clock;
        this.gate = new ConnectGate(engine, SPACING);
        this.random = new SeededRandom(engine.nanos());
        this.failure = failure;
    }

    OkxSettings settings() {
        return settings;
    }

    /** Breaks off everything that is under way. */
    void closeNetworks() {
        network.close();
        urgent.close();
    }

    EngineThread engine() {
        return engine;
    }

    SessionListener listener() {
        return listener;
    }

    OkxClock clock() {
        return clock;
    }

    /** What happened to its streams. */
    SessionFigures.Streams streams() {
        return gate.counts().figures();
    }

    /** Trades were missing on a connection that is up. */
    void tradeGap() {
        gate.counts().tradeGap();
    }

    /** Gives the session up for good. */
    void failed(String reason) {
        failure.accept(reason);
    }

    /** Channels with market data. */
    StreamSession stream(String name, StreamProtocol protocol, StreamListener heard) {
        return new StreamSession(settings(name), protocol, heard, network, engine, gate, random);
    }

    /** Channels of the account, whose news overtakes market data. */
    StreamSession urgentStream(String name, StreamProtocol protocol, StreamListener heard) {
        return new StreamSession(settings(name), protocol, heard, urgent, engine.first(), gate, random);
    }

    /** 480 logins, subscriptions and ends of them an hour on a connection are allowed; heartbeats are none of these. */
    static StreamSettings settings(String name) {
        return StreamSettings.of(name, HEARTBEAT)
                .withChannels(CHANNELS, CHANNELS_PER_REQUEST)
                .withPaces(Pace.ofMessages(10, Duration.ofSeconds(1)), Pace.ofRequests(400, Duration.ofHours(1)));
    }
}
