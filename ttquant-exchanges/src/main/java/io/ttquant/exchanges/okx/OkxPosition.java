package io.ttquant.exchanges.okx;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A position. What the venue leaves empty, or the channel does not tell, is null or an empty text.
 *
 * @param instrument {@code instId}
 * @param instrumentType {@code instType}
 * @param positionId the venue's id
 * @param side {@code net}, {@code long} or {@code short}
 * @param marginMode {@code cross} or {@code isolated}
 * @param quantity in contracts; negative only if the side is {@code net} and it is short
 * @param averagePrice price of entry; null if flat
 * @param available what may be closed
 * @param leverage times
 * @param liquidationPrice null if none
 * @param margin of an isolated position
 * @param currency currency of the margin
 * @param unrealized profit
 * @param realized profit
 * @param tradeId id of the last trade of the position; empty if none
 * @param tsUpdated epoch nanoseconds; 0 if the venue does not say
 */
public record OkxPosition(
        String instrument,
        String instrumentType,
        String positionId,
        String side,
        String marginMode,
        BigDecimal quantity,
        @Nullable BigDecimal averagePrice,
        @Nullable BigDecimal available,
        @Nullable BigDecimal leverage,
        @Nullable BigDecimal liquidationPrice,
        @Nullable BigDecimal margin,
        String currency,
        @Nullable BigDecimal unrealized,
        @Nullable BigDecimal realized,
        String tradeId,
        long tsUpdated) {}
