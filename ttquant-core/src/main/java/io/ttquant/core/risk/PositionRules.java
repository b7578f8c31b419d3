package io.ttquant.core.risk;

import io.ttquant.api.market.Instrument;
import io.ttquant.api.order.RejectReason;
import io.ttquant.core.order.ReachList;
import io.ttquant.core.order.Refusal;
import io.ttquant.core.portfolio.Ledger;
import org.jspecify.annotations.Nullable;

/**
 * Rules on what may be held, counting everything in flight. They look at the furthest that the position can become in the order's direction. An
 * order that can only take the position nearer to flat passes them all. So does one that protects a position: that other orders which are open could take
 * it past the limit once it is closed is no reason to leave it without its exits.
 */
final class PositionRules {
    private PositionRules() {}

    static @Nullable Refusal check(Proposal p, InstrumentScope s) {
        if (p.isProtective()) {
            return null;
        }
        long change = p.rawReachChange();
        long before = p.isBuy() ? s.reach.rawHigh() : s.reach.rawLow();
        long after = Math.addExact(before, change);
        if (after == 0 || (change == 0 && !p.isMoved())) {
            return null;
        }
        if (Math.abs(after) > s.rawMaxPosition && (change != 0 || isCountedByOthers(p))) {
            return tooLarge(p, s, before, after);
        }
        if (change != 0 && s.reach.isFlat() && s.scope.reaches().size() >= s.scope.maxPositions) {
            return tooMany(p, s.scope);
        }
        return (p.isReduceOnly() && change == 0) || !s.scope.limitsValues() ? null : values(p, s, after);
    }

    /**
     * True if an order adds nothing only because other orders that reduce count for all that is held already: once one of them is cancelled, it does.
     */
    private static boolean isCountedByOthers(Proposal p) {
        return p.isReduceOnly() && p.isMoved();
    }

    private static Refusal tooLarge(Proposal p, InstrumentScope s, long before, long after) {
        Instrument i = p.instrument();
        return new Refusal(
                RejectReason.MAX_POSITION,
                "position " + i.formatQuantity(after) + " of " + i + " would be possible: "
                        + i.formatQuantity(before) + " with all open orders and "
                        + i.formatQuantity(after - before) + " more; the limit of " + s.scope.who() + " is "
                        + i.formatQuantity(s.rawMaxPosition) + "; ask for less, or cancel open orders first");
    }

    private static Refusal tooMany(Proposal p, RiskScope scope) {
        return new Refusal(
                RejectReason.MAX_POSITIONS,
                scope.who() + " holds or may open positions in "
                        + scope.reaches().size() + " instruments, the most that it may; close one before opening "
                        + p.instrument());
    }

    private static @Nullable Refusal values(Proposal p, InstrumentScope s, long after) {
        RiskScope scope = s.scope;
        if (!scope.knowsCapital()) {
            return RiskText.unknownPrice(p.instrument(), scope.currency(), "a limit that is a fraction of the capital");
        }
        long price = p.rawDearest(s.reach.rawMark(), p.rawJudgedPrice());
        long value = scope.values.rawValue(p.instrument(), price, after);
        if (value == Ledger.UNKNOWN) {
            return RiskText.unknownPrice(p.instrument(), scope.currency(), "the value of the position");
        }
        if (value > scope.rawMaxPositionValue()) {
            return new Refusal(
                    RejectReason.MAX_POSITION_VALUE,
                    "position " + RiskText.quantity(p.instrument(), after) + " would be possible, worth "
                            + RiskText.amount(value, scope.currency()) + " at "
                            + p.instrument().formatPrice(price)
                            + "; the limit of " + scope.who() + " is "
                            + RiskText.amount(scope.rawMaxPositionValue(), scope.currency())
                            + "; ask for less, or cancel open orders first");
        }
        return scope.rawMaxExposure() == RiskScope.NONE ? null : exposure(p, s, price, value);
    }

    private static @Nullable Refusal exposure(Proposal p, InstrumentScope s, long price, long value) {
        RiskScope scope = s.scope;
        long otherWay = p.isBuy() ? s.reach.rawLow() : s.reach.rawHigh();
        long own = Math.max(value, scope.values.rawValue(p.instrument(), price, otherWay));
        ReachList reaches = scope.reaches();
        long rest = scope.values.rawExposureWithout(reaches, s.reach);
        if (rest == Ledger.UNKNOWN) {
            return RiskText.unknownPrice(
                    scope.values.unknown(reaches, s.reach), scope.currency(), "the total exposure");
        }
        long total = Math.addExact(rest, own);
        return total <= scope.rawMaxExposure()
                ? null
                : new Refusal(
                        RejectReason.MAX_EXPOSURE,
                        "exposure " + RiskText.amount(total, scope.currency()) + " would be possible: "
                                + RiskText.amount(rest, scope.currency()) + " in other instruments and "
                                + RiskText.amount(own, scope.currency()) + " in " + p.instrument() + "; the limit of "
                                + scope.who() + " is " + RiskText.amount(scope.rawMaxExposure(), scope.currency())
                                + "; ask for less, or cancel open orders first");
    }
}
