package io.ttquant.core.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ttquant.api.market.AggressorSide;
import io.ttquant.api.order.Order;
import io.ttquant.api.order.OrderEvent;
import io.ttquant.api.order.OrderStatus;
import io.ttquant.api.order.RejectReason;
import io.ttquant.core.book.SequenceRule;
import io.ttquant.core.matching.ExecutionTiming;
import io.ttquant.core.matching.SimulationConfig;
import org.junit.jupiter.api.Test;

/** What an order book and prints do to orders. */
class BookOrdersTest {
    private Lab lab = lab(SimulationConfig.DEFAULT);
    private BookFeed book = feed(lab);

    private static Lab lab(SimulationConfig config) {
        return Lab.of(Lab.SWAP, config, 1_000_000_00);
    }

    /** Starts with 10 at 99 and 101, 20 at 98 and 102, 30 at 97 and 103. */
    private static BookFeed feed(Lab lab) {
        BookFeed book = new BookFeed(lab);
        lab.start(0);
        book.snapshot(1, "99x10 98x20 97x30", "101x10 102x20 103x30");
        return book;
    }

    private void with(SimulationConfig config) {
        lab = lab(config);
        book = feed(lab);
    }

    private Order buyMarket(long lots) {
        return lab.script.desk().buy(Lab.SWAP).lots(lots).market().submit();
    }

    private Order buy(long lots, long limit) {
        return lab.script.desk().buy(Lab.SWAP).lots(lots).limit(limit).submit();
    }

    private Order sell(long lots, long limit) {
        return lab.script.desk().sell(Lab.SWAP).lots(lots).limit(limit).submit();
    }

    private void settle(long ts) {
        lab.engine.advanceTo(ts);
        lab.engine.settle();
    }

    private String lastCancel() {
        return ((OrderEvent.Canceled) lab.lastEvent()).message();
    }

    @Test
    void aMarketOrderWalksLevelByLevel() {
        buyMarket(25);
        settle(2);

        assertThat(lab.fills()).containsExactly("BUY 10@101 TAKER TOOK_BOOK", "BUY 15@102 TAKER WALKED_BOOK");
    }

    @Test
    void whatTheBookDoesNotShowIsNotFilled() {
        Order order = buyMarket(100);
        settle(2);

        assertThat(order.rawFilled()).isEqualTo(60);
        assertThat(order.status()).isEqualTo(OrderStatus.CANCELED);
        assertThat(lastCancel()).isEqualTo("the book shows nothing more for the last 40 of sim:SWAP");
    }

    @Test
    void whatWeTookStaysTakenUntilTheLevelChanges() {
        buyMarket(10);
        settle(2);
        buyMarket(5);
        settle(3);
        book.increment(4, "", "101x10 103x31");
        buyMarket(16);
        settle(5);
        book.increment(6, "", "101x4");
        buyMarket(5);
        settle(7);

        assertThat(lab.fills())
                .containsExactly(
                        "BUY 10@101 TAKER TOOK_BOOK",
                        "BUY 5@102 TAKER TOOK_BOOK",
                        "BUY 15@102 TAKER TOOK_BOOK",
                        "BUY 1@103 TAKER WALKED_BOOK",
                        "BUY 4@101 TAKER TOOK_BOOK",
                        "BUY 1@103 TAKER WALKED_BOOK");
    }

    @Test
    void aSnapshotWithTheSameLevelsGivesNothingBack() {
        buyMarket(10);
        settle(2);
        book.snapshot(3, "99x10", "101x10 102x20");
        buyMarket(1);
        settle(4);

        assertThat(lab.fills()).containsExactly("BUY 10@101 TAKER TOOK_BOOK", "BUY 1@102 TAKER TOOK_BOOK");
    }

    @Test
    void aPrintTakesWhatTheBookStillShows() {
        lab.trade(2, 102, 15, AggressorSide.BUYER);
        buyMarket(6);
        settle(3);

        assertThat(lab.fills()).containsExactly("BUY 5@102 TAKER TOOK_BOOK", "BUY 1@103 TAKER WALKED_BOOK");
    }

    @Test
    void aPrintThatTheBookKnowsTakesNothing() {
        lab.engine.advanceTo(5);
        book.increment(5, "", "101x7");
        lab.sink.trade(4, 5, 101, 3, AggressorSide.BUYER);
        buyMarket(7);
        settle(6);

        assertThat(lab.fills()).containsExactly("BUY 7@101 TAKER TOOK_BOOK");
    }

