package io.ttquant.exchanges.emulator.exchange;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A conditional order at one moment.
 *
 * @param id of its own service
 * @param account whose
 * @param request as placed
 * @param status where it stands
 * @param branch index of the branch that fired, -1 before
 * @param orderId of the order it placed, 0 before
 * @param trailLevel where a trailing one would fire now, null before it is active and for others
 * @param refusal of its order if it failed, or null
 * @param reason why it became so
 * @param created epoch nanoseconds
 * @param updated epoch nanoseconds
 */
public record Conditional(
        long id,
        String account,
        ConditionalRequest request,
        ConditionalStatus status,
        int branch,
        long orderId,
        @Nullable BigDecimal trailLevel,
        @Nullable Refusal refusal,
        OrderReason reason,
        long created,
        long updated) {
    /** The market's symbol. */
    public String symbol() {
        return request.branches().get(0).order().symbol();
    }
}
