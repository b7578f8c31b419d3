package io.ttquant.core.engine;

import io.ttquant.api.market.Instrument;
import io.ttquant.api.money.Currency;
import io.ttquant.api.money.FixedPoint;
import io.ttquant.api.order.LiquiditySide;
import io.ttquant.api.order.Order;
import io.ttquant.api.order.RejectReason;
import io.ttquant.api.order.Side;
import io.ttquant.core.matching.FeeModel;
import io.ttquant.core.order.OpenOrders;
import io.ttquant.core.order.Refusal;
import io.ttquant.core.order.TrackedOrder;
import io.ttquant.core.portfolio.BorrowLimit;
import io.ttquant.core.portfolio.Ledger;
import io.ttquant.core.portfolio.SpotExchange;
import org.jspecify.annotations.Nullable;

/** The funds of spot orders of an account that may borrow up to a limit: what they may pay is held back, and refused if too much would be owed. */
final class BorrowFunds {
    private final Engine engine;
    private final Ledger ledger;
    private final BorrowLimit limit;
    private final FeeModel fees;
    private final @Nullable MarginFunds margin;

    BorrowFunds(Engine engine, Ledger ledger, BorrowLimit limit, FeeModel fees, @Nullable MarginFunds margin) {
        this.margin = margin;
        this.engine = engine;
        this.ledger = ledger;
        this.limit = limit;
        this.fees = fees;
    }

    /**
     * Holds back what an order may pay.
     *
     * @param rawPrice what to reckon with; 0 if no price is known, so that the order cannot be judged
     */
    @Nullable
    Refusal hold(TrackedOrder order, long rawPrice, long rawQuantity) {
        if (rawPrice <= 0) {
            return refusal(text(order, rawPrice, rawQuantity) + " cannot be judged, because no price of "
                    + order.instrument() + " is known; wait for its first trade, quote or bar");
        }
        SpotExchange fill = fill(order, rawPrice, rawQuantity);
        BorrowLimit.Verdict verdict = limit.judge(order.reservation(), fill, () -> rawOtherCosts(order));
        if (verdict.isRefused()) {
            return refusal(text(order, rawPrice, rawQuantity) + reason(verdict));
        }
        Refusal behind = margin == null ? null : margin.behindPositions(order, rawPrice, rawQuantity, fill.rawHeld());
        if (behind == null) {
            limit.hold(order.reservation(), fill, rawQuantity);
        }
        return behind;
    }

    /** Holds back what an order may pay whether or not an amendment takes effect. */
    @Nullable
    Refusal extend(TrackedOrder order, long rawPrice, long rawLeaves) {
        boolean isCovered = rawPrice > 0 && fill(order, rawPrice, rawLeaves).rawHeld() <= order.rawReserved();
        return isCovered ? null : hold(order, rawPrice, rawLeaves);
    }

    /** Holds back what an order may pay as it is now; it is there, so that nothing is refused. */
    void rehold(TrackedOrder order, long rawPrice) {
        limit.hold(order.reservation(), fill(order, rawPrice, order.rawLeaves()), order.rawLeaves());
    }

    private SpotExchange fill(TrackedOrder order, long rawPrice, long rawQuantity) {
        Instrument i = order.instrument();
        Side side = order.side();
        if (order.request().isByValue() && side == Side.BUY) {
            return limit.spending(i, order.request().rawQuoteQuantity(), rawQuantity);
        }
        long maker = fees.rawFee(i, side, LiquiditySide.MAKER, rawPrice, rawQuantity);
        long taker = fees.rawFee(i, side, LiquiditySide.TAKER, rawPrice, rawQuantity);
        return limit.exchange(
                i, side, rawPrice, rawQuantity, Math.max(0, Math.max(maker, taker)), fees.currency(i, side));
    }

    /** What the other open spot orders would lose at once, with their fees. */
    private long rawOtherCosts(TrackedOrder but) {
        long sum = 0;
        for (InstrumentChannel channel : engine.channels()) {
            for (StrategySlot slot : engine.slots()) {
                OpenOrders open = channel.orders().orNull(slot);
                if (open == null || channel.instrument().kind().isDerivative()) {
                    continue;
                }
                for (Order each : open.toList()) {
                    long cost = each == but ? 0 : rawCost((TrackedOrder) each);
                    if (cost == Ledger.UNKNOWN) {
                        return cost;
                    }
                    sum = Math.addExact(sum, cost);
                }
            }
        }
        return sum;
    }

    private long rawCost(TrackedOrder order) {
        long rawPrice = OrderFunds.judgedPrice(engine, order, order.rawPrice(), order.rawTrigger());
        return order.rawMayFill() <= 0 || rawPrice <= 0 ? 0 : limit.rawCost(fill(order, rawPrice, order.rawMayFill()));
    }

    private String reason(BorrowLimit.Verdict verdict) {
        return verdict.missing() != null
                ? " cannot be judged, because what is owed has no value: " + verdict.missing() + "; wait for the price"
                : " could make the account owe " + money(verdict.rawOwed()) + " with all open orders, more than the "
                        + money(verdict.rawLimit()) + " that it may at an equity of " + money(verdict.rawEquity())
                        + "; order less, cancel other orders, or set a higher spot leverage";
    }

    private String money(long rawAmount) {
        Currency currency = ledger.reporting();
        return FixedPoint.format(rawAmount, currency.scale()) + " " + currency;
    }

    private static String text(TrackedOrder order, long rawPrice, long rawQuantity) {
        Instrument i = order.instrument();
        return order.side() + " of " + i.formatQuantity(rawQuantity) + " " + i
                + (rawPrice > 0 ? " at " + i.formatPrice(rawPrice) : "");
    }

    private static Refusal refusal(String message) {
        return new Refusal(RejectReason.INSUFFICIENT_MARGIN, message);
    }
}
