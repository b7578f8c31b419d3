package io.ttquant.api.order;

import io.ttquant.api.market.Instrument;
import io.ttquant.api.time.EpochNanos;
import org.jspecify.annotations.Nullable;

/**
 * What a strategy asks for. Made by {@link OrderBuilder}; checked when it is submitted, not here, so that every refusal comes
 * the same way, as an {@link OrderEvent.Denied}.
 *
 * @param instrument what to trade
 * @param side buy or sell
 * @param type how to execute it
 * @param rawQuantity how much, at the quantity scale
 * @param rawPrice limit price at the price scale; 0 if the type has none
 * @param rawTrigger trigger price at the price scale; 0 if the type has none
 * @param timeInForce how long it lives
 * @param expiryNanos when a GTD order expires, epoch nanoseconds; {@link EpochNanos#NEVER} otherwise
 * @param isPostOnly whether it must not take liquidity
 * @param isReduceOnly whether it may only make the strategy's position smaller
 * @param tag a note of the strategy's own, carried to results and reports; may be empty
 * @param triggerSource which price triggers it, if its type has a trigger
 * @param trailing how a trailing stop follows the market; null for all other types
 * @param rawDisplay the part that the book shows, at the quantity scale; 0 = all of it
 * @param positionSide which position it changes; {@link PositionSide#NET} unless the account is in hedge mode
 * @param rawQuoteQuantity for a market order whose quantity the exchange works out when it executes: what a buy may spend at most, fees in that
 *     currency included, or a sell is to receive at most, at the quote currency's scale; {@code rawQuantity} is an estimate then; 0 = the quantity counts
 */
public record OrderRequest(
        Instrument instrument,
        Side side,
        OrderType type,
        long rawQuantity,
        long rawPrice,
        long rawTrigger,
        TimeInForce timeInForce,
        long expiryNanos,
        boolean isPostOnly,
        boolean isReduceOnly,
        String tag,
        TriggerSource triggerSource,
        @Nullable TrailingOffset trailing,
        long rawDisplay,
        PositionSide positionSide,
        long rawQuoteQuantity) {
    /** An order of a quantity. */
    public OrderRequest(
            Instrument instrument,
            Side side,
            OrderType type,
            long rawQuantity,
            long rawPrice,
            long rawTrigger,
            TimeInForce timeInForce,
            long expiryNanos,
            boolean isPostOnly,
            boolean isReduceOnly,
            String tag,
            TriggerSource triggerSource,
            @Nullable TrailingOffset trailing,
            long rawDisplay,
            PositionSide positionSide) {
        this(
                instrument,
                side,
                type,
                rawQuantity,
                rawPrice,
                rawTrigger,
                timeInForce,
                expiryNanos,
                isPostOnly,
                isReduceOnly,
                tag,
                triggerSource,
                trailing,
                rawDisplay,
                positionSide,
                0);
    }

    /** An order without the refinements of the last four components. */
    public OrderRequest(
            Instrument instrument,
            Side side,
            OrderType type,
            long rawQuantity,
            long rawPrice,
            long rawTrigger,
            TimeInForce timeInForce,
            long expiryNanos,
            boolean isPostOnly,
            boolean isReduceOnly,
            String tag) {
        this(
                instrument,
                side,
                type,
                rawQuantity,
                rawPrice,
                rawTrigger,
                timeInForce,
                expiryNanos,
                isPostOnly,
                isReduceOnly,
                tag,
                TriggerSource.DEFAULT,
                null,
                0,
                PositionSide.NET);
    }

    /** The same for another quantity. */
    public OrderRequest withQuantity(long raw) {
        return with(raw, rawPrice, rawTrigger);
    }

    /** The same with what an amendment changes. */
    public OrderRequest with(Amendment a) {
        return with(
                a.rawQuantity() > 0 ? a.rawQuantity() : rawQuantity,
                a.rawPrice() > 0 ? a.rawPrice() : rawPrice,
                a.rawTrigger() > 0 ? a.rawTrigger() : rawTrigger);
    }

    /** The same for another position. */
    public OrderRequest withPositionSide(PositionSide side) {
        return with(rawQuantity, rawPrice, rawTrigger, side);
    }

    private OrderRequest with(long quantity, long price, long trigger) {
        return with(quantity, price, trigger, positionSide);
    }

    private OrderRequest with(long quantity, long price, long trigger, PositionSide its) {
        return new OrderRequest(
                instrument,
                side,
                type,
                quantity,
                price,
                trigger,
                timeInForce,
                expiryNanos,
                isPostOnly,
                isReduceOnly,
                tag,
                triggerSource,
                trailing,
                rawDisplay,
                its,
                rawQuoteQuantity);
    }

    /** True if the exchange works its quantity out from an amount of the quote currency. */
    public boolean isByValue() {
        return rawQuoteQuantity != 0;
    }

    /** A market order. */
    public static OrderRequest market(Instrument instrument, Side side, long rawQuantity) {
        return new OrderRequest(
                instrument,
                side,
                OrderType.MARKET,
                rawQuantity,
                0,
                0,
                TimeInForce.GTC,
                EpochNanos.NEVER,
                false,
                false,
                "");
    }

    /** A limit order, good till cancelled. */
    public static OrderRequest limit(Instrument instrument, Side side, long rawQuantity, long rawPrice) {
        return new OrderRequest(
                instrument,
                side,
                OrderType.LIMIT,
                rawQuantity,
                rawPrice,
                0,
                TimeInForce.GTC,
                EpochNanos.NEVER,
                false,
                false,
                "");
    }

    /** True if it may only make a position smaller: it is reduce-only, or it closes the long or the short position of an account in hedge mode. */
    public boolean isReducing() {
        return isReduceOnly || isClosing();
    }

    /** True if it closes the long or the short position of an account in hedge mode. */
    public boolean isClosing() {
        return positionSide == (side == Side.SELL ? PositionSide.LONG : PositionSide.SHORT);
    }
}
