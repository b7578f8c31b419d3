package io.ttquant.exchanges.binance;

import io.ttquant.exchanges.json.Term;
import java.math.BigDecimal;

/**
 * A fill of futures told early ({@code TRADE_LITE}); the whole news of it follows, to be taken once by symbol and trade id.
 *
 * @param symbol the venue's symbol
 * @param orderId the venue's id of the order
 * @param clientId our id of the order
 * @param side buy or sell
 * @param quantity asked for
 * @param price limit price
 * @param tradeId the venue's id of the trade
 * @param lastQuantity filled by this trade
 * @param lastPrice price of this trade
 * @param isMaker whether it rested in the book when it was filled
 * @param tsTransaction when it happened, epoch nanoseconds
 * @param tsEvent when it was sent, epoch nanoseconds
 */
public record BinanceTradeLite(
        String symbol,
        long orderId,
        String clientId,
        Term<BinanceSide> side,
        BigDecimal quantity,
        BigDecimal price,
        long tradeId,
        BigDecimal lastQuantity,
        BigDecimal lastPrice,
        boolean isMaker,
        long tsTransaction,
        long tsEvent) {}