    @Test
    void aPrintOfTheOtherSideTakesNothing() {
        lab.trade(2, 101, 10, AggressorSide.SELLER);
        buyMarket(10);
        settle(3);

        assertThat(lab.fills()).containsExactly("BUY 10@101 TAKER TOOK_BOOK");
    }

    @Test
    void priceProtectionLeavesLevelsThatAreTooFar() {
        with(SimulationConfig.DEFAULT.withPriceProtectionTicks(1));
        buyMarket(40);
        settle(2);
        assertThat(lastCancel())
                .isEqualTo("price protection: nothing more up to 102, 1 ticks from the best price, for the last 10 of"
                        + " sim:SWAP");
        lab.script.desk().sell(Lab.SWAP).lots(40).market().submit();
        settle(3);
        buy(40, 104);
        settle(4);

        assertThat(lab.fills())
                .containsExactly(
                        "BUY 10@101 TAKER TOOK_BOOK",
                        "BUY 20@102 TAKER WALKED_BOOK",
                        "SELL 10@99 TAKER TOOK_BOOK",
                        "SELL 20@98 TAKER WALKED_BOOK",
                        "BUY 30@103 TAKER MARKETABLE_LIMIT");
    }

    @Test
    void priceProtectionHoldsForTriggeredStops() {
        with(SimulationConfig.DEFAULT.withPriceProtectionTicks(1));
        lab.script.desk().buy(Lab.SWAP).lots(50).stop(102).submit();
        book.increment(2, "", "101x0");

        assertThat(lab.fills()).containsExactly("BUY 20@102 TAKER STOP_TRIGGER", "BUY 30@103 TAKER WALKED_BOOK");
    }

    @Test
    void fillOrKillCountsAllLevelsUpToItsLimit() {
        lab.script.desk().buy(Lab.SWAP).lots(31).limit(102).fillOrKill().submit();
        settle(2);
        assertThat(lab.fills()).isEmpty();
        assertThat(lastCancel()).isEqualTo("FOK order: only 30 could be filled at once");
        lab.script.desk().buy(Lab.SWAP).lots(30).limit(102).fillOrKill().submit();
        settle(3);

        assertThat(lab.fills()).containsExactly("BUY 10@101 TAKER MARKETABLE_LIMIT", "BUY 20@102 TAKER WALKED_BOOK");
    }

    @Test
    void immediateOrCancelTakesWhatThereIs() {
        Order order = lab.script
                .desk()
                .buy(Lab.SWAP)
                .lots(31)
                .limit(102)
                .immediateOrCancel()
                .submit();
        settle(2);

        assertThat(order.rawFilled()).isEqualTo(30);
        assertThat(order.status()).isEqualTo(OrderStatus.CANCELED);
    }

    @Test
    void postOnlyIsJudgedByWhatIsLeft() {
        lab.script.desk().buy(Lab.SWAP).lots(1).limit(101).postOnly().submit();
        settle(2);
        assertThat(((OrderEvent.Rejected) lab.lastEvent()).reason()).isEqualTo(RejectReason.POST_ONLY_WOULD_TAKE);
        buyMarket(10);
        settle(3);
        Order order =
                lab.script.desk().buy(Lab.SWAP).lots(1).limit(101).postOnly().submit();
        settle(4);

        assertThat(order.isOpen()).isTrue();
    }

    @Test
    void aRestingOrderWaitsForItsTurn() {
        buy(5, 99);
        settle(2);
        lab.trade(3, 99, 8, AggressorSide.SELLER);
        assertThat(lab.fills()).isEmpty();
        lab.trade(4, 99, 4, AggressorSide.SELLER);
        lab.trade(5, 99, 9, AggressorSide.SELLER);

        assertThat(lab.fills()).containsExactly("BUY 2@99 MAKER TRADE_AT_PRICE", "BUY 3@99 MAKER TRADE_AT_PRICE");
    }

    @Test
    void aSmallerLevelMovesARestingOrderForward() {
        buy(5, 99);
        settle(2);
        book.increment(3, "99x3", "");
        lab.trade(4, 99, 4, AggressorSide.SELLER);

        assertThat(lab.fills()).containsExactly("BUY 1@99 MAKER TRADE_AT_PRICE");
    }

    @Test
    void aPrintBeyondThePriceFillsWhateverTheQueue() {
        buy(5, 99);
        settle(2);
        lab.trade(3, 98, 4, AggressorSide.SELLER);

        assertThat(lab.fills()).containsExactly("BUY 4@99 MAKER TRADED_THROUGH");
    }

