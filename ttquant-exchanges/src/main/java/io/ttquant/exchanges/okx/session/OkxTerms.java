package io.ttquant.exchanges.okx.session;

import io.ttquant.api.exchange.ExternalOrder;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.money.Currency;
import io.ttquant.exchanges.answer.VenueOrder;
import io.ttquant.exchanges.session.VenueTerms;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The words of OKX in ours. */
final class OkxTerms implements VenueTerms {
    private static final Set<String> TAKEN_AWAY = Set.of("full_liquidation", "partial_liquidation", "adl");

    private final OkxCatalog catalog;
    private final Set<String> liquidations = new HashSet<>();

    OkxTerms(OkxCatalog catalog) {
        this.catalog = catalog;
    }

    /** Remembers the category of an order, which has no place in its record. */
    void note(String orderId, String category) {
        if (TAKEN_AWAY.contains(category)) {
            liquidations.add(orderId);
        }
    }

    @Override
    public @Nullable Instrument instrument(String symbol) {
        return catalog.find(symbol);
    }

    @Override
    public Currency currency(String code) {
        return catalog.currency(code);
    }

    @Override
    public ExternalOrder external(VenueOrder order, Instrument instrument) {
        return ForeignOrders.of(order, instrument);
    }

    @Override
    public boolean isLiquidation(VenueOrder order) {
        return liquidations.contains(order.venueId());
    }
}
