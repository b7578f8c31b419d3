package io.ttquant.exchanges.answer;

import io.ttquant.api.order.PositionSide;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A position, as the venue says.
 *
 * @param symbol the venue's symbol
 * @param side which position of the account it is
 * @param quantity in contracts: positive long, negative short, zero flat
 * @param entryPrice average price; null if flat
 * @param markPrice null if not given
 * @param unrealized profit and loss at the mark, in the settlement currency; null if not given
 * @param leverage null if not given
 * @param liquidationPrice null if there is none
 * @param isIsolated whether it has margin of its own
 * @param tsEvent when it changed last, epoch nanoseconds; 0 if not given
 */
public record VenuePosition(
        String symbol,
        PositionSide side,
        BigDecimal quantity,
        @Nullable BigDecimal entryPrice,
        @Nullable BigDecimal markPrice,
        @Nullable BigDecimal unrealized,
        @Nullable BigDecimal leverage,
        @Nullable BigDecimal liquidationPrice,
        boolean isIsolated,
        long tsEvent) {}
