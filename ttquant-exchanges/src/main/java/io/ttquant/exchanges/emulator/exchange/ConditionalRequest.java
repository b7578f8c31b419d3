package io.ttquant.exchanges.emulator.exchange;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A conditional order of the service of its own: no balance is checked before it fires. With two branches, the first to fire ends the other.
 *
 * @param branches what is waited for, and what is placed then; one or two, of one market
 * @param clientId the account's own id, null for none
 * @param label what a front calls this kind, kept for it; null for none
 */
public record ConditionalRequest(
        List<Branch> branches,
        @Nullable String clientId,
        @Nullable String label) {
    /** Copies the branches. */
    public ConditionalRequest {
        branches = List.copyOf(branches);
    }

    /** One without a label. */
    public ConditionalRequest(List<Branch> branches, @Nullable String clientId) {
        this(branches, clientId, null);
    }

    /** One trigger, one order. */
    public static ConditionalRequest of(Trigger trigger, OrderRequest order, @Nullable String clientId) {
        return new ConditionalRequest(List.of(new Branch(trigger, order)), clientId);
    }

    /**
     * A trigger and what it places.
     *
     * @param trigger what is waited for
     * @param order placed then
     */
    public record Branch(Trigger trigger, OrderRequest order) {}
}
