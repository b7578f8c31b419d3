package io.ttquant.exchanges.session.rest;

import io.ttquant.exchanges.request.Cost;
import io.ttquant.exchanges.transport.budget.Charge;
import io.ttquant.exchanges.transport.budget.Quota;
import io.ttquant.exchanges.transport.budget.Urgency;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;

/**
 * What the cost of a request, which names a bucket, takes from the quotas of a venue, which have capacities. A request takes its weight from all
 * quotas of its bucket, its orders from all quotas of orders, and one from all quotas that count requests. A bucket without a quota is free.
 */
public final class Charges {
    private record Part(Quota quota, ToLongFunction<Cost> amount) {}

    private final String account;
    private final List<Part> always = new ArrayList<>();
    private final Map<String, List<Part>> buckets = new HashMap<>();

    /**
     * Charges nothing yet.
     *
     * @param account a name for the account, by which its quotas are counted; never a key
     */
    public Charges(String account) {
        this.account = account;
    }

    /** Charges the weight of requests of a bucket to a quota. */
    public Charges bucket(String bucket, Quota quota) {
        buckets.computeIfAbsent(bucket, b -> new ArrayList<>()).add(new Part(quota, Cost::weight));
        return this;
    }

    /** Charges new orders and amendments to a quota. */
    public Charges orders(Quota quota) {
        always.add(new Part(quota, Cost::orders));
        return this;
    }

    /** Charges each request to a quota, whatever its weight. */
    public Charges requests(Quota quota) {
        always.add(new Part(quota, cost -> 1));
        return this;
    }

    /** The account by which quotas are counted. */
    public String account() {
        return account;
    }

    /**
     * Whether the venue tells in headers what it has counted, and bans addresses. Where it does not, a limit that was met is the limit of one endpoint, and
     * cancels must still go out.
     */
    public boolean isToldByHeaders() {
        return quotas().stream().anyMatch(quota -> quota.header() != null);
    }

    /** All quotas, for the budget. */
    public List<Quota> quotas() {
        List<Quota> all = new ArrayList<>();
        always.forEach(part -> all.add(part.quota));
        buckets.values().forEach(parts -> parts.forEach(part -> all.add(part.quota)));
        return all.stream().distinct().toList();
    }

    /**
     * What a request takes. A weight beyond a quota's capacity takes all of it.
     *
     * @throws IllegalArgumentException if a quota is counted by instrument and the cost names none
     */
    public Charge[] of(Cost cost) {
        List<Charge> charges = new ArrayList<>();
        add(charges, always, cost);
        add(charges, buckets.getOrDefault(cost.bucket(), List.of()), cost);
        return charges.toArray(Charge[]::new);
    }

    /** Whether a request may use the reserve. */
    public static Urgency urgency(Cost cost) {
        return cost.isReducing() ? Urgency.RISK_REDUCING : Urgency.ORDINARY;
    }

    private void add(List<Charge> charges, List<Part> parts, Cost cost) {
        for (Part part : parts) {
            long amount = Math.min(part.amount.applyAsLong(cost), part.quota.capacity());
            if (amount > 0) {
                charges.add(charge(part.quota, cost, amount));
            }
        }
    }

    private Charge charge(Quota quota, Cost cost, long amount) {
        return switch (quota.scope()) {
            case IP -> quota.cost(amount);
            case ACCOUNT -> quota.cost(account, amount);
            case INSTRUMENT -> {
                if (cost.scope().isEmpty()) {
                    throw new IllegalArgumentException("a request of bucket " + cost.bucket()
                            + " names no instrument, by which quota " + quota.name()
                            + " is counted: give it with Cost.within");
                }
                yield quota.cost(account, cost.scope(), amount);
            }
        };
    }
}
