package io.ttquant.exchanges.answer;

import io.ttquant.api.market.Instrument;
import io.ttquant.api.market.TradingStatus;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * An instrument that a venue lists.
 *
 * @param instrument with all its filters
 * @param status whether it trades; a word that we do not know counts as {@link TradingStatus#HALTED}
 * @param code the number by which WebSocket orders name it at OKX; -1 if it has none
 * @param maxMarketValue the largest value of a market order in US dollars, where the venue states one; else null
 */
public record Listing(
        Instrument instrument,
        TradingStatus status,
        long code,
        @Nullable BigDecimal maxMarketValue) {
    /** Whether raw figures of an earlier listing mean what those of this one mean: the same decimals and the same contract. */
    public boolean measuresAs(Instrument earlier) {
        return instrument.priceScale() == earlier.priceScale()
                && instrument.quantityScale() == earlier.quantityScale()
                && instrument.multiplier().compareTo(earlier.multiplier()) == 0;
    }
}
