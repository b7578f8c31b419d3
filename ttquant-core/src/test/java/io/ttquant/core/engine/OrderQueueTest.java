package io.ttquant.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.api.exchange.MarketByOrderSink;
import io.ttquant.api.market.AggressorSide;
import io.ttquant.api.order.Amendment;
import io.ttquant.api.order.Order;
import io.ttquant.api.order.Side;
import io.ttquant.core.matching.SimulationConfig;
import org.junit.jupiter.api.Test;

/** Our place in the true queues of a book by order, and in the estimated ones of a book by level. */
class OrderQueueTest {
    private final Lab lab =
            Lab.of(Lab.SWAP, SimulationConfig.DEFAULT, 1_000_000_00).start(0);
    private long now = 10;

    /** 1: 5 bid at 99, 2: 4 at 99, 3: 6 at 98; 11: 9 offered at 101. */
    private MarketByOrderSink byOrder() {
        MarketByOrderSink book = lab.sink.marketByOrder();
        book.begin(1, 1);
        book.clear();
        snapshot(book);
        book.end();
        return book;
    }

    private static void snapshot(MarketByOrderSink book) {
        book.add(1, Side.BUY, 99, 5);
        book.add(2, Side.BUY, 99, 4);
        book.add(3, Side.BUY, 98, 6);
        book.add(11, Side.SELL, 101, 9);
    }

    private Order buy(long lots, long limit) {
        Order order = lab.script.desk().buy(Lab.SWAP).lots(lots).limit(limit).submit();
        settle();
        return order;
    }

    private void settle() {
        lab.engine.advanceTo(now++);
        lab.engine.settle();
    }

    private void add(MarketByOrderSink book, long id, long price, long quantity) {
        now++;
        book.begin(now, now);
        book.add(id, Side.BUY, price, quantity);
        book.end();
    }

    private void delete(MarketByOrderSink book, long id) {
        now++;
        book.begin(now, now);
        book.delete(id);
        book.end();
    }

    /** A seller takes bids, each {@code {id, price, quantity}}; the prints come after the book. */
    private void sold(MarketByOrderSink book, long[]... bids) {
        now++;
        book.begin(now, now);
        for (long[] bid : bids) {
            book.execute(bid[0], bid[2]);
        }
        book.end();
        for (long[] bid : bids) {
            lab.trade(now, bid[1], bid[2], AggressorSide.SELLER);
        }
    }

    /* Queue at 99: 1 (5), 2 (4), ours (3), 4 (7). Seller of 9: those before us. Seller of 2: order 4, so us first. Seller of 5: 1 is left for us. */
    @Test
    void oursIsFilledWhenAnOrderBehindItIs() {
        MarketByOrderSink book = byOrder();
        buy(3, 99);
        add(book, 4, 99, 7);
        sold(book, new long[] {1, 99, 5}, new long[] {2, 99, 4});
        assertThat(lab.fills()).isEmpty();
        sold(book, new long[] {4, 99, 2});
        assertThat(lab.fills()).containsExactly("BUY 2@99 MAKER TRADE_AT_PRICE");
        sold(book, new long[] {4, 99, 5});
        assertThat(lab.fills()).endsWith("BUY 1@99 MAKER TRADE_AT_PRICE").hasSize(2);
    }

    /* What is cancelled before us moves us forward, exactly; what is cancelled behind us does not. */
    @Test
    void cancelsMoveUsForwardIfTheyAreBeforeUs() {
        MarketByOrderSink book = byOrder();
        buy(3, 99);
        add(book, 4, 99, 7);
        add(book, 5, 99, 7);
        delete(book, 2);
        delete(book, 4);
        sold(book, new long[] {1, 99, 5});
        assertThat(lab.fills()).isEmpty();
        sold(book, new long[] {5, 99, 1});
        assertThat(lab.fills()).containsExactly("BUY 1@99 MAKER TRADE_AT_PRICE");
    }

    /* A seller of 12 meets 1, 2 and then us, before what is bid at 98. */
    @Test
    void whatIsExecutedAtAWorsePriceWouldHaveMetUsFirst() {
        MarketByOrderSink book = byOrder();
        buy(5, 99);
        sold(book, new long[] {1, 99, 5}, new long[] {2, 99, 4}, new long[] {3, 98, 3});
        assertThat(lab.fills()).containsExactly("BUY 3@99 MAKER TRADED_THROUGH");
    }

