package io.ttquant.backtest.junit.conformance;

import io.ttquant.api.metrics.Distribution;
import io.ttquant.api.metrics.Metric;
import io.ttquant.api.metrics.MetricsCapability;
import io.ttquant.api.metrics.MetricsProvider;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.Set;

/** A small export to a map, which can be broken on purpose. */
final class MemoryMetrics implements MetricsProvider {
    /** What is broken, and the cases that must notice. */
    enum Flaw {
        NONE(),
        LOUD_ID(1),
        CHANGING_ID(1),
        NO_CAPABILITY(2),
        OPEN_CAPABILITIES(2),
        READS_AT_BIND(3),
        SHOWS_INCREMENTS(4),
        FORGETS_TAGS(5),
        UNKNOWN_AS_ZERO(6),
        ROUNDS(7),
        READER_SPOILS_ALL(8),
        BROKEN_AS_ZERO(8),
        GOES_ON_AFTER_CLOSE(9),
        CLOSE_TWICE_THROWS(10),
        CLOSE_TWICE_CLOSES_OTHERS(10),
        FIRST_READER_STAYS(11),
        ONE_ENGINE(12),
        KEEPS_THE_COLLECTION(13),
        EMPTY_REFUSED(14),
        TAKES_DUPLICATES(15),
        HALF_BOUND(15),
        SILENT_SETTINGS(16),
        FROZEN_HISTOGRAM(17),
        NO_HISTOGRAM(17),
        BUCKETS_BY_THEMSELVES(18),
        NO_LAST_BUCKET(18),
        HISTOGRAM_SPOILS_ALL(19),
        BROKEN_HISTOGRAM_AS_ZERO(19);

        final Set<Integer> cases;

        Flaw(Integer... cases) {
            this.cases = Set.of(cases);
        }
    }

    private final Flaw flaw;
    private final Map<String, Metric> world = new HashMap<>();
    private final Map<String, Double> last = new HashMap<>();
    private final Map<String, Double> atBind = new HashMap<>();
    private final Set<MetricsCapability> open = EnumSet.of(MetricsCapability.PULL, MetricsCapability.BUCKETS);
    private Collection<Metric> given = List.of();
    private int asked;

    MemoryMetrics(Flaw flaw) {
        this.flaw = flaw;
    }

    @Override
    public String id() {
        return flaw == Flaw.LOUD_ID ? "Memory" : flaw == Flaw.CHANGING_ID ? "memory" + asked++ : "memory";
    }

    @Override
    public Set<MetricsCapability> capabilities() {
        return flaw == Flaw.NO_CAPABILITY
                ? Set.of()
                : flaw == Flaw.OPEN_CAPABILITIES ? open : Set.of(MetricsCapability.PULL, MetricsCapability.BUCKETS);
    }

    private String key(Metric metric) {
        return flaw == Flaw.FORGETS_TAGS ? metric.name() : metric.name() + new java.util.TreeMap<>(metric.tags());
    }

    @Override
    public Binding bind(Collection<Metric> metrics, Map<String, String> settings) {
        if (!settings.isEmpty() && flaw != Flaw.SILENT_SETTINGS) {
            throw new IllegalArgumentException("unknown settings " + settings.keySet() + "; there are none");
        }
        if (metrics.isEmpty() && flaw == Flaw.EMPTY_REFUSED) {
            throw new IllegalArgumentException("no metrics");
        }
        given = metrics;
        List<Metric> mine = new ArrayList<>(metrics);
        requireDistinct(mine);
        if (flaw == Flaw.ONE_ENGINE) {
            world.clear();
        }
        mine.forEach(this::show);
        return binding(mine);
    }

    private void requireDistinct(List<Metric> mine) {
        Set<String> keys = new HashSet<>();
        for (Metric metric : mine) {
            if (!keys.add(metric.name() + metric.tags()) && flaw != Flaw.TAKES_DUPLICATES) {
                throw new IllegalArgumentException(
                        "two metrics are called " + key(metric) + "; tell them apart by a tag");
            }
            if (flaw == Flaw.HALF_BOUND) {
                world.put(key(metric), metric);
            }
        }
    }

