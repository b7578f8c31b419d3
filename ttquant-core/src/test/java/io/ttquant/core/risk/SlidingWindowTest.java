package io.ttquant.core.risk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SlidingWindowTest {
    @Test
    void hasRoomExactlyWhenANaiveCountSaysSo() {
        for (long seed = 1; seed <= 200; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            int most = random.nextInt(1, 9);
            int reserve = random.nextInt(most);
            SlidingWindow window = new SlidingWindow(most, 100);
            List<Long> all = new ArrayList<>();
            long now = random.nextLong(1_000);
            for (int i = 0; i < 500; i++) {
                now += random.nextLong(60);
                long at = now;
                long inside = all.stream().filter(time -> time > at - 100).count();
                boolean hasRoom = window.roomFromNanos(reserve) <= now;
                assertThat(hasRoom).as("seed %d step %d", seed, i).isEqualTo(inside < most - reserve);
                assertThat(window.used(now)).as("seed %d step %d", seed, i).isEqualTo((int) Math.min(most, inside));
                if (hasRoom || random.nextInt(3) == 0) {
                    window.add(now);
                    all.add(now);
                }
            }
        }
    }
}
