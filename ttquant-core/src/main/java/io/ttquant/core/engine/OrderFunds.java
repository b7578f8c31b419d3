package io.ttquant.core.engine;

import io.ttquant.api.market.Instrument;
import io.ttquant.api.money.Currency;
import io.ttquant.api.money.FixedPoint;
import io.ttquant.api.order.RejectReason;
import io.ttquant.api.order.Side;
import io.ttquant.core.matching.FeeModel;
import io.ttquant.core.order.Refusal;
import io.ttquant.core.order.TrackedOrder;
import io.ttquant.core.portfolio.BorrowLimit;
import io.ttquant.core.portfolio.Ledger;
import org.jspecify.annotations.Nullable;

/** Holds back the funds of orders: the value at the limit, trigger or reference price, and the fee if it is paid in the same currency. */
final class OrderFunds {
    private final Engine engine;
    private final Ledger ledger;
    private final FeeModel fees;
    private final @Nullable MarginFunds margin;
    /** What limits the debts of spot trading; null if there are none, or no limit. */
    private final @Nullable BorrowFunds borrowing;

    OrderFunds(Engine engine, Ledger ledger, FeeModel fees, @Nullable MarginFunds margin) {
        this.engine = engine;
        this.ledger = ledger;
        this.fees = fees;
        this.margin = margin;
        BorrowLimit limit = ledger.borrowLimit();
        this.borrowing = limit == null ? null : new BorrowFunds(engine, ledger, limit, fees, margin);
    }

    private @Nullable BorrowFunds borrowing(TrackedOrder order) {
        return MarginFunds.concerns(order) ? null : borrowing;
    }

    /** Holds back what a new order needs; without any known price, only what needs none: what a spot sale sells. */
    @Nullable
    Refusal hold(TrackedOrder order) {
        long price = judgedPrice(order, order.rawPrice(), order.rawTrigger());
        boolean isKnown = price > 0 || borrowing(order) != null || isSpotSale(order);
        if (isKnown) {
            return hold(order, price, order.rawQuantity());
        }
        boolean isUnbounded = margin == null && ledger.atExchange().holdsBack(order.position());
        return !isUnbounded
                ? null
                : new Refusal(
                        RejectReason.NO_REFERENCE_PRICE,
                        "no price of " + order.instrument() + " is known yet, so that nobody can tell what this "
                                + order.type() + " " + order.side()
                                + " would spend; wait for the first trade, quote or bar, or give a limit");
    }

    private static boolean isSpotSale(TrackedOrder order) {
        return order.side() == Side.SELL && !MarginFunds.concerns(order);
    }

    /** What of a quantity of spot so many coins pay for if it is sold, with a fee that is paid in them; whole lots. */
    long rawSellable(Instrument i, long rawCoins, long rawQuantity) {
        long rawFee = fees.rawReserve(i, Side.SELL, engine.channel(i.id()).rawReferencePrice(Side.SELL), rawQuantity);
        long rawUnit = FixedPoint.pow10(i.base().scale() - i.quantityScale());
        long rawPaid = Math.max(0, rawCoins - rawFee) / rawUnit;
        return Math.min(rawPaid, rawQuantity) / i.rawLot() * i.rawLot();
    }

    /** Holds back what an order may need whether or not an amendment takes effect. */
    @Nullable
    Refusal extend(TrackedOrder order, long rawPrice, long rawTrigger, long rawLeaves) {
        long price = judgedPrice(order, rawPrice, rawTrigger);
        BorrowFunds borrows = borrowing(order);
        if (borrows != null) {
            return borrows.extend(order, price, rawLeaves);
        }
        if (price <= 0 && !isSpotSale(order)) {
            return null;
        }
        if (margin != null && MarginFunds.concerns(order)) {
            return margin.extend(order, price, rawLeaves);
        }
        long fee = fees.rawReserve(order.instrument(), order.side(), price, rawLeaves);
        long needed = ledger.rawNeeded(order.instrument(), order.side(), price, rawLeaves, fee);
        return needed <= order.rawReserved() ? null : hold(order, price, rawLeaves);
    }

    /** Holds back what an order needs as it is now. */
    void rehold(TrackedOrder order) {
        if (order.request().isByValue()) {
            // The amount stays; how many lots it makes is known better now.
            if (order.holdsFunds()) {
                order.reservation().requantify(order.rawLeaves());
            }
            return;
        }
        long price = judgedPrice(order, order.rawPrice(), order.rawTrigger());
        BorrowFunds borrows = borrowing(order);
        if (price > 0 && borrows != null) {
            borrows.rehold(order, price);
        } else if (price > 0) {
            hold(order, price, order.rawLeaves());
        }
    }

    private long judgedPrice(TrackedOrder order, long rawPrice, long rawTrigger) {
        return judgedPrice(engine, order, rawPrice, rawTrigger);
    }

    /** The price to reckon with: the limit, else the trigger, else the reference; 0 if none is known. */
    static long judgedPrice(Engine engine, TrackedOrder order, long rawPrice, long rawTrigger) {
        if (rawPrice > 0) {
            return rawPrice;
        }
        return rawTrigger > 0
                ? rawTrigger
                : engine.channel(order.instrument().id()).rawReferencePrice(order.side());
    }

    private @Nullable Refusal hold(TrackedOrder order, long rawPrice, long rawQuantity) {
        if (margin != null && MarginFunds.concerns(order)) {
            return margin.hold(order, rawPrice, rawQuantity);
        }
        if (borrowing != null) {
            return borrowing.hold(order, rawPrice, rawQuantity);
        }
        Instrument i = order.instrument();
        long fee = fees.rawReserve(i, order.side(), rawPrice, rawQuantity);
        long before = order.rawReserved();
        Refusal behind = margin == null ? null : margin.behindPositions(order, rawPrice, rawQuantity, fee, before);
        if (behind != null || !ledger.atExchange().holdsBack(order.position())) {
            return behind;
        }
        long missing = order.request().isByValue() && order.side() == Side.BUY
                ? ledger.reserveAmount(order.reservation(), i, order.request().rawQuoteQuantity(), order.rawQuantity())
                : ledger.reserve(order.reservation(), i, order.side(), rawPrice, rawQuantity, fee);
        if (missing <= 0) {
            return null;
        }
        Currency currency = ledger.reservedCurrency(i, order.side());
        long needed = order.request().isByValue() && order.side() == Side.BUY
                ? order.request().rawQuoteQuantity()
                : ledger.rawNeeded(i, order.side(), rawPrice, rawQuantity, fee);
        long free = Math.max(0, needed - missing);
        return new Refusal(
                RejectReason.INSUFFICIENT_FUNDS,
                order.side() + " of " + i.formatQuantity(rawQuantity) + " " + i + at(i, rawPrice) + " needs "
                        + text(needed, currency)
                        + (fee > 0 ? " with a fee of " + text(fee, currency) : "") + ", free are "
                        + text(free, currency) + "; ask for less or cancel other orders");
    }

    /** The order is closed: it holds nothing back any more. */
    void release(TrackedOrder order) {
        if (order.holdsFunds()) {
            ledger.release(order.reservation());
        }
        if (margin != null && MarginFunds.concerns(order)) {
            margin.release(order);
        }
    }

    /** At which price an order was reckoned, if at any. */
    static String at(Instrument instrument, long rawPrice) {
        return rawPrice > 0 ? " at " + instrument.formatPrice(rawPrice) : "";
    }

    private static String text(long rawAmount, Currency currency) {
        return FixedPoint.format(rawAmount, currency.scale()) + " " + currency;
    }
}
