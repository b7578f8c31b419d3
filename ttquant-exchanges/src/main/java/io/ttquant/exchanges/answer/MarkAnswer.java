package io.ttquant.exchanges.answer;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A mark price.
 *
 * @param symbol the venue's symbol
 * @param mark price by which positions are valued
 * @param index price of the underlying; null if not given
 * @param tsEvent epoch nanoseconds
 */
public record MarkAnswer(
        String symbol, BigDecimal mark, @Nullable BigDecimal index, long tsEvent) {}
