package io.ttquant.exchanges.okx.session;

import io.ttquant.api.exchange.ExternalOrder;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.money.Currency;
import io.ttquant.exchanges.answer.VenueOrder;
import io.ttquant.exchanges.session.VenueTerms;
import org.jspecify.annotations.Nullable;

/** The words of OKX in ours. */
final class OkxTerms implements VenueTerms {
    private final OkxCatalog catalog;
    private final OkxLiquidations liquidations;

    OkxTerms(OkxCatalog catalog, OkxLiquidations liquidations) {
        this.catalog = catalog;
        this.liquidations = liquidations;
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
        return liquidations.has(order.venueId());
    }
}
