package io.ttquant.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.api.market.AggressorSide;
import io.ttquant.core.matching.SimulationConfig;
import org.junit.jupiter.api.Test;

/** Orders at prices beyond those that a book shows, as a snapshot of the best levels does when the price moves away. */
class HiddenLevelsTest {
    private final Lab lab = Lab.of(Lab.SWAP, SimulationConfig.DEFAULT, 1_000_000_00);
    private final BookFeed book = new BookFeed(lab);

    private void restBehind40At98() {
        lab.start(0);
        book.snapshot(1, "100x10 99x20 98x40", "101x10 102x20 103x30");
        lab.script.desk().buy(Lab.SWAP).lots(5).limit(98).submit();
        lab.engine.advanceTo(2);
        lab.engine.settle();
    }

    @Test
    void aPlaceIsKeptWhileItsPriceIsOutOfSight() {
        restBehind40At98();
        book.snapshot(3, "102x10 101x20 100x10", "103x10 104x20 105x30");
        book.snapshot(4, "100x10 99x20 98x40", "101x10 102x20 103x30");
        lab.trade(5, 98, 30, AggressorSide.SELLER);
        assertThat(lab.fills()).as("40 were ahead").isEmpty();
        lab.trade(6, 98, 12, AggressorSide.SELLER);

        assertThat(lab.fills()).containsExactly("BUY 2@98 MAKER TRADE_AT_PRICE");
    }

    @Test
    void aPlaceIsWonWhereASnapshotShowsThatNobodyIsThere() {
        restBehind40At98();
        book.snapshot(3, "100x10 99x20 97x10", "101x10 102x20 103x30");
        lab.trade(4, 98, 3, AggressorSide.SELLER);

        assertThat(lab.fills()).containsExactly("BUY 3@98 MAKER TRADE_AT_PRICE");
    }
}
