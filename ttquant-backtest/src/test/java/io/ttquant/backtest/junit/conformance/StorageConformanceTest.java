package io.ttquant.backtest.junit.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.api.storage.StorageCapability;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** That each case can fail, and says which rule was broken. */
class StorageConformanceTest {
    @ParameterizedTest
    @EnumSource(StorageFlaw.class)
    void aBrokenStorageFailsTheCasesOfItsFlaw(StorageFlaw flaw) {
        Map<Integer, String> failures = Verdicts.failures(() -> new MemoryStorageSuite(flaw) {});

        assertThat(failures.keySet()).as("cases that fail: %s", failures).containsAll(flaw.cases);
        assertThat(failures.isEmpty()).isEqualTo(flaw == StorageFlaw.NONE);
        failures.forEach(
                (number, message) -> assertThat(message).startsWith("StorageConformance case " + number + ", \""));
    }

    @Test
    void eachCaseIsBrokenByAFlawAndNumbersHaveNoGaps() {
        TreeSet<Integer> broken = new TreeSet<>();
        Arrays.stream(StorageFlaw.values()).forEach(flaw -> broken.addAll(flaw.cases));

        assertThat(broken).isEqualTo(Verdicts.cases(StorageConformance.class).keySet());
        assertThat(broken.last()).isEqualTo(broken.size());
    }

    @Test
    void casesAboutOutagesAreSkippedWhereATestCannotMakeOne() {
        assertThat(Verdicts.skipped(() -> new MemoryStorageSuite(StorageFlaw.NONE) {
                    @Override
                    protected Optional<Outage> outage() {
                        return Optional.empty();
                    }
                }))
                .containsExactly(25, 26, 27);
        assertThat(Verdicts.skipped(() -> new MemoryStorageSuite(StorageFlaw.NO_CAPABILITY) {}))
                .contains(4, 16, 26)
                .doesNotContain(1, 2, 3);
    }

    @Test
    void aStorageThatKeepsOnlyAPartPassesTheCasesOfThatPartAndRefusesTheRest() {
        for (StorageCapability only : StorageCapability.values()) {
            Supplier<MemoryStorageSuite> suite = () -> new MemoryStorageSuite(StorageFlaw.NONE) {
                @Override
                Set<StorageCapability> declared() {
                    return Set.of(only);
                }
            };

            assertThat(Verdicts.failures(suite)).as("only %s", only).isEmpty();
            assertThat(Verdicts.skipped(suite))
                    .as("only %s", only)
                    .contains(only == StorageCapability.RUNS ? 4 : 16)
                    .doesNotContain(15, 27);
        }
    }

    @Test
    void aFailureNamesSuiteCaseRuleAndWhatWasRead() {
        assertThat(Verdicts.failures(() -> new MemoryStorageSuite(StorageFlaw.FORGETS_SCALES) {}))
                .containsEntry(
                        10,
                        "StorageConformance case 10, \"a price stays the same decimal when the instrument gets a finer"
                                + " tick\": expected the price at the finer tick to be 123.4500, but it was 1.2345");
        assertThat(Verdicts.failures(() -> new MemoryStorageSuite(StorageFlaw.FLUSH_PRETENDS) {}))
                .containsEntry(
                        23,
                        "StorageConformance case 23, \"what flush() has confirmed is seen by another program that opens"
                                + " the store\": expected queued after flush() to be 0, but it was 1");
        assertThat(Verdicts.failures(() -> new MemoryStorageSuite(StorageFlaw.WRITERS_WAIT) {})
                        .get(25))
                .contains("writing waited for the store: 2000 entries were not taken in time ==> execution timed out"
                        + " after 100");
        assertThat(Verdicts.failures(() -> new MemoryStorageSuite(StorageFlaw.FILLS_BY_NUMBER) {})
                        .get(19))
                .contains("expected fills with the trade ids 42, 43, 42\nto be read as [Filled[number=0, ")
                .contains("\nbut it was      [Filled[number=0, ");
    }
}
