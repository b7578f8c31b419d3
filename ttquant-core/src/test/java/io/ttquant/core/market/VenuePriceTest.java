package io.ttquant.core.market;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VenuePriceTest {
    @Test
    void thePriceAloneIsThatOfTheRecord() {
        for (long bid = 0; bid < 9; bid++) {
            for (long ask = 0; ask < 9; ask++) {
                for (long other = 0; other < 2; other++) {
                    assertThat(VenuePrice.rawOf(0, bid, ask, other))
                            .as("%s/%s, last %s", bid, ask, other)
                            .isEqualTo(VenuePrice.of(0, bid, ask, other).rawPrice());
                    assertThat(VenuePrice.rawOf(other, bid, ask, 3))
                            .isEqualTo(VenuePrice.of(other, bid, ask, 3).rawPrice());
                }
            }
        }
        long half = Long.MAX_VALUE / 2;
        assertThat(VenuePrice.rawOf(0, half, half, 0)).isEqualTo(half);
    }
}