    /* Ours at 99 and at 98 share what is executed at 98: 4, of which the better takes 3. */
    @Test
    void ordersOfOursShareWhatIsExecutedOnce() {
        MarketByOrderSink book = byOrder();
        buy(3, 99);
        delete(book, 3);
        buy(9, 98);
        add(book, 6, 98, 8);
        sold(book, new long[] {1, 99, 5}, new long[] {2, 99, 4}, new long[] {6, 98, 4});
        assertThat(lab.fills()).containsExactly("BUY 3@99 MAKER TRADED_THROUGH", "BUY 1@98 MAKER TRADE_AT_PRICE");
    }

    @Test
    void anAmendmentToLessKeepsThePlaceAndOneToMoreOrElsewhereLosesIt() {
        MarketByOrderSink book = byOrder();
        Order less = buy(3, 99);
        Order more = buy(3, 99);
        Order moved = buy(3, 98);
        add(book, 4, 99, 9);
        lab.script.desk().amend(less, Amendment.ofQuantity(2));
        lab.script.desk().amend(more, Amendment.ofQuantity(4));
        lab.script.desk().amend(moved, new Amendment(0, 99, 0));
        settle();
        // Behind order 4 stand now the larger and the moved one, and order 5.
        sold(book, new long[] {1, 99, 5}, new long[] {2, 99, 4}, new long[] {4, 99, 9});
        assertThat(less.rawFilled()).isEqualTo(2);
        assertThat(more.rawFilled()).isZero();
        assertThat(moved.rawFilled()).isZero();
        add(book, 5, 99, 9);
        sold(book, new long[] {5, 99, 6});
        assertThat(more.rawFilled()).isEqualTo(4);
        assertThat(moved.rawFilled()).isEqualTo(2);
    }

    /* After a snapshot nobody knows who stood before us. */
    @Test
    void afterASnapshotOursIsLast() {
        MarketByOrderSink book = byOrder();
        buy(3, 99);
        sold(book, new long[] {1, 99, 1});
        now++;
        book.begin(now, now);
        book.clear();
        snapshot(book);
        book.end();
        sold(book, new long[] {1, 99, 5}, new long[] {2, 99, 4});
        assertThat(lab.fills()).isEmpty();
        sold(book, new long[] {3, 98, 2});
        assertThat(lab.fills()).containsExactly("BUY 2@99 MAKER TRADED_THROUGH");
    }

    /* A source that shows orders but never says which of them was executed: what is displayed and printed decides, as in a book by level. */
    @Test
    void withoutExecutionsThePrintsDecide() {
        MarketByOrderSink book = byOrder();
        buy(3, 99);
        lab.trade(20, 99, 9, AggressorSide.SELLER);
        assertThat(lab.fills()).isEmpty();
        lab.trade(21, 99, 2, AggressorSide.SELLER);
        assertThat(lab.fills()).containsExactly("BUY 2@99 MAKER TRADE_AT_PRICE");
    }

    @Test
    void inABookByLevelAnAmendmentToMoreOrElsewhereGoesBehindWhatIsDisplayed() {
        BookFeed book = new BookFeed(lab);
        book.snapshot(1, "99x10 98x20", "101x10");
        Order kept = buy(4, 99);
        Order grown = buy(4, 99);
        Order moved = buy(4, 98);
        book.increment(20, "99x25", "");
        now = 21;
        lab.script.desk().amend(kept, Amendment.ofQuantity(3));
        lab.script.desk().amend(grown, Amendment.ofQuantity(5));
        lab.script.desk().amend(moved, new Amendment(0, 99, 0));
        settle();
        // 10 are before the first, 25 before the others.
        lab.trade(30, 99, 25, AggressorSide.SELLER);
        assertThat(kept.rawFilled()).isEqualTo(3);
        assertThat(grown.rawFilled()).isZero();
        assertThat(moved.rawFilled()).isZero();
        book.increment(31, "99x20", "");
        lab.trade(32, 99, 9, AggressorSide.SELLER);
        assertThat(grown.rawFilled() + moved.rawFilled()).isPositive();
    }
}
