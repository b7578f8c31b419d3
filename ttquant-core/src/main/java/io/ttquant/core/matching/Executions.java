package io.ttquant.core.matching;

import io.ttquant.api.market.Instrument;
import io.ttquant.api.money.Currency;
import io.ttquant.api.money.FixedPoint;
import io.ttquant.api.order.FillReason;
import io.ttquant.api.order.LiquiditySide;
import io.ttquant.api.order.OrderType;
import io.ttquant.api.order.RejectReason;

/** Executes fills of one instrument: slippage, reduce-only, fee, funds, report. */
final class Executions {
    private static final String UNPAID = SimulatedExchange.UNPAID + " ";
    private final Instrument instrument;
    private final SimulationConfig config;
    private final TradingAccount account;
    private final Reports reports;
    private final OrderIndex index;
    private final QuoteAmount amount;
    private long nextTradeId = 1;

    Executions(
            Instrument instrument, SimulationConfig config, TradingAccount account, Reports reports, OrderIndex index) {
        this.instrument = instrument;
        this.config = config;
        this.account = account;
        this.reports = reports;
        this.index = index;
        this.amount = new QuoteAmount(instrument, config.fees());
    }

    /** True if no order works, here or in another market of the exchange: then none waits or rests. */
    boolean isIdle() {
        return index.isEmpty();
    }

    /** Makes an order known as working. */
    void open(WorkingOrder order) {
        index.put(order);
    }

    /**
     * Takes liquidity at a price that gets worse by the slippage, but not beyond the order's limit.
     *
     * @return the quantity filled; 0 if the order was cancelled instead
     */
    long take(WorkingOrder order, long rawMarketPrice, long rawQuantity, FillReason reason, long ts) {
        // The price slips for what is asked at the market; where it slipped to, a sale for an amount sells more.
        long asked = order.isByValue ? Math.min(rawQuantity, rawAsked(order, rawMarketPrice)) : rawQuantity;
        return fill(order, slipped(order, rawMarketPrice, asked), rawQuantity, LiquiditySide.TAKER, reason, ts);
    }

    /** What a taker asks for at a price: all that is left of it, or what the amount left makes there. */
    long rawAsked(WorkingOrder order, long rawPrice) {
        return order.isByValue ? amount.rawQuantity(order, rawPrice, LiquiditySide.TAKER) : order.rawAsked();
    }

    /** Gives an order by value the quantity that its amount makes at a price, and tells of it; 0 if that is not one lot. */
    private long size(WorkingOrder order, long rawPrice, long rawAsked, LiquiditySide liquidity, long ts) {
        long most = amount.rawQuantity(order, rawPrice, liquidity);
        if (most == 0) {
            cancel(order, amount.leftText(order), ts);
            return 0;
        }
        if (order.rawQuantity != order.rawFilled + most) {
            order.rawQuantity = order.rawFilled + most;
            reports.updated(order, ts);
        }
        return Math.min(rawAsked, most);
    }

    private long slipped(WorkingOrder order, long rawPrice, long rawQuantity) {
        long slip = config.slippage().rawSlippage(instrument, order.order.side(), rawPrice, rawQuantity);
        if (slip == 0) {
            return rawPrice;
        }
        long worse = order.isBuy ? rawPrice + slip : Math.max(instrument.rawTick(), rawPrice - slip);
        boolean isLimited = order.type == OrderType.LIMIT && !order.accepts(worse);
        return isLimited ? order.rawPrice : worse;
    }

    /**
     * Fills at a price.
     *
     * @return the quantity filled; 0 if the order was cancelled instead
     */
    long fill(
            WorkingOrder order, long rawPrice, long rawQuantity, LiquiditySide liquidity, FillReason reason, long ts) {
        if (order.isDone) {
            return 0;
        }
        long asked = order.isByValue ? size(order, rawPrice, rawQuantity, liquidity, ts) : rawQuantity;
        if (order.isDone) {
            return 0;
        }
        long quantity = rawAllowed(order, asked);
        if (quantity <= 0) {
            cancel(order, "a reduce-only order found no position left to reduce", ts);
            return 0;
        }
        long fee = config.fees().rawFee(instrument, order.order.side(), liquidity, rawPrice, quantity);
        Currency currency = config.fees().currency(instrument, order.order.side());
        if (!account.canAfford(order.order, rawPrice, quantity, fee, currency)) {
            refuseUnpaid(order, rawPrice, quantity, fee, currency, ts);
            return 0;
        }
        order.rawFilled += quantity;
        if (order.rawDisplay != 0) {
            show(order, quantity, liquidity);
        }
        if (order.isByValue) {
            amount.use(order, rawPrice, quantity, liquidity);
        }
        account.filled(order.order, rawPrice, quantity, fee, currency);
        reports.filled(order.order, nextTradeId++, rawPrice, quantity, fee, currency, liquidity, reason, ts);
        if (order.group != null) {
            order.group.filled(order);
        }
        if (order.rawLeaves() == 0) {
            done(order);
        } else if (quantity < asked) {
            cancel(order, "a reduce-only order may not exceed the position", ts);
        }
        return quantity;
    }

