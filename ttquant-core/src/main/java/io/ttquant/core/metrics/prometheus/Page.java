package io.ttquant.core.metrics.prometheus;

import io.ttquant.api.metrics.Metric;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** All that is exported at one place. Safe for use by several threads: what is bound is replaced as a whole. */
final class Page {
    private volatile Map<String, Entry> families = Map.of();

    private record Entry(Family family, List<Series> series) {}

    /**
     * Adds metrics, or none of them.
     *
     * @throws IllegalArgumentException if a series is there already, or a name has two kinds
     */
    synchronized void add(Collection<Metric> metrics) {
        Map<String, Entry> next = new TreeMap<>();
        Set<String> known = new HashSet<>();
        families.forEach((name, entry) -> {
            next.put(name, new Entry(entry.family(), new ArrayList<>(entry.series())));
            entry.series().forEach(series -> known.add(name + series.labels()));
        });
        for (Metric metric : metrics) {
            Family family = Family.of(metric);
            Entry entry = next.computeIfAbsent(family.name(), name -> new Entry(family, new ArrayList<>()));
            if (entry.family().kind() != metric.kind()) {
                throw new IllegalArgumentException("metric " + metric.name() + " is a " + family.type()
                        + ", but one of that name is a " + entry.family().type() + "; name one of them otherwise");
            }
            Series series = Series.of(metric);
            if (!known.add(family.name() + series.labels())) {
                throw new IllegalArgumentException("two metrics are called " + metric.name() + metric.tags()
                        + "; tell them apart by a tag, such as the name of the engine");
            }
            entry.series().add(series);
        }
        families = next;
    }

    /** Takes metrics away, these very ones. */
    synchronized void remove(Collection<Metric> metrics) {
        Map<String, Entry> next = new TreeMap<>();
        Set<Metric> gone = Collections.newSetFromMap(new IdentityHashMap<>());
        gone.addAll(metrics);
        families.forEach((name, entry) -> {
            List<Series> left = entry.series().stream()
                    .filter(series -> !gone.contains(series.metric()))
                    .toList();
            if (!left.isEmpty()) {
                next.put(name, new Entry(entry.family(), left));
            }
        });
        families = next;
    }

    /** The page as it is now. */
    String text() {
        Exposition exposition = new Exposition();
        families.values().forEach(entry -> exposition.family(entry.family(), entry.series()));
        return exposition.text();
    }
}
