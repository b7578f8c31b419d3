package io.ttquant.exchanges.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

class RecentIdsTest {
    @Test
    void anIdThatComesLateIsNewOnceAndOneThatComesAgainIsNot() {
        RecentIds ids = new RecentIds(4);
        assertThat(ids.isNew(10)).isTrue();
        assertThat(ids.isNew(12)).isTrue();
        assertThat(ids.isNew(11)).as("late").isTrue();
        assertThat(ids.isNew(12)).isFalse();
        assertThat(ids.isNew(11)).isFalse();
        assertThat(ids.isNew(10)).isFalse();
        assertThat(ids.isNew(1)).as("the venue began anew").isTrue();
        assertThat(ids.isNew(1)).isFalse();
    }

    @Test
    void agreesWithAListOfTheLastOnes() {
        for (long seed = 1; seed <= 50; seed++) {
            RandomGenerator random =
                    RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
            RecentIds ids = new RecentIds(16);
            Deque<Long> last = new ArrayDeque<>();
            for (int i = 0; i < 500; i++) {
                long id = i + random.nextInt(-12, 3);
                boolean isNew = !last.contains(id);
                assertThat(ids.isNew(id))
                        .as("seed %d, id %d at %d", seed, id, i)
                        .isEqualTo(isNew);
                if (isNew) {
                    last.add(id);
                    if (last.size() > 16) {
                        last.remove();
                    }
                }
            }
        }
    }
}
