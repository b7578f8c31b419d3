package io.ttquant.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SelectorsTest {
    @Test
    void metricsAreNamesThatAreNeitherFunctionsNorWordsNorLabels() {
        String expression =
                "histogram_quantile(0.99, sum by (engine, le) (rate(a_bucket{engine=~\"b|c\", kind!=\"d{e}\"}[$__rate_interval])))"
                        + " / on (engine) group_left () x_total > 1e-3 and (vector(1) unless sum(y) offset 5m)";

        assertThat(Selectors.of(expression))
                .isEqualTo(Map.of("a_bucket", Set.of("engine", "kind"), "x_total", Set.of(), "y", Set.of()));
        assertThat(Selectors.groupings(expression)).containsExactly("engine", "le", "engine");
    }
}
