package io.ttquant.core.engine;

import io.ttquant.api.market.Instrument;
import io.ttquant.api.money.Currency;
import io.ttquant.api.money.FixedPoint;
import io.ttquant.api.order.LiquiditySide;
import io.ttquant.api.order.RejectReason;
import io.ttquant.api.order.Side;
import io.ttquant.core.margin.InstrumentMargin;
import io.ttquant.core.margin.MarginAccount;
import io.ttquant.core.margin.MarginGroup;
import io.ttquant.core.margin.MarginHold;
import io.ttquant.core.margin.Shortfall;
import io.ttquant.core.margin.View;
import io.ttquant.core.matching.FeeModel;
import io.ttquant.core.order.Refusal;
import io.ttquant.core.order.TrackedOrder;
import io.ttquant.core.portfolio.Ledger;
import org.jspecify.annotations.Nullable;

/** The margin of orders in derivatives, as we know it and as the simulated exchange has it. */
final class MarginFunds {
    private final MarginAccount account;
    private final Ledger ledger;
    private final FeeModel fees;

    MarginFunds(MarginAccount account, Ledger ledger, FeeModel fees) {
        this.ledger = ledger;
        this.account = account;
        this.fees = fees;
    }

    MarginAccount account() {
        return account;
    }

    /** Holds back what an order needs; one that only reduces its position needs nothing. */
    @Nullable
    Refusal hold(TrackedOrder order, long rawPrice, long rawQuantity) {
        Shortfall shortfall = hold(View.KNOWN, order, rawPrice, rawQuantity);
        return shortfall == null
                ? null
                : new Refusal(
                        RejectReason.INSUFFICIENT_MARGIN,
                        text(order.instrument(), order.side(), rawPrice, rawQuantity, shortfall));
    }

    /** Why a spot order may not be paid with money that stands behind positions in derivatives; null if it is not. */
    @Nullable
    Refusal behindPositions(TrackedOrder order, long rawPrice, long rawQuantity, long rawFee, long rawHeld) {
        MarginGroup group = account.groupOf(ledger.reservedCurrency(order.instrument(), order.side()));
        long needed = ledger.rawNeeded(order.instrument(), order.side(), rawPrice, rawQuantity, rawFee);
        return group == null ? null : behind(group, order, rawPrice, rawQuantity, needed, rawHeld);
    }

    /** The same for an account that may borrow: it may do so in a currency with whose balance no margin is provided. */
    @Nullable
    Refusal behindPositions(TrackedOrder order, long rawPrice, long rawQuantity, long rawNeeded) {
        MarginGroup group = account.groupOf(ledger.reservedCurrency(order.instrument(), order.side()));
        return group == null || group.rawFree(View.KNOWN) == group.rawMarginBalance(View.KNOWN)
                ? null
                : behind(group, order, rawPrice, rawQuantity, rawNeeded, order.rawReserved());
    }

    private static @Nullable Refusal behind(
            MarginGroup group, TrackedOrder order, long rawPrice, long rawQuantity, long needed, long rawHeld) {
        Instrument i = order.instrument();
        Currency currency = group.currency();
        long free = Math.addExact(group.rawFree(View.KNOWN), rawHeld);
        return needed <= rawHeld || needed <= free
                ? null
                : new Refusal(
                        RejectReason.INSUFFICIENT_FUNDS,
                        order.side() + " of " + i.formatQuantity(rawQuantity) + " " + i
                                + OrderFunds.at(i, rawPrice) + " needs " + FixedPoint.format(needed, currency.scale())
                                + " " + currency + ", of which positions and orders in derivatives leave free "
                                + FixedPoint.format(free, currency.scale()) + " " + currency
                                + "; order less, or close some of them");
    }

    /** Holds back what an order may need whether or not an amendment takes effect. */
    @Nullable
    Refusal extend(TrackedOrder order, long rawPrice, long rawLeaves) {
        MarginHold hold = order.marginHold();
        long value = order.instrument().rawNotional(rawPrice, rawLeaves);
        return hold.covers(value, rawLeaves) ? null : hold(order, rawPrice, Math.max(rawLeaves, hold.rawQuantity()));
    }

