package io.ttquant.core.book;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class LongIndexTest {
    @Test
    void agreesWithAHashMapThroughAddsAndRemovals() {
        for (long seed = 1; seed <= 40; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            LongIndex index = new LongIndex(4);
            Map<Long, Integer> plain = new HashMap<>();
            int range = 1 << random.nextInt(3, 12);
            long factor = 1L << random.nextInt(40);
            for (int i = 0; i < 5_000; i++) {
                long key = (random.nextInt(range) - range / 2) * factor;
                Integer known = plain.get(key);
                assertThat(index.get(key)).as("seed %d, step %d", seed, i).isEqualTo(known == null ? -1 : known);
                if (random.nextBoolean()) {
                    assertThat(index.remove(key)).isEqualTo(known == null ? -1 : known);
                    plain.remove(key);
                } else if (known == null) {
                    index.add(key, i);
                    plain.put(key, i);
                }
                assertThat(index.size()).isEqualTo(plain.size());
            }
        }
    }
}
