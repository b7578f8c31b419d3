package io.ttquant.exchanges.transport.stream;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A channel that is wanted. Live means acknowledged on an open connection. To be used on the engine's thread. */
public final class Subscription {
    /** States as its owner sees them. */
    public enum State {
        /** Not acknowledged, or its connection is gone: nothing is known. */
        PENDING,
        /** Acknowledged, or messages come. */
        LIVE,
        /** Acknowledged, yet no message came for longer than it may be silent: what is known is old. */
        STALE,
        /** The venue refused it; it is not asked for again. */
        REFUSED,
        /** Not wanted any more. */
        ENDED
    }

    private final String channel;
    private final long silenceNanos;
    private final Handover handover;
    private State state = State.PENDING;
    private @Nullable StreamConnection carrier;

    Subscription(String channel, Duration silence, Handover handover) {
        this.channel = channel;
        this.silenceNanos = silence.toNanos();
        this.handover = handover;
    }

    /** The channel in the venue's words. */
    public String channel() {
        return channel;
    }

    /** Its state. */
    public State state() {
        return state;
    }

    /** Whether messages come, or would come: acknowledged and not silent for too long. */
    public boolean isLive() {
        return state == State.LIVE;
    }

    @Override
    public String toString() {
        return channel + " " + state;
    }

    long silenceNanos() {
        return silenceNanos;
    }

    boolean isWanted() {
        return state != State.REFUSED && state != State.ENDED;
    }

    void become(State state) {
        this.state = state;
    }

    @Nullable
    StreamConnection carrier() {
        return carrier;
    }

    void carry(@Nullable StreamConnection carrier) {
        this.carrier = carrier;
    }

    /** Whether a message on a connection is to be passed on; the newest connection takes a channel over with its first message. */
    boolean takes(StreamConnection connection) {
        StreamConnection current = carrier;
        if (current == connection) {
            return true;
        }
        if (current == null || current.number() < connection.number()) {
            carrier = connection;
            return true;
        }
        return handover == Handover.MERGE;
    }

    boolean isMerging() {
        return handover == Handover.MERGE;
    }
}
