package io.ttquant.exchanges.session;

import io.ttquant.api.exchange.ExternalOrder;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.money.Currency;
import io.ttquant.exchanges.answer.VenueOrder;
import org.jspecify.annotations.Nullable;

/** What a venue's words mean in ours. */
public interface VenueTerms {
    /** The instrument of a symbol; null if it is not known. */
    @Nullable
    Instrument instrument(String symbol);

    /**
     * The currency of a code.
     *
     * @throws IllegalArgumentException if its code is none that can be kept
     */
    Currency currency(String code);

    /** An order that this engine did not send, as near as our words come to the venue's; status and filled quantity as the venue has them. */
    ExternalOrder external(VenueOrder order, Instrument instrument);

    /** Whether it is an order by which the venue itself takes a position away: a liquidation or an auto-deleveraging. */
    boolean isLiquidation(VenueOrder order);
}
