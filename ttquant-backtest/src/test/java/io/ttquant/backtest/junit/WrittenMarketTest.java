package io.ttquant.backtest.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ttquant.api.market.AggressorSide;
import io.ttquant.api.market.Bar;
import io.ttquant.api.market.BarSpec;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.time.EpochNanos;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@SimulatedMarket
class WrittenMarketTest {
    private static final long START = EpochNanos.of(WrittenMarket.START);
    private static final long MINUTE = BarSpec.minutes(1).step();

    @Test
    void barsFollowEachOtherAndAGapLeavesOneOut(WrittenMarket market) {
        List<Bar> bars = market.bars("100 101 99 100.5", "101 103 101 102 7.5", "gap", "104", "103.25")
                .data()
                .bars();

        assertThat(bars).extracting(bar -> (bar.tsOpen() - START) / MINUTE).containsExactly(0L, 1L, 3L, 4L);
        assertThat(bars).extracting(Bar::open).containsExactly(100.0, 101.0, 102.0, 104.0);
        assertThat(bars).extracting(Bar::high).containsExactly(101.0, 103.0, 104.0, 104.0);
        assertThat(bars).extracting(Bar::low).containsExactly(99.0, 101.0, 102.0, 103.25);
        assertThat(bars).extracting(Bar::close).containsExactly(100.5, 102.0, 104.0, 103.25);
        assertThat(bars).extracting(Bar::volume).containsExactly(0.0, 7.5, 0.0, 0.0);
        assertThat(bars).extracting(Bar::tsEvent).allMatch(ts -> ts % MINUTE == 0);
    }

    @Test
    void closesStandInOneLine(WrittenMarket market) {
        assertThat(market.closes(" 100 101.5  gap 99 ").data().closes()).containsExactly(100, 101.5, 99);
    }

    @Test
    void barsMayLastLongerAndStartLater(WrittenMarket market) {
        Bar bar = market.every(BarSpec.hours(4))
                .at(EpochNanos.toInstant(START + 8 * 60 * MINUTE))
                .bars("100")
                .data()
                .bars()
                .get(0);

        assertThat(bar.spec()).isEqualTo(BarSpec.hours(4));
        assertThat(bar.tsOpen()).isEqualTo(START + 8 * 60 * MINUTE);
        assertThat(bar.tsEvent()).isEqualTo(START + 12 * 60 * MINUTE);
    }

    @Test
    void tradesComeAfterASecondOrAfterTheirStep(WrittenMarket market) {
        var trades = market.trades("buy 0.5 at 100.25", "+250ms sell 1 at 100", "+2m buy 2 at 101")
                .data()
                .trades();

        assertThat(trades)
                .extracting(t -> (t.tsEvent() - START) / EpochNanos.MILLISECOND)
                .containsExactly(1_000L, 1_250L, 121_250L);
        assertThat(trades)
                .extracting(t -> t.aggressor())
                .containsExactly(AggressorSide.BUYER, AggressorSide.SELLER, AggressorSide.BUYER);
        assertThat(trades).extracting(t -> t.price()).containsExactly(100.25, 100.0, 101.0);
        assertThat(trades).extracting(t -> t.quantity()).containsExactly(0.5, 1.0, 2.0);
    }

