package io.ttquant.backtest.junit.conformance;

import io.ttquant.api.metrics.Distribution;
import io.ttquant.api.metrics.Metric;
import io.ttquant.api.metrics.MetricKind;
import io.ttquant.api.metrics.MetricsCapability;
import io.ttquant.api.metrics.MetricsProvider;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.DoubleSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * What a {@link MetricsProvider} must do. Say which one it is, and how its export is seen from outside.
 *
 * <pre>{@code
 * class MyMetricsTest extends MetricsConformance {
 *     private final MyMetrics provider = new MyMetrics();
 *
 *     @Override
 *     protected MetricsProvider provider() {
 *         return provider;
 *     }
 *
 *     @Override
 *     protected OptionalDouble exported(Metric metric) {
 *         return scrape(provider.port(), nameOf(metric), metric.tags());
 *     }
 * }
 * }</pre>
 */
@DisplayNameGeneration(CaseNames.class)
@TestMethodOrder(CaseOrder.class)
@ExtendWith(CaseFailures.class)
public abstract class MetricsConformance {
    private static final String UNKNOWN_SETTING = "no-such-setting";

    private final List<MetricsProvider.Binding> bindings = new ArrayList<>();
    private double value = 1;

    /** For subclasses. */
    protected MetricsConformance() {}

    /** The provider, the same object within a test. */
    protected abstract MetricsProvider provider();

    /**
     * What the world outside sees of a metric now: read at the endpoint, or what was sent last after making it send now. Empty if it is not exported, or is
     * exported as not known (NaN). Of a histogram, how many values there were.
     */
    protected abstract OptionalDouble exported(Metric metric);

    /**
     * How many values of a histogram up to a bound the world outside sees now; empty if it sees no such bucket. To be overridden for a provider with the
     * capability {@link MetricsCapability#BUCKETS}; asked of no other.
     *
     * @param bound one of the bounds of the histogram, or positive infinity
     */
    protected OptionalDouble exportedUpTo(Metric histogram, double bound) {
        throw new AssertionError("the provider declares " + MetricsCapability.BUCKETS
                + "; override exportedUpTo, so that the suite can see them");
    }

    /** The settings to bind with; none unless overridden. */
    protected Map<String, String> settings() {
        return Map.of();
    }

    @AfterEach
    final void closeBindings() {
        List.copyOf(bindings).forEach(MetricsProvider.Binding::close);
    }

    private MetricsProvider.Binding bind(Collection<Metric> metrics) {
        return bind(metrics, settings());
    }

    /** What a case closes itself is not closed once more after it, so that only case 10 is about that. */
    private MetricsProvider.Binding bind(Collection<Metric> metrics, Map<String, String> with) {
        MetricsProvider.Binding binding = provider().bind(metrics, with);
        MetricsProvider.Binding noted = new MetricsProvider.Binding() {
            @Override
            public void close() {
                bindings.remove(this);
                binding.close();
            }
        };
        bindings.add(noted);
        return noted;
    }

    private static Metric metric(String name, MetricKind kind, Map<String, String> tags, DoubleSupplier value) {
        return new Metric(name, kind, "", "A figure of a conformance suite.", tags, value);
    }

    private static Metric gauge(String name, DoubleSupplier value) {
        return metric(name, MetricKind.GAUGE, Map.of(), value);
    }

    private void expect(double expected, Metric metric) {
        OptionalDouble seen = exported(metric);
        Expect.that(
                seen.isPresent() && seen.getAsDouble() == expected,
                "expected " + text(metric) + " to be exported as " + expected + ", but "
                        + (seen.isPresent() ? "it was " + seen.getAsDouble() : "nothing is exported"));
    }

    private void expectNothing(Metric metric, String why) {
        OptionalDouble seen = exported(metric);
        Expect.that(
                seen.isEmpty() || Double.isNaN(seen.getAsDouble()),
                "expected nothing of " + text(metric) + " " + why + ", but it was exported as "
                        + seen.orElse(Double.NaN));
    }

    private static String text(Metric metric) {
        return metric.name() + metric.tags();
    }

