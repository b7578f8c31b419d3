package io.ttquant.core.engine;

import io.ttquant.api.exchange.BarSink;
import io.ttquant.api.market.BarSpec;
import io.ttquant.api.market.PriceSource;
import io.ttquant.core.market.BarAggregator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The series of bars of one instrument, and what each is made of. */
final class BarSeries {
    private final Engine engine;
    private final Function<BarSpec, BarChannel> maker;
    private final Map<BarSpec, BarChannel> channels = new LinkedHashMap<>();

    BarSeries(Engine engine, Function<BarSpec, BarChannel> maker) {
        this.engine = engine;
        this.maker = maker;
    }

    BarChannel of(BarSpec spec) {
        return channels.computeIfAbsent(spec, maker);
    }

    /** Those that strategies wait for and that had no bar so far. */
    List<BarSpec> silent() {
        return channels.values().stream()
                .filter(BarChannel::isSilent)
                .map(channel -> channel.spec)
                .toList();
    }

    /** Finds for each wanted series what it is made of: the coarsest finer bars of a data source, or else ticks. */
    void connect(InstrumentChannel ticks) {
        for (BarChannel wanted : channels.values()) {
            if (wanted.isWanted() && !wanted.isConnected()) {
                BarChannel finer = coarsestFiner(wanted.spec);
                connect(wanted, finer, ticks);
                wanted.connected(finer == null);
            }
        }
    }

    private void connect(BarChannel wanted, @Nullable BarChannel finer, InstrumentChannel ticks) {
        BarSink output = new MadeBars(wanted);
        long usualNanos = engine.delayed().usualNanos();
        if (finer != null) {
            BarAggregator aggregator = BarAggregator.ofBars(finer.spec, wanted.spec, usualNanos, output);
            finer.feed(aggregator);
            engine.closeByTime(aggregator);
            return;
        }
        BarAggregator aggregator = BarAggregator.ofTicks(ticks.instrument(), wanted.spec, usualNanos, output);
        if (wanted.spec.source() == PriceSource.TRADE) {
            ticks.feedTrades(aggregator);
        } else {
            ticks.feedQuotes(new QuoteBars(wanted.spec.source(), aggregator));
        }
        engine.closeByTime(aggregator);
    }

    private @Nullable BarChannel coarsestFiner(BarSpec wanted) {
        BarChannel finer = null;
        for (BarChannel candidate : channels.values()) {
            boolean fits = candidate.isExternal()
                    && candidate.spec.isTime()
                    && wanted.isTime()
                    && candidate.spec.source() == wanted.source()
                    && wanted.step() % candidate.spec.step() == 0;
            if (fits && (finer == null || candidate.spec.step() > finer.spec.step())) {
                finer = candidate;
            }
        }
        return finer;
    }
}
