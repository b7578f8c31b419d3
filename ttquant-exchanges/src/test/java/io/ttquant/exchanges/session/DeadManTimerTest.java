package io.ttquant.exchanges.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ttquant.exchanges.codes.CodeClass;
import io.ttquant.exchanges.codes.Verdict;
import io.ttquant.exchanges.transport.simulated.SimulatedTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeadManTimerTest {
    private static final Duration TIMEOUT = Duration.ofMinutes(2);
    private static final Duration EACH = Duration.ofSeconds(30);

    private final SimulatedTime time = new SimulatedTime(0);
    private final List<Duration> told = new ArrayList<>();
    private boolean isHealthy = true;
    private boolean isAnswered = true;
    private final DeadManTimer timer = DeadManTimer.of(
            (timeout, reply) -> {
                told.add(timeout);
                time.execute(() -> {
                    if (isAnswered) {
                        reply.answered(true);
                    } else {
                        reply.failed(Verdict.of(CodeClass.UNKNOWN, "lost"));
                    }
                });
            },
            time,
            TIMEOUT,
            EACH,
            () -> isHealthy);

    @Test
    void itIsExtendedInItsPeriodWhileTheSessionIsHealthy() {
        timer.start();
        time.run(Duration.ofSeconds(95));
        assertThat(told).containsExactly(TIMEOUT, TIMEOUT, TIMEOUT, TIMEOUT);
        isHealthy = false;
        time.run(Duration.ofMinutes(5));
        assertThat(told).as("it runs out").hasSize(4);
        isHealthy = true;
        time.run(Duration.ofSeconds(30));
        assertThat(told).hasSize(5);
    }

    @Test
    void itIsExtendedAtOnceWhenTheSessionIsHealthyAgain() {
        isHealthy = false;
        timer.start();
        time.run(Duration.ofSeconds(40));
        assertThat(told).isEmpty();
        isHealthy = true;
        timer.extendNow();
        assertThat(told).containsExactly(TIMEOUT);
        time.run(Duration.ofSeconds(29));
        assertThat(told).as("its period begins anew").hasSize(1);
        time.run(Duration.ofSeconds(2));
        assertThat(told).hasSize(2);
    }

    @Test
    void oneThatDoesNotRunIsNotExtended() {
        timer.extendNow();
        timer.start();
        timer.leaveArmed();
        timer.extendNow();
        time.run(Duration.ofMinutes(5));
        assertThat(told).containsExactly(TIMEOUT);
    }

    @Test
    void aLostExtensionIsSentAgainSooner() {
        isAnswered = false;
        timer.start();
        time.run(Duration.ofSeconds(29));
        assertThat(told).hasSize(4);
    }

    /** A venue of which a part fails, with a timer as short as venues allow. */
    private final class Part implements DeadManTimer.Port {
        final List<String> calls = new ArrayList<>();
        Duration least = DeadManTimer.LEAST_WAIT;
        boolean isFailing = true;

        @Override
        public void extend(Duration span, Reply<Boolean> reply) {
            call("all", reply);
        }

        @Override
        public void extendFailed(Duration span, Reply<Boolean> reply) {
            call("failed", reply);
        }

        @Override
        public Duration leastWait() {
            return least;
        }

        private void call(String what, Reply<Boolean> reply) {
            calls.add(what + " " + time.nanos() / 1_000_000);
            time.execute(() -> {
                if (isFailing) {
                    reply.failed(Verdict.of(CodeClass.UNKNOWN, "lost"));
                } else {
                    reply.answered(true);
                }
            });
        }

        DeadManTimer timer() {
            return DeadManTimer.of(this, time, Duration.ofSeconds(10), Duration.ofMillis(2_500), () -> isHealthy);
        }
    }

    @Test
    void onlyWhatFailedIsTriedAgainAndNotOftenerThanOnceASecond() {
        Part part = new Part();
        part.timer().start();
        time.run(Duration.ofMillis(5_200));
        assertThat(part.calls)
                .containsExactly(
                        "all 0", "failed 1000", "failed 2000", "all 2500", "failed 3500", "failed 4500", "all 5000");
        part.isFailing = false;
        time.run(Duration.ofMillis(2_400));
        assertThat(part.calls.subList(7, part.calls.size())).containsExactly("failed 6000", "all 7500");
    }

    @Test
    void aPortThatNeedsLongerWaitsIsTriedAgainInThePeriodAtTheLatest() {
        Part part = new Part();
        part.least = Duration.ofMinutes(1);
        part.timer().start();
        time.run(Duration.ofMillis(9_900));
        assertThat(part.calls).containsExactly("all 0", "all 2500", "all 5000", "all 7500");
    }

    @Test
    void whatFailedIsNotTriedAgainOnceTheSessionIsNotHealthyOrHasEnded() {
        Part part = new Part();
        DeadManTimer its = part.timer();
        its.start();
        isHealthy = false;
        time.run(Duration.ofSeconds(20));
        assertThat(part.calls).containsExactly("all 0");
        isHealthy = true;
        its.extendNow();
        its.leaveArmed();
        time.run(Duration.ofSeconds(20));
        assertThat(part.calls).containsExactly("all 0", "all 20000");
    }

    @Test
    void itIsNotDisarmedWhileSomethingIsOpen() {
        timer.start();
        timer.stop(true);
        time.run(Duration.ofMinutes(5));
        assertThat(told).containsExactly(TIMEOUT);
    }

    @Test
    void itIsNotDisarmedOnceItWasLeftArmed() {
        timer.start();
        timer.leaveArmed();
        timer.stop(false);
        time.run(Duration.ofMinutes(5));
        assertThat(told).containsExactly(TIMEOUT);
    }

    @Test
    void itIsDisarmedIfNothingIsOpen() {
        timer.start();
        timer.stop(false);
        assertThat(told).containsExactly(TIMEOUT, Duration.ZERO);
    }

    @Test
    void itIsDisarmedAFewTimesIfThatFails() {
        timer.start();
        isAnswered = false;
        timer.stop(false);
        time.run(Duration.ofMinutes(5));
        assertThat(told).containsExactly(TIMEOUT, Duration.ZERO, Duration.ZERO, Duration.ZERO);
    }

    @Test
    void aPeriodThatLeavesNoRoomForALossIsRefused() {
        assertThatThrownBy(() -> DeadManTimer.of((t, r) -> {}, time, TIMEOUT, Duration.ofSeconds(61), () -> true))
                .hasMessageContaining("at most half");
    }
}
