package io.ttquant.exchanges.transport;

/** A request that is under way. */
@FunctionalInterface
public interface HttpCall {
    /** Gives up waiting: the listener is not called any more. Whether the request reached the server stays unknown. Idempotent. */
    void cancel();
}
