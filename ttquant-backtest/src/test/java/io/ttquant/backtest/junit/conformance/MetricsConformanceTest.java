package io.ttquant.backtest.junit.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.backtest.junit.conformance.MemoryMetrics.Flaw;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** That each case can fail, and says which rule was broken. */
class MetricsConformanceTest {
    @ParameterizedTest
    @EnumSource(Flaw.class)
    void aBrokenExportFailsTheCasesOfItsFlaw(Flaw flaw) {
        Map<Integer, String> failures = Verdicts.failures(() -> new MemoryMetricsSuite(flaw) {});

        assertThat(failures.keySet()).as("cases that fail: %s", failures).containsAll(flaw.cases);
        assertThat(failures.isEmpty()).isEqualTo(flaw == Flaw.NONE);
        failures.forEach(
                (number, message) -> assertThat(message).startsWith("MetricsConformance case " + number + ", \""));
    }

    @Test
    void eachCaseIsBrokenByAFlawAndNumbersHaveNoGaps() {
        TreeSet<Integer> broken = new TreeSet<>();
        Arrays.stream(Flaw.values()).forEach(flaw -> broken.addAll(flaw.cases));

        assertThat(broken).isEqualTo(Verdicts.cases(MetricsConformance.class).keySet());
        assertThat(broken.last()).isEqualTo(broken.size());
    }

    @Test
    void aFailureNamesSuiteCaseRuleAndWhatWasSeen() {
        assertThat(Verdicts.failures(() -> new MemoryMetricsSuite(Flaw.UNKNOWN_AS_ZERO) {}))
                .containsEntry(
                        6,
                        "MetricsConformance case 6, \"what is not known (NaN) is not exported as a number\":"
                                + " expected nothing of ttquant.test.unknown{} while its value is NaN, but it was"
                                + " exported as 0.0");
        assertThat(Verdicts.failures(() -> new MemoryMetricsSuite(Flaw.SILENT_SETTINGS) {}))
                .containsEntry(
                        16,
                        "MetricsConformance case 16, \"a setting that it does not know is refused by its name\":"
                                + " expected a setting that does not exist to be refused with"
                                + " IllegalArgumentException, but it was taken");
        assertThat(Verdicts.failures(() -> new MemoryMetricsSuite(Flaw.READER_SPOILS_ALL) {})
                        .get(8))
                .contains("it threw java.lang.IllegalStateException: a metric that cannot be read");
    }
}
