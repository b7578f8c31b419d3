package io.ttquant.backtest.data;

import io.ttquant.api.market.BarSpec;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.market.InstrumentId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads files and joins those of one series in the order of time. */
final class SeriesJoin {
    private record Key(
            InstrumentId id,
            @Nullable BarSpec spec,
            @Nullable Interval interval) {}

    private final Instruments instruments;
    private final DataPolicy policy;
    private final boolean isInMemory;
    private final Map<Key, List<Part>> series = new LinkedHashMap<>();
    private final Map<InstrumentId, Instrument> built = new LinkedHashMap<>();
    private final List<EventSource> sources = new ArrayList<>();
    private final List<BarColumns> bars = new ArrayList<>();
    private final List<TradeColumns> trades = new ArrayList<>();
    private final List<DataQuality> quality = new ArrayList<>();

    SeriesJoin(Instruments instruments, DataPolicy policy, boolean isInMemory) {
        this.instruments = instruments;
        this.policy = policy;
        this.isInMemory = isInMemory;
    }

    void read(SourceFile file, @Nullable Duration interval) {
        InstrumentId id = instruments.idOf(file);
        Part part = new FileLoad(file, instruments.scalesOf(id), policy).read(isInMemory, interval);
        instruments.scalesOf(id).priced(part.counts().lastPrice);
        Interval found = part.interval();
        BarSpec spec = found == null ? null : found.spec(file.guess().source());
        series.computeIfAbsent(new Key(id, spec, found), key -> new ArrayList<>())
                .add(part);
    }

    LoadedData finish() {
        series.forEach((key, parts) -> {
            parts.sort(Comparator.comparingLong(Part::firstNanos).thenComparingLong(Part::lastNanos));
            join(built.computeIfAbsent(key.id(), instruments::build), key, parts);
        });
        return new LoadedData(List.copyOf(built.values()), sources, bars, trades, quality);
    }

    private void join(Instrument instrument, Key key, List<Part> parts) {
        Joints.check(parts, isInMemory);
        BarSpec spec = key.spec();
        Interval interval = key.interval();
        if (spec == null || interval == null) {
            trades(instrument, parts);
        } else {
            bars(instrument, spec, interval, parts);
        }
        for (Part part : parts) {
            String name = spec == null ? null : spec.toString();
            quality.add(QualityFindings.of(part.file(), instrument.id(), name, part.counts()));
        }
    }

    private void bars(Instrument instrument, BarSpec spec, Interval interval, List<Part> parts) {
        if (isInMemory) {
            BarColumns columns = BarColumns.of(instrument, spec, Joints.join(parts, instrument), interval);
            bars.add(columns);
            sources.add(columns.source());
        } else {
            sources.add(new StreamedBars(
                    instrument,
                    spec,
                    interval,
                    instruments.scalesOf(instrument.id()).mostVolume(),
                    List.copyOf(parts),
                    policy));
        }
    }

    private void trades(Instrument instrument, List<Part> parts) {
        if (isInMemory) {
            TradeColumns columns = TradeColumns.of(instrument, Joints.join(parts, instrument));
            trades.add(columns);
            sources.add(columns);
        } else {
            sources.add(new StreamedTrades(instrument, List.copyOf(parts), policy));
        }
    }
}