    @Test
    void allOrdersShareAPrintOnce() {
        buy(5, 99);
        buy(5, 99);
        settle(2);
        lab.trade(3, 99, 17, AggressorSide.SELLER);
        lab.trade(4, 98, 2, AggressorSide.SELLER);

        assertThat(lab.fills())
                .containsExactly(
                        "BUY 5@99 MAKER TRADE_AT_PRICE",
                        "BUY 2@99 MAKER TRADE_AT_PRICE",
                        "BUY 2@99 MAKER TRADED_THROUGH");
    }

    @Test
    void anOrderInsideTheSpreadIsFirstInLine() {
        buy(5, 100);
        settle(2);
        lab.trade(3, 100, 3, AggressorSide.SELLER);

        assertThat(lab.fills()).containsExactly("BUY 3@100 MAKER TRADE_AT_PRICE");
    }

    @Test
    void whereTheBookIsNotShownAnOrderJoinsOnceItIs() {
        buy(5, 90);
        settle(2);
        lab.trade(3, 90, 1, AggressorSide.BUYER);
        book.snapshot(4, "91x10 90x40", "92x10");
        lab.trade(5, 90, 40, AggressorSide.SELLER);
        assertThat(lab.fills()).isEmpty();
        lab.trade(6, 90, 2, AggressorSide.SELLER);

        assertThat(lab.fills()).containsExactly("BUY 2@90 MAKER TRADE_AT_PRICE");
    }

    @Test
    void aBookThatComesToThePriceFillsForWhatItShows() {
        buy(5, 99);
        settle(2);
        book.increment(3, "99x0", "99x3 101x0");
        book.increment(4, "", "99x3");
        book.increment(5, "", "99x0 98x0");
        book.snapshot(6, "96x1", "98x9");

        assertThat(lab.fills()).containsExactly("BUY 3@99 MAKER BOOK_CROSSED", "BUY 2@99 MAKER BOOK_CROSSED");
    }

    @Test
    void nothingIsFilledWhileTheBookIsCrossed() {
        buy(5, 100);
        settle(2);
        book.increment(3, "", "98x10");
        assertThat(lab.script.ctx().market(Lab.SWAP.id()).book().askDepth()).isZero();
        Order market = buyMarket(3);
        Order limit = buy(3, 105);
        settle(4);
        assertThat(lab.fills()).isEmpty();
        book.increment(5, "99x0 98x0", "");

        assertThat(market.status()).isEqualTo(OrderStatus.FILLED);
        assertThat(limit.status()).isEqualTo(OrderStatus.FILLED);
        assertThat(lab.fills())
                .containsExactly(
                        "BUY 3@98 TAKER NEXT_TICK", "BUY 3@98 TAKER MARKETABLE_LIMIT", "BUY 4@100 MAKER BOOK_CROSSED");
    }

    @Test
    void restingOrdersOutliveAGapAtTheirPlace() {
        buy(5, 99);
        settle(2);
        lab.trade(3, 99, 6, AggressorSide.SELLER);
        book.lost(4);
        book.increment(5, "", "90x100");
        assertThat(book.sink.needsSnapshot()).isTrue();
        assertThat(lab.fills()).isEmpty();
        book.snapshot(6, "99x10", "101x10");
        lab.trade(7, 99, 5, AggressorSide.SELLER);

        assertThat(lab.fills()).containsExactly("BUY 1@99 MAKER TRADE_AT_PRICE");
    }

    @Test
    void aGapFoundByTheVenuesRuleHidesTheBook() {
        lab = new Lab(
                Lab.SWAP,
                SimulationConfig.DEFAULT,
                b -> b.startBalance(Lab.USD, 1_000_000_00).bookSequence(Lab.SWAP.id(), SequenceRule::okx));
        lab.script.start = ctx -> ctx.subscribeBook(Lab.SWAP.id());
        book = new BookFeed(lab);
        lab.start(0);
        book.sink.snapshot(1, 1);
        book.sink.ids(-1, 7, -1);
        book.sink.bid(99, 1);
        book.sink.ask(101, 1);
        book.sink.end();
        book.increment(2, 8, "98x1", "");
        book.increment(3, 10, "97x1", "");
        book.increment(4, 11, "97x1", "");

        assertThat(book.sink.needsSnapshot()).isTrue();
        assertThat(lab.script.heard).containsExactly("book 1/1", "book 2/1", "book 0/0");
    }

