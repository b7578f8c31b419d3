package io.ttquant.exchanges.okx.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReloadPaceTest {
    private static final long SECOND = 1_000_000_000L;

    private final ReloadPace pace = new ReloadPace();

    @Test
    void sixtyMayBeTakenAtOnceAndTheNextAfterFortySeconds() {
        long now = 1_790_000_000L * SECOND;
        for (int i = 0; i < 60; i++) {
            assertThat(pace.take(now)).isZero();
        }
        assertThat(pace.take(now)).isEqualTo(Duration.ofSeconds(40));
        assertThat(pace.take(now + 40 * SECOND - 1)).isEqualTo(Duration.ofNanos(1));
        assertThat(pace.take(now + 40 * SECOND)).isZero();
        assertThat(pace.take(now + 40 * SECOND)).isEqualTo(Duration.ofSeconds(40));
    }

    @Test
    void noHourHasMoreThanAHundredAndFiftyHoweverOftenItIsAsked() {
        List<Long> taken = new ArrayList<>();
        for (long second = 1_790_000_000L; second < 1_790_000_000L + 4 * 3600; second++) {
            while (pace.take(second * SECOND).isZero()) {
                taken.add(second);
            }
        }
        assertThat(taken).hasSizeGreaterThan(400);
        for (long from : taken) {
            assertThat(taken.stream().filter(t -> t >= from && t < from + 3600).count())
                    .isLessThanOrEqualTo(150);
        }
    }

    @Test
    void whatWasNotUsedForLongIsNoMoreThanSixty() {
        pace.take(SECOND);
        long later = 10 * 3600 * SECOND;
        for (int i = 0; i < 60; i++) {
            assertThat(pace.take(later)).isZero();
        }
        assertThat(pace.take(later)).isPositive();
    }
}
