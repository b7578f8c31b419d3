package io.ttquant.exchanges.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.api.exchange.Capability;
import io.ttquant.api.market.InstrumentId;
import io.ttquant.api.market.OrderBook;
import io.ttquant.core.book.SequenceRule;
import io.ttquant.exchanges.emulator.exchange.BookLevel;
import io.ttquant.exchanges.emulator.exchange.BookSnapshot;
import io.ttquant.exchanges.emulator.exchange.Side;
import io.ttquant.exchanges.emulator.fault.FrameFault;
import io.ttquant.exchanges.emulator.fault.RequestFault;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Market data of OKX that are missing, doubled, out of order or absurd: a book is the exchange's, or there is none. */
class OkxMarketDataTest {
    private static final String UPDATE = "\"action\":\"update\"";
    private static final String SNAPSHOT = "\"action\":\"snapshot\"";

    /** The book that the strategy was shown last. */
    private final List<OrderBook> shown = new ArrayList<>();

    private Scenario watching(OkxVenues venue, FrameFault fault, String frame) {
        Scenario s = Scenario.at(venue)
                .engine(builder -> builder.bookSequence(
                        InstrumentId.of("okx", venue.markets().get(0).symbol()), SequenceRule::okx))
                .open()
                .start();
        s.life().puppet.whenStarted = ctx -> ctx.subscribeBook(s.instrument());
        s.life().puppet.whenBook = book -> {
            shown.clear();
            shown.add(book);
            if (book.bidDepth() > 0 && book.askDepth() > 0) {
                assertThat(book.rawBid(0)).as("crossed").isLessThan(book.rawAsk(0));
            }
        };
        if (fault != null) {
            s.faults().frames(frame, fault, 1);
        }
        return s.untilTrading().untilPriced();
    }

    private static void move(Scenario s, int times) {
        for (int i = 0; i < times; i++) {
            s.crowd(Side.BUY, Integer.toString(59_000 + i), "0.5").millis(120);
            s.crowd(Side.SELL, Integer.toString(61_000 - i), "0.25").millis(120);
            s.trade(Side.SELL, "59990", "0.05").millis(120);
        }
    }

    private void isTheExchanges(Scenario s) {
        s.seconds(3);
        BookSnapshot real = s.exchange().marketData().book(s.symbol(), 400);
        OrderBook book = shown.get(0);
        assertThat(book.bidDepth()).isEqualTo(real.bids().size());
        assertThat(book.askDepth()).isEqualTo(real.asks().size());
        for (int i = 0; i < book.bidDepth(); i++) {
            level(book, real.bids().get(i), book.rawBid(i), book.rawBidQuantity(i));
        }
        for (int i = 0; i < book.askDepth(); i++) {
            level(book, real.asks().get(i), book.rawAsk(i), book.rawAskQuantity(i));
        }
    }

    private static void level(OrderBook book, BookLevel real, long rawPrice, long rawQuantity) {
        assertThat(BigDecimal.valueOf(rawPrice, book.instrument().priceScale())).isEqualByComparingTo(real.price());
        assertThat(BigDecimal.valueOf(rawQuantity, book.instrument().quantityScale()))
                .isEqualByComparingTo(real.quantity());
    }

    @Row("B8")
    @ParameterizedTest
    @EnumSource
    void aBookIsTheExchangesLevelByLevel(OkxVenues venue) {
        Scenario s = watching(venue, null, "");
        move(s, 10);
        isTheExchanges(s);
    }

    static Stream<FrameFault> faults() {
        return Stream.of(
                new FrameFault.Lose(),
                new FrameFault.Twice(),
                new FrameFault.Swap(),
                new FrameFault.Delay(Duration.ofMillis(450)),
                new FrameFault.Change(text -> text.replaceFirst("\"seqId\":(\\d+)", "\"seqId\":9$1")),
                new FrameFault.Change(text -> text.substring(0, text.length() - 9)),
                new FrameFault.Change(text -> text.replaceFirst("\"prevSeqId\":\\d+", "\"prevSeqId\":-7")));
    }

