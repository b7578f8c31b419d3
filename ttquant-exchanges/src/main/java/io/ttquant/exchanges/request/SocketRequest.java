package io.ttquant.exchanges.request;

/**
 * A text frame to send on a WebSocket. {@link #toString()} shows operation and id only, since the text may carry keys and signatures.
 */
public final class SocketRequest {
    private final HostKind host;
    private final String operation;
    private final String id;
    private final byte[] text;
    private final Cost cost;
    private final long deadlineMillis;

    /**
     * A frame.
     *
     * @param host on which socket
     * @param operation what it does, in the venue's word
     * @param id by which the answer is found; empty if the venue echoes none
     * @param text its UTF-8 text, not copied
     * @param cost what it takes from the budgets
     * @param deadlineMillis when the venue refuses it as late, epoch milliseconds; {@link Long#MAX_VALUE} if never
     */
    public SocketRequest(HostKind host, String operation, String id, byte[] text, Cost cost, long deadlineMillis) {
        this.host = host;
        this.operation = operation;
        this.id = id;
        this.text = text;
        this.cost = cost;
        this.deadlineMillis = deadlineMillis;
    }

    /** On which socket. */
    public HostKind host() {
        return host;
    }

    /** What it does, in the venue's word. */
    public String operation() {
        return operation;
    }

    /** By which the answer is found. */
    public String id() {
        return id;
    }

    /** A copy of the UTF-8 text. */
    public byte[] text() {
        return text.clone();
    }

    /** What it takes from the budgets. */
    public Cost cost() {
        return cost;
    }

    /** When the venue refuses it as late, epoch milliseconds; {@link Long#MAX_VALUE} if never. */
    public long deadlineMillis() {
        return deadlineMillis;
    }

    @Override
    public String toString() {
        return operation + (id.isEmpty() ? "" : " " + id);
    }
}
