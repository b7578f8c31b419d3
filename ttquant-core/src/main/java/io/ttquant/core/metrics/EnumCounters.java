package io.ttquant.core.metrics;

import io.ttquant.core.counter.Counter;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/**
 * A counter for each constant.
 *
 * @param <E> the constants
 */
final class EnumCounters<E extends Enum<E>> {
    private final Map<E, Counter> counters;

    EnumCounters(Class<E> type) {
        counters = new EnumMap<>(type);
        for (E each : type.getEnumConstants()) {
            counters.put(each, new Counter());
        }
    }

    void increment(E of) {
        Counter counter = counters.get(of);
        if (counter != null) {
            counter.increment();
        }
    }

    void describe(Meter meter, SeriesSet series) {
        counters.forEach(
                (each, counter) -> series.add(meter, counter::get, each.name().toLowerCase(Locale.ROOT)));
    }
}
