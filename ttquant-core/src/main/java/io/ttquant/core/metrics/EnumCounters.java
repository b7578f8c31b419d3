package io.ttquant.core.metrics;

import io.ttquant.core.counter.Counter;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * A counter for each constant, or for each of some.
 *
 * @param <E> the constants
 */
final class EnumCounters<E extends Enum<E>> {
    private final Map<E, Counter> counters;

    EnumCounters(Class<E> type) {
        this(type, EnumSet.allOf(type));
    }

    /** Of some only: a series that nothing can ever count in would look like one that has not happened. */
    EnumCounters(Class<E> type, Set<E> some) {
        counters = new EnumMap<>(type);
        for (E each : some) {
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
