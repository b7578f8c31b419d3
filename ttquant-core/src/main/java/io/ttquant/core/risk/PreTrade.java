package io.ttquant.core.risk;

import io.ttquant.api.order.RejectReason;
import io.ttquant.core.order.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * All rules on an order or an amendment before it leaves, cheapest and strictest first. A protective one passes those on the stage, the age, the size,
 * the position and the number of what is sent: to refuse it would not make anything safer. Those on prices hold for it too, and the kill switch does.
 * What only takes the strategy's position nearer to flat passes those on the size: the limits on positions bound it already, and an exit that is refused
 * for being large leaves the risk that the limit is there to prevent.
 */
public final class PreTrade {
    private PreTrade() {}

    /**
     * Checks an order or an amendment against one strategy's limits or the account's.
     *
     * @return why it is refused, or null if it may go on
     * @throws ArithmeticException if a sum does not fit
     */
    public static @Nullable Refusal check(Proposal p, InstrumentScope s) {
        Refusal refusal = StageRules.check(p, s.scope);
        if (refusal == null) {
            refusal = PriceRules.check(p, s);
        }
        if (refusal == null && p.isMoved() && !p.isProtective() && !p.isExit()) {
            refusal = SizeRules.check(p, s);
        }
        if (refusal == null) {
            refusal = PositionRules.check(p, s);
        }
        if (refusal != null || p.isProtective()) {
            return refusal;
        }
        refusal = p.isAmendment() ? null : openOrders(p, s);
        return refusal != null ? refusal : s.scope.rates.check(p.isAmendment(), p.nowNanos(), s.scope.who());
    }

    private static @Nullable Refusal openOrders(Proposal p, InstrumentScope s) {
        RiskScope scope = s.scope;
        if (scope.maxOpenOrdersPerInstrument != Integer.MAX_VALUE
                && s.openOrders.getAsInt() >= scope.maxOpenOrdersPerInstrument) {
            return tooMany(s.openOrders.getAsInt() + " open orders in " + p.instrument(), scope);
        }
        return scope.reaches().openOrders() >= scope.maxOpenOrders
                ? tooMany(scope.reaches().openOrders() + " open orders", scope)
                : null;
    }

    private static Refusal tooMany(String what, RiskScope scope) {
        return new Refusal(
                RejectReason.MAX_OPEN_ORDERS,
                scope.who() + " has " + what + ", the most that it may; cancel one first");
    }
}
