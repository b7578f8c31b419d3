package io.ttquant.core.order;

/**
 * Client order ids: a run's prefix and a counter, letters and digits only, at most 32 characters, so that they are legal on OKX
 * (1 to 32 letters and digits) and on Binance (up to 36).
 *
 * <p>Ids are unique over restarts as long as every run has its own prefix, and the same in every replay of one run.
 */
public final class ClientIds {
    private static final int MAX_PREFIX = 19;

    private final String prefix;
    private final boolean isCounted;

    private ClientIds(String prefix, boolean isCounted) {
        this.prefix = prefix;
        this.isCounted = isCounted;
    }

    /**
     * Ids that start with {@code prefix}.
     *
     * @throws IllegalArgumentException if the prefix is not 1 to 19 letters and digits
     */
    public static ClientIds of(String prefix) {
        if (!prefix.matches("[A-Za-z0-9]{1," + MAX_PREFIX + "}")) {
            throw new IllegalArgumentException("order id prefix '" + prefix + "' must be 1 to " + MAX_PREFIX
                    + " letters or digits, so that ids are legal on every exchange");
        }
        return new ClientIds(prefix, true);
    }

    /** The id of one order that somebody else gave it, whatever its number. */
    static ClientIds exactly(String id) {
        return new ClientIds(id, false);
    }

    /** The id of the order with this sequence number. */
    public String of(long sequence) {
        return !isCounted ? prefix : prefix + Long.toString(sequence, 36);
    }
}
