package io.ttquant.exchanges.binance.session;

import io.ttquant.api.market.Instrument;
import io.ttquant.api.market.TradingStatus;
import io.ttquant.api.money.Currency;
import io.ttquant.exchanges.answer.Listing;
import io.ttquant.exchanges.answer.Listings;
import io.ttquant.exchanges.answer.Unreadable;
import io.ttquant.exchanges.session.Absences;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the venue lists. An instrument stays as it was first seen, since an engine is built on it; whether it trades may change. */
final class Catalogue {
    private final Map<String, Instrument> instruments = new LinkedHashMap<>();
    private final Map<String, TradingStatus> statuses = new HashMap<>();
    private final Map<String, Currency> currencies = new HashMap<>();
    private final Absences absences = new Absences();

    /**
     * Takes what is listed now. What is missing stays as it was until another list lacks it too.
     *
     * @param nowNanos epoch nanoseconds
     * @return the instruments whose status is another than before, with those that are gone, which are delisted
     */
    Map<Instrument, TradingStatus> take(Listings listings, long nowNanos) {
        Map<String, TradingStatus> now = new HashMap<>();
        for (Listing listing : listings.listed()) {
            String symbol = listing.instrument().id().symbol();
            Instrument known = instruments.putIfAbsent(symbol, listing.instrument());
            // Orders with old scales would be others than meant, so that they end; cancels go on.
            boolean isMeant = known == null || listing.measuresAs(known);
            now.put(symbol, isMeant ? listing.status() : TradingStatus.CANCEL_ONLY);
            if (known == null) {
                note(listing.instrument().base());
                note(listing.instrument().quote());
                note(listing.instrument().settlement());
            }
        }
        gone(now, listings, nowNanos).forEach(symbol -> now.put(symbol, TradingStatus.DELISTED));
        Map<Instrument, TradingStatus> changed = new LinkedHashMap<>();
        instruments.forEach((symbol, instrument) -> {
            TradingStatus status = now.getOrDefault(symbol, status(symbol));
            if (statuses.put(symbol, status) != status) {
                changed.put(instrument, status);
            }
        });
        return changed;
    }

    private Set<String> gone(Map<String, TradingStatus> listed, Listings listings, long nowNanos) {
        Set<String> there = new HashSet<>(listed.keySet());
        listings.refused().forEach(refused -> there.add(refused.symbol()));
        List<String> expected = instruments.keySet().stream()
                .filter(symbol -> statuses.get(symbol) != TradingStatus.DELISTED)
                .toList();
        return absences.take(expected, there, nowNanos);
    }

    /** Whether the last list lacked something, so that another one is wanted soon. */
    boolean isInDoubt() {
        return absences.isInDoubt();
    }

    private void note(Currency currency) {
        currencies.putIfAbsent(currency.code(), currency);
    }

    List<Instrument> instruments() {
        return new ArrayList<>(instruments.values());
    }

    @Nullable
    Instrument instrument(String symbol) {
        return instruments.get(symbol);
    }

    TradingStatus status(String symbol) {
        return statuses.getOrDefault(symbol, TradingStatus.DELISTED);
    }

    /**
     * An instrument that the account has something in.
     *
     * @throws Unreadable if it is not known: what the account risks there could not be told
     */
    Instrument require(String symbol) {
        Instrument instrument = instruments.get(symbol);
        if (instrument == null) {
            throw new Unreadable("the account has something in " + symbol
                    + ", which is not among the instruments; close it by hand, or take another account");
        }
        return instrument;
    }

    /**
     * A currency.
     *
     * @throws IllegalArgumentException if its code is none that can be kept
     */
    Currency currency(String code) {
        Currency known = currencies.get(code);
        return known != null ? known : Currency.of(code);
    }
}
