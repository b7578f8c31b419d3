package io.ttquant.exchanges.okx.session;

import io.ttquant.api.market.Instrument;
import io.ttquant.api.market.InstrumentId;
import io.ttquant.api.market.TradingStatus;
import io.ttquant.api.money.Currency;
import io.ttquant.exchanges.answer.Listing;
import io.ttquant.exchanges.answer.Listings;
import io.ttquant.exchanges.okx.OkxInstruments;
import io.ttquant.exchanges.session.Absences;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The instruments that the venue lists, and the currencies in them. An instrument that went stays: somebody may hold it. */
final class OkxCatalog {
    private static final Logger LOG = LoggerFactory.getLogger(OkxCatalog.class);

    private static final int MOST_TOLD = 100;

    private final Map<String, Listing> listings = new LinkedHashMap<>();
    private final Map<String, Currency> currencies = new HashMap<>();
    private final Set<String> changed = new HashSet<>();
    private final Map<String, Absences> absences = new HashMap<>();
    private final Set<String> leftOut = new HashSet<>();

    /**
     * Takes the whole list of a kind. What is missing stays as it was until another list lacks it too, and is gone then.
     *
     * @param nowNanos epoch nanoseconds
     */
    void takeAll(String kind, Listings read, long nowNanos) {
        take(read);
        Set<String> there = new HashSet<>();
        read.listed().forEach(listing -> there.add(listing.instrument().id().symbol()));
        read.refused().forEach(refused -> there.add(refused.symbol()));
        List<String> expected = listings.values().stream()
                .filter(each -> kind.equals(kind(each.instrument())) && each.status() != TradingStatus.DELISTED)
                .map(each -> each.instrument().id().symbol())
                .toList();
        for (String symbol :
                absences.computeIfAbsent(kind, any -> new Absences()).take(expected, there, nowNanos)) {
            listings.computeIfPresent(symbol, (same, gone) -> with(gone, gone.instrument(), TradingStatus.DELISTED));
        }
    }

    /** Whether the last list of a kind lacked something, so that another one is wanted soon. */
    boolean isInDoubt() {
        return absences.values().stream().anyMatch(Absences::isInDoubt);
    }

    /** Takes some instruments as they are now. One stays as it was first seen, since an engine is built on it; whether it trades may change. */
    void take(Listings read) {
        for (Listing listing : read.listed()) {
            Instrument instrument = listing.instrument();
            Listing known = listings.get(instrument.id().symbol());
            if (known == null) {
                listings.put(instrument.id().symbol(), listing);
                note(instrument.base());
                note(instrument.quote());
                note(instrument.settlement());
            } else {
                listings.put(instrument.id().symbol(), changed(known.instrument(), listing));
            }
        }
        if (!read.refused().isEmpty()) {
            LOG.info(
                    "{} instruments are left out, the first {}",
                    read.refused().size(),
                    read.refused().get(0));
        }
    }

    /** Orders with old scales would be others than meant, so that they end; cancels go on. */
    private Listing changed(Instrument first, Listing now) {
        Instrument next = now.instrument();
        boolean isSameMeasure = now.measuresAs(first);
        boolean isSame = isSameMeasure && next.rawTick() == first.rawTick() && next.rawLot() == first.rawLot();
        if (isSame) {
            changed.remove(first.id().symbol());
        } else if (changed.add(first.id().symbol())) {
            LOG.warn("The venue changed tick, lot or contract size of {}; begin a new session to trade by them", first);
        }
        return with(now, first, isSameMeasure ? now.status() : TradingStatus.CANCEL_ONLY);
    }

    private static Listing with(Listing listing, Instrument instrument, TradingStatus status) {
        return new Listing(instrument, status, listing.code(), listing.maxMarketValue());
    }

    private static String kind(Instrument instrument) {
        return switch (instrument.kind()) {
            case SPOT -> "SPOT";
            case PERPETUAL -> "SWAP";
            case FUTURE -> "FUTURES";
        };
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

    /** @throws IllegalArgumentException if it is no code that can be kept */
    Currency currency(String code) {
        Currency known = currencies.get(code);
        return known == null ? Currency.of(code) : known;
    }

    /** The currency of a balance; null if its code is none that can be kept, in which case nothing that is listed here trades it. Told once. */
    @Nullable
    Currency findCurrency(String code) {
        try {
            return currency(code);
        } catch (IllegalArgumentException e) {
            if (leftOut.size() < MOST_TOLD && leftOut.add(code)) {
                LOG.warn("What the account holds of a currency is left out: {}", e.getMessage());
            }
            return null;
        }
    }
}
