package io.ttquant.core.risk;

import io.ttquant.api.order.RejectReason;
import io.ttquant.core.order.Refusal;
import io.ttquant.core.portfolio.Ledger;
import org.jspecify.annotations.Nullable;

/** Rules on the size of one order. */
final class SizeRules {
    private SizeRules() {}

    static @Nullable Refusal check(Proposal p, InstrumentScope s) {
        if (p.rawQuantity() > s.rawMaxOrderQuantity) {
            return new Refusal(
                    RejectReason.MAX_ORDER_QUANTITY,
                    "quantity " + p.instrument().formatQuantity(p.rawQuantity()) + " of " + p.instrument()
                            + " is above the largest order of " + s.scope.who() + ", "
                            + p.instrument().formatQuantity(s.rawMaxOrderQuantity) + "; ask for less");
        }
        return s.scope.rawMaxOrderValue == RiskScope.NONE ? null : value(p, s.scope);
    }

    private static @Nullable Refusal value(Proposal p, RiskScope scope) {
        long value = scope.values.rawValue(p.instrument(), p.rawJudgedPrice(), p.rawQuantity());
        if (value == Ledger.UNKNOWN) {
            return RiskText.unknownPrice(p.instrument(), scope.currency(), "the value of the order");
        }
        return value <= scope.rawMaxOrderValue
                ? null
                : new Refusal(
                        RejectReason.MAX_ORDER_VALUE,
                        "value " + RiskText.amount(value, scope.currency()) + " of "
                                + RiskText.quantity(p.instrument(), p.rawQuantity()) + " at "
                                + p.instrument().formatPrice(p.rawJudgedPrice()) + " is above the largest order of "
                                + scope.who() + ", " + RiskText.amount(scope.rawMaxOrderValue, scope.currency())
                                + "; ask for less");
    }
}
