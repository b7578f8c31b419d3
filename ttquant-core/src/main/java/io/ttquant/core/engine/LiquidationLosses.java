package io.ttquant.core.engine;

import io.ttquant.api.market.Instrument;
import io.ttquant.api.money.FixedPoint;
import io.ttquant.core.margin.InstrumentMargin;
import io.ttquant.core.margin.Insurance;
import io.ttquant.core.margin.MarginAccount;
import io.ttquant.core.margin.View;
import io.ttquant.core.order.TrackedOrder;
import io.ttquant.core.portfolio.CashFlow;
import io.ttquant.core.portfolio.PositionState;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;

/** What liquidations cost beside their fills: their fee, and who bears a loss beyond the margin. */
final class LiquidationLosses {
    private final Engine engine;
    private final MarginAccount account;
    private final Map<InstrumentMargin, Long> rawBehind = new LinkedHashMap<>();
    private final Map<InstrumentMargin, Long> rawBefore = new LinkedHashMap<>();

    LiquidationLosses(Engine engine, MarginAccount account) {
        this.engine = engine;
        this.account = account;
    }

    /** A position is about to be closed: notes what stands behind it if it is isolated. */
    void begin(InstrumentMargin member) {
        if (member.isIsolated()) {
            rawBehind.put(member, member.rawWallet());
            rawBefore.put(member, member.rawBooked());
        }
    }

    /** A fill of a liquidation was booked: takes the fee, and at the end covers what is missing if a fund does. */
    void filled(TrackedOrder order, long rawPrice, long rawQuantity) {
        Instrument i = order.instrument();
        InstrumentMargin member = java.util.Objects.requireNonNull(account.of(i.id()));
        BigDecimal rate = account.config().liquidationFee();
        long fee = i.rawNotionalPart(rawPrice, rawQuantity, rate.unscaledValue().longValueExact(), rate.scale());
        if (fee != 0) {
            pay(
                    order.position(),
                    CashFlow.Kind.LIQUIDATION_FEE,
                    -fee,
                    rate.toPlainString() + " of " + i.formatQuantity(rawQuantity) + " at " + i.formatPrice(rawPrice));
        }
        if (order.isClosed() && isOver(member)) {
            cover(order.position(), member);
        }
    }

    private boolean isOver(InstrumentMargin member) {
        for (InstrumentMargin other : account.sharing(member)) {
            if (other.rawQuantity(View.EXCHANGE) != 0 || other.rawQuantity(View.KNOWN) != 0) {
                return false;
            }
        }
        return true;
    }

    private void cover(PositionState position, InstrumentMargin member) {
        long left = rawLeft(member);
        if (left >= 0) {
            return;
        }
        Instrument i = member.instrument();
        String missing = FixedPoint.format(-left, i.settlement().scale()) + " " + i.settlement();
        if (account.config().insurance() == Insurance.FUND) {
            pay(position, CashFlow.Kind.INSURANCE, -left, "loss beyond the margin, borne by the insurance fund");
        }
        engine.taps()
                .notice(new AccountNotice(
                        engine.now(),
                        AccountNotice.Kind.LOSS_BEYOND_MARGIN,
                        i.id(),
                        "the liquidation of " + i + " lost " + missing + " beyond its margin; "
                                + (account.config().insurance() == Insurance.FUND
                                        ? "the insurance fund bears it"
                                        : "the account bears it")));
    }

    private long rawLeft(InstrumentMargin member) {
        Long behind = rawBehind.remove(member);
        Long before = rawBefore.remove(member);
        return behind == null || before == null
                ? account.groupOf(member).rawMarginBalance(View.KNOWN)
                : behind + member.rawBooked() - before;
    }

    private void pay(PositionState position, CashFlow.Kind kind, long rawAmount, String why) {
        Instrument i = position.instrument();
        engine.ledger().pay(position, kind, rawAmount);
        engine.taps()
                .cashFlow(new CashFlow(
                        engine.now(), kind, position.strategyId(), i.id(), i.settlement(), rawAmount, why));
    }
}