    @Test
    void quotesReachAStrategyAsWritten(WrittenMarket market, BacktestRunner runner) {
        Recorder recorder = new Recorder(market.instrument().id());
        runner.run(recorder, market.quotes("99.5 2 / 100.5 3", "+10ms 99 1 / 100 1.5"));

        assertThat(recorder.quotes)
                .extracting(q -> q.bid() + " " + q.bidQuantity() + " " + q.ask() + " " + q.askQuantity())
                .containsExactly("99.5 2.0 100.5 3.0", "99.0 1.0 100.0 1.5");
        assertThat(recorder.quotes)
                .extracting(q -> q.tsEvent() - START)
                .containsExactly(1_000 * EpochNanos.MILLISECOND, 1_010 * EpochNanos.MILLISECOND);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    100 99 98 99         | high 99 is below another of its prices
                    100 101 100.5 101    | low 100.5 is above another of its prices
                    100 101 99           | it has 3 words
                    100 101 99 100 5 6   | it has 6 words
                    ''                   | it has 0 words
                    100 1O1 99 100       | '1O1' is not a number
                    100 101 -99 100      | price -99 must be above zero
                    100 101 99 100.001   | price 100.001 has more than the 2 decimals
                    100 101 99 100 0     | quantity 0 must be above zero
                    """)
    void aWrongBarIsNamedWithWhatIsWrong(String line, String why) {
        assertThatThrownBy(() -> market().bars("100", line))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("bar 2, \"" + line + "\": " + why)
                .hasMessageEndingWith("; write a bar as " + WrittenBars.FORM);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    hold 1 at 100       | 'hold' is neither buy nor sell
                    buy 1 100           | it is not of this form
                    buy x at 100        | 'x' is not a number
                    buy 0.0001 at 100   | quantity 0.0001 has more than the 3 decimals
                    +3 buy 1 at 100     | '+3' is no step in time
                    +s buy 1 at 100     | '+s' is no step in time
                    +99999999999s buy 1 at 100 | '+99999999999s' is no step in time
                    """)
    void aWrongTradeIsNamedWithWhatIsWrong(String line, String why) {
        assertThatThrownBy(() -> market().trades(line))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("trade 1, \"" + line + "\": " + why);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    101 1 / 100 1     | bid 101 must be below ask 100
                    100 1 100.5 1     | it is not of this form
                    100 1 / 100.5     | it is not of this form
                    """)
    void aWrongQuoteIsNamedWithWhatIsWrong(String line, String why) {
        assertThatThrownBy(() -> market().quotes(line))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("quote 1, \"" + line + "\": " + why);
    }

    @Test
    void booksReachAStrategyAsWritten(WrittenMarket market, BacktestRunner runner) {
        Recorder recorder = new Recorder(market.instrument().id());
        runner.run(
                recorder,
                market.books(
                        "bids 100x1 99x2 | asks 101x1 102x3",
                        "+10ms change bids 100x0 | asks 101x5",
                        "+1s lost",
                        "+1m bids 98x1",
                        "asks 97x1 | bids 96.5x2"));

        assertThat(recorder.books)
                .containsExactly(
                        "1000 10000x1000 10100x1000",
                        "1010 9900x2000 10100x5000",
                        "2010 - -",
                        "62010 9800x1000 -",
                        "63010 9650x2000 9700x1000");
    }

    @Test
    void marketOrdersWalkAWrittenBook(WrittenMarket market, BacktestRunner runner) {
        TestRun run = runner.run(
                new OnBook(o ->
                        o.buy(market.instrument().id()).quantity("3").market().submit()),
                market.books("bids 99x1 | asks 101x1 102x5", "bids 99x1 | asks 101x1 102x5"));

        RunAssertions.assertThat(run)
                .hasFills(2)
                .fill(1)
                .at("101")
                .hasQuantity("1")
                .and()
                .fill(2)
                .at("102")
                .hasQuantity("2");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "none", quoteCharacter = '"', textBlock = """
                    "change bids 100x1"            | there is no whole book before it that could change
                    "lost"                         | there is no book before it that could be lost
                    "bids 100x1 | asks 100x1"      | best bid 100.00 must be below best ask 100.00
                    "bids 100 | asks 101x1"        | '100' is no level of bids or asks, such as 100x2
                    "bids 100x"                    | '100x' is no level of bids or asks, such as 100x2
                    "bids x1"                      | 'x1' is no level of bids or asks, such as 100x2
                    "bids 100x1 100x2"             | the level 100 of bids stands in it twice
                    "asks 100x0"                   | there is no level 100 of asks that could go
                    "bids 100.001x1"               | price 100.001 has more than the 2 decimals
                    "bids 100x1.0001"              | quantity 1.0001 has more than the 3 decimals
                    "book 100x1"                   | it is not of this form
                    "+1s"                          | it is not of this form
                    "+1x bids 100x1"               | '+1x' is no step in time
                    """)
    void aWrongBookIsNamedWithWhatIsWrong(String line, String why) {
        assertThatThrownBy(() -> market().books(line))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("book 1, \"" + line + "\": " + why);
    }

    @Test
    void aWrongLineAfterAWholeBookIsNamedToo() {
        assertThatThrownBy(() -> market().books("bids 99x1 | asks 101x1", "change bids 101x2"))
                .hasMessageStartingWith("book 2, \"change bids 101x2\": best bid 101.00 must be below best ask 101.00");
        assertThatThrownBy(() -> market().books("bids 99x1", "lost 5"))
                .hasMessageContaining("nothing can follow 'lost'");
        assertThatThrownBy(() -> market().books("bids 99x1", "change"))
                .hasMessageContaining("it says neither bids nor asks; write a book as " + WrittenBooks.FORM);
        assertThatThrownBy(() -> market().books("bids 99x1", "lost", "change bids 98x1"))
                .hasMessageStartingWith("book 3, ");
    }

    @Test
    void aPriceOffTheTickIsNamed() {
        Instrument coarse = Instrument.spot("test:BTCUSDT", "BTC", "USDT")
                .tick("0.05")
                .lot("1")
                .build();
        assertThatThrownBy(() -> WrittenMarket.of(coarse).bars("100.02"))
                .hasMessageContaining("price 100.02 is not on the tick 0.05 of test:BTCUSDT");
    }

    private static WrittenMarket market() {
        return WrittenMarket.of(Instrument.spot("test:BTCUSDT", "BTC", "USDT")
                .tick("0.01")
                .lot("0.001")
                .build());
    }
}
