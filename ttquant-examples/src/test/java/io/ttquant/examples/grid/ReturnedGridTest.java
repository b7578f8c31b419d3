package io.ttquant.examples.grid;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.api.market.BarSpec;
import io.ttquant.examples.Markets;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is held and not offered after a restart, on six levels of 100 USDT around 60 000, some 0.0016 BTC each. */
class ReturnedGridTest {
    private static final BigDecimal VALUE = BigDecimal.valueOf(100);

    private final List<Cell> cells = Cell.around(
            60_000,
            Markets.BTC,
            new Grid.Params(Markets.BTC.id(), BarSpec.minutes(1), 3, 3, VALUE, BigDecimal.valueOf(500), 0, 0));

    private List<Long> spread(long rawFree) {
        ReturnedGrid.spread(cells, rawFree, Markets.BTC, VALUE);
        return cells.stream().map(cell -> cell.rawHeld).toList();
    }

    @Test
    void whatOneLevelBuysIsTheHighestOnes() {
        assertThat(spread(160)).containsExactly(0L, 0L, 0L, 0L, 0L, 160L);
    }

    @Test
    void moreIsSpreadFromTheHighestDownAsEachWouldHaveBought() {
        assertThat(spread(450)).containsExactly(0L, 0L, 0L, 122L, 165L, 163L);
    }

    @Test
    void aRestTooSmallToStandAloneGoesWithTheLast() {
        List<Long> held = spread(400);
        assertThat(held).containsExactly(0L, 0L, 0L, 0L, 400L - held.get(5), held.get(5));
        assertThat(held.get(4)).isGreaterThan(held.get(5));
    }

    @Test
    void busyLevelsGetNothing() {
        cells.get(5).rawHeld = 7;
        List<Long> held = spread(160);
        assertThat(held).containsExactly(0L, 0L, 0L, 0L, 160L, 7L);
    }

    @Test
    void whatAllLevelsCannotTakeIsLeft() {
        long left = ReturnedGrid.spread(cells, 100_000, Markets.BTC, VALUE);
        assertThat(cells).extracting(cell -> cell.rawHeld).allMatch(held -> held > 160 && held < 175);
        assertThat(left + cells.stream().mapToLong(cell -> cell.rawHeld).sum()).isEqualTo(100_000);
    }

    @Test
    void nothingHeldIsNothingSpread() {
        assertThat(spread(0)).containsOnly(0L);
        assertThat(spread(-5)).containsOnly(0L);
    }
}
