package io.ttquant.exchanges.okx.session;

import io.ttquant.api.market.Instrument;
import io.ttquant.api.market.InstrumentId;
import io.ttquant.api.market.TradingStatus;
import io.ttquant.api.money.Currency;
import io.ttquant.exchanges.answer.Listing;
import io.ttquant.exchanges.answer.Listings;
import io.ttquant.exchanges.okx.OkxInstruments;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The instruments that the venue lists, and the currencies in them. An instrument that went stays: somebody may hold it. */
final class OkxCatalog {
    private static final Logger LOG = LoggerFactory.getLogger(OkxCatalog.class);

    private final Map<String, Listing> listings = new LinkedHashMap<>();
    private final Map<String, Currency> currencies = new HashMap<>();

    void take(Listings read) {
        for (Listing listing : read.listed()) {
            Instrument instrument = listing.instrument();
            listings.put(instrument.id().symbol(), listing);
            note(instrument.base());
            note(instrument.quote());
            note(instrument.settlement());
        }
        if (!read.refused().isEmpty()) {
            LOG.info(
                    "{} instruments are left out, the first {}",
                    read.refused().size(),
                    read.refused().get(0));
        }
    }

    private void note(Currency currency) {
        currencies.merge(currency.code(), currency, (a, b) -> a.scale() >= b.scale() ? a : b);
    }

    List<Instrument> instruments() {
        return listings.values().stream().map(Listing::instrument).toList();
    }

    /** Whether a listed instrument trades. */
    TradingStatus status(String symbol) {
        Listing listing = listings.get(symbol);
        return listing == null ? TradingStatus.DELISTED : listing.status();
    }

    /** The instrument of a symbol, or null. */
    @Nullable
    Instrument find(String symbol) {
        Listing listing = listings.get(symbol);
        return listing == null ? null : listing.instrument();
    }

    /** The number by which orders on sockets name an instrument; -1 if it has none. */
    long code(String symbol) {
        Listing listing = listings.get(symbol);
        return listing == null ? -1 : listing.code();
    }

    /** @throws IllegalArgumentException if the venue does not list it */
    Instrument require(InstrumentId id) {
        Instrument found = id.venue().equals(OkxInstruments.VENUE) ? find(id.symbol()) : null;
        if (found == null) {
            throw new IllegalArgumentException(
                    id + " is not listed by okx; take one of instruments(), such as okx:BTC-USDT");
        }
        return found;
    }

    Currency currency(String code) {
        Currency known = currencies.get(code);
        return known == null ? Currency.of(code) : known;
    }
}
