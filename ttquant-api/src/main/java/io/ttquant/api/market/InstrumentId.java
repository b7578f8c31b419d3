package io.ttquant.api.market;

import java.util.Locale;

/**
 * The name of an instrument at a venue, written {@code venue:symbol}, for example {@code binance:BTCUSDT}.
 *
 * @param venue the id of the venue, lower case; also the id of its exchange provider
 * @param symbol the venue's own symbol, in the venue's own spelling
 */
public record InstrumentId(String venue, String symbol) implements Comparable<InstrumentId> {
    /**
     * Puts the venue into lower case.
     *
     * @throws IllegalArgumentException if a part is blank, or the venue contains a colon
     */
    public InstrumentId {
        if (venue.isBlank() || symbol.isBlank() || venue.indexOf(':') >= 0) {
            throw new IllegalArgumentException("'" + venue + ":" + symbol
                    + "' is no instrument id; write venue:symbol, for example binance:BTCUSDT");
        }
        venue = venue.toLowerCase(Locale.ROOT);
    }

    /** The instrument {@code symbol} at {@code venue}. */
    public static InstrumentId of(String venue, String symbol) {
        return new InstrumentId(venue, symbol);
    }

    /**
     * Reads {@code venue:symbol}.
     *
     * @throws IllegalArgumentException if there is no colon or a part is blank
     */
    public static InstrumentId parse(String text) {
        int colon = text.indexOf(':');
        if (colon < 0) {
            throw new IllegalArgumentException(
                    "'" + text + "' is no instrument id; write venue:symbol, for example binance:BTCUSDT");
        }
        return new InstrumentId(
                text.substring(0, colon).strip(), text.substring(colon + 1).strip());
    }

    @Override
    public int compareTo(InstrumentId other) {
        int byVenue = venue.compareTo(other.venue);
        return byVenue != 0 ? byVenue : symbol.compareTo(other.symbol);
    }

    @Override
    public String toString() {
        return venue + ":" + symbol;
    }
}
