package io.ttquant.exchanges.codes;

/** What an HTTP status says by itself, where the body has no code that can be read. */
public final class HttpStatuses {
    private static final int LEAST_REFUSAL = 400;
    private static final int TIMED_OUT = 408;
    private static final int LEAST_FAILURE = 500;

    private HttpStatuses() {}

    /**
     * The class of a status without a readable code. An error whose body cannot be read proves nothing, but for the statuses by which gateways
     * refuse before anything is executed.
     */
    public static CodeClass classOf(int status) {
        return switch (status) {
            case 401, 407 -> CodeClass.FATAL;
            case 403, 418, 429 -> CodeClass.RETRYABLE;
            case 410 -> CodeClass.MAINTENANCE;
            default -> CodeClass.UNKNOWN;
        };
    }

    /**
     * True for the statuses of a server that failed or gave up waiting, and of one that neither did nor refused what it
     * was asked, as a gateway that sends its caller elsewhere: the venue may have acted before, whatever the body says.
     */
    public static boolean mayHaveActed(int status) {
        return status >= LEAST_FAILURE || status == TIMED_OUT || (status < LEAST_REFUSAL && !isSuccess(status));
    }

    /** True for 2xx. */
    public static boolean isSuccess(int status) {
        return status >= 200 && status < 300;
    }
}