    private @Nullable Shortfall hold(View view, TrackedOrder order, long rawPrice, long rawQuantity) {
        if (order.request().isReducing()) {
            return null;
        }
        Instrument i = order.instrument();
        return account.hold(
                view,
                order.marginHold(),
                member(order),
                order.side() == Side.BUY,
                rawPrice,
                rawQuantity,
                fee(i, order.side(), rawPrice, rawQuantity));
    }

    private long fee(Instrument i, Side side, long rawPrice, long rawQuantity) {
        if (!fees.currency(i, side).equals(i.settlement())) {
            return 0;
        }
        long maker = fees.rawFee(i, side, LiquiditySide.MAKER, rawPrice, rawQuantity);
        return Math.max(0, Math.max(maker, fees.rawFee(i, side, LiquiditySide.TAKER, rawPrice, rawQuantity)));
    }

    private InstrumentMargin member(TrackedOrder order) {
        return java.util.Objects.requireNonNull(
                account.of(order.instrument().id()), "every derivative of a simulated account has its margin");
    }

    private static String text(Instrument i, Side side, long rawPrice, long rawQuantity, Shortfall shortfall) {
        Currency currency = i.settlement();
        return side + " of " + i.formatQuantity(rawQuantity) + " " + i + " at " + i.formatPrice(rawPrice) + " needs "
                + FixedPoint.format(shortfall.rawNeeded(), currency.scale()) + " " + currency
                + " of margin at leverage " + shortfall.leverage().toPlainString() + " with its fee, free are "
                + FixedPoint.format(shortfall.rawFree(), currency.scale()) + " " + currency
                + "; order less, cancel other orders, or set a higher leverage";
    }

    /** Others filled instead of an order: it holds back margin for at most this quantity from now on. */
    void shrinkTo(TrackedOrder order, long rawLeaves) {
        account.shrinkTo(View.KNOWN, order.marginHold(), member(order), rawLeaves);
    }

    void release(TrackedOrder order) {
        account.release(View.KNOWN, order.marginHold(), member(order));
    }

    void reported(TrackedOrder order, long rawPrice, long rawQuantity, long rawFee, Currency feeCurrency) {
        long fee = feeCurrency.equals(order.instrument().settlement()) ? rawFee : 0;
        account.reported(order.marginHold(), member(order), order.side() == Side.BUY, rawPrice, rawQuantity, fee);
    }

    /** Holds back at the exchange what an order held back when it was sent; returns how much is missing. */
    long holdAtExchange(TrackedOrder order) {
        return account.holdAsSent(order.marginHold(), member(order), order.side() == Side.BUY);
    }

    /** Holds back at the exchange what an amended order needs; returns how much is missing. */
    long replaceAtExchange(TrackedOrder order, long rawPrice, long rawLeaves) {
        Shortfall shortfall = hold(View.EXCHANGE, order, rawPrice, rawLeaves);
        return shortfall == null ? 0 : shortfall.rawNeeded() - shortfall.rawFree();
    }

    void releaseAtExchange(TrackedOrder order) {
        account.release(View.EXCHANGE, order.marginHold(), member(order));
    }

    boolean canAfford(TrackedOrder order, long rawPrice, long rawQuantity, long rawFee, Currency feeCurrency) {
        // One side of a hedge can be closed whatever margin the other one needs alone: else neither could be.
        if (order.request().isReducing()) {
            return true;
        }
        MarginHold hold = order.marginHold();
        long fee = feeCurrency.equals(order.instrument().settlement()) ? rawFee : 0;
        return account.shortfall(hold, member(order), order.side() == Side.BUY, rawPrice, rawQuantity, fee) == null;
    }

    void filled(TrackedOrder order, long rawPrice, long rawQuantity, long rawFee, Currency feeCurrency) {
        long fee = feeCurrency.equals(order.instrument().settlement()) ? rawFee : 0;
        account.filled(order.marginHold(), member(order), order.side() == Side.BUY, rawPrice, rawQuantity, fee);
    }

    static boolean concerns(TrackedOrder order) {
        return order.instrument().kind().isDerivative();
    }
}
