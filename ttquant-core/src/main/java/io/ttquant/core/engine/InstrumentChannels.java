package io.ttquant.core.engine;

import io.ttquant.api.market.BarSpec;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.market.InstrumentId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The instruments of an engine, in the order in which they were given. */
final class InstrumentChannels {
    private final Map<InstrumentId, InstrumentChannel> channels = new LinkedHashMap<>();
    private Function<Instrument, InstrumentChannel> maker = instrument -> {
        throw new IllegalStateException("nothing makes instruments yet");
    };
    private @Nullable InstrumentChannel last;

    void makeAll(List<Instrument> instruments, Function<Instrument, InstrumentChannel> how) {
        maker = how;
        instruments.forEach(this::ofOrMade);
    }

    /** Made on first use: others may trade what no strategy does. */
    InstrumentChannel ofOrMade(Instrument instrument) {
        return channels.computeIfAbsent(instrument.id(), id -> maker.apply(instrument));
    }

    Iterable<InstrumentChannel> all() {
        return channels.values();
    }

    /** Null if this engine does not know it. */
    @Nullable
    InstrumentChannel known(InstrumentId id) {
        return channels.get(id);
    }

    InstrumentChannel of(InstrumentId id) {
        // A strategy mostly asks for the same instrument again.
        InstrumentChannel known = last;
        return known != null && known.instrument().id().equals(id) ? known : find(id);
    }

    private InstrumentChannel find(InstrumentId id) {
        InstrumentChannel channel = channels.get(id);
        if (channel == null) {
            throw new IllegalArgumentException("instrument " + id + " is not known to this engine; it knows "
                    + channels.keySet() + ". Add it with EngineBuilder.instrument");
        }
        last = channel;
        return channel;
    }

    /** Finds for each wanted series what it is made of. */
    void connectSeries() {
        channels.values().forEach(InstrumentChannel::connectSeries);
    }

    /** The series that strategies wait for and that had no bar so far. */
    Map<InstrumentId, List<BarSpec>> silentSeries() {
        Map<InstrumentId, List<BarSpec>> silent = new LinkedHashMap<>();
        channels.forEach((id, channel) -> {
            List<BarSpec> series = channel.silentSeries();
            if (!series.isEmpty()) {
                silent.put(id, series);
            }
        });
        return silent;
    }
}
