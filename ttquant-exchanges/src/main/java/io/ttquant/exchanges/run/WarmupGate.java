package io.ttquant.exchanges.run;

import io.ttquant.api.exchange.BarSink;
import io.ttquant.api.exchange.InstrumentSink;
import io.ttquant.api.exchange.MarketDataSink;
import io.ttquant.api.market.BarSpec;
import io.ttquant.api.market.InstrumentId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Lets bars of history pass to an engine, and holds back those that closed after it was started until history is over: one of them would end it
 * before the bars of other series are there.
 */
final class WarmupGate implements MarketDataSink {
    private final MarketDataSink engine;
    private final Map<InstrumentId, InstrumentSink> sinks = new HashMap<>();
    private final List<Held> held = new ArrayList<>();
    private long startNanos = Long.MIN_VALUE;
    private boolean isOpen;

    WarmupGate(MarketDataSink engine) {
        this.engine = engine;
    }

    /** Bars that close from then on are held. */
    void startedAt(long nanos) {
        startNanos = nanos;
    }

    /** History is over: hands on what was held, in the order of time. */
    void open() {
        isOpen = true;
        held.sort(Comparator.comparingLong(Held::tsEvent));
        held.forEach(each -> each.delivery().run());
        held.clear();
    }

    @Override
    public InstrumentSink instrument(InstrumentId id) {
        return sinks.computeIfAbsent(id, key -> new Sink(engine.instrument(key)));
    }

    private record Held(long tsEvent, Runnable delivery) {}

    private final class Sink extends ForwardingInstrument {
        private final Map<BarSpec, BarSink> series = new HashMap<>();

        Sink(InstrumentSink to) {
            super(to);
        }

        @Override
        public BarSink bars(BarSpec spec) {
            return series.computeIfAbsent(spec, key -> new Bars(super.bars(key)));
        }
    }

    private final class Bars implements BarSink {
        private final BarSink to;

        Bars(BarSink to) {
            this.to = to;
        }

        @Override
        public void open(long tsOpen, long rawOpen) {
            to.open(tsOpen, rawOpen);
        }

        @Override
        public void bar(
                long tsOpen,
                long tsEvent,
                long tsInit,
                long rawOpen,
                long rawHigh,
                long rawLow,
                long rawClose,
                long rawVolume) {
            if (isOpen || tsEvent < startNanos) {
                to.bar(tsOpen, tsEvent, tsInit, rawOpen, rawHigh, rawLow, rawClose, rawVolume);
            } else {
                held.add(new Held(
                        tsEvent, () -> to.bar(tsOpen, tsEvent, tsInit, rawOpen, rawHigh, rawLow, rawClose, rawVolume)));
            }
        }
    }
}
