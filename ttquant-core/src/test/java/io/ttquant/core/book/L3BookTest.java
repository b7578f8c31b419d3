package io.ttquant.core.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ttquant.api.order.Side;
import org.junit.jupiter.api.Test;

class L3BookTest {
    private final L3Book book = L3Book.of(Instruments.of("0.01", "1"));

    @Test
    void theOldestOrderOfAPriceIsFirst() {
        book.add(7, Side.BUY, 100, 5);
        book.add(3, Side.BUY, 100, 2);
        book.add(9, Side.BUY, 100, 1);

        assertThat(book.firstAt(Side.BUY, 100)).isEqualTo(7);
        assertThat(book.rawQuantityAhead(9)).isEqualTo(7);
        assertThat(book.orderCount(Side.BUY, 100)).isEqualTo(3);
    }

    @Test
    void theViewSumsTheOrdersOfAPrice() {
        book.add(1, Side.BUY, 100, 5);
        book.add(2, Side.BUY, 100, 2);
        book.add(3, Side.SELL, 102, 4);
        book.commit(77);

        assertThat(book.view().rawBid(0)).isEqualTo(100);
        assertThat(book.view().rawBidQuantity(0)).isEqualTo(7);
        assertThat(book.view().rawAsk(0)).isEqualTo(102);
        assertThat(book.view().tsEvent()).isEqualTo(77);
    }

    @Test
    void aSmallerQuantityKeepsThePlace() {
        book.add(1, Side.SELL, 100, 5);
        book.add(2, Side.SELL, 100, 5);

        assertThat(book.modify(1, 100, 4)).isEqualTo(L3Outcome.APPLIED);

        assertThat(book.firstAt(Side.SELL, 100)).isEqualTo(1);
        assertThat(book.rawQuantityAhead(2)).isEqualTo(4);
    }

    @Test
    void aLargerQuantityLosesThePlace() {
        book.add(1, Side.SELL, 100, 5);
        book.add(2, Side.SELL, 100, 5);

        book.modify(1, 100, 6);

        assertThat(book.firstAt(Side.SELL, 100)).isEqualTo(2);
        assertThat(book.rawQuantityAhead(1)).isEqualTo(5);
    }

    @Test
    void anotherPriceLosesThePlaceAndEmptiesTheOldLevel() {
        book.add(1, Side.SELL, 100, 5);
        book.add(2, Side.SELL, 101, 5);

        book.modify(1, 101, 5);
        book.commit(1);

        assertThat(book.hasOrders(Side.SELL, 100)).isFalse();
        assertThat(book.rawQuantityAhead(1)).isEqualTo(5);
        assertThat(book.view().askDepth()).isEqualTo(1);
        assertThat(book.view().rawAskQuantity(0)).isEqualTo(10);
    }

    @Test
    void anExecutionTakesFromTheOrderAndRemovesItAtZero() {
        book.add(1, Side.BUY, 100, 5);

        assertThat(book.execute(1, 2)).isEqualTo(L3Outcome.APPLIED);
        assertThat(book.rawQuantity(1)).isEqualTo(3);
        assertThat(book.execute(1, 3)).isEqualTo(L3Outcome.APPLIED);
        assertThat(book.contains(1)).isFalse();
        assertThat(book.hasOrders(Side.BUY, 100)).isFalse();
    }

    @Test
    void moreExecutedThanThereWasRemovesTheOrderAndIsCounted() {
        book.add(1, Side.BUY, 100, 5);

        assertThat(book.execute(1, 6)).isEqualTo(L3Outcome.OVER_EXECUTED);

        assertThat(book.contains(1)).isFalse();
        assertThat(book.counters().of(L3Outcome.OVER_EXECUTED)).isEqualTo(1);
        assertThat(book.counters().anomalies()).isEqualTo(1);
    }

    @Test
    void aRepeatedRowIsCountedAndChangesNothing() {
        book.add(1, Side.BUY, 100, 5);

        assertThat(book.add(1, Side.BUY, 100, 5)).isEqualTo(L3Outcome.REPEATED);

        assertThat(book.size()).isEqualTo(1);
        assertThat(book.rawQuantity(1)).isEqualTo(5);
    }

    @Test
    void anIdWithOtherContentIsAConflict() {
        book.add(1, Side.BUY, 100, 5);

        assertThat(book.add(1, Side.SELL, 100, 5)).isEqualTo(L3Outcome.CONFLICT);
        assertThat(book.add(1, Side.BUY, 101, 5)).isEqualTo(L3Outcome.CONFLICT);
        assertThat(book.add(1, Side.BUY, 100, 6)).isEqualTo(L3Outcome.CONFLICT);

        assertThat(book.rawQuantity(1)).isEqualTo(5);
        assertThat(book.counters().of(L3Outcome.CONFLICT)).isEqualTo(3);
    }

    @Test
    void anOrderThatWasNeverSeenIsUnknownOnceAndLateAfterwards() {
        assertThat(book.cancel(1)).isEqualTo(L3Outcome.UNKNOWN);
        assertThat(book.modify(2, 100, 1)).isEqualTo(L3Outcome.UNKNOWN);
        assertThat(book.execute(3, 1)).isEqualTo(L3Outcome.UNKNOWN);
        assertThat(book.cancel(1)).isEqualTo(L3Outcome.LATE);
    }

    @Test
    void anOrderDeletedBeforeItIsCreatedDoesNotStay() {
        book.cancel(1);

        assertThat(book.add(1, Side.BUY, 100, 5)).isEqualTo(L3Outcome.LATE);
        assertThat(book.contains(1)).isFalse();
    }

