package io.ttquant.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ttquant.api.exchange.BookSink;
import io.ttquant.api.market.AggressorSide;
import io.ttquant.api.market.BarSpec;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.market.OrderBook;
import io.ttquant.api.market.PriceSource;
import io.ttquant.api.market.Quote;
import io.ttquant.api.order.Fill;
import io.ttquant.api.strategy.Strategy;
import io.ttquant.api.strategy.StrategyContext;
import io.ttquant.backtest.data.BookColumns;
import io.ttquant.backtest.data.TradeColumns;
import io.ttquant.core.book.SequenceRule;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whole runs over an order book. */
class BookBacktestTest {
    private static final Instrument ABC =
            Instrument.spot("sim:ABCUSD", "ABC", "USD").tick("0.01").lot("1").build();

    private final List<String> seen = new ArrayList<>();

    private static BookColumns.Builder start() {
        return BookColumns.builder(ABC)
                .snapshot(1_000)
                .bid(999, 10)
                .bid(998, 20)
                .ask(1_001, 10)
                .ask(1_002, 20);
    }

    private static BookColumns book() {
        return start().increment(2_000)
                .ask(1_001, 0)
                .increment(3_000)
                .bid(999, 4)
                .lost(4_000)
                .snapshot(5_000)
                .bid(1_000, 5)
                .ask(1_003, 6)
                .build();
    }

    private final class Watcher extends Strategy {
        private boolean isSent;

        @Override
        protected void onStart(StrategyContext ctx) {
            ctx.subscribeBook(ABC.id());
            ctx.subscribeQuotes(ABC.id());
        }

        @Override
        protected void onBook(OrderBook b) {
            seen.add(context().clock().nanos() + " book " + b.bidDepth() + "/" + b.askDepth());
            if (!isSent) {
                isSent = true;
                orders().buy(ABC).lots(15).market().submit();
                orders().buy(ABC).lots(3).rawLimit(999).submit();
            }
        }

        @Override
        protected void onQuote(Quote q) {
            seen.add(context().clock().nanos() + " quote " + q.rawBid() + "x" + q.rawBidQuantity() + " " + q.rawAsk()
                    + "x" + q.rawAskQuantity());
        }

        @Override
        protected void onFill(Fill f) {
            seen.add(context().clock().nanos() + " fill " + f.rawQuantity() + "@" + f.rawPrice() + " " + f.reason());
        }
    }

    private BacktestResult run(Duration feedLatency) {
        TradeColumns trades = TradeColumns.builder(ABC)
                .add(3_500, 999, 6, AggressorSide.SELLER)
                .build();
        return Backtest.of(book(), trades)
                .cash("10000 USD")
                .feedLatency(feedLatency)
                .strategy("watcher", new Watcher())
                .run();
    }

    @Test
    void strategiesSeeTheDepthAndOrdersMeetIt() {
        BacktestResult result = run(Duration.ZERO);

        assertThat(seen)
                .containsExactly(
                        "1000 quote 999x10 1001x10",
                        "1000 book 2/2",
                        "1000 fill 10@1001 TOOK_BOOK",
                        "1000 fill 5@1002 WALKED_BOOK",
                        "2000 quote 999x10 1002x20",
                        "2000 book 2/1",
                        "3000 quote 999x4 1002x20",
                        "3000 book 2/1",
                        "3500 fill 2@999 TRADE_AT_PRICE",
                        "4000 quote 0x0 0x0",
                        "4000 book 0/0",
                        "5000 quote 1000x5 1003x6",
                        "5000 book 1/1");
        assertThat(result.fills()).hasSize(3);
    }

    @Test
    void withFeedLatencyTheStrategysBookLagsAndOrdersMeetTheExchanges() {
        run(Duration.ofNanos(1_500));

        assertThat(seen)
                .containsExactly(
                        "2500 quote 999x10 1001x10",
                        "2500 book 2/2",
                        "2500 fill 15@1002 TOOK_BOOK",
                        "3500 quote 999x10 1002x20",
                        "3500 book 2/1",
                        "3500 fill 2@999 TRADE_AT_PRICE",
                        "4500 quote 999x4 1002x20",
                        "4500 book 2/1",
                        "5500 quote 0x0 0x0",
                        "5500 book 0/0",
                        "6500 quote 1000x5 1003x6",
                        "6500 book 1/1");
    }

    @Test
    void barsOfQuotesAreMadeOfABook() {
        List<String> bars = new ArrayList<>();
        long minute = 60_000_000_000L;
        BookColumns book = BookColumns.builder(ABC)
                .snapshot(0)
                .bid(998, 1)
                .ask(1_002, 1)
                .increment(minute / 2)
                .bid(1_000, 1)
                .increment(2 * minute)
                .bid(1_000, 2)
                .build();
        Backtest.of(book)
                .strategy("bars", new Strategy() {
                    @Override
                    protected void onStart(StrategyContext ctx) {
                        ctx.subscribeBars(ABC.id(), BarSpec.minutes(1).withSource(PriceSource.MID));
                    }

                    @Override
                    protected void onBar(io.ttquant.api.market.Bar bar) {
                        bars.add(bar.rawOpen() + " to " + bar.rawClose());
                    }
                })
                .run();

        assertThat(bars).contains("1000 to 1001");
    }

    @Test
    void aGapInTheVenuesIdsHidesTheBook() {
        BookColumns book = BookColumns.builder(ABC)
                .snapshot(1)
                .ids(BookSink.ABSENT, 5, BookSink.ABSENT)
                .bid(999, 1)
                .ask(1_001, 1)
                .increment(2)
                .ids(6, 7, BookSink.ABSENT)
                .bid(999, 2)
                .increment(3)
                .ids(9, 9, BookSink.ABSENT)
                .bid(999, 3)
                .build();
        Backtest.of(book)
                .bookSequence(ABC.id(), SequenceRule::binanceSpot)
                .strategy("watcher", new Strategy() {
                    @Override
                    protected void onStart(StrategyContext ctx) {
                        ctx.subscribeBook(ABC.id());
                    }

                    @Override
                    protected void onBook(OrderBook b) {
                        seen.add(b.bidDepth() == 0 ? "none" : "bid " + b.rawBidQuantity(0));
                    }
                })
                .run();

        assertThat(seen).containsExactly("bid 1", "bid 2", "none");
    }

    @Test
    void theChartShowsTheMiddleOfTheBook() {
        BacktestResult result =
                Backtest.of(book()).strategy("watcher", new Watcher()).run();

        assertThat(result.toString()).isNotNull();
        assertThat(CandleCollector.collect(List.of(book()))).hasSize(1);
    }

    @Test
    void whatIsNotABookIsRefused() {
        assertThatThrownBy(() -> BookColumns.builder(ABC).increment(1).bid(1, 1).build())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("begins without a snapshot")
                .hasMessageContaining("begin with snapshot(...)");
        assertThatThrownBy(() -> BookColumns.builder(ABC).bid(1, 1))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("belongs to no message");
        assertThatThrownBy(() -> start().ask(0, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("ask level with raw price 0");
        assertThatThrownBy(() -> start().bid(5, -1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("raw quantity -1");
        assertThatThrownBy(() -> start().increment(999))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is earlier than the one before it");
        assertThatThrownBy(() -> start().increment(2_000, 1_999))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("cannot be had before");
    }
}
