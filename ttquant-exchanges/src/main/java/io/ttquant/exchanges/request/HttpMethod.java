package io.ttquant.exchanges.request;

/** The HTTP methods that the venues use. */
public enum HttpMethod {
    /** Reads. */
    GET,
    /** Creates and changes. */
    POST,
    /** Changes and extends. */
    PUT,
    /** Cancels. */
    DELETE
}
