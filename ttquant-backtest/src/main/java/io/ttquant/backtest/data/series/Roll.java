package io.ttquant.backtest.data.series;

import io.ttquant.api.market.InstrumentId;
import io.ttquant.api.time.EpochNanos;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Where one contract follows another.
 *
 * @param nanos from when on bars are those of the new contract, epoch nanoseconds
 * @param from the contract that is left
 * @param to the contract that follows
 * @param fromPrice close of the contract that is left in the last bar that both have until then; null if they have none in common
 * @param toPrice close of the contract that follows in that bar; null if they have none in common
 */
public record Roll(
        long nanos,
        InstrumentId from,
        InstrumentId to,
        @Nullable BigDecimal fromPrice,
        @Nullable BigDecimal toPrice) {
    /** One line for people. */
    @Override
    public String toString() {
        return EpochNanos.format(nanos) + ": " + from + at(fromPrice) + " to " + to + at(toPrice);
    }

    private static String at(@Nullable BigDecimal price) {
        return price == null ? "" : " at " + price.toPlainString();
    }
}