    private void show(Metric metric) {
        if (flaw != Flaw.FIRST_READER_STAYS || !atBind.containsKey(key(metric))) {
            world.put(key(metric), metric);
        }
        if (flaw == Flaw.READS_AT_BIND || flaw == Flaw.FIRST_READER_STAYS) {
            atBind.putIfAbsent(key(metric), metric.value().getAsDouble());
        }
    }

    private Binding binding(List<Metric> mine) {
        return new Binding() {
            private boolean isClosed;

            @Override
            public void close() {
                if (isClosed && flaw == Flaw.CLOSE_TWICE_THROWS) {
                    throw new IllegalStateException("closed already");
                }
                if ((!isClosed || flaw == Flaw.CLOSE_TWICE_CLOSES_OTHERS) && flaw != Flaw.GOES_ON_AFTER_CLOSE) {
                    mine.forEach(metric -> world.remove(key(metric)));
                }
                isClosed = true;
            }
        };
    }

    OptionalDouble read(Metric asked) {
        Metric metric = world.get(key(asked));
        if (metric == null || (flaw == Flaw.KEEPS_THE_COLLECTION && given.isEmpty())) {
            return flaw == Flaw.FIRST_READER_STAYS && atBind.containsKey(key(asked))
                    ? OptionalDouble.of(atBind.get(key(asked)))
                    : OptionalDouble.empty();
        }
        if (flaw == Flaw.READER_SPOILS_ALL) {
            world.values().forEach(each -> each.value().getAsDouble());
        }
        if (flaw == Flaw.READS_AT_BIND) {
            return OptionalDouble.of(atBind.get(key(asked)));
        }
        if (metric.distribution() != null) {
            return count(metric);
        }
        try {
            return shown(key(asked), metric.value().getAsDouble());
        } catch (IllegalStateException e) {
            return flaw == Flaw.BROKEN_AS_ZERO ? OptionalDouble.of(0) : OptionalDouble.empty();
        }
    }

    private OptionalDouble count(Metric histogram) {
        if (flaw == Flaw.HISTOGRAM_SPOILS_ALL) {
            world.values().forEach(each -> each.value().getAsDouble());
        }
        try {
            double count = histogram.value().getAsDouble();
            last.putIfAbsent(key(histogram), count);
            return flaw == Flaw.NO_HISTOGRAM
                    ? OptionalDouble.empty()
                    : OptionalDouble.of(flaw == Flaw.FROZEN_HISTOGRAM ? last.get(key(histogram)) : count);
        } catch (IllegalStateException e) {
            return flaw == Flaw.BROKEN_HISTOGRAM_AS_ZERO ? OptionalDouble.of(0) : OptionalDouble.empty();
        }
    }

    OptionalDouble upTo(Metric histogram, double bound) {
        Distribution all = Objects.requireNonNull(histogram.distribution()).get();
        double before = 0;
        for (int i = 0; i < all.size(); i++) {
            if (all.bound(i) == bound) {
                return OptionalDouble.of(flaw == Flaw.BUCKETS_BY_THEMSELVES ? all.upTo(i) - before : all.upTo(i));
            }
            before = all.upTo(i);
        }
        return flaw == Flaw.NO_LAST_BUCKET ? OptionalDouble.empty() : OptionalDouble.of(all.count());
    }

    private OptionalDouble shown(String key, double value) {
        if (Double.isNaN(value)) {
            return flaw == Flaw.UNKNOWN_AS_ZERO ? OptionalDouble.of(0) : OptionalDouble.empty();
        }
        if (flaw == Flaw.ROUNDS) {
            return OptionalDouble.of((float) value);
        }
        double before = last.getOrDefault(key, 0.0);
        last.put(key, value);
        return OptionalDouble.of(flaw == Flaw.SHOWS_INCREMENTS ? value - before : value);
    }
}
