package io.ttquant.core.metrics.prometheus;

import io.ttquant.api.metrics.Metric;
import io.ttquant.api.metrics.MetricsCapability;
import io.ttquant.api.metrics.MetricsProvider;
import java.net.InetSocketAddress;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Metrics at an HTTP endpoint of this process, in the text format of Prometheus. It needs no library, listens to this computer only unless it is told
 * otherwise, and is there while something is bound. Engines that are bound with the same settings share it.
 *
 * <p>Settings: {@code host}, 127.0.0.1 unless set; {@code port}, 9464 unless set, 0 for one that is free; {@code expose = true}, without which a host that
 * others can reach is refused.
 */
public final class PrometheusMetrics implements MetricsProvider {
    private final Map<EndpointSettings, Shared> open = new HashMap<>();

    /** One that serves nothing yet. */
    public PrometheusMetrics() {}

    /** An endpoint and how many use it. */
    private static final class Shared {
        private final Endpoint endpoint;
        private int users;

        Shared(Endpoint endpoint) {
            this.endpoint = endpoint;
        }
    }

    @Override
    public String id() {
        return "prometheus";
    }

    @Override
    public Set<MetricsCapability> capabilities() {
        return Set.of(MetricsCapability.PULL, MetricsCapability.BUCKETS);
    }

    /**
     * {@inheritDoc}
     *
     * @throws java.io.UncheckedIOException if the address is taken
     */
    @Override
    public synchronized Binding bind(Collection<Metric> metrics, Map<String, String> settings) {
        EndpointSettings where = EndpointSettings.parse(settings);
        InetSocketAddress address = where.address();
        List<Metric> mine = List.copyOf(metrics);
        new Page().add(mine);
        Shared shared = open.computeIfAbsent(where, key -> new Shared(Endpoint.open(address)));
        shared.users++;
        try {
            shared.endpoint.page().add(mine);
        } catch (IllegalArgumentException e) {
            release(where, shared);
            throw e;
        }
        return new Bound(where, shared, mine);
    }

    /** The ports that are listened at, which differ from what was asked for where that was 0. */
    public synchronized Set<Integer> ports() {
        return Set.copyOf(
                open.values().stream().map(shared -> shared.endpoint.port()).toList());
    }

    private synchronized void release(EndpointSettings where, Shared shared) {
        shared.users--;
        if (shared.users == 0) {
            open.remove(where);
            shared.endpoint.close();
        }
    }

    private final class Bound implements Binding {
        private final EndpointSettings where;
        private final Shared shared;
        private final List<Metric> metrics;
        private boolean isClosed;

        Bound(EndpointSettings where, Shared shared, List<Metric> metrics) {
            this.where = where;
            this.shared = shared;
            this.metrics = metrics;
        }

        @Override
        public synchronized void close() {
            if (!isClosed) {
                isClosed = true;
                shared.endpoint.page().remove(metrics);
                release(where, shared);
            }
        }
    }
}
