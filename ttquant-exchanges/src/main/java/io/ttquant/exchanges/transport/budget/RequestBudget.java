package io.ttquant.exchanges.transport.budget;

import io.ttquant.api.exchange.SessionFigures;
import io.ttquant.api.time.Clock;
import io.ttquant.exchanges.transport.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What may be sent to a venue from this address. A request is let through if all its costs fit, or not at all; what the venue says it has
 * counted is believed where it is more than what we know, since other programs may use the same address. Sessions that a venue counts together may
 * share one, on their threads: what each takes is gone for all.
 */
public final class RequestBudget {
    private final Clock clock;
    private final long guardNanos;
    private final List<Quota> quotas;
    private final Map<String, SlidingLedger> ledgers = new HashMap<>();
    private final Map<String, Long> blockedUntil = new HashMap<>();
    private final Penalty penalty = new Penalty();
    private long allBlockedUntil = Long.MIN_VALUE;

    /**
     * A budget of which nothing is used.
     *
     * @param guard how much longer than the period of a quota something counts, which covers requests that are under way for different
     *     times and arrive closer together than they left; 250 ms is much
     * @throws IllegalArgumentException if two quotas have one name
     */
    public RequestBudget(Clock clock, Duration guard, List<Quota> quotas) {
        this.clock = clock;
        this.guardNanos = guard.toNanos();
        this.quotas = List.copyOf(quotas);
        Set<String> names = new HashSet<>();
        for (Quota quota : quotas) {
            if (!names.add(quota.name())) {
                throw new IllegalArgumentException(
                        "two quotas are called " + quota.name() + ": give each its own name");
            }
        }
    }

    /**
     * Takes what a request costs, if there is enough.
     *
     * @return 0 if the request may be sent now; otherwise how many nanoseconds to wait before asking again, and nothing was taken
     */
    public synchronized long tryTake(Urgency urgency, Charge... costs) {
        long now = clock.nanos();
        long wait = left(allBlockedUntil, now);
        for (Charge cost : costs) {
            wait = Math.max(wait, waitFor(urgency, cost, needed(cost, costs), now));
        }
        if (wait > 0) {
            return wait;
        }
        for (Charge cost : costs) {
            ledger(cost.quota(), cost.key()).add(cost.amount(), now);
        }
        return 0;
    }

    /** What counts as used now. */
    public synchronized long used(Charge cost) {
        return ledger(cost.quota(), cost.key()).used(clock.nanos());
    }

    /**
     * Learns from an answer of a venue that counts by headers and bans addresses (Binance): how much it has counted, and with 429 and 418 that
     * nothing at all may be sent for the time of {@code Retry-After}, or for a time that grows with each such answer where it says none.
     *
     * @param account whose request it was
     */
    public synchronized void observe(HttpResponse response, String account) {
        for (Quota quota : quotas) {
            String header = quota.header() == null ? null : response.headers().first(quota.header());
            if (header != null && quota.scope() != QuotaScope.INSTRUMENT) {
                believe(quota, quota.scope() == QuotaScope.IP ? "" : account, WireNumbers.count(header));
            }
        }
        if (response.status() == 429 || response.status() == 418) {
            blockAll(penalty.after(response, clock.nanos()));
        } else if (response.isSuccess()) {
            penalty.forget();
        }
    }

    /** Lets nothing at all through for a time; does not shorten what was said before. */
    public synchronized void blockAll(Duration time) {
        allBlockedUntil = Math.max(allBlockedUntil, until(time));
    }

    /** Lets nothing through that costs the same quota of the same owner for a time, as after OKX's 50011. */
    public synchronized void block(Charge cost, Duration time) {
        blockedUntil.merge(key(cost.quota(), cost.key()), until(time), Math::max);
    }

    /** How long nothing at all may be sent; zero if something may. */
    public synchronized Duration blockedFor() {
        return Duration.ofNanos(left(allBlockedUntil, clock.nanos()));
    }

    /** How much of each quota is used, of those by account or instrument that of the fullest; in the order of the quotas. */
    public synchronized List<SessionFigures.QuotaUse> uses() {
        long now = clock.nanos();
        return quotas.stream()
                .map(quota -> new SessionFigures.QuotaUse(
                        quota.name(),
                        ledgers.entrySet().stream()
                                .filter(entry -> entry.getKey().startsWith(key(quota, "")))
                                .mapToLong(entry -> entry.getValue().used(now))
                                .max()
                                .orElse(0),
                        quota.capacity()))
                .toList();
    }

    private long waitFor(Urgency urgency, Charge cost, long needed, long now) {
        Quota quota = cost.quota();
        long limit = urgency == Urgency.RISK_REDUCING ? quota.capacity() : quota.capacity() - quota.reserve();
        // An ordinary request above the reserve's limit would never fit, so it fits when nothing else is counted.
        long most = Math.max(0, limit - needed);
        long blocked = blockedUntil.getOrDefault(key(quota, cost.key()), Long.MIN_VALUE);
        long wait = needed == 0 ? 0 : ledger(quota, cost.key()).waitFor(most, now);
        return Math.max(wait, left(blocked, now));
    }

    /** All that a request takes from the same place, should it name it twice. */
    private static long needed(Charge cost, Charge[] costs) {
        long needed = 0;
        for (Charge other : costs) {
            needed += other.quota().equals(cost.quota()) && other.key().equals(cost.key()) ? other.amount() : 0;
        }
        if (needed > cost.quota().capacity()) {
            throw new IllegalArgumentException("a request costs " + needed + " of quota "
                    + cost.quota().name() + ", which has " + cost.quota().capacity() + " in all: make it smaller");
        }
        return needed;
    }

    private void believe(Quota quota, String key, long reported) {
        SlidingLedger ledger = ledger(quota, key);
        long now = clock.nanos();
        long foreign = Math.min(reported, quota.capacity()) - ledger.used(now);
        if (foreign > 0) {
            ledger.add(foreign, now);
        }
    }

    private SlidingLedger ledger(Quota quota, String key) {
        String name = key(quota, key);
        @Nullable SlidingLedger ledger = ledgers.get(name);
        if (ledger == null) {
            if (!quotas.contains(quota)) {
                throw new IllegalArgumentException("quota " + quota.name() + " is not of this budget: add it");
            }
            ledger = new SlidingLedger(Math.addExact(quota.period().toNanos(), guardNanos));
            ledgers.put(name, ledger);
        }
        return ledger;
    }

    private static long left(long untilNanos, long nowNanos) {
        return untilNanos <= nowNanos ? 0 : untilNanos - nowNanos;
    }

    private long until(Duration time) {
        return Math.addExact(clock.nanos(), time.toNanos());
    }

    private static String key(Quota quota, String key) {
        return quota.name() + "/" + key;
    }
}
