package io.ttquant.exchanges.transport.budget;

import io.ttquant.exchanges.transport.Positive;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A limit of a venue: so much in any stretch of time.
 *
 * @param name unique in a budget, such as {@code weight}
 * @param scope what is counted together
 * @param capacity the most in a period, in the venue's unit (requests, weight, orders)
 * @param period the stretch
 * @param reserve the part of the capacity that only requests that reduce risk may use, from 0 to the capacity
 * @param header the header of answers that says how much the venue has counted; null where there is none
 */
public record Quota(
        String name,
        QuotaScope scope,
        long capacity,
        Duration period,
        long reserve,
        @Nullable String header) {
    private static final long MOST = 1_000_000_000_000L;

    /** Checks the values. */
    public Quota {
        Positive.number("capacity of " + name, capacity);
        Positive.duration("period of " + name, period);
        if (capacity > MOST || reserve < 0 || reserve > capacity) {
            throw new IllegalArgumentException("quota " + name + " has the capacity " + capacity + " and the reserve "
                    + reserve + ": the capacity may be up to " + MOST + ", the reserve from 0 to the capacity");
        }
    }

    /** A quota with a tenth in reserve, rounded up, and no header. */
    public static Quota of(String name, QuotaScope scope, long capacity, Duration period) {
        return new Quota(name, scope, capacity, period, capacity / 10 + (capacity % 10 == 0 ? 0 : 1), null);
    }

    /** The same with another reserve. */
    public Quota withReserve(long reserve) {
        return new Quota(name, scope, capacity, period, reserve, header);
    }

    /** The same with the header that tells what the venue has counted. */
    public Quota withHeader(String header) {
        return new Quota(name, scope, capacity, period, reserve, header);
    }

    /**
     * A cost by IP address.
     *
     * @throws IllegalArgumentException if the quota is counted by something else, or the amount is impossible
     */
    public Charge cost(long amount) {
        return cost(QuotaScope.IP, "", amount);
    }

    /**
     * A cost of an account.
     *
     * @throws IllegalArgumentException if the quota is counted by something else, or the amount is impossible
     */
    public Charge cost(String account, long amount) {
        return cost(QuotaScope.ACCOUNT, account, amount);
    }

    /**
     * A cost of an account on an instrument.
     *
     * @throws IllegalArgumentException if the quota is counted by something else, or the amount is impossible
     */
    public Charge cost(String account, String instrument, long amount) {
        return cost(QuotaScope.INSTRUMENT, account + "/" + instrument, amount);
    }

    private Charge cost(QuotaScope as, String key, long amount) {
        if (as != scope) {
            throw new IllegalArgumentException(
                    "quota " + name + " is counted by " + scope + ", not by " + as + ": say whose it is");
        }
        if (amount < 0 || amount > capacity) {
            throw new IllegalArgumentException("a request costs " + amount + " of quota " + name + ", which has "
                    + capacity + " in all: make it smaller");
        }
        return new Charge(this, key, amount);
    }
}
