package io.ttquant.core.book;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class TickGridTest {
    @Test
    void agreesWithDivision() {
        for (long seed = 1; seed <= 300; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            long step = random.nextLong(1, 1L << random.nextInt(1, 62));
            TickGrid grid = new TickGrid(step);
            for (int i = 0; i < 300; i++) {
                long price = random.nextLong(1, L2Book.MAX_RAW_PRICE);
                long multiple = Math.max(step, price / step * step);
                assertThat(grid.tickOf(multiple))
                        .as("seed %d, step %d", seed, step)
                        .isEqualTo(multiple / step);
                assertThat(grid.tickOf(price))
                        .as("seed %d, step %d", seed, step)
                        .isEqualTo(price % step == 0 ? price / step : TickGrid.OFF_GRID);
            }
        }
    }

    @Test
    void smallStepsAreExactAtTheEdge() {
        for (long step = 1; step <= 200; step++) {
            TickGrid grid = new TickGrid(step);
            long highest = L2Book.MAX_RAW_PRICE / step;
            assertThat(grid.tickOf(highest * step)).isEqualTo(highest);
            assertThat(grid.tickOf(step)).isEqualTo(1);
            assertThat(grid.rawPrice(highest)).isEqualTo(highest * step);
        }
    }

    @Test
    void theRefinedGridHoldsBoth() {
        TickGrid finer = new TickGrid(60).refinedTo(90);

        assertThat(finer.tickOf(60)).isEqualTo(2);
        assertThat(finer.tickOf(90)).isEqualTo(3);
        assertThat(finer.tickOf(45)).isEqualTo(TickGrid.OFF_GRID);
    }
}
