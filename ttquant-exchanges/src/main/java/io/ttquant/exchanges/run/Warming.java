package io.ttquant.exchanges.run;

import io.ttquant.api.exchange.Capability;
import io.ttquant.api.exchange.ExchangeSession;
import io.ttquant.api.market.BarSpec;
import io.ttquant.api.market.InstrumentId;
import io.ttquant.core.engine.Warmup;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Asks a session for the bars with which strategies warm up, and goes on once all have come or are known not to. */
final class Warming {
    private final ExchangeSession session;
    private final Set<Capability> able;
    private final Consumer<String> lines;
    private final Map<Series, Integer> counts = new LinkedHashMap<>();
    private int missing;

    Warming(ExchangeSession session, Set<Capability> able, Consumer<String> lines) {
        this.session = session;
        this.able = able;
        this.lines = lines;
    }

    private record Series(InstrumentId instrument, BarSpec source) {
        @Override
        public String toString() {
            return source + " bars of " + instrument.symbol();
        }
    }

    /** Asks for them; {@code done} runs once, perhaps at once. */
    void begin(List<Warmup> warmups, Runnable done) {
        for (Warmup warmup : warmups) {
            Optional<BarSpec> source = VenueBars.source(warmup.spec(), able);
            if (source.isPresent() && able.contains(Capability.HISTORY_BARS)) {
                int bars = VenueBars.count(warmup.spec(), source.get(), warmup.bars());
                counts.merge(new Series(warmup.instrument(), source.get()), bars, Math::max);
            } else {
                lines.accept("no history of " + warmup.spec() + " bars of "
                        + warmup.instrument().symbol() + ": the strategy warms up on live data, which takes "
                        + warmup.bars() + " bars");
            }
        }
        missing = counts.size() + 1;
        counts.forEach((series, count) -> session.requestBars(
                series.instrument(), series.source(), count, (isDone, why) -> came(series, count, isDone, why, done)));
        oneLess(done);
    }

    private void came(Series series, int count, boolean isDone, String why, Runnable done) {
        lines.accept(
                isDone
                        ? "warm-up: the last " + count + " " + series
                        : "warm-up: no " + series + " (" + why + "); the strategy warms up on live data");
        oneLess(done);
    }

    private void oneLess(Runnable done) {
        missing--;
        if (missing == 0) {
            done.run();
        }
    }
}
