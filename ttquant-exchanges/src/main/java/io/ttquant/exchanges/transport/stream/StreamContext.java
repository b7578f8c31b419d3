package io.ttquant.exchanges.transport.stream;

import io.ttquant.api.exchange.EngineThread;
import io.ttquant.exchanges.transport.Network;
import java.util.random.RandomGenerator;

/** What all connections of a session share. */
record StreamContext(
        StreamSettings settings,
        StreamProtocol protocol,
        StreamListener listener,
        Network network,
        EngineThread engine,
        ConnectGate gate,
        RandomGenerator random,
        UnreadableLog unreadable) {
    /** Spreads the replacement of connections over the last twentieth of their age, so that not all are replaced at once. */
    long replaceAtNanos(long startedNanos) {
        long age = settings.maxAge().toNanos();
        return age == 0 ? Long.MAX_VALUE : startedNanos + age - Math.floorMod(random.nextLong(), age / 20 + 1);
    }

    StreamCounts counts() {
        return gate.counts();
    }

    Backoff backoff() {
        return new Backoff(settings.leastWait(), settings.mostWait(), random);
    }
}
