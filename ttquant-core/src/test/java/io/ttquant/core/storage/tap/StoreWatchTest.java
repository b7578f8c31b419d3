package io.ttquant.core.storage.tap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ttquant.api.storage.StorageState;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class StoreWatchTest {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final StoreWatch watch = new StoreWatch(LIMIT);

    private static StorageState waiting(Duration age) {
        return new StorageState(3, age.toNanos(), 0, 0, 0, "");
    }

    @Test
    void aStoreLagsOnceSomethingWaitsLongerThanTheLimit() {
        assertThat(watch.look(waiting(LIMIT), 0)).isEmpty();
        assertThat(watch.look(waiting(LIMIT.plusNanos(1)), 0)).contains(true);
        assertThat(watch.look(waiting(LIMIT.plusSeconds(1)), 0)).isEmpty();
        assertThat(watch.words(waiting(LIMIT.plusSeconds(1)))).isEqualTo("3 entries wait, the oldest for 61 s");
        assertThat(watch.look(waiting(LIMIT), 0)).contains(false);
    }

    @Test
    void aStoreThatRefusesEntriesLagsUntilItTakesThemAgain() {
        StorageState young = waiting(Duration.ofSeconds(1));
        assertThat(watch.look(young, 0)).isEmpty();
        assertThat(watch.look(young, 7)).contains(true);
        assertThat(watch.words(young))
                .isEqualTo("7 entries were refused, and are not kept; 3 entries wait, the oldest for 1 s");
        assertThat(watch.look(young, 9)).isEmpty();
        assertThat(watch.look(young, 9)).contains(false);
        assertThat(watch.words(young)).isEqualTo("3 entries wait, the oldest for 1 s");
    }

    @Test
    void aLimitThatIsNoneIsRefused() {
        assertThatThrownBy(() -> new StoreWatch(Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("PT0S");
    }
}
