package io.ttquant.exchanges.transport.stream;

/** A channel on one connection. */
final class Leg {
    final Subscription channel;
    boolean isAcknowledged;
    int attempts;

    /** When it was acknowledged or had its last message. */
    long lastMessageNanos;

    /** The same, or when it was asked for again because of silence. */
    long lastSignNanos;

    /** How often it was asked for again because of silence since its last message. */
    int revivals;

    Leg(Subscription channel) {
        this.channel = channel;
    }

    void sign(long nowNanos) {
        lastMessageNanos = nowNanos;
        lastSignNanos = nowNanos;
        revivals = 0;
    }

    /** Whether it had no message for longer than it may. */
    boolean isQuiet(long nowNanos) {
        return nowNanos - lastMessageNanos > channel.silenceNanos();
    }

    /** Whether to do something about it. Silence is judged more patiently each time that asking again did not help. */
    boolean isSilent(long nowNanos) {
        long allowed = channel.silenceNanos();
        return isAcknowledged && allowed > 0 && nowNanos - lastSignNanos > allowed << Math.min(revivals, 6);
    }
}
