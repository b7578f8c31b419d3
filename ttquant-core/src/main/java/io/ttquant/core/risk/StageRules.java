package io.ttquant.core.risk;

import io.ttquant.api.order.RejectReason;
import io.ttquant.core.order.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * Rules of the stages. An amendment that asks for no more, neither in quantity nor in price, passes them all; what protects a position passes all but
 * the kill switch.
 */
final class StageRules {
    private StageRules() {}

    static @Nullable Refusal check(Proposal p, RiskScope scope) {
        TradingStage stage = scope.stage();
        if (stage == TradingStage.ACTIVE || (p.isAmendment() && !p.isMoved())) {
            return null;
        }
        if (p.isProtective() && !scope.isKilled()) {
            return null;
        }
        if (stage == TradingStage.REDUCING) {
            return p.isReducing()
                    ? null
                    : new Refusal(
                            RejectReason.TRADING_REDUCING,
                            scope.who() + " only reduces positions (" + scope.stageReason() + "), and this "
                                    + (p.isBuy() ? "BUY" : "SELL") + " could take " + p.instrument() + " to "
                                    + p.instrument().formatQuantity(p.rawReachAfter())
                                    + " with what is open; ask for at most what is held, or resume first");
        }
        if (scope.isKilled()) {
            return new Refusal(
                    RejectReason.KILLED,
                    "the kill switch is tripped (" + scope.stageReason()
                            + "); cancels pass, orders do not; reset it first");
        }
        return new Refusal(
                RejectReason.TRADING_HALTED,
                scope.who() + " is halted (" + scope.stageReason() + "); cancels pass, orders do not; resume first");
    }
}
