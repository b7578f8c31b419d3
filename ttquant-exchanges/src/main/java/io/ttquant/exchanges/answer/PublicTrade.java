package io.ttquant.exchanges.answer;

import io.ttquant.api.market.AggressorSide;
import java.math.BigDecimal;

/**
 * A trade between others.
 *
 * @param id rising within a symbol
 * @param price of the trade
 * @param quantity in base currency or contracts
 * @param aggressor who crossed the spread
 * @param tsEvent epoch nanoseconds
 */
public record PublicTrade(long id, BigDecimal price, BigDecimal quantity, AggressorSide aggressor, long tsEvent) {}
