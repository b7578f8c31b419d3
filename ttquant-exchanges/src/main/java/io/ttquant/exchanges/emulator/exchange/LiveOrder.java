package io.ttquant.exchanges.emulator.exchange;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** An order as the exchange works with it. */
final class LiveOrder {
    final long id;
    final AccountState account;
    final MarketState market;
    final OrderRequest request;
    final long created;
    OrderStatus status = OrderStatus.LIVE;
    OrderReason reason = OrderReason.PLACED;

    @Nullable
    BigDecimal price;

    BigDecimal quantity;
    BigDecimal filled = BigDecimal.ZERO;
    BigDecimal filledValue = BigDecimal.ZERO;
    /** What the book shows of it. */
    BigDecimal shown = BigDecimal.ZERO;
    /** What of the balance is locked for it; spot only. */
    BigDecimal reserved = BigDecimal.ZERO;
    /** Of a leg of a pair: what the other leg locks for both. */
    BigDecimal sharedReserve = BigDecimal.ZERO;

    long updated;
    int amendments;
    long listId;
    long conditionalId;
    boolean working;
    boolean resting;

    @Nullable
    Watch watch;

    Agenda.@Nullable Task expiry;

    LiveOrder(long id, AccountState account, MarketState market, OrderRequest request, long now) {
        this.id = id;
        this.account = account;
        this.market = market;
        this.request = request;
        created = now;
        updated = now;
        price = request.kind() == OrderKind.LIMIT && request.price() != null ? Decimals.plain(request.price()) : null;
        quantity = request.quantity() == null ? BigDecimal.ZERO : Decimals.plain(request.quantity());
    }

    Side side() {
        return request.side();
    }

    BigDecimal remaining() {
        return quantity.subtract(filled);
    }

    boolean isByQuote() {
        return request.quoteQuantity() != null;
    }

    boolean isMarket() {
        return request.kind() == OrderKind.MARKET;
    }

    /** Whether it may only make a position smaller, by its flag or by the leg that it names. */
    boolean reduces() {
        return reduces(request);
    }

    static boolean reduces(OrderRequest request) {
        return request.reduceOnly()
                || request.closePosition()
                || (request.positionSide() == PositionSide.LONG && request.side() == Side.SELL)
                || (request.positionSide() == PositionSide.SHORT && request.side() == Side.BUY);
    }

    MarginMode mode() {
        return account.marginMode(market.market, request.marginMode());
    }

    Order view() {
        return new Order(
                id,
                account.id(),
                request,
                status,
                reason,
                price,
                quantity,
                filled,
                filledValue,
                created,
                updated,
                amendments,
                listId,
                conditionalId,
                working);
    }
}