    @Case(number = 1, rule = "the id is short, lower-case and always the same")
    final void id() {
        Expect.id(provider().id(), provider().id());
    }

    @Case(number = 2, rule = "there is a capability, always the same ones, which nobody can change")
    final void capabilities() {
        Expect.capabilities(provider().capabilities(), provider().capabilities());
    }

    @Case(number = 3, rule = "a gauge shows the value that it has when it is read, up and down")
    final void gauge() {
        Metric gauge = gauge("ttquant.test.gauge", () -> value);
        bind(List.of(gauge));
        for (double next : new double[] {1, 5, 2.5, 0, -3}) {
            value = next;
            expect(next, gauge);
        }
    }

    @Case(number = 4, rule = "a counter shows the total, not what was added since it was read")
    final void counter() {
        Metric counter = metric("ttquant.test.counter", MetricKind.COUNTER, Map.of(), () -> value);
        value = 7;
        bind(List.of(counter));
        expect(7, counter);
        value = 9;
        expect(9, counter);
        expect(9, counter);
    }

    @Case(number = 5, rule = "tags tell apart metrics of one name")
    final void tags() {
        Metric buy = metric("ttquant.test.orders", MetricKind.GAUGE, Map.of("side", "buy", "venue", "a"), () -> 1);
        Metric sell = metric("ttquant.test.orders", MetricKind.GAUGE, Map.of("side", "sell", "venue", "a"), () -> 2);
        bind(List.of(buy, sell));
        expect(1, buy);
        expect(2, sell);
    }

    @Case(number = 6, rule = "what is not known (NaN) is not exported as a number")
    final void unknown() {
        Metric unknown = gauge("ttquant.test.unknown", () -> value);
        value = 4;
        bind(List.of(unknown));
        expect(4, unknown);
        value = Double.NaN;
        expectNothing(unknown, "while its value is NaN");
    }

    @Case(number = 7, rule = "small and large numbers keep all their digits")
    final void precision() {
        Metric figure = gauge("ttquant.test.precise", () -> value);
        bind(List.of(figure));
        for (double next : new double[] {9_007_199_254_740_991.0, 1e-10, 0.1 + 0.2, -1e18}) {
            value = next;
            expect(next, figure);
        }
    }

    @Case(number = 8, rule = "a metric that throws when it is read is not exported, and spoils no other")
    final void throwing() {
        Metric broken = gauge("ttquant.test.a.broken", () -> {
            throw new IllegalStateException("a metric that cannot be read");
        });
        Metric fine = gauge("ttquant.test.b.fine", () -> 3);
        bind(List.of(broken, fine));
        expectNothing(broken, "that throws");
        expect(3, fine);
    }

    @Case(number = 9, rule = "nothing is read, and nothing exported, once the export is closed")
    final void closed() {
        AtomicInteger reads = new AtomicInteger();
        Metric gauge = gauge("ttquant.test.closed", reads::incrementAndGet);
        MetricsProvider.Binding binding = bind(List.of(gauge));
        Expect.that(exported(gauge).isPresent(), "expected " + text(gauge) + " to be exported before it is closed");
        binding.close();
        int before = reads.get();
        expectNothing(gauge, "after close()");
        Expect.equal(before, reads.get(), "the number of reads after close()");
    }

    @Case(number = 10, rule = "closing twice does no harm")
    final void closedTwice() {
        Metric first = gauge("ttquant.test.twice", () -> 1);
        MetricsProvider.Binding binding = bind(List.of(first));
        binding.close();
        binding.close();
        bind(List.of(first));
        binding.close();
        expect(1, first);
    }

    @Case(number = 11, rule = "after an export is closed its metrics may be bound again, with other readers")
    final void boundAgain() {
        bind(List.of(gauge("ttquant.test.again", () -> 1))).close();
        Metric again = gauge("ttquant.test.again", () -> 2);
        bind(List.of(again));
        expect(2, again);
    }

