package io.ttquant.exchanges.emulator.exchange;

import static io.ttquant.exchanges.emulator.exchange.Floor.ALICE;
import static io.ttquant.exchanges.emulator.exchange.Floor.BOB;
import static io.ttquant.exchanges.emulator.exchange.Floor.SPOT;
import static io.ttquant.exchanges.emulator.exchange.Floor.buy;
import static io.ttquant.exchanges.emulator.exchange.Floor.number;
import static io.ttquant.exchanges.emulator.exchange.Floor.sell;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What everybody sees, and the order of events. */
class MarketDataTest {
    private static final long MINUTE = Duration.ofMinutes(1).toNanos();

    private final Floor floor = Floor.binance();
    private final MarketData data = floor.exchange.marketData();

    private void trade(String price, String quantity) {
        floor.submit(BOB, sell(price, quantity));
        floor.submit(ALICE, buy(price, quantity));
    }

    @Test
    void candlesAreOfTheirMinuteAndFlatWithoutTrades() {
        trade("100", "1");
        trade("90", "2");
        floor.advance(Duration.ofMinutes(2));
        trade("95", "1");

        List<Candle> candles = data.candles(SPOT, open -> open, 0, Long.MAX_VALUE);

        assertThat(candles).hasSize(3);
        assertThat(candles.get(0).open()).isEqualByComparingTo("100");
        assertThat(candles.get(0).low()).isEqualByComparingTo("90");
        assertThat(candles.get(0).value()).isEqualByComparingTo("280");
        assertThat(candles.get(0).takerBuyVolume()).isEqualByComparingTo("3");
        assertThat(candles.get(1).trades()).isZero();
        assertThat(candles.get(1).close()).isEqualByComparingTo("90");
        assertThat(candles.get(2).close()).isEqualByComparingTo("95");
    }

    @Test
    void longerCandlesAreMadeOfMinutes() {
        trade("100", "1");
        floor.advance(Duration.ofMinutes(1));
        trade("120", "1");
        floor.advance(Duration.ofMinutes(9));

        List<Candle> candles =
                data.candles(SPOT, open -> Math.floorDiv(open, 60 * MINUTE) * 60 * MINUTE, 0, Long.MAX_VALUE);

        assertThat(candles)
                .singleElement()
                .matches(candle -> candle.high().compareTo(number("120")) == 0
                        && candle.volume().compareTo(number("2")) == 0);
    }

    @Test
    void aClosedMinuteIsToldAtItsEnd() {
        trade("100", "1");

        floor.advance(Duration.ofMinutes(3));

        assertThat(floor.events(ExchangeEvent.CandleClosed.class))
                .hasSize(3)
                .allMatch(
                        closed -> closed.time() % MINUTE == 0 && closed.candle().openTime() == closed.time() - MINUTE);
    }

    @Test
    void theTickerIsOfTheLastDay() {
        trade("100", "1");
        floor.advance(Duration.ofHours(25));
        trade("110", "2");
        trade("121", "1");

        Ticker ticker = data.ticker(SPOT);

        assertThat(ticker.last().price()).isEqualByComparingTo("121");
        assertThat(ticker.day().volume()).isEqualByComparingTo("3");
        assertThat(ticker.change()).isEqualByComparingTo("21");
        assertThat(ticker.firstTrade()).isEqualTo(2);
    }

    @Test
    void eventsOfATradeComeInTheirOrder() {
        floor.submit(BOB, sell("100", "2"));
        floor.events.clear();

        floor.submit(ALICE, buy("100", "1"));

        assertThat(floor.events)
                .extracting(event -> event.getClass().getSimpleName())
                .containsExactly(
                        "OrderChanged",
                        "BalanceChanged",
                        "Filled",
                        "Filled",
                        "TradePrinted",
                        "BalanceChanged",
                        "BalanceChanged",
                        "BookChanged");
        assertThat(floor.events(ExchangeEvent.Filled.class))
                .extracting(filled -> filled.fill().maker())
                .containsExactly(true, false);
    }

    @Test
    void aListenerMayGiveCommandsAndTheirEventsComeBehind() {
        List<String> placed = new ArrayList<>();
        floor.exchange.listen(event -> {
            if (event instanceof ExchangeEvent.OrderChanged changed) {
                placed.add(changed.order().account());
                if (changed.order().account().equals(ALICE)) {
                    floor.submit(BOB, buy("98", "1"));
                }
            }
        });

        floor.submit(ALICE, buy("99", "1"));

        assertThat(placed).containsExactly(ALICE, BOB);
        assertThat(floor.events).extracting(ExchangeEvent::sequence).isSorted();
    }

    @Test
    void aTradeOfAnAmountTellsTheFilledStateWithItsLastFill() {
        floor.submit(BOB, sell("100", "2"));

        floor.submit(ALICE, OrderRequest.spend(SPOT, Side.BUY, number("100.05")));

        assertThat(floor.events(ExchangeEvent.Filled.class))
                .last()
                .matches(filled -> filled.order().status() == OrderStatus.FILLED);
    }

    @Test
    void historyOfBeforeCanBePutIn() {
        long now = floor.clock.getAsLong();
        long open = Math.floorDiv(now, MINUTE) * MINUTE - 5 * MINUTE;
        Candle candle = new Candle(
                open,
                number("1"),
                number("3"),
                number("1"),
                number("2"),
                number("7"),
                number("14"),
                4,
                number("3"),
                number("6"));

        floor.exchange.operator().history(SPOT, candle);

        assertThat(data.candles(SPOT, time -> time, open, now))
                .hasSize(6)
                .first()
                .isEqualTo(candle);
    }

    @Test
    void whatIsDueNextIsKnown() {
        assertThat(floor.exchange.nextDue().orElseThrow() % MINUTE).isZero();
        List<Long> moments = new ArrayList<>();
        floor.exchange.at(floor.clock.getAsLong() + 5, () -> moments.add(floor.exchange.now()));
        floor.advance(Duration.ofNanos(100));

        assertThat(moments).containsExactly(floor.clock.getAsLong() - 95);
    }
}
