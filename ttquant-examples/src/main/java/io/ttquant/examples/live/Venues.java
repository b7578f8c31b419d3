package io.ttquant.examples.live;

import io.ttquant.api.exchange.ExchangeProvider;
import io.ttquant.api.market.Instrument;
import io.ttquant.core.provider.Providers;
import io.ttquant.exchanges.run.RunRefusedException;
import java.util.List;

/** Looks up what a command line names. */
final class Venues {
    private Venues() {}

    /** @throws RunRefusedException if there is no such exchange; the message lists those there are */
    static ExchangeProvider find(Providers<ExchangeProvider> providers, String id) {
        try {
            return providers.get(id);
        } catch (IllegalArgumentException e) {
            throw new RunRefusedException(String.valueOf(e.getMessage()));
        }
    }

    /** @throws RunRefusedException if one of the symbols is not listed */
    static List<Instrument> instruments(List<String> symbols, List<Instrument> listed, String venue) {
        return symbols.stream()
                .map(symbol -> listed.stream()
                        .filter(instrument -> instrument.id().symbol().equals(symbol))
                        .findFirst()
                        .orElseThrow(() -> new RunRefusedException(venue + " lists no instrument '" + symbol
                                + "'; write its own spelling, one of " + listed.size() + " such as "
                                + listed.stream()
                                        .limit(3)
                                        .map(i -> i.id().symbol())
                                        .toList())))
                .toList();
    }
}
