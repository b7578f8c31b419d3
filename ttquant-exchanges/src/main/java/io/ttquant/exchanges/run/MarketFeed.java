package io.ttquant.exchanges.run;

import io.ttquant.api.exchange.Capability;
import io.ttquant.api.exchange.ExchangeSession;
import io.ttquant.api.exchange.MarketDataSink;
import io.ttquant.api.market.BarSpec;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.market.InstrumentId;
import io.ttquant.core.engine.MarketDemand;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a session is asked for: what strategies want, and for every instrument the prices by which positions are valued and paper orders execute. Wishes
 * before {@link #begin} wait until then; later ones are passed on at once.
 */
final class MarketFeed implements MarketDemand {
    private static final List<Capability> ALWAYS = List.of(Capability.QUOTES, Capability.TRADES);
    private static final List<Capability> OF_DERIVATIVES = List.of(Capability.MARK_PRICES, Capability.FUNDING);

    private final Set<Capability> able;
    private final Set<Kind> kinds = new LinkedHashSet<>();
    private final Set<Series> series = new LinkedHashSet<>();
    private @Nullable MarketDataSink market;
    private @Nullable ExchangeSession session;

    MarketFeed(Set<Capability> able) {
        this.able = able;
    }

    private record Kind(InstrumentId instrument, Capability kind) {
        @Override
        public String toString() {
            return kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    private record Series(InstrumentId instrument, BarSpec spec) {
        @Override
        public String toString() {
            return spec + " bars";
        }
    }

    /** Where market data will go, before strategies are started: the bars that the venue has are made known to it. */
    void into(MarketDataSink sink) {
        market = sink;
    }

    /** What is always wanted of an instrument that is traded. */
    void traded(Instrument instrument) {
        ALWAYS.forEach(kind -> wanted(instrument.id(), kind));
        if (instrument.kind().isDerivative()) {
            OF_DERIVATIVES.forEach(kind -> wanted(instrument.id(), kind));
        }
    }

    @Override
    public void wanted(InstrumentId instrument, Capability kind) {
        if (!able.contains(kind) || !kinds.add(new Kind(instrument, kind))) {
            return;
        }
        if (session != null) {
            session.subscribe(instrument, kind);
        }
    }

    @Override
    public void wantedBars(InstrumentId instrument, BarSpec spec) {
        VenueBars.source(spec, able).ifPresent(source -> {
            if (series.add(new Series(instrument, source))) {
                if (market != null) {
                    market.instrument(instrument).bars(source);
                }
                if (session != null) {
                    session.subscribeBars(instrument, source);
                }
            }
        });
    }

    /** Asks the session for all that was wanted so far. */
    void begin(ExchangeSession open) {
        session = open;
        kinds.forEach(each -> open.subscribe(each.instrument(), each.kind()));
        series.forEach(each -> open.subscribeBars(each.instrument(), each.spec()));
    }

    /** The kinds that were asked for of an instrument. */
    Set<Capability> kinds(InstrumentId instrument) {
        Set<Capability> all = new LinkedHashSet<>();
        kinds.stream().filter(each -> each.instrument().equals(instrument)).forEach(each -> all.add(each.kind()));
        if (series.stream().anyMatch(each -> each.instrument().equals(instrument))) {
            all.add(Capability.BARS);
        }
        return all;
    }

    /** What was asked for of an instrument, for people. */
    String describe(InstrumentId instrument) {
        List<String> all = new ArrayList<>();
        kinds.stream().filter(each -> each.instrument().equals(instrument)).forEach(each -> all.add(each.toString()));
        series.stream().filter(each -> each.instrument().equals(instrument)).forEach(each -> all.add(each.toString()));
        return all.stream().collect(Collectors.joining(", "));
    }
}
