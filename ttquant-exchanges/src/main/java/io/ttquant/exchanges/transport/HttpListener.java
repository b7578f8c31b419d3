package io.ttquant.exchanges.transport;

/** Hears what became of a request, on the engine's thread. */
public interface HttpListener {
    /** The server answered, with whatever status. */
    void response(HttpResponse response);

    /** There is no whole answer. */
    void failed(NetworkFailure failure);
}