    @Case(number = 12, rule = "the exports of two engines live side by side, and closing one leaves the other")
    final void twoEngines() {
        Metric first = metric("ttquant.test.loops", MetricKind.GAUGE, Map.of("engine", "1"), () -> 1);
        Metric second = metric("ttquant.test.loops", MetricKind.GAUGE, Map.of("engine", "2"), () -> 2);
        MetricsProvider.Binding one = bind(List.of(first));
        bind(List.of(second));
        expect(1, first);
        expect(2, second);
        one.close();
        expectNothing(first, "after its engine closed it");
        expect(2, second);
    }

    @Case(number = 13, rule = "the collection may be changed after it was given")
    final void copied() {
        Metric gauge = gauge("ttquant.test.copied", () -> 1);
        Collection<Metric> metrics = new ArrayList<>(List.of(gauge));
        bind(metrics);
        metrics.clear();
        expect(1, gauge);
    }

    @Case(number = 14, rule = "an engine without metrics is exported too")
    final void empty() {
        bind(List.of());
    }

    @Case(
            number = 15,
            rule = "two metrics of one name and the same tags are refused, and nothing of that engine is exported")
    final void duplicate() {
        Metric other = gauge("ttquant.test.other", () -> 1);
        Metric one = gauge("ttquant.test.same", () -> 1);
        Metric two = gauge("ttquant.test.same", () -> 2);
        Expect.refused(
                IllegalArgumentException.class,
                () -> bind(List.of(other, one, two)),
                "a second metric of one name and tags",
                "ttquant.test.same");
        expectNothing(other, "of what was refused");
    }

    @Case(number = 16, rule = "a setting that it does not know is refused by its name")
    final void unknownSetting() {
        Expect.refused(
                IllegalArgumentException.class,
                () -> bind(List.of(), Expect.with(settings(), UNKNOWN_SETTING, "1")),
                "a setting that does not exist",
                UNKNOWN_SETTING);
    }

    @Case(number = 17, rule = "a histogram shows how many values there were, now and later")
    final void histogram() {
        Metric histogram = histogram("ttquant.test.histogram.seconds");
        bind(List.of(histogram));
        expect(6, histogram);
        value = 2;
        expect(12, histogram);
    }

    @Case(number = 18, rule = "a histogram shows how many values there were up to each bound, if the provider can")
    final void buckets() {
        Metric histogram = histogram("ttquant.test.buckets.seconds");
        bind(List.of(histogram));
        if (!provider().capabilities().contains(MetricsCapability.BUCKETS)) {
            return;
        }
        for (int factor = 1; factor <= 2; factor++) {
            value = factor;
            expectUpTo(factor, histogram, 0.0015);
            expectUpTo(3 * factor, histogram, 0.5);
            expectUpTo(6 * factor, histogram, Double.POSITIVE_INFINITY);
        }
    }

    @Case(number = 19, rule = "a histogram that throws when it is read is not exported, and spoils no other")
    final void throwingHistogram() {
        Metric broken = Metric.histogram(
                "ttquant.test.a.broken.seconds", "seconds", "A figure of a conformance suite.", Map.of(), () -> {
                    throw new IllegalStateException("a histogram that cannot be read");
                });
        Metric fine = histogram("ttquant.test.b.fine.seconds");
        bind(List.of(broken, fine));
        expectNothing(broken, "that throws");
        expect(6, fine);
    }

    /** One value up to 1.5 ms, two more up to half a second, three above, all times what {@code value} says. */
    private Metric histogram(String name) {
        return Metric.histogram(name, "seconds", "A figure of a conformance suite.", Map.of(), () -> {
            long times = (long) value;
            return Distribution.of(new double[] {0.0015, 0.5}, new long[] {times, 2 * times, 3 * times}, 4.25 * times);
        });
    }

    private void expectUpTo(double expected, Metric histogram, double bound) {
        OptionalDouble seen = exportedUpTo(histogram, bound);
        Expect.that(
                seen.isPresent() && seen.getAsDouble() == expected,
                "expected " + expected + " values of " + text(histogram) + " up to " + bound + ", but "
                        + (seen.isPresent() ? "it was " + seen.getAsDouble() : "no such bucket is exported"));
    }
}
