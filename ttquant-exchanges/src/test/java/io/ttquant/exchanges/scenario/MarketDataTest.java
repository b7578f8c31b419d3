package io.ttquant.exchanges.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.api.exchange.Capability;
import io.ttquant.api.market.Bar;
import io.ttquant.api.market.BarSpec;
import io.ttquant.api.market.OrderBook;
import io.ttquant.api.market.Quote;
import io.ttquant.api.order.Order;
import io.ttquant.api.order.OrderStatus;
import io.ttquant.exchanges.emulator.exchange.BookLevel;
import io.ttquant.exchanges.emulator.exchange.MarketStatus;
import io.ttquant.exchanges.emulator.exchange.Side;
import io.ttquant.exchanges.emulator.fault.FrameFault;
import io.ttquant.exchanges.emulator.fault.RequestFault;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Market data that are lost, doubled, disordered or nonsense: a book is right or not there, a bar is closed once. */
class MarketDataTest {
    static Stream<Arguments> bookFaults() {
        return Stream.of(BinanceVenues.values())
                .flatMap(venue -> Stream.of(
                                new FrameFault.Lose(),
                                new FrameFault.Twice(),
                                new FrameFault.Swap(),
                                new FrameFault.Delay(Duration.ofSeconds(3)),
                                new FrameFault.Change(text -> text.substring(0, text.length() / 3)))
                        .map(fault -> Arguments.of(venue, fault)));
    }

    private static Scenario withBook(BinanceVenues venue, List<String> seen) {
        Scenario s = Scenario.at(venue).begin();
        s.puppet().whenBook = book -> {
            if (book.bidDepth() > 0 && book.askDepth() > 0) {
                assertThat(book.rawBid(0)).isLessThan(book.rawAsk(0));
                seen.add(top(book));
            }
        };
        s.act(p -> {
            p.reach().subscribeBook(s.instrument());
            return p;
        });
        s.seconds(10);
        return s;
    }

    private static String top(OrderBook book) {
        return book.instrument().formatPrice(book.rawBid(0)) + " "
                + book.instrument().formatQuantity(book.rawBidQuantity(0));
    }

    /** Changes the book at a level that is at the top at the end. */
    private static void move(Scenario s) {
        for (int i = 1; i <= 12; i++) {
            s.crowd(Side.BUY, Integer.toString(59_990 + (i % 4)), "0.01").millis(300);
        }
    }

    private static void isRight(Scenario s, List<String> seen) {
        BookLevel best = s.exchange().marketData().book(s.symbol(), 1).bids().get(0);
        String[] last = seen.get(seen.size() - 1).split(" ", 2);
        assertThat(new BigDecimal(last[0])).isEqualByComparingTo(best.price());
        assertThat(new BigDecimal(last[1])).isEqualByComparingTo(best.quantity());
    }

    @Row({"B8", "B9", "B10"})
    @ParameterizedTest
    @MethodSource("bookFaults")
    void aBookIsThatOfTheVenueAgainWhateverBecameOfItsMessages(BinanceVenues venue, FrameFault fault) {
        List<String> seen = new ArrayList<>();
        Scenario s = withBook(venue, seen);
        s.faults().frames("depthUpdate", fault, 3);
        move(s);
        s.seconds(45);
        move(s);
        s.seconds(10);
        isRight(s, seen);
        s.settle().agree();
    }

    @Row("B8")
    @ParameterizedTest
    @EnumSource
    void aSnapshotThatIsLateOrFailsIsAskedForAgain(BinanceVenues venue) {
        List<String> seen = new ArrayList<>();
        Scenario s = Scenario.at(venue).begin();
        s.faults().requests(call -> call.path().endsWith("/depth"), RequestFault.status(503), 2);
        s.faults()
                .requests(
                        call -> call.path().endsWith("/depth"), new RequestFault.DelayAnswer(Duration.ofSeconds(4)), 1);
        s.puppet().whenBook = book -> seen.add(top(book));
        s.act(p -> {
            p.reach().subscribeBook(s.instrument());
            return p;
        });
        move(s);
        s.until("the faults happen", () -> s.faults().armed() == 0).seconds(15);
        move(s);
        s.seconds(5);
        isRight(s, seen);
        s.settle().agree();
    }

    @Row({"B9", "B3"})
    @ParameterizedTest
    @EnumSource
    void aBookIsBuiltAnewAfterABreak(BinanceVenues venue) {
        List<String> seen = new ArrayList<>();
        Scenario s = withBook(venue, seen);
        s.faults().cutSockets();
        move(s);
        s.seconds(30);
        move(s);
        s.seconds(5);
        isRight(s, seen);
        s.settle().agree();
    }

