package io.ttquant.exchanges.emulator.okx;

import io.ttquant.exchanges.emulator.exchange.Outcome;
import io.ttquant.exchanges.emulator.exchange.Refusal;

/** Codes and texts of OKX for what the exchange refuses. */
final class OkxRefusals {
    private OkxRefusals() {}

    /** The value, or the refusal as the venue tells it. */
    static <T> T orThrow(Outcome<T> outcome) {
        Refusal refusal = outcome.refusal();
        if (refusal != null) {
            throw error(refusal);
        }
        return outcome.get();
    }

    static OkxError error(Refusal refusal) {
        return switch (refusal.reason()) {
            case NO_ACCOUNT -> OkxError.unauthorized("50111", "Invalid OK-ACCESS-KEY.");
            case NO_MARKET -> OkxError.instrument();
            case MARKET_HALTED -> OkxError.of("51022", "Contract suspended.");
            case MARKET_POST_ONLY -> OkxError.of("51124", "You can only place limit orders during call auction.");
            case PRICE_RANGE, PRICE_STEP -> OkxError.parameter("px");
            case PRICE_BAND -> OkxError.of("51006", "Order price is not within the price limit");
            case QUANTITY_TOO_SMALL, NOTIONAL_TOO_SMALL ->
                OkxError.of("51020", "Your order should meet or exceed the minimum order amount.");
            case QUANTITY_TOO_LARGE, NOTIONAL_TOO_LARGE ->
                OkxError.of("51005", "Your order amount exceeds the max order amount.");
            case QUANTITY_STEP -> OkxError.of("51121", "Order quantity must be a multiple of the lot size.");
            case TOO_MANY_ORDERS, TOO_MANY_CONDITIONALS ->
                OkxError.of("51004", "Order failed. The number of pending orders exceeds the limit.");
            case DUPLICATE_CLIENT_ID -> OkxError.of("51016", "Client order ID already exists.");
            case INSUFFICIENT_BALANCE -> OkxError.of("51008_1000", "Order failed. Insufficient balance in account");
            case INSUFFICIENT_MARGIN -> OkxError.of("51008_1001", "Order failed. Insufficient margin in account");
            case NOTHING_TO_REDUCE ->
                OkxError.of(
                        "51169",
                        "Order failed because you don't have any positions in this direction for this contract to"
                                + " reduce or close.");
            case POSITION_SIDE -> OkxError.parameter("posSide");
            case WOULD_TRIGGER -> OkxError.of("51280", "SL trigger price cannot be higher than the last price.");
            case TRIGGER -> OkxError.of("51250", "Algo order price is out of the available range.");
            case NO_ORDER, ORDER_ENDED ->
                OkxError.of(
                        "51400", "Order cancellation failed as the order has been filled, canceled or does not exist.");
            case CANNOT_AMEND -> OkxError.of("51506", "Order modification unavailable for the order type.");
            case LEVERAGE -> OkxError.of("59102", "Leverage exceeds the maximum limit. Please lower the leverage.");
            case IN_USE ->
                OkxError.of("59000", "Settings failed. Close any open positions or orders before modifying settings.");
            default -> OkxError.parameter(refusal.text());
        };
    }
}
