package io.ttquant.exchanges.transport.stream;

/** What a message says about its stream; told by {@link StreamProtocol#message}. */
public interface StreamInput {
    /** The number of the connection that the message came on; later ones have higher numbers. */
    int connection();

    /** The login succeeded. */
    void loggedIn();

    /**
     * The login failed.
     *
     * @param isFinal whether trying again is pointless, as with a wrong key: then the session halts
     */
    void loginRefused(String reason, boolean isFinal);

    /** All channels of a request are acknowledged. */
    void acknowledged(long requestId);

    /** One channel is acknowledged. */
    void acknowledged(Subscription channel);

    /** A request is refused. Where it had several channels they are asked for one by one, to find the culprit. */
    void refused(long requestId, String reason);

    /**
     * A channel is refused for good. A refusal that passes, such as for a rate, is not to be told: the missing acknowledgement leads to another
     * request.
     */
    void refused(Subscription channel, String reason);

    /**
     * A message of a channel came.
     *
     * @return whether to use it; false while another connection carries the channel, or when it is not wanted any more
     */
    boolean data(Subscription channel);

    /**
     * The message could not be read. It is counted, and the log shows its beginning and why, once a minute at most; nothing else follows from it.
     *
     * @param message the message, which must hold nothing that is not for a log
     */
    void unreadable(String why, byte[] message);

    /** A message of an account could not be read. It is counted, and the log says why, as often; nothing of the message is shown. */
    void unreadable(String why);

    /** The connection does not carry what it should, whatever was acknowledged on it: it ends, and after a wait there is another. */
    void useless(String reason);

    /** The venue announces that it will close this connection: another takes over before. */
    void closing(String reason);
}
