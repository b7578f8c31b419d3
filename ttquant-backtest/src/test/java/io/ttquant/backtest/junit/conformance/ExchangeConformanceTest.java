package io.ttquant.backtest.junit.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** That each case can fail, and says which rule was broken. */
class ExchangeConformanceTest {
    @ParameterizedTest
    @EnumSource(ExchangeFlaw.class)
    void aBrokenExchangeFailsTheCasesOfItsFlaw(ExchangeFlaw flaw) {
        Map<Integer, String> failures = Verdicts.failures(() -> new SimulatedExchangeSuite(flaw) {});

        assertThat(failures.keySet()).as("cases that fail: %s", failures).containsAll(flaw.cases);
        assertThat(failures.isEmpty()).isEqualTo(flaw == ExchangeFlaw.NONE);
        failures.forEach(
                (number, message) -> assertThat(message).startsWith("ExchangeConformance case " + number + ", \""));
    }

    @Test
    void eachCaseIsBrokenByAFlawAndNumbersHaveNoGaps() {
        TreeSet<Integer> broken = new TreeSet<>();
        Arrays.stream(ExchangeFlaw.values()).forEach(flaw -> broken.addAll(flaw.cases));

        assertThat(broken).isEqualTo(Verdicts.cases(ExchangeConformance.class).keySet());
        assertThat(broken.last()).isEqualTo(broken.size());
    }

    @Test
    void casesThatNeedAHookAreSkippedWithoutIt() {
        assertThat(Verdicts.skipped(() -> new SimulatedExchangeSuite(ExchangeFlaw.NONE) {
                    @Override
                    protected Optional<Outage> disconnect() {
                        return Optional.empty();
                    }

                    @Override
                    protected Optional<Set<String>> openAtExchange() {
                        return Optional.empty();
                    }
                }))
                .containsExactly(28, 29, 30, 31, 33);
        assertThat(Verdicts.skipped(() -> new SimulatedExchangeSuite(ExchangeFlaw.NONE) {}))
                .isEmpty();
    }

    @Test
    void aFailureNamesSuiteCaseRuleAndWhatTheExchangeReported() {
        assertThat(Verdicts.failures(() -> new SimulatedExchangeSuite(ExchangeFlaw.CANCELS_TWICE) {})
                        .get(11))
                .startsWith(
                        "ExchangeConformance case 11, \"a cancelled order is cancelled once, without a reason that is"
                                + " not ours\": order conformance0x0 cannot become CANCELED: it was CANCELED already\n"
                                + "What the exchange reported, in order:\n"
                                + "  conformance0x0 accepted (2024-01-01T00:00:03.000000001Z)\n"
                                + "  conformance0x0 canceled (2024-01-01T00:00:04.000000001Z)\n"
                                + "  conformance0x0 canceled (2024-01-01T00:00:04.000000001Z)\nMarket data: {QUOTES=");
        assertThat(Verdicts.failures(() -> new SimulatedExchangeSuite(ExchangeFlaw.FAILS_TO_BEGIN) {})
                        .get(32))
                .contains("the session could not begin: the key is wrong");
        assertThat(Verdicts.failures(() -> new SimulatedExchangeSuite(ExchangeFlaw.REJECTED_WHEN_CUT) {})
                        .get(29))
                .contains("sent while the connection is cut, is said to be REJECTED; nobody can know that yet");
        assertThat(Verdicts.failures(() -> new SimulatedExchangeSuite(ExchangeFlaw.SILENT_CANCEL_OF_UNKNOWN) {})
                        .get(14))
                .contains(
                        "expected the cancel of order conformance0x0 (BUY 0.100 simulated:BTCUSDT LIMIT at 90.20 GTC),"
                                + " which was never sent, to be refused within 200 times of proceed(), but it did not"
                                + " come");
    }
}