    @Test
    void aStopIsTriggeredByTheBookWithoutTradesAndByTradesWithThem() {
        Order first = lab.script.desk().buy(Lab.SWAP).lots(1).stop(103).submit();
        settle(2);
        book.increment(3, "", "101x0 102x0");
        assertThat(first.status()).isEqualTo(OrderStatus.FILLED);
        lab.trade(4, 103, 1, AggressorSide.BUYER);
        lab.script.desk().buy(Lab.SWAP).lots(1).stop(105).submit();
        settle(5);
        book.increment(6, "", "103x0 106x5 107x5");
        assertThat(lab.fills()).hasSize(1);
        lab.trade(7, 106, 3, AggressorSide.BUYER);
        lab.script.desk().buy(Lab.SWAP).lots(9).limit(110).submit();
        settle(8);

        assertThat(lab.fills())
                .containsExactly(
                        "BUY 1@103 TAKER STOP_TRIGGER",
                        "BUY 1@106 TAKER STOP_GAP",
                        "BUY 1@106 TAKER MARKETABLE_LIMIT",
                        "BUY 5@107 TAKER WALKED_BOOK");
    }

    @Test
    void aStopTriggeredWhileTheBookIsLostWaitsForIt() {
        lab.trade(2, 100, 1);
        lab.script.desk().sell(Lab.SWAP).lots(15).stop(98).submit();
        book.lost(3);
        lab.trade(4, 97, 5);
        assertThat(lab.fills()).isEmpty();
        book.snapshot(5, "95x10 94x10", "97x5");

        assertThat(lab.fills()).containsExactly("SELL 10@95 TAKER STOP_NEXT_TICK", "SELL 5@94 TAKER WALKED_BOOK");
    }

    @Test
    void withNextTickAMarketOrderWaitsForTheNextChange() {
        with(SimulationConfig.DEFAULT.withTiming(ExecutionTiming.NEXT_TICK));
        buyMarket(5);
        settle(2);
        assertThat(lab.fills()).isEmpty();
        book.increment(3, "", "101x0");

        assertThat(lab.fills()).containsExactly("BUY 5@102 TAKER NEXT_TICK");
    }

    @Test
    void anAmendedOrderGoesToTheEndOfItsQueueUnlessItOnlyShrinks() {
        Order first = buy(5, 99);
        Order second = buy(5, 99);
        settle(2);
        lab.trade(3, 99, 10, AggressorSide.SELLER);
        lab.script.desk().amend(first, new io.ttquant.api.order.Amendment(6, 0, 0));
        lab.script.desk().amend(second, new io.ttquant.api.order.Amendment(4, 0, 0));
        settle(4);
        lab.trade(5, 99, 6, AggressorSide.SELLER);

        assertThat(lab.fills()).containsExactly("BUY 4@99 MAKER TRADE_AT_PRICE");
    }

    @Test
    void quotesAndBarsDoNotExecuteBesideABook() {
        lab.withBars(Lab.M1);
        buy(5, 95);
        settle(2);
        lab.quote(3, 80, 10, 81, 10);
        lab.bar(Lab.MINUTE, 80, 80, 80, 80);

        assertThat(lab.fills()).isEmpty();
        assertThat(lab.script.ctx().market(Lab.SWAP.id()).rawAsk()).isEqualTo(81);
    }

    @Test
    void levelsFinerThanTheLotAreTakenInWholeLots() {
        var spot = io.ttquant.api.market.Instrument.spot(
                        io.ttquant.api.market.InstrumentId.parse("sim:ABC"),
                        io.ttquant.api.money.Currency.of("ABC", 1),
                        Lab.USD)
                .tick("1")
                .lot("0.5")
                .build();
        lab = Lab.of(spot, SimulationConfig.DEFAULT, 1_000_000_00);
        book = new BookFeed(lab);
        lab.start(0);
        book.snapshot(1, "99x10", "101x12 102x4 103x50");
        lab.script.desk().buy(spot).lots(3).market().submit();
        settle(2);

        assertThat(lab.fills()).containsExactly("BUY 10@101 TAKER TOOK_BOOK", "BUY 5@103 TAKER WALKED_BOOK");
    }

    @Test
    void messagesMustNotBeMixed() {
        book.sink.increment(2, 2);
        assertThatThrownBy(() -> book.sink.snapshot(2, 2))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("begins inside another; call end() or lost() first");
        book.sink.end();
        assertThatThrownBy(book.sink::end)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("call snapshot() or increment() first");
        assertThatThrownBy(lab.sink::marketByOrder)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("comes by level already");
    }
}
