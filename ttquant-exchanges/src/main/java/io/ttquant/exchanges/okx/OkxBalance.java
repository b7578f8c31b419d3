package io.ttquant.exchanges.okx;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A balance. What the venue leaves empty, or the channel does not tell, is null.
 *
 * @param currency the venue's name
 * @param cash cash balance
 * @param equity with unrealized profit
 * @param available what may be spent in the spot mode
 * @param availableEquity what may be used in the margin modes
 * @param frozen what is held; may be more than the cash
 * @param liability borrowed
 * @param unrealized profit
 * @param tsUpdated epoch nanoseconds; 0 if the venue does not say
 */
public record OkxBalance(
        String currency,
        @Nullable BigDecimal cash,
        @Nullable BigDecimal equity,
        @Nullable BigDecimal available,
        @Nullable BigDecimal availableEquity,
        @Nullable BigDecimal frozen,
        @Nullable BigDecimal liability,
        @Nullable BigDecimal unrealized,
        long tsUpdated) {}
