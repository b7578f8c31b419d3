package io.ttquant.exchanges.codes;

/** What an HTTP status says by itself, where the body has no code that can be read. */
public final class HttpStatuses {
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

    /** True for the statuses of a server that failed or gave up waiting: it may have acted before, whatever its body says. */
    public static boolean mayHaveActed(int status) {
        return status >= 500 || status == 408;
    }

    /** True for 2xx. */
    public static boolean isSuccess(int status) {
        return status >= 200 && status < 300;
    }
}
