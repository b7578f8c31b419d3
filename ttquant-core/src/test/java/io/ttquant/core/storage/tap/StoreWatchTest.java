package io.ttquant.core.storage.tap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ttquant.api.storage.StorageState;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class StoreWatchTest {
    private final StoreWatch watch = new StoreWatch(Duration.ofSeconds(60));

    private static StorageState aged(long nanos) {
        return new StorageState(7, nanos, 0, 0, 0, nanos > 0 ? "the disk is full" : "");
    }

    @Test
    void itSaysOnceThatTheStoreLagsAndOnceThatItHasCaughtUp() {
        long limit = Duration.ofSeconds(60).toNanos();
        assertThat(watch.look(aged(0))).isEmpty();
        assertThat(watch.look(aged(limit))).as("not longer than that").isEmpty();
        assertThat(watch.look(aged(limit + 1))).contains(true);
        assertThat(watch.look(aged(2 * limit))).isEmpty();
        assertThat(watch.look(aged(limit))).contains(false);
        assertThat(watch.look(aged(0))).isEmpty();
    }

    @Test
    void theWordsNameHowMuchWaitsHowLongAndWhy() {
        assertThat(watch.words(aged(61_000_000_000L)))
                .isEqualTo("7 entries wait, the oldest for 61 s; the disk is full");
    }

    @Test
    void anAgeOfNothingIsRefused() {
        assertThatThrownBy(() -> new StoreWatch(Duration.ZERO)).hasMessageContaining("must be above zero");
    }
}