    @Row("B7")
    @ParameterizedTest
    @EnumSource
    void aTradeThatIsLostHarmsNoOther(BinanceVenues venue) {
        Scenario s = Scenario.at(venue).begin();
        String part = venue.isDerivative() ? "\"aggTrade\"" : "rade\"";
        s.faults().frames(part, new FrameFault.Lose(), 1);
        int before = s.puppet().trades.size();
        for (int i = 0; i < 5; i++) {
            s.trade(Side.BUY, "60010", "0.01").millis(500);
        }
        s.settle().agree();
        assertThat(s.puppet().trades.size() - before).isEqualTo(5);
        TradesOfBoth.agree(s, 5);
    }

    /** How the questions for what was missed fare. */
    static Stream<Arguments> questions() {
        return Stream.of(BinanceVenues.values())
                .flatMap(venue -> Stream.of(
                                RequestFault.status(503),
                                new RequestFault.LoseAnswer(),
                                new RequestFault.DelayAnswer(Duration.ofSeconds(2)),
                                new RequestFault.DelayRequest(Duration.ofMillis(700)))
                        .map(fault -> Arguments.of(venue, fault)));
    }

    @Row({"B7", "B3"})
    @ParameterizedTest
    @MethodSource("questions")
    void tradesOfABreakComeOnceAndBeforeThoseAfterIt(BinanceVenues venue, RequestFault fault) {
        Scenario s = Scenario.at(venue).begin();
        s.faults()
                .requests(
                        call -> call.path().endsWith("/historicalTrades")
                                || call.path().endsWith("/aggTrades"),
                        fault,
                        1);
        s.crowd(Side.BUY, "59995", "10").crowd(Side.SELL, "60005", "10").seconds(1);
        s.faults().refuseHandshakes(4);
        s.faults().cutSockets();
        for (int i = 0; i < 40; i++) {
            boolean isBuy = i % 2 == 0;
            s.trade(isBuy ? Side.BUY : Side.SELL, isBuy ? "60005" : "59995", "0.0" + (i % 9 + 1))
                    .millis(150);
        }
        s.settle().agree();
        TradesOfBoth.agree(s, 40);
    }

    @Row("B11")
    @ParameterizedTest
    @EnumSource
    void newsOfOrdersAreNeverDroppedInAStormOfMarketData(BinanceVenues venue) {
        List<String> seen = new ArrayList<>();
        Scenario s = withBook(venue, seen);
        Order order = s.buy("0.1", "59995");
        s.seconds(1);
        for (int i = 0; i < 2_000; i++) {
            s.crowd(
                    i % 2 == 0 ? Side.BUY : Side.SELL,
                    Integer.toString(i % 2 == 0 ? 59_800 + i % 190 : 60_010 + i % 190),
                    "0.001");
            if (i % 200 == 0) {
                s.trade(Side.SELL, "59995", "0.01");
            }
        }
        s.settle().agree();
        assertThat(order.status()).isEqualTo(OrderStatus.FILLED);
    }

    private static Scenario withBars(BinanceVenues venue) {
        Scenario s = Scenario.at(venue).open();
        s.start();
        s.puppet().whenStarted = context -> context.subscribeBars(s.instrument(), BarSpec.minutes(1));
        return s.untilTrading().untilPriced();
    }

    @Row({"B12", "B13", "C5"})
    @ParameterizedTest
    @EnumSource
    void aBarIsClosedOnceAndNotBeforeItsEnd(BinanceVenues venue) {
        Scenario s = withBars(venue);
        s.faults().frames("\"x\":true", new FrameFault.Twice(), 2);
        for (int i = 0; i < 8; i++) {
            s.trade(Side.BUY, "60010", "0.01").seconds(60);
        }
        s.settle().agree();
        Set<Long> closes = new HashSet<>();
        for (Bar bar : s.puppet().bars) {
            assertThat(closes.add(bar.tsEvent())).as(bar.toString()).isTrue();
            assertThat(bar.tsInit()).isGreaterThanOrEqualTo(bar.tsEvent());
        }
        assertThat(closes.size()).isGreaterThan(5);
    }

