package io.ttquant.exchanges.transport.budget;

/** What a request takes from one quota; made by the quota. */
public final class Charge {
    private final Quota quota;
    private final String key;
    private final long amount;

    Charge(Quota quota, String key, long amount) {
        this.quota = quota;
        this.key = key;
        this.amount = amount;
    }

    /** From which quota. */
    public Quota quota() {
        return quota;
    }

    /** How much, in the quota's unit. */
    public long amount() {
        return amount;
    }

    String key() {
        return key;
    }

    @Override
    public String toString() {
        return amount + " of " + quota.name() + (key.isEmpty() ? "" : " of " + key);
    }
}
