package io.ttquant.exchanges.emulator.exchange;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * An order as an account asks for it. Build it with {@link #limit}, {@link #market} or {@link #spend}, then change fields by the {@code with} methods.
 *
 * @param symbol of the market
 * @param side which way
 * @param kind limit or market
 * @param price limit; null for a market order
 * @param quantity in base or contracts; null if {@code quoteQuantity} or {@code closePosition} says how much
 * @param quoteQuantity amount of quote to spend or to earn, of a market order on spot; null otherwise
 * @param timeInForce how long it lives; ignored for market orders
 * @param expiresAt epoch nanoseconds; of GTD only, 0 otherwise
 * @param postOnly whether it must not trade on arrival
 * @param reduceOnly whether it may only make a position smaller
 * @param closePosition whether it closes the whole position at the time it trades; the quantity is then null
 * @param positionSide which position
 * @param marginMode what stands behind it; null for what the account has set
 * @param display how much of it the book shows at a time; null for all
 * @param selfTrade what happens against an order of the own account; null for what the exchange does by default
 * @param clientId the account's own id; null for none
 * @param tag a word that travels along; null for none
 * @param trigger what it waits for within the same order service; null for none
 */
public record OrderRequest(
        String symbol,
        Side side,
        OrderKind kind,
        @Nullable BigDecimal price,
        @Nullable BigDecimal quantity,
        @Nullable BigDecimal quoteQuantity,
        TimeInForce timeInForce,
        long expiresAt,
        boolean postOnly,
        boolean reduceOnly,
        boolean closePosition,
        PositionSide positionSide,
        @Nullable MarginMode marginMode,
        @Nullable BigDecimal display,
        @Nullable SelfTradePrevention selfTrade,
        @Nullable String clientId,
        @Nullable String tag,
        @Nullable Trigger trigger) {

    /** A limit order that lives until it is cancelled. */
    public static OrderRequest limit(String symbol, Side side, BigDecimal price, BigDecimal quantity) {
        return draft(symbol, side, OrderKind.LIMIT)
                .price(price)
                .quantity(quantity)
                .build();
    }

    /** A market order. */
    public static OrderRequest market(String symbol, Side side, BigDecimal quantity) {
        return draft(symbol, side, OrderKind.MARKET).quantity(quantity).build();
    }

    /** A market order by the amount of quote to spend, or, for a sale, to earn. */
    public static OrderRequest spend(String symbol, Side side, BigDecimal quoteQuantity) {
        return draft(symbol, side, OrderKind.MARKET)
                .quoteQuantity(quoteQuantity)
                .build();
    }

    /** One to fill in field by field. */
    public static OrderDraft draft(String symbol, Side side, OrderKind kind) {
        return new OrderDraft(symbol, side, kind);
    }

    /** This one, to change fields. */
    public OrderDraft edit() {
        return new OrderDraft(this);
    }

    /** The same with an id of the account's own. */
    public OrderRequest withClientId(String id) {
        return edit().clientId(id).build();
    }

    /** The same, living as said. */
    public OrderRequest withTimeInForce(TimeInForce life) {
        return edit().timeInForce(life).build();
    }

    /** The same, refused or ended rather than trading on arrival. */
    public OrderRequest asPostOnly() {
        return edit().postOnly(true).build();
    }

    /** The same, only making a position smaller. */
    public OrderRequest asReduceOnly() {
        return edit().reduceOnly(true).build();
    }
}
