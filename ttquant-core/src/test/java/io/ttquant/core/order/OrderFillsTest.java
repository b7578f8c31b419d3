package io.ttquant.core.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class OrderFillsTest {
    @Test
    void knowsItsOnlyTradeAndNoOther() {
        OrderFills fills = new OrderFills(7, 100, 2);

        assertThat(fills.has(7)).isTrue();
        assertThat(fills.has(6)).isFalse();
        assertThat(fills.has(8)).isFalse();
        assertThat(fills.averagePrice(2)).isEqualTo(100);
    }

    @Test
    void agreesWithASetWhateverTheOrderOfTradeIds() {
        for (long seed = 0; seed < 500; seed++) {
            Random random = new Random(seed);
            Set<Long> naive = new TreeSet<>();
            long first = random.nextInt(60) - 30;
            naive.add(first);
            OrderFills fills = new OrderFills(first, 10, 1);
            long value = 10;
            for (int i = random.nextInt(20); i > 0; i--) {
                long id = random.nextInt(60) - 30;
                if (naive.add(id)) {
                    long price = 1 + random.nextInt(50);
                    fills.add(id, price, 1);
                    value += price;
                }
            }
            for (long id = -32; id < 32; id++) {
                assertThat(fills.has(id)).as("seed %d, trade %d", seed, id).isEqualTo(naive.contains(id));
            }
            assertThat(fills.averagePrice(naive.size())).as("seed %d", seed).isEqualTo((double) value / naive.size());
        }
    }
}
