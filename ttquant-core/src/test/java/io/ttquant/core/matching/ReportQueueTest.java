package io.ttquant.core.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ReportQueueTest {
    @Test
    void isFirstInFirstOutAsAnArrayDequeIs() {
        for (long seed = 1; seed <= 20; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            ReportQueue queue = new ReportQueue();
            ArrayDeque<Long> naive = new ArrayDeque<>();
            for (long round = 0; round < 5_000; round++) {
                boolean isGrowing = round % 1_000 < 500;
                if (naive.isEmpty() || random.nextInt(10) < (isGrowing ? 6 : 3)) {
                    queue.add().dueNanos = round;
                    naive.add(round);
                } else {
                    assertThat(queue.first().dueNanos)
                            .as("seed %d, round %d", seed, round)
                            .isEqualTo(naive.element());
                    assertThat(queue.remove().dueNanos).isEqualTo(naive.remove());
                }
                assertThat(queue.isEmpty()).isEqualTo(naive.isEmpty());
            }
        }
    }
}
