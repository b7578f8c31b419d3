package io.ttquant.exchanges.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.api.order.OrderStatus;
import io.ttquant.api.order.Side;
import io.ttquant.exchanges.answer.VenueOrder;
import io.ttquant.exchanges.codes.CodeClass;
import io.ttquant.exchanges.codes.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Fills of an order of which nothing else was told wait until its state says whether the venue itself took the position: each part of a liquidation says that
 * it is one, whenever it is told.
 */
class StrayLiquidationTest {
    private final LifeHarness h = LifeHarness.trading();

    private void fill(long tradeId, long quantity) {
        h.life.fill(h.fill("", "9", Side.SELL, tradeId, quantity));
    }

    /** A fill of 4 of order 9, for which a question is under way. */
    private void asked() {
        fill(1, 4);
        h.run(5_000);
        assertThat(h.desk.finds).hasSize(1);
        assertThat(h.book.log).endsWith("adopt 9");
    }

    private VenueOrder state(String type, OrderStatus status, long filled) {
        return NewsTest.ofType(h.state("", "9", Side.SELL, status, 10, 10_000, filled, ""), type);
    }

    private void answer(VenueOrder order) {
        h.desk.finds.remove().answered(new OrderLookup(order));
        h.run(2_000);
    }

    private void absent(int seconds) {
        for (int i = 0; i < seconds * 10; i++) {
            h.run(100);
            while (!h.desk.finds.isEmpty()) {
                h.desk.finds.remove().answered(new OrderLookup(null));
            }
        }
    }

    private void failing(int seconds) {
        for (int i = 0; i < seconds * 10; i++) {
            h.run(100);
            while (!h.desk.finds.isEmpty()) {
                h.desk.finds.remove().failed(Verdict.of(CodeClass.UNKNOWN, "timed out"));
            }
        }
    }

    private List<String> filled() {
        return h.book.log.stream().filter(line -> line.startsWith("filled")).toList();
    }

    private void told(String... fills) {
        assertThat(filled()).containsExactly(fills);
        assertThat(h.book.adopted).allMatch(EngineOrder::isClosed);
    }

    @Test
    void whatIsFoundOnlyAfterItsStateIsOfTheLiquidationToo() {
        asked();
        h.desk.fillsOf = List.of(h.fill("", "9", Side.SELL, 1, 4), h.fill("", "9", Side.SELL, 2, 6));
        answer(state("LIQUIDATION", OrderStatus.FILLED, 10));
        told("filled 1 by liquidation 9", "filled 2 by liquidation 9");
        assertThat(h.book.positions).containsEntry("AAA", -10L);
    }

    @Test
    void soIsWhatIsToldLaterStillAndTheRestOfOneByHandIsNot() {
        asked();
        answer(state("LIQUIDATION", OrderStatus.FILLED, 10));
        fill(2, 3);
        h.run(60_000);
        fill(3, 3);
        told("filled 1 by liquidation 9", "filled 2 by liquidation 9", "filled 3 by liquidation 9");
        LifeHarness other = LifeHarness.trading();
        other.life.fill(other.fill("", "9", Side.SELL, 1, 4));
        other.run(5_000);
        other.desk
                .finds
                .remove()
                .answered(new OrderLookup(other.state("", "9", Side.SELL, OrderStatus.FILLED, 10, 10_000, 10, "")));
        other.life.fill(other.fill("", "9", Side.SELL, 2, 6));
        assertThat(other.book.log).containsSubsequence("filled 1 9", "filled 2 9");
    }

    @Test
    void anotherFillThatIsToldBeforeTheStateWaitsForItToo() {
        asked();
        fill(2, 4);
        fill(3, 2);
        h.run(1_000);
        assertThat(filled()).isEmpty();
        h.life.order(state("LIQUIDATION", OrderStatus.FILLED, 10));
        told("filled 1 by liquidation 9", "filled 2 by liquidation 9", "filled 3 by liquidation 9");
        assertThat(h.book.positions).containsEntry("AAA", -10L);
    }

    @Test
    void oneWhoseStateSaysThatItIsOpenGoesOnAsALiquidation() {
        asked();
        fill(2, 2);
        h.desk.fillsOf = List.of(
                h.fill("", "9", Side.SELL, 1, 4), h.fill("", "9", Side.SELL, 2, 2), h.fill("", "9", Side.SELL, 3, 4));
        answer(state("LIQUIDATION", OrderStatus.PARTIALLY_FILLED, 6));
        fill(3, 4);
        h.run(2_000);
        told("filled 1 by liquidation 9", "filled 2 by liquidation 9", "filled 3 by liquidation 9");
    }

    @Test
    void questionsThatFailForMinutesAreAskedAgain() {
        asked();
        failing(250);
        assertThat(filled()).isEmpty();
        for (int i = 0; i < 400 && h.desk.finds.isEmpty(); i++) {
            h.run(100);
        }
        answer(state("LIQUIDATION", OrderStatus.FILLED, 4));
        told("filled 1 by liquidation 9");
    }

    @Test
    void afterFiveMinutesItCountsAsOneOfOthersAndPeopleHearOfIt() {
        asked();
        failing(290);
        assertThat(filled()).isEmpty();
        fill(2, 6);
        assertThat(h.book.lastAudit)
                .as("an account that lacks them is no transfer")
                .isNotNull();
        int audits = audits();
        failing(20);
        told("filled 1 9", "filled 2 9");
        assertThat(h.why)
                .isEqualTo(
                        "order 9 of AAA counts as one of others, though a liquidation would look the same: no answer came");
        assertThat(h.isTrading).isTrue();
        assertThat(audits).isEqualTo(1);
        h.life.order(state("LIQUIDATION", OrderStatus.FILLED, 13));
        fill(3, 3);
        assertThat(filled()).as("what comes once it is known").endsWith("filled 3 by liquidation 9");
    }

    private int audits() {
        return (int) h.book.log.stream().filter("audited"::equals).count();
    }

    @Test
    void aVenueThatDoesNotFindItMayBeBehind() {
        asked();
        absent(1);
        assertThat(filled()).isEmpty();
        h.run(2_000);
        answer(state("LIQUIDATION", OrderStatus.FILLED, 4));
        told("filled 1 by liquidation 9");
    }

    @Test
    void oneThatItDoesNotFindSomeTimeLaterEitherCountsAsOneOfOthers() {
        asked();
        absent(6);
        told("filled 1 9");
    }
}
