package io.ttquant.exchanges.binance;

import io.ttquant.api.order.OrderRequest;
import io.ttquant.api.order.OrderType;
import io.ttquant.api.order.PositionSide;
import io.ttquant.api.order.RejectReason;
import io.ttquant.api.order.TimeInForce;
import io.ttquant.api.order.TriggerSource;
import io.ttquant.api.time.EpochNanos;
import io.ttquant.exchanges.request.Fields;
import io.ttquant.exchanges.request.OrderCheck;
import io.ttquant.exchanges.request.RequestRefused;

/**
 * An order in the words of Binance futures. Conditional ones go to the algo service, which has names of its own. Self-trade prevention is always
 * sent, since documentation and samples disagree on its default.
 */
final class UsdmOrderFields {
    private static final String SELF_TRADES = "EXPIRE_MAKER";
    private static final long LEAST_GOOD_TILL_MILLIS = 600_000;
    private static final long GOOD_TILL_STEP = 1_000;
    /** {@code callbackRate} is in percent with one decimal, from 0.1 to 10. */
    private static final long CALLBACK_STEP = 1_000;

    private static final long CALLBACK_MOST = 100_000;

    private UsdmOrderFields() {}

    static void write(Fields f, String clientId, OrderRequest r, long nowMillis) {
        check(clientId, r);
        if (r.type().hasTrigger()) {
            throw OrderCheck.unsupported(r, "orders " + r.type() + " on its order endpoint", "use the algo service");
        }
        head(f, r);
        f.text("type", r.type() == OrderType.MARKET ? "MARKET" : "LIMIT");
        body(f, r, nowMillis);
        f.text("newClientOrderId", clientId);
        f.text("newOrderRespType", "RESULT");
        f.text("selfTradePreventionMode", SELF_TRADES);
    }

    static void writeAlgo(Fields f, String clientId, OrderRequest r, long nowMillis) {
        check(clientId, r);
        if (!r.type().hasTrigger()) {
            throw OrderCheck.unsupported(r, "orders " + r.type() + " on its algo service", "use the order endpoint");
        }
        f.text("algoType", "CONDITIONAL");
        head(f, r);
        f.text("type", algoType(r));
        body(f, r, nowMillis);
        trigger(f, r);
        f.text("clientAlgoId", clientId);
        f.text("newOrderRespType", "RESULT");
        f.text("selfTradePreventionMode", SELF_TRADES);
    }

    private static void head(Fields f, OrderRequest r) {
        f.text("symbol", BinanceOrderFields.symbol(r));
        f.text("side", r.side().name());
        BinanceOrderFields.positionSide(f, r);
    }

    private static void body(Fields f, OrderRequest r, long nowMillis) {
        boolean isLimit = r.type().triggered() == OrderType.LIMIT;
        if (isLimit) {
            timeInForce(f, r, nowMillis);
        }
        BinanceOrderFields.quantity(f, r);
        if (isLimit) {
            BinanceOrderFields.price(f, r);
        }
        // In hedge mode the field is refused; a closing order reduces by its nature.
        if (r.isReduceOnly() && r.positionSide() == PositionSide.NET) {
            f.flag("reduceOnly", true);
        }
    }

    private static void timeInForce(Fields f, OrderRequest r, long nowMillis) {
        if (r.isPostOnly()) {
            f.text("timeInForce", "GTX");
        } else if (r.timeInForce() == TimeInForce.GTD) {
            f.text("timeInForce", "GTD");
            f.number("goodTillDate", goodTill(r, nowMillis));
        } else {
            f.text("timeInForce", BinanceOrderFields.timeInForce(r));
        }
    }

    /** Whole seconds count; rounded down, so that it never outlives what was asked. */
    private static long goodTill(OrderRequest r, long nowMillis) {
        long millis = r.expiryNanos() / EpochNanos.MILLISECOND;
        if (millis - nowMillis <= LEAST_GOOD_TILL_MILLIS + GOOD_TILL_STEP) {
            throw new RequestRefused(
                    RejectReason.EXPIRY_NOT_IN_FUTURE,
                    "expiry " + EpochNanos.format(r.expiryNanos()) + " is less than ten minutes ahead, which "
                            + r.instrument() + " refuses; take a later one, or let the engine end the order");
        }
        return millis - millis % GOOD_TILL_STEP;
    }

    private static void trigger(Fields f, OrderRequest r) {
        int scale = r.instrument().priceScale();
        if (r.type().isTrailing()) {
            f.decimal(
                    "callbackRate",
                    BinanceOrderFields.trailingDistance(r, CALLBACK_STEP, CALLBACK_STEP, CALLBACK_MOST) / CALLBACK_STEP,
                    1);
            long activation = BinanceOrderFields.rawActivation(r);
            if (activation != 0) {
                f.decimal("activatePrice", activation, scale);
            }
        } else {
            f.decimal("triggerPrice", r.rawTrigger(), scale);
        }
        f.text("workingType", r.triggerSource() == TriggerSource.MARK ? "MARK_PRICE" : "CONTRACT_PRICE");
    }

    private static String algoType(OrderRequest r) {
        return switch (r.type()) {
            case STOP_MARKET -> "STOP_MARKET";
            case STOP_LIMIT -> "STOP";
            case MARKET_IF_TOUCHED -> "TAKE_PROFIT_MARKET";
            case LIMIT_IF_TOUCHED -> "TAKE_PROFIT";
            case TRAILING_STOP_MARKET -> "TRAILING_STOP_MARKET";
            case MARKET, LIMIT, MARKET_TO_LIMIT, TRAILING_STOP_LIMIT ->
                throw OrderCheck.unsupported(
                        r, "orders " + r.type() + " on its algo service", "let the engine emulate them");
        };
    }

    private static void check(String clientId, OrderRequest r) {
        BinanceOrderFields.check(clientId, r);
        BinanceOrderFields.requirePlainMarket(r);
        if (r.isByValue()) {
            throw OrderCheck.unsupported(r, "amount to spend, since it is a contract", "give a quantity");
        }
        if (r.rawDisplay() != 0) {
            throw OrderCheck.unsupported(r, "display quantity", "leave it out, or let the engine emulate it");
        }
        boolean isByOther = r.triggerSource() == TriggerSource.INDEX || r.triggerSource() == TriggerSource.BID_ASK;
        if (r.type().hasTrigger() && isByOther) {
            throw OrderCheck.unsupported(r, "trigger by " + r.triggerSource(), "trigger by LAST or MARK");
        }
        if (r.isReduceOnly() && r.positionSide() != PositionSide.NET && !r.isClosing()) {
            throw new RequestRefused(
                    RejectReason.UNSUPPORTED_COMBINATION,
                    "a reduce-only order of " + r.instrument() + " cannot open its " + r.positionSide()
                            + " position; drop reduce-only, or turn the side round");
        }
        if (r.isPostOnly() && r.timeInForce() != TimeInForce.GTC) {
            throw new RequestRefused(
                    RejectReason.UNSUPPORTED_COMBINATION, "post-only goes with GTC only, not with " + r.timeInForce());
        }
    }
}