    @Row({"B9", "B10"})
    @ParameterizedTest
    @MethodSource("faults")
    void anUpdateThatIsMissingOrWrongLeadsToAnotherBookAndNeverToAWrongOne(FrameFault fault) {
        Scenario s = watching(OkxVenues.SPOT, null, "");
        move(s, 2);
        s.faults().frames(UPDATE, fault, 1);
        move(s, 8);
        s.until("the fault happened", () -> s.faults().armed() == 0);
        isTheExchanges(s);
    }

    @Row("B8")
    @ParameterizedTest
    @ValueSource(strings = {"lost", "twice", "late"})
    void aFirstBookThatIsMissingIsAskedForAgain(String how) {
        FrameFault fault = switch (how) {
            case "lost" -> new FrameFault.Lose();
            case "twice" -> new FrameFault.Twice();
            default -> new FrameFault.Delay(Duration.ofMillis(900));
        };
        Scenario s = watching(OkxVenues.SWAP, fault, SNAPSHOT);
        move(s, 60);
        isTheExchanges(s);
    }

    @Row({"B9", "B3"})
    @Test
    void afterACutABookBeginsAnew() {
        Scenario s = watching(OkxVenues.SPOT, null, "");
        move(s, 3);
        s.faults().cutSockets();
        move(s, 12);
        s.until("the book comes again", () -> s.comes(Capability.BOOKS));
        move(s, 3);
        isTheExchanges(s);
    }

    @Row("B10")
    @Test
    void aCrossedBookIsNotShown() {
        Scenario s = watching(OkxVenues.SPOT, null, "");
        move(s, 2);
        s.faults()
                .frames(
                        UPDATE,
                        new FrameFault.Change(
                                text -> text.replaceFirst("\"bids\":\\[", "\"bids\":[[\"60500\",\"3\",\"0\",\"1\"],")
                                        .replace(",],", "],")
                                        .replace(",]]", "]]")),
                        1);
        move(s, 3);
        s.settle();
    }

    static Stream<UnaryOperator<String>> absurd() {
        return Stream.of(
                text -> text.replaceFirst("\"px\":\"[^\"]*\"", "\"px\":\"0\""),
                text -> text.replaceFirst("\"px\":\"[^\"]*\"", "\"px\":\"NaN\""),
                text -> text.replaceFirst("\"px\":\"[^\"]*\"", "\"px\":\"-1\""),
                text -> text.replaceFirst("\"px\":\"[^\"]*\"", "\"px\":\"1e1000000000\""),
                text -> text.replaceFirst("\"px\":\"[^\"]*\"", "\"px\":\"\""),
                text -> text.replaceFirst("\"ts\":\"[^\"]*\"", "\"ts\":\"-5\""),
                text -> text.replaceFirst("\"ts\":\"(\\d*)\"", "\"ts\":\"$1000000\""),
                text -> text.replaceFirst("\"side\":\"[^\"]*\"", "\"side\":\"both\""),
                text -> text.replaceFirst("\"sz\":\"[^\"]*\"", "\"sz\":\"0\""));
    }

    @Row({"B14", "B15", "C4", "C8"})
    @ParameterizedTest
    @MethodSource("absurd")
    void anAbsurdTradeIsNotShownAndTheNextOnesAre(UnaryOperator<String> change) {
        Scenario s = Scenario.at(OkxVenues.SPOT).begin();
        s.faults().frames("\"channel\":\"trades\",\"instId\":\"BTC-USDT\"},\"data\"", new FrameFault.Change(change), 1);
        int before = s.puppet().trades.size();
        s.trade(Side.BUY, "60010", "0.002").seconds(1);
        s.trade(Side.BUY, "60010", "0.003").seconds(1);
        assertThat(s.puppet().trades).hasSizeBetween(before + 1, before + 2);
        assertThat(s.puppet().trades).allMatch(t -> t.price() > 1_000 && t.rawQuantity() > 0);
        s.buy("0.01");
        s.settle().agree();
    }