    /** True unless a taker was refused because the funds do not cover a quantity of it at a price that slips. */
    boolean canPay(WorkingOrder order, long rawMarketPrice, long rawQuantity, long ts) {
        long quantity = rawAllowed(order, rawQuantity);
        long price = slipped(order, rawMarketPrice, quantity);
        long fee = config.fees().rawFee(instrument, order.order.side(), LiquiditySide.TAKER, price, quantity);
        Currency currency = config.fees().currency(instrument, order.order.side());
        if (account.canAfford(order.order, price, quantity, fee, currency)) {
            return true;
        }
        refuseUnpaid(order, price, quantity, fee, currency, ts);
        return false;
    }

    /** Fills all of an order at a settlement price, without slippage and fee. */
    void settle(WorkingOrder order, long rawPrice, long ts) {
        long quantity = order.rawLeaves();
        Currency currency = instrument.settlement();
        order.rawFilled += quantity;
        account.filled(order.order, rawPrice, quantity, 0, currency);
        reports.filled(
                order.order,
                nextTradeId++,
                rawPrice,
                quantity,
                0,
                currency,
                LiquiditySide.TAKER,
                FillReason.EXPIRY,
                ts);
        done(order);
    }

    /** What of a quantity an order may fill: a reduce-only one no more than the position as the exchange has it. */
    long rawAllowed(WorkingOrder order, long rawQuantity) {
        return order.isReduceOnly ? Math.min(rawQuantity, reducible(order)) : rawQuantity;
    }

    /** A maker fill takes from the shown part; what was taken on arrival was never shown. */
    private static void show(WorkingOrder order, long filled, LiquiditySide liquidity) {
        order.rawShown = liquidity == LiquiditySide.MAKER ? Math.max(0, order.rawShown - filled) : order.rawDisplay;
    }

    private long reducible(WorkingOrder order) {
        long held = account.rawPosition(order.order);
        return order.isBuy ? Math.max(0, -held) : Math.max(0, held);
    }

    private void refuseUnpaid(WorkingOrder order, long rawPrice, long quantity, long fee, Currency currency, long ts) {
        String message = UNPAID + instrument.formatQuantity(quantity) + " " + instrument + " at "
                + instrument.formatPrice(rawPrice) + " and a fee of " + FixedPoint.format(fee, currency.scale()) + " "
                + currency
                + "; order less, or leave room for the price to move";
        if (order.type == OrderType.MARKET && order.rawFilled == 0 && order.asked == OrderType.MARKET) {
            reject(order, unpaid(), message, ts);
        } else {
            cancel(order, message, ts);
        }
    }

    /** Why an order that the account cannot pay for is refused: derivatives need margin, spot needs funds. */
    RejectReason unpaid() {
        return instrument.kind().isDerivative() ? RejectReason.INSUFFICIENT_MARGIN : RejectReason.INSUFFICIENT_FUNDS;
    }

    /** The currency with which an order of a side is paid for. */
    Currency paying(boolean isBuy) {
        if (instrument.kind().isDerivative()) {
            return instrument.settlement();
        }
        return isBuy ? instrument.quote() : instrument.base();
    }

    void cancel(WorkingOrder order, String why, long ts) {
        if (!order.isDone) {
            reports.canceled(order.order, why, ts);
            done(order);
        }
    }

    void reject(WorkingOrder order, RejectReason reason, String why, long ts) {
        if (!order.isDone) {
            reports.rejected(order.order, reason, why, ts);
            done(order);
        }
    }

    /** Ends an order at the exchange: it is not open there any more and holds nothing back. */
    void done(WorkingOrder order) {
        order.isDone = true;
        index.remove(order);
        account.release(order.order);
        if (order.group != null) {
            order.group.left(order);
        }
    }

    /** Leaves an order no more than this to fill, because its group has filled the rest. */
    void reduce(WorkingOrder order, long rawLeaves, long ts) {
        order.rawQuantity = order.rawFilled + rawLeaves;
        account.shrinkHold(order.order, order.rawPrice > 0 ? order.rawPrice : order.rawTrigger, rawLeaves);
        reports.updated(order, ts);
    }

    /** How much the account lacks to hold back the funds of an arriving order; 0 if it does not. */
    long hold(WorkingOrder order) {
        return account.hold(order.order);
    }

    /** The limit of an order became known: what was held back at an estimate is now by its limit, as far as the account has it. */
    void holdByLimit(WorkingOrder order) {
        if (!order.isDone && !order.isByValue && order.rawPrice > 0) {
            replaceHold(order, order.rawPrice, order.rawLeaves());
        }
    }

    /** How much the account lacks to hold back the funds of an amended order; 0 if it does not. */
    long replaceHold(WorkingOrder order, long rawPrice, long rawLeaves) {
        long fee = config.fees().rawReserve(instrument, order.order.side(), rawPrice, rawLeaves);
        return account.replaceHold(order.order, rawPrice, rawLeaves, fee);
    }
}
