package io.ttquant.exchanges.run;

import io.ttquant.api.market.Instrument;
import io.ttquant.api.market.InstrumentId;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Names that may have been meant. */
final class Similar {
    private static final int MOST = 5;
    private static final int BEGIN = 3;

    private Similar() {}

    /** A phrase about the listed instruments that are spelt like one that is not. */
    static String to(InstrumentId id, List<Instrument> listed) {
        String plain = plain(id.symbol());
        String begin = plain.substring(0, Math.min(BEGIN, plain.length()));
        String names = listed.stream()
                .map(instrument -> instrument.id().symbol())
                .filter(symbol -> plain(symbol).startsWith(begin))
                .limit(MOST)
                .collect(Collectors.joining(", "));
        return names.isEmpty()
                ? "it lists " + listed.size() + " others: write its own spelling"
                : "did you mean one of " + names + "?";
    }

    private static String plain(String symbol) {
        return symbol.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
    }
}
