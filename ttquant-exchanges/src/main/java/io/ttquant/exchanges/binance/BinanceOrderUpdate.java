package io.ttquant.exchanges.binance;

import io.ttquant.exchanges.json.Term;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * News of one order: {@code executionReport} of Spot, {@code ORDER_TRADE_UPDATE} of futures. Amounts that the venue does not send are null or, where none
 * is the same as zero, 0.
 *
 * @param symbol the venue's symbol
 * @param orderId the venue's id
 * @param clientId id that the last request gave it ({@code c}): on a cancel of Spot that of the cancel
 * @param originalClientId the order's own id where {@code clientId} is that of a cancel ({@code C}); else empty
 * @param side buy or sell
 * @param positionSide {@code BOTH}, {@code LONG} or {@code SHORT} on futures; empty on Spot
 * @param type the venue's word; on futures after a trigger that of what was triggered
 * @param originalType the venue's word for what was asked for ({@code ot}); empty on Spot
 * @param timeInForce the venue's word
 * @param quantity asked for
 * @param quoteQuantity amount of quote currency asked for; 0 if none
 * @param price limit price; 0 if none
 * @param triggerPrice 0 if none
 * @param averagePrice of its fills, which only futures tell; else null
 * @param execution why this was sent
 * @param state status after it
 * @param rejectReason the venue's word ({@code r}); empty or {@code NONE} if it was not refused
 * @param expiryReason the venue's word ({@code eR}, {@code er}); empty if it has none
 * @param tradeId id of the trade; if this is none, or if the venue does not tell it, below zero, or 0 on futures
 * @param lastQuantity filled by this trade
 * @param lastPrice price of this trade
 * @param filled filled so far
 * @param filledQuote amount of quote currency filled so far, which only Spot tells; else null
 * @param fee of this trade; null if the venue does not say
 * @param feeCurrency empty if the venue does not say
 * @param isMaker whether it rested in the book when it was filled
 * @param isOnBook whether it is in the book ({@code w}); false on futures
 * @param isReduceOnly whether it may only reduce a position
 * @param isClosePosition whether it closes the whole position when triggered
 * @param realizedProfit of this trade, on futures; else null
 * @param listId id of its list of orders; -1 if it is in none
 * @param tsCreated when it was taken, epoch nanoseconds; 0 if the venue does not say
 * @param tsTransaction when this happened, epoch nanoseconds
 * @param tsEvent when it was sent, epoch nanoseconds: the order of events
 */
public record BinanceOrderUpdate(
        String symbol,
        long orderId,
        String clientId,
        String originalClientId,
        Term<BinanceSide> side,
        String positionSide,
        String type,
        String originalType,
        String timeInForce,
        BigDecimal quantity,
        BigDecimal quoteQuantity,
        BigDecimal price,
        BigDecimal triggerPrice,
        @Nullable BigDecimal averagePrice,
        Term<BinanceExecution> execution,
        Term<BinanceOrderState> state,
        String rejectReason,
        String expiryReason,
        long tradeId,
        BigDecimal lastQuantity,
        BigDecimal lastPrice,
        BigDecimal filled,
        @Nullable BigDecimal filledQuote,
        @Nullable BigDecimal fee,
        String feeCurrency,
        boolean isMaker,
        boolean isOnBook,
        boolean isReduceOnly,
        boolean isClosePosition,
        @Nullable BigDecimal realizedProfit,
        long listId,
        long tsCreated,
        long tsTransaction,
        long tsEvent) {
    /** Whether it tells of a fill, identified by symbol and {@link #tradeId} if it has {@linkplain #hasTradeId one}. */
    public boolean isFill() {
        boolean isTrade = execution.is(BinanceExecution.TRADE) || execution.is(BinanceExecution.CALCULATED);
        return lastQuantity.signum() > 0 && (tradeId > 0 || isTrade);
    }

    /**
     * Whether {@link #tradeId} is one. Where there is none Spot tells -1 and futures 0; on Spot 0 is the first trade of
     * a market.
     */
    public boolean hasTradeId() {
        return tradeId > 0 || (tradeId == 0 && positionSide.isEmpty());
    }

    /** The order's own client id. */
    public String ownClientId() {
        return originalClientId.isEmpty() ? clientId : originalClientId;
    }
}
