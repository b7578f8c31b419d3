package io.ttquant.exchanges.emulator.exchange;

import static io.ttquant.exchanges.emulator.exchange.Floor.ALICE;
import static io.ttquant.exchanges.emulator.exchange.Floor.SPOT;
import static io.ttquant.exchanges.emulator.exchange.Floor.buy;
import static io.ttquant.exchanges.emulator.exchange.Floor.number;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** A market that is played from a recording. */
class RecordedMarketTest {
    private final Floor floor = Floor.binance();

    private void play(String... lines) {
        RecordedMarket.play(
                floor.exchange,
                SPOT,
                Arrays.stream(lines).map(RecordedLine::parse).iterator());
        floor.exchange.tick();
    }

    @Test
    void levelsOfTheRecordingAreInTheBook() {
        play("level,1000,buy,99.5,2", "level,1000,sell,100.5,3", "level,2000,buy,99.5,0.5", "level,3000,sell,100.5,0");

        floor.advance(Duration.ofNanos(1500));

        BookSnapshot book = floor.exchange.marketData().book(SPOT, 5);
        assertThat(book.bids()).containsExactly(new BookLevel(number("99.5"), number("0.5"), 1));
        assertThat(book.asks()).hasSize(1);
        floor.advance(Duration.ofNanos(500));
        assertThat(floor.exchange.marketData().book(SPOT, 5).asks()).isEmpty();
    }

    @Test
    void aRecordedTradeHappensAtItsPriceEvenWithoutABook() {
        play("trade,1000,buy,100,2");

        assertThat(floor.exchange.marketData().trades(SPOT, 5))
                .singleElement()
                .matches(trade -> trade.price().compareTo(number("100")) == 0 && trade.takerSide() == Side.BUY);
    }

    @Test
    void aRecordedTradeFillsAnOrderThatWasThereFirst() {
        Order order = floor.submit(ALICE, buy("100", "1"));

        play("level,1000,buy,100,5", "trade,1000,sell,100,0.4", "level,1001,buy,100,4");
        floor.advance(Duration.ofNanos(10));

        assertThat(floor.now(order).filled()).isEqualByComparingTo("0.4");
        assertThat(floor.exchange.marketData().book(SPOT, 5).bids())
                .containsExactly(new BookLevel(number("100"), number("4.6"), 2));
        floor.exchange.assertConservation();
    }

    @Test
    void whatIsAddedToALevelQueuesBehindTheAccounts() {
        play("level,1000,buy,100,1", "level,2000,buy,100,3", "trade,3000,sell,100,1.5");
        Order order = floor.submit(ALICE, buy("100", "1"));

        floor.advance(Duration.ofNanos(5000));

        assertThat(floor.now(order).filled()).isEqualByComparingTo("0.5");
    }

    @Test
    void aLineOfAnotherFormIsRefusedWithTheForm() {
        assertThatThrownBy(() -> RecordedLine.parse("trade,1,buy,100"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("<epoch ns>");
        assertThatThrownBy(() -> RecordedLine.parse("trade,1,buy,1e10000000,1"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
