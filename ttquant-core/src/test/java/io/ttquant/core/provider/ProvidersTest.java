package io.ttquant.core.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ttquant.api.metrics.Metric;
import io.ttquant.api.metrics.MetricsCapability;
import io.ttquant.api.metrics.MetricsProvider;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ProvidersTest {
    private record Export(String id) implements MetricsProvider {
        @Override
        public Set<MetricsCapability> capabilities() {
            return Set.of(MetricsCapability.PULL);
        }

        @Override
        public Binding bind(Collection<Metric> metrics, Map<String, String> settings) {
            return () -> {};
        }
    }

    private static Providers<MetricsProvider> of(List<MetricsProvider> loaded, MetricsProvider... byHand) {
        return Providers.of("metrics", loaded, List.of(byHand), MetricsProvider::id);
    }

    @Test
    void a_provider_is_found_by_its_id_wherever_it_came_from() {
        Export prometheus = new Export("prometheus");
        Export file = new Export("csv-file");
        Providers<MetricsProvider> providers = of(List.of(prometheus), file);

        assertThat(providers.ids()).containsExactly("csv-file", "prometheus");
        assertThat(providers.get("prometheus")).isSameAs(prometheus);
        assertThat(providers.get("csv-file")).isSameAs(file);
    }

    @Test
    void an_unknown_id_lists_what_there_is() {
        assertThatThrownBy(() -> of(List.of(new Export("a")), new Export("b")).get("c"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no metrics provider has the id 'c'; there are a, b");
    }

    @Test
    void with_no_provider_at_all_the_message_says_where_to_look() {
        assertThatThrownBy(() -> of(List.of()).get("c"))
                .hasMessage("no metrics provider has the id 'c'; there is none at all:"
                        + " is a provider's module missing from the class path?");
    }

    @Test
    void two_providers_with_one_id_are_an_error_that_names_both() {
        assertThatThrownBy(() -> of(List.of(new Export("a")), new Export("a")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("two metrics providers have the id 'a': " + Export.class.getName());
    }

    @Test
    void an_id_of_another_shape_is_an_error() {
        for (String id : List.of("", "Okx", "o kx", "-okx", "okx-", "o--x")) {
            assertThatThrownBy(() -> of(List.of(), new Export(id)))
                    .as(id)
                    .hasMessageStartingWith("id '" + id + "' of metrics provider");
        }
    }

    @Test
    void those_on_the_path_are_asked_for() {
        assertThat(Providers.exchanges().ids()).isEmpty();
        assertThat(Providers.storages().ids()).containsExactly("duckdb", "postgresql", "sqlite");
        assertThat(Providers.metrics(new Export("mine")).ids()).containsExactly("micrometer", "mine", "prometheus");
    }
}
