package io.ttquant.exchanges.run;

import io.ttquant.api.exchange.Capability;
import io.ttquant.api.market.InstrumentId;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/** Says of each instrument once that all of its market data come, and after that what stops and what comes again. */
final class MarketNews {
    private final Consumer<String> lines;
    private final Function<InstrumentId, Set<Capability>> wanted;
    private final Map<InstrumentId, Set<Capability>> coming = new HashMap<>();
    private final Map<InstrumentId, Set<Capability>> stopped = new HashMap<>();

    /**
     * News for a log.
     *
     * @param wanted the kinds that were asked for of an instrument
     */
    MarketNews(Consumer<String> lines, Function<InstrumentId, Set<Capability>> wanted) {
        this.lines = lines;
        this.wanted = wanted;
    }

    void told(InstrumentId instrument, Capability kind, boolean comes) {
        Set<Capability> live = of(coming, instrument);
        Set<Capability> old = of(stopped, instrument);
        String what = instrument.symbol() + " " + words(kind);
        if (!comes) {
            live.remove(kind);
            old.add(kind);
            lines.accept(what + " STOPPED COMING: what is known is old");
        } else if (old.remove(kind)) {
            live.add(kind);
            lines.accept(what + ": coming again");
        } else if (live.add(kind) && live.containsAll(wanted.apply(instrument))) {
            lines.accept(instrument.symbol() + ": all market data come in");
        }
    }

    private static Set<Capability> of(Map<InstrumentId, Set<Capability>> all, InstrumentId instrument) {
        return all.computeIfAbsent(instrument, key -> EnumSet.noneOf(Capability.class));
    }

    private static String words(Capability kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
