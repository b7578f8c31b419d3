package io.ttquant.core.config;

import io.ttquant.api.market.InstrumentId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads instruments. A symbol without a venue gets the venue of its strategy, and that venue's spelling. */
final class Symbols {
    /** Quote currencies by which a symbol without a dash is divided, the longest first. */
    private static final List<String> QUOTES =
            List.of("FDUSD", "USDT", "USDC", "TUSD", "BUSD", "USD", "EUR", "BTC", "ETH", "BNB");

    private final @Nullable String venue;
    private final Findings findings;
    private final Origin origin;

    /** Where the venue of symbols without one comes from. */
    enum Origin {
        /** Nobody names one. */
        ASSUMED,
        /** The file names one for all strategies; a strategy may name another. */
        DEFAULT,
        /** The strategy names one itself, and cannot mean another. */
        STRATEGY
    }

    private Symbols(@Nullable String venue, Origin origin, Findings findings) {
        this.venue = venue;
        this.origin = origin;
        this.findings = findings;
    }

    /** Instruments must name their venue. */
    static Symbols complete(Findings findings) {
        return new Symbols(null, Origin.DEFAULT, findings);
    }

    /** Instruments without a venue are of this one. */
    static Symbols at(String venue, Origin origin, Findings findings) {
        return new Symbols(venue.toLowerCase(Locale.ROOT), origin, findings);
    }

    InstrumentId read(String text, Node node) {
        if (text.indexOf(':') >= 0 || venue == null) {
            return agreeing(InstrumentId.parse(text));
        }
        InstrumentId id = InstrumentId.of(venue, spelling(venue, text));
        if (origin == Origin.ASSUMED) {
            findings.warning(
                    node.valueAt(),
                    node.path(),
                    "no exchange is given, " + id + " is assumed; write exchange = \"" + venue + "\" or \"" + id
                            + "\"");
        } else if (!id.symbol().equals(text)) {
            findings.warning(
                    node.valueAt(),
                    node.path(),
                    "'" + text + "' is read as " + id + ", in the exchange's own spelling");
        }
        return id;
    }

    private InstrumentId agreeing(InstrumentId id) {
        if (venue != null && origin == Origin.STRATEGY && !id.venue().equals(venue)) {
            throw new IllegalArgumentException(
                    id + " is not of exchange " + venue + "; leave one of the two out or let them agree");
        }
        return id;
    }

    private static String spelling(String venue, String symbol) {
        if (venue.equals("okx") && symbol.indexOf('-') < 0) {
            return quoteOf(symbol)
                    .map(quote -> baseOf(symbol, quote) + "-" + quote)
                    .orElse(symbol);
        }
        return venue.equals("binance") ? symbol.replace("-", "") : symbol;
    }

    private static Optional<String> quoteOf(String symbol) {
        return QUOTES.stream()
                .filter(quote -> symbol.length() > quote.length() && symbol.endsWith(quote))
                .findFirst();
    }

    private static String baseOf(String symbol, String quote) {
        return symbol.substring(0, symbol.length() - quote.length());
    }

    /** The currencies that a symbol names: base and quote; empty if it does not show them. */
    static Optional<List<String>> currencies(InstrumentId id) {
        String[] parts = id.symbol().split("-", -1);
        if (parts.length > 1) {
            return Optional.of(List.of(parts[0], parts[1]));
        }
        return quoteOf(id.symbol()).map(quote -> List.of(baseOf(id.symbol(), quote), quote));
    }
}
