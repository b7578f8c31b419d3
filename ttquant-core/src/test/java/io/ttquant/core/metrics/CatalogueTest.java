package io.ttquant.core.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.api.metrics.MetricKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** That the meters are named as Prometheus wants it, and that docs/metrics.md says what there is. */
class CatalogueTest {
    private static final Path PAGE = Path.of("..", "docs", "metrics.md");
    private static final Set<String> BASE_UNITS = Set.of("seconds", "bytes", "ratio");
    private static final List<Meter> METERS = Catalogue.meters();

    @Test
    void thereAreManyMetersAndEachHasANameOfItsOwn() {
        assertThat(METERS).hasSizeGreaterThanOrEqualTo(60);
        assertThat(METERS.stream().map(Meter::name)).doesNotHaveDuplicates();
        assertThat(METERS.stream().map(Meter::dotted)).doesNotHaveDuplicates();
    }

    @Test
    void namesFollowThePrometheusConvention() {
        for (Meter meter : METERS) {
            assertThat(meter.name()).matches("ttquant(_[a-z0-9]+)+");
            assertThat(meter.name().endsWith("_total"))
                    .as("%s ends in _total if it counts", meter.name())
                    .isEqualTo(meter.kind() == MetricKind.COUNTER);
            assertThat(meter.name())
                    .as("a suffix that Prometheus keeps for itself")
                    .doesNotMatch(".*_(created|info|count|sum|bucket)(_total)?");
        }
    }

    @Test
    void aBaseUnitEndsTheNameAndAnotherUnitDoesNot() {
        for (Meter meter : METERS) {
            String stem = meter.name().replaceAll("_total$", "");
            BASE_UNITS.forEach(unit -> assertThat(stem.endsWith("_" + unit))
                    .as("%s in %s", meter.name(), meter.unit())
                    .isEqualTo(meter.unit().equals(unit)));
            assertThat(meter.unit()).isNotBlank();
        }
    }

    @Test
    void descriptionsAreSentencesAndLabelsDiffer() {
        for (Meter meter : METERS) {
            assertThat(meter.description()).as(meter.name()).matches("[A-Z0-9][^\\n|]{9,}\\.");
            assertThat(meter.labels()).as(meter.name()).doesNotHaveDuplicates().doesNotContain("le", "job", "instance");
            meter.labels().forEach(label -> assertThat(label).matches("[a-z]+"));
        }
    }

    @Test
    void everyGroupOfAnEngineIsToldApartByEngine() {
        Catalogue.groups()
                .forEach((group, meters) ->
                        meters.forEach(meter -> assertThat(meter.labels().contains(Labels.ENGINE))
                                .as("%s in %s", meter.name(), group)
                                .isEqualTo(!group.startsWith("Java"))));
    }

    @Test
    void thePageShowsTheCatalogue() throws IOException {
        String page = Files.readString(PAGE);
        String wanted = "<!-- catalogue -->\n" + CatalogueText.tables() + "\n<!-- /catalogue -->";

        if (Boolean.getBoolean("ttquant.write-docs")) {
            Files.writeString(
                    PAGE,
                    Pattern.compile("<!-- catalogue -->.*<!-- /catalogue -->", Pattern.DOTALL)
                            .matcher(page)
                            .replaceFirst(Matcher.quoteReplacement(wanted)));
            return;
        }
        assertThat(page)
                .as("tables of docs/metrics.md; run this test with -Dttquant.write-docs=true to write them anew")
                .contains(wanted);
    }

    @Test
    void thePageNamesNoMeterThatDoesNotExist() throws IOException {
        Set<String> names = new HashSet<>(METERS.stream().map(Meter::name).toList());
        Matcher named = Pattern.compile("ttquant_[a-z0-9_]+").matcher(Files.readString(PAGE));
        while (named.find()) {
            assertThat(names).contains(named.group());
        }
    }
}
