package io.ttquant.exchanges.request;

import io.ttquant.api.order.RejectReason;

/** A request that was not built, because the venue could not take it or would take it for something else. Nothing was sent. */
public final class RequestRefused extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final RejectReason reason;

    /** A refusal with its reason and a sentence that names the value, the rule and the remedy. */
    public RequestRefused(RejectReason reason, String message) {
        super(message);
        this.reason = reason;
    }

    /** Why. */
    public RejectReason reason() {
        return reason;
    }
}
