package io.ttquant.exchanges.transport.stream;

/** Hears what becomes of a session's connections and channels, on the engine's thread. May call the session. */
public interface StreamListener {
    /** A connection is open and, where that is needed, logged in; its channels follow. Time to look at what was missed meanwhile. */
    void connected(int connection);

    /** A channel is acknowledged after it was not, or has messages again after it was stale. */
    void live(Subscription channel);

    /** A channel has been silent for too long; it is being asked for again. */
    void stale(Subscription channel);

    /** A channel's connection is gone and no other carries it: messages are missed from now on, and books are lost. */
    void lost(Subscription channel);

    /** The venue refused a channel. */
    void refused(Subscription channel, String reason);

    /** A connection ended that was open, or never came to be open; another attempt follows unless another connection took over. */
    void disconnected(int connection, String reason);

    /** The session gave up for good. */
    void halted(String reason);
}