    @Row({"B15", "B9"})
    @Test
    void aChannelThatNobodyAskedForKillsNoOther() {
        Scenario s = Scenario.at(OkxVenues.SWAP).begin();
        s.faults()
                .frames(
                        "\"channel\":\"bbo-tbt\"",
                        new FrameFault.Change(text -> text.replace("bbo-tbt", "novel-feed")),
                        1);
        s.crowd(Side.BUY, "59991", "0.2").seconds(1);
        int quotes = s.puppet().quotes.size();
        s.crowd(Side.BUY, "59992", "0.2").seconds(1);
        assertThat(s.puppet().quotes.size()).isGreaterThan(quotes);
        s.settle().agree();
    }

    @Row({"B1", "B16"})
    @Test
    void pricesThatDoNotComeJustifyNoNewRisk() {
        Scenario s = Scenario.at(OkxVenues.SWAP).mayDeny().begin();
        s.buy("0.05");
        s.seconds(1);
        s.faults().frames("\"channel\":\"trades\"", new FrameFault.Lose(), 100_000);
        s.faults().frames("\"channel\":\"bbo-tbt\"", new FrameFault.Lose(), 100_000);
        s.until("prices are called old", Duration.ofMinutes(10), () -> !s.comes(Capability.QUOTES));
        long sent = s.log().count(s.venue()::isCreate);
        var denied = s.buy("0.05");
        s.seconds(1);
        assertThat(denied.isClosed()).isTrue();
        assertThat(s.log().count(s.venue()::isCreate)).isEqualTo(sent);
        s.calm().agree();
    }

    /** How the questions for what was missed fare. */
    static Stream<RequestFault> questions() {
        return Stream.of(
                RequestFault.status(503),
                new RequestFault.LoseAnswer(),
                new RequestFault.DelayAnswer(Duration.ofSeconds(2)),
                new RequestFault.DelayRequest(Duration.ofMillis(700)));
    }

    @Row({"B7", "B3"})
    @ParameterizedTest
    @MethodSource("questions")
    void tradesOfABreakComeOnceAndBeforeThoseAfterIt(RequestFault fault) {
        Scenario s = Scenario.at(OkxVenues.SWAP).begin();
        s.faults().requests(call -> call.path().endsWith("/market/trades"), fault, 1);
        s.crowd(Side.BUY, "59995", "1000").crowd(Side.SELL, "60005", "1000").seconds(1);
        s.faults().refuseHandshakes(4);
        s.faults().cutSockets();
        for (int i = 0; i < 40; i++) {
            boolean isBuy = i % 2 == 0;
            s.trade(isBuy ? Side.BUY : Side.SELL, isBuy ? "60005" : "59995", "0." + (i % 9 + 1))
                    .millis(150);
        }
        s.settle().agree();
        TradesOfBoth.agree(s, 40);
    }

    @Row("B7")
    @Test
    void aBreakOfManyTradesIsReadPageByPage() {
        Scenario s = Scenario.at(OkxVenues.SWAP).begin();
        s.crowd(Side.BUY, "59995", "1000").crowd(Side.SELL, "60005", "1000").seconds(1);
        s.faults().refuseHandshakes(4);
        s.faults().cutSockets();
        for (int i = 0; i < 700; i++) {
            boolean isBuy = i % 2 == 0;
            s.trade(isBuy ? Side.BUY : Side.SELL, isBuy ? "60005" : "59995", "0." + (i % 9 + 1))
                    .millis(1);
        }
        s.settle().agree();
        TradesOfBoth.agree(s, 700);
        assertThat(s.log().count(call -> call.path().endsWith("/market/history-trades")))
                .isPositive();
    }
}
