package io.ttquant.examples.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class VenueThreadTest {
    @Test
    void whatFailsAtTheEndDoesNotKeepTheThread() throws InterruptedException {
        VenueThread thread = new VenueThread("okx", (tsEvent, venue, text) -> {});
        thread.onEnd(() -> {
            throw new IllegalStateException("the disk is gone");
        });
        thread.start(() -> thread.end(true));
        try {
            assertThat(thread.join(Duration.ofSeconds(20))).isTrue();
            assertThat(thread.isClean()).isFalse();
        } finally {
            thread.onEnd(() -> {});
            thread.first(() -> thread.end(false));
        }
    }
}
