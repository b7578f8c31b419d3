package io.ttquant.exchanges.emulator.exchange;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A position at one moment.
 *
 * @param account whose
 * @param symbol of the market
 * @param side net, or a leg of hedge mode
 * @param mode cross or isolated
 * @param quantity contracts, negative if short
 * @param entryPrice average, rounded to 10 decimals; null without a position
 * @param entryValue what it was opened for in the settlement asset, signed as the quantity; exact
 * @param leverage at which its margin is reckoned
 * @param margin held for it
 * @param markPrice at which it is valued; null if no price is known yet
 * @param unrealized profit or loss at the mark price
 * @param realized profit or loss since the account began, before fees and funding
 * @param liquidationPrice about where it would be liquidated, all else unchanged; null without a position or without such a price
 * @param updated epoch nanoseconds
 */
public record Position(
        String account,
        String symbol,
        PositionSide side,
        MarginMode mode,
        BigDecimal quantity,
        @Nullable BigDecimal entryPrice,
        BigDecimal entryValue,
        BigDecimal leverage,
        BigDecimal margin,
        @Nullable BigDecimal markPrice,
        BigDecimal unrealized,
        BigDecimal realized,
        @Nullable BigDecimal liquidationPrice,
        long updated) {}
