package io.ttquant.exchanges.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.api.order.Side;
import io.ttquant.exchanges.answer.VenueFill;
import org.junit.jupiter.api.Test;

/**
 * Fills that are told with their ids in one place and without in another, of orders that are known and of orders of
 * which nothing else is told.
 */
class StrayFillsTest {
    private final LifeHarness h = LifeHarness.trading();

    private VenueFill fill(long tradeId) {
        return h.fill("", "9", Side.BUY, tradeId, 4);
    }

    private static VenueFill named(VenueFill f, long tradeId) {
        return new VenueFill(
                f.symbol(),
                tradeId,
                f.orderId(),
                f.clientId(),
                f.side(),
                f.positionSide(),
                f.price(),
                f.quantity(),
                f.fee(),
                f.isMaker(),
                f.cursor(),
                f.tsEvent());
    }

    private static VenueFill unnamed(VenueFill f) {
        return named(f, f.madeUpId());
    }

    private void booked(long position, int fills) {
        h.run(310_000);
        assertThat(h.book.positions).containsEntry("AAA", position);
        assertThat(h.book.adopted).hasSize(1);
        assertThat(h.book.adopted.get(0).rawQuantity()).isEqualTo(position);
        assertThat(h.book.adopted.get(0).isClosed()).isTrue();
        assertThat(h.book.log.stream().filter(line -> line.startsWith("filled")))
                .hasSize(fills);
    }

    @Test
    void oneThatIsToldWithoutItsIdAndThenWithItIsBookedOnce() {
        VenueFill fill = fill(1);
        h.life.fill(unnamed(fill));
        h.life.fill(unnamed(fill));
        h.life.fill(fill);
        h.life.fill(fill);
        booked(4, 1);
    }

    @Test
    void oneThatIsToldWithItsIdAndThenWithoutItIsBookedOnce() {
        VenueFill fill = fill(1);
        h.life.fill(fill);
        h.life.fill(unnamed(fill));
        booked(4, 1);
    }

    @Test
    void anotherThatIsLikeItHasAnotherIdAndIsBookedToo() {
        VenueFill fill = fill(1);
        h.life.fill(unnamed(fill));
        h.life.fill(fill);
        h.life.fill(named(fill, 2));
        booked(8, 2);
    }

    @Test
    void twoThatAreAlikeAndDifferInTheIdsThatTheirSessionMadeAreTwo() {
        VenueFill fill = fill(1);
        h.life.fill(named(fill, Long.MIN_VALUE + 600));
        h.life.fill(named(fill, Long.MIN_VALUE + 601));
        booked(8, 2);
    }

    @Test
    void oneThatIsToldAgainOnceItsOrderIsAdoptedIsNotBookedAgain() {
        VenueFill fill = fill(1);
        h.life.fill(unnamed(fill));
        booked(4, 1);
        h.life.fill(fill);
        h.life.fill(unnamed(fill));
        booked(4, 1);
    }

    @Test
    void askingWhetherAFillIsKnownChangesNothingAndItIsForgottenWithItsOrder() {
        FillLedger ledger = new FillLedger(0);
        KnownOrder known = new KnownOrder(h.order(), "own", true, 0);
        VenueFill fill = fill(1);
        VenueFill twin = named(fill, 2);
        ledger.add(known, unnamed(fill));
        for (int i = 0; i < 2; i++) {
            assertThat(ledger.has(fill)).isTrue();
            assertThat(ledger.has(twin)).isTrue();
        }
        ledger.named(unnamed(fill));
        ledger.named(fill);
        ledger.named(fill);
        assertThat(ledger.has(fill)).isTrue();
        assertThat(ledger.has(unnamed(fill))).isTrue();
        assertThat(ledger.has(twin)).as("another fill").isFalse();
        ledger.forget(known);
        assertThat(ledger.has(fill)).isFalse();
        assertThat(ledger.has(unnamed(fill))).isFalse();
        assertThat(ledger.has(twin)).isFalse();
    }

    @Test
    void oneThatNeverGetsItsIdIsForgottenWithItsOrderToo() {
        FillLedger ledger = new FillLedger(0);
        KnownOrder known = new KnownOrder(h.order(), "own", true, 0);
        ledger.add(known, unnamed(fill(1)));
        ledger.forget(known);
        assertThat(ledger.has(fill(1))).isFalse();
    }
}
