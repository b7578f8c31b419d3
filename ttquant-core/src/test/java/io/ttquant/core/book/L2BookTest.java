package io.ttquant.core.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class L2BookTest {
    private final L2Book book = L2Book.of(Instruments.of("0.01", "1"), 512);

    @Test
    void theBestComeFirst() {
        book.setBid(100, 1);
        book.setBid(102, 2);
        book.setBid(101, 3);
        book.setAsk(110, 4);
        book.setAsk(105, 5);
        assertThat(book.commit(9)).isTrue();

        assertThat(book.rawBid(0)).isEqualTo(102);
        assertThat(book.rawBid(2)).isEqualTo(100);
        assertThat(book.rawAsk(0)).isEqualTo(105);
        assertThat(book.rawAskQuantity(1)).isEqualTo(4);
        assertThat(book.rawBestBid()).isEqualTo(102);
        assertThat(book.rawBestBidQuantity()).isEqualTo(2);
        assertThat(book.rawBestAsk()).isEqualTo(105);
        assertThat(book.rawBestAskQuantity()).isEqualTo(5);
        assertThat(book.tsEvent()).isEqualTo(9);
    }

    @Test
    void nothingIsSeenBeforeTheFirstCommit() {
        book.setBid(100, 1);

        assertThat(book.bidDepth()).isZero();
        assertThat(book.rawBestBid()).isZero();
        assertThat(book.isServed()).isFalse();
    }

    @Test
    void aSideMayBeEmpty() {
        book.setAsk(100, 1);

        assertThat(book.commit(1)).isTrue();
        assertThat(book.rawBestBid()).isZero();
        assertThat(book.rawBestBidQuantity()).isZero();
        assertThat(book.askDepth()).isEqualTo(1);
    }

    @Test
    void removingAnUnknownLevelIsSaid() {
        assertThat(book.setBid(100, 0)).isFalse();
        book.setBid(100, 1);
        assertThat(book.setBid(5, 0)).as("far below").isFalse();
        assertThat(book.setBid(1_000_000, 0)).as("far above").isFalse();
        assertThat(book.setBid(100, 0)).isTrue();
        book.commit(1);
        assertThat(book.bidDepth()).isZero();
    }

    @Test
    void anOutlierMovesTheBandAndBackAgain() {
        for (int price = 1_000; price < 1_100; price++) {
            book.setBid(price, price);
        }
        book.setBid(1L << 62, 1);
        book.commit(1);
        assertThat(book.rawBid(0)).isEqualTo(1L << 62);
        assertThat(book.rawBid(1)).isEqualTo(1_099);

        book.setBid(1L << 62, 0);
        book.commit(2);
        assertThat(book.bidDepth()).isEqualTo(100);
        assertThat(book.rawBid(99)).isEqualTo(1_000);
        assertThat(book.rawBidQuantityAt(1_050)).isEqualTo(1_050);
    }

    @Test
    void theLowestAndTheHighestPriceFit() {
        book.setAsk(1L << 62, 1);
        book.setAsk(2, 2);
        book.setBid(1, 3);
        book.commit(1);

        assertThat(book.rawAsk(0)).isEqualTo(2);
        assertThat(book.rawAsk(1)).isEqualTo(1L << 62);
        assertThat(book.rawBid(0)).isEqualTo(1);
    }

    @Test
    void levelsBeyondTheDepthAreRefused() {
        book.setBid(100, 1);
        book.commit(1);

        assertThatThrownBy(() -> book.rawBid(1)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> book.rawAsk(0)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> book.rawBidQuantity(-1)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void badLevelsAreRefusedWithTheirValues() {
        assertThatThrownBy(() -> book.setBid(0, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("bid level with raw price 0 and raw quantity 1");
        assertThatThrownBy(() -> book.setAsk(1, -1))
                .hasMessageContaining("ask level with raw price 1 and raw quantity -1");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -512, 256, 800, (1 << 24) + 512})
    void anOddBandIsRefused(int ticks) {
        assertThatThrownBy(() -> L2Book.of(Instruments.of("0.01", "1"), ticks))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a band of " + ticks + " ticks for test:XY");
    }

    @Test
    void clearServesNothing() {
        book.setBid(100, 1);
        book.commit(1);
        book.clear();

        assertThat(book.bidDepth()).isZero();
        book.commit(2);
        assertThat(book.bidDepth()).isZero();
    }
}
