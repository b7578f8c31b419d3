package io.ttquant.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
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

    @Test
    void whatALabelMustBeIsTakenApartAndWhatIsLeftOutIsNot() {
        assertThat(Selectors.wanted("rate(a_total{x=~\"b|c(d|e)\", y!=\"z\", w!~\"v\"}[5m]) > 0 and b{k=\"l.m\"}"))
                .containsExactly(
                        new Selectors.Wanted("a_total", "x", List.of("b", "c(d|e)")),
                        new Selectors.Wanted("b", "k", List.of("\\Ql.m\\E")));
    }
}