    @Row({"B13", "B7"})
    @ParameterizedTest
    @EnumSource
    void barsWhoseMessagesAreLostComeOnceOrNotAtAllAndInOrder(BinanceVenues venue) {
        Scenario s = withBars(venue);
        s.faults().frames("\"x\":true", new FrameFault.Lose(), 2);
        for (int i = 0; i < 8; i++) {
            s.trade(Side.BUY, "60010", "0.01").seconds(60);
        }
        s.settle().agree();
        assertThat(s.puppet().bars).extracting(Bar::tsEvent).isSorted().doesNotHaveDuplicates();
    }

    @Row({"B14", "B10"})
    @ParameterizedTest
    @EnumSource
    void noPriceOfZeroOrNonsenseReachesAStrategy(BinanceVenues venue) {
        Scenario s = Scenario.at(venue).begin();
        String trade = venue.isDerivative() ? "\"aggTrade\"" : "rade\"";
        String[] prices = {"0.00", "", "NaN", "-5", "1e400", "1e10000000"};
        for (String price : prices) {
            s.faults()
                    .frames(
                            trade,
                            new FrameFault.Change(
                                    text -> text.replaceAll("\"p\":\"[0-9.]+\"", "\"p\":\"" + price + "\"")),
                            1);
            s.faults()
                    .frames(
                            "\"b\":\"",
                            new FrameFault.Change(
                                    text -> text.replaceAll("\"b\":\"[0-9.]+\"", "\"b\":\"" + price + "\"")),
                            1);
            s.trade(Side.BUY, "60010", "0.01").seconds(25);
        }
        s.buy("0.01");
        s.calm().agree();
        assertThat(s.puppet().trades).allMatch(each -> each.rawPrice() > 0);
        // A side without a price is told as zero of zero.
        for (Quote quote : s.puppet().quotes) {
            boolean isEmpty = quote.rawBid() == 0 || quote.rawAsk() == 0;
            assertThat(isEmpty || (quote.rawBid() > 0 && quote.rawAsk() > quote.rawBid()))
                    .as(quote.toString())
                    .isTrue();
        }
    }

    @Row("B16")
    @ParameterizedTest
    @EnumSource
    void aMarketThatIsClosedWithOrdersAndHoldingsInItLeavesTheLedgerWhole(BinanceVenues venue) {
        Scenario s = Scenario.at(venue).begin();
        s.buy("0.02");
        Order rests = s.buy("0.01", "59000");
        Order other =
                s.order(p -> p.hands().buy(s.traded().get(1)).quantity("0.5").limit("2400"));
        s.seconds(1);
        s.exchange().operator().close(s.symbol());
        s.seconds(30);
        Order late = s.buy("0.01", "58900");
        s.mayDeny().settle().agree();
        assertThat(rests.isClosed()).isTrue();
        assertThat(late.isClosed()).isTrue();
        assertThat(other.status()).isEqualTo(OrderStatus.ACCEPTED);
    }

    @Row({"B16", "A29"})
    @ParameterizedTest
    @EnumSource(
            value = MarketStatus.class,
            names = {"HALTED", "CANCEL_ONLY", "POST_ONLY"})
    void aHaltRefusesWhatItRefusesAndEndsWithoutASequel(MarketStatus status) {
        for (BinanceVenues venue : BinanceVenues.values()) {
            Scenario s = Scenario.at(venue).begin();
            Order before = s.buy("0.01", "59000");
            s.seconds(1);
            s.exchange().operator().status(s.symbol(), status);
            s.buy("0.01");
            s.seconds(1);
            s.cancel(before);
            s.seconds(20);
            s.exchange().operator().status(s.symbol(), MarketStatus.TRADING);
            s.seconds(20);
            Order after = s.buy("0.01", "58900");
            s.mayDeny().settle().agree();
            assertThat(after.status()).isIn(OrderStatus.ACCEPTED, OrderStatus.DENIED, OrderStatus.REJECTED);
        }
    }

    @Row("B15")
    @ParameterizedTest
    @EnumSource
    void anInstrumentThatCannotBeReadDoesNotKeepTheOthersFromTrading(BinanceVenues venue) {
        Scenario s = Scenario.at(venue).begin();
        s.faults()
                .frames(
                        "\"bookTicker\"",
                        new FrameFault.Change(text -> "{\"e\":\"bookTickerV9\",\"zz\":" + text + "}"),
                        venue.isDerivative() ? 2 : 1);
        Order order = s.buy("0.01");
        s.calm().agree();
        assertThat(order.status()).isEqualTo(OrderStatus.FILLED);
        assertThat(s.comes(Capability.TRADES)).isTrue();
    }
}