    @Test
    void aVenueThatUsesIdsAgainRemembersNone() {
        L3Book reusing = L3Book.of(Instruments.of("0.01", "1"), 0);
        reusing.add(1, Side.BUY, 100, 5);
        reusing.cancel(1);

        assertThat(reusing.add(1, Side.BUY, 100, 5)).isEqualTo(L3Outcome.APPLIED);
    }

    @Test
    void onlySoManyIdsAreRemembered() {
        L3Book forgetful = L3Book.of(Instruments.of("0.01", "1"), 2);
        forgetful.cancel(1);
        forgetful.cancel(2);
        forgetful.cancel(3);

        assertThat(forgetful.add(1, Side.BUY, 100, 5)).isEqualTo(L3Outcome.APPLIED);
        assertThat(forgetful.add(2, Side.BUY, 100, 5)).isEqualTo(L3Outcome.LATE);
        assertThat(forgetful.add(3, Side.BUY, 100, 5)).isEqualTo(L3Outcome.LATE);
    }

    @Test
    void aCrossedBookIsWithheldUntilTheOrdersAreGone() {
        book.add(1, Side.SELL, 100, 5);
        assertThat(book.commit(1)).isTrue();
        book.add(2, Side.BUY, 100, 5);
        assertThat(book.commit(2)).isFalse();
        assertThat(book.view().askDepth()).isZero();

        book.execute(1, 5);
        assertThat(book.commit(3)).isTrue();
        assertThat(book.view().bidDepth()).isEqualTo(1);
    }

    @Test
    void clearForgetsEverythingButTheCounters() {
        book.add(1, Side.BUY, 100, 5);
        book.cancel(2);
        book.clear();

        assertThat(book.size()).isZero();
        assertThat(book.view().bidDepth()).isZero();
        assertThat(book.add(2, Side.BUY, 100, 5)).isEqualTo(L3Outcome.APPLIED);
        assertThat(book.counters().of(L3Outcome.UNKNOWN)).isEqualTo(1);
    }

    @Test
    void aLevelThatDoesNotFitALongIsRefusedAndTheBookStaysAsItWas() {
        book.add(1, Side.BUY, 100, Long.MAX_VALUE - 1);
        book.add(2, Side.BUY, 101, 5);

        assertThatThrownBy(() -> book.add(3, Side.BUY, 100, 2)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> book.modify(2, 100, 5)).isInstanceOf(ArithmeticException.class);

        assertThat(book.size()).isEqualTo(2);
        assertThat(book.rawQuantity(2)).isEqualTo(5);
        assertThat(book.orderCount(Side.BUY, 100)).isEqualTo(1);
    }

    @Test
    void badRowsAreRefusedWithTheirValues() {
        assertThatThrownBy(() -> book.add(1, Side.BUY, 0, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("raw price 0");
        assertThatThrownBy(() -> book.add(1, Side.BUY, 100, 0))
                .hasMessageContaining("order 1 of test:XY has quantity 0");
        assertThatThrownBy(() -> book.execute(1, 0)).hasMessageContaining("must be above zero");
        assertThatThrownBy(() -> book.modify(1, 100, -1)).hasMessageContaining("raw quantity -1");
        assertThatThrownBy(() -> book.firstAt(Side.BUY, 5)).hasMessageContaining("ask hasOrders first");
        assertThatThrownBy(() -> book.rawQuantityAhead(5)).hasMessageContaining("ask contains first");
        assertThatThrownBy(() -> L3Book.of(Instruments.of("1", "1"), -1)).hasMessageContaining("cannot remember -1");
    }

    @Test
    void anOrderThatIsNotInTheBookHasItsPlaceBetweenThoseThatAre() {
        book.add(1, Side.BUY, 100, 5);
        book.add(2, Side.BUY, 100, 2);
        long ours = book.nextPlace();
        book.add(3, Side.BUY, 100, 9);

        assertThat(book.rawQuantityBefore(Side.BUY, 100, ours)).isEqualTo(7);
        assertThat(book.place(2)).isLessThan(ours);
        assertThat(book.place(3)).isGreaterThanOrEqualTo(ours);

        book.execute(1, 4);
        book.cancel(2);
        assertThat(book.rawQuantityBefore(Side.BUY, 100, ours)).isEqualTo(1);
        assertThat(book.rawQuantityBefore(Side.BUY, 99, ours)).isZero();
        assertThat(book.rawQuantityBefore(Side.SELL, 100, ours)).isZero();
    }

    @Test
    void aPlaceIsKeptByASmallerQuantityAndLostByALargerOrAnotherPrice() {
        book.add(1, Side.BUY, 100, 5);
        book.add(2, Side.BUY, 100, 5);
        long ours = book.nextPlace();

        book.modify(1, 100, 3);
        assertThat(book.place(1)).isLessThan(ours);
        book.modify(1, 100, 4);
        assertThat(book.place(1)).isGreaterThanOrEqualTo(ours);
        book.modify(2, 99, 5);
        assertThat(book.place(2)).isGreaterThanOrEqualTo(ours);
        assertThat(book.rawQuantityBefore(Side.BUY, 100, ours)).isZero();
    }

    @Test
    void placesGrowOverAClear() {
        book.add(1, Side.BUY, 100, 5);
        long before = book.nextPlace();
        book.clear();
        book.add(1, Side.BUY, 100, 5);

        assertThat(book.place(1)).isGreaterThanOrEqualTo(before);
    }

    @Test
    void thePlaceOfAnOrderThatIsNotThereIsRefused() {
        assertThatThrownBy(() -> book.place(4))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("order 4 is not in the book of test:XY: ask contains first");
    }
}
