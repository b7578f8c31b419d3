package io.ttquant.exchanges.emulator.exchange;

import static io.ttquant.exchanges.emulator.exchange.Floor.ALICE;
import static io.ttquant.exchanges.emulator.exchange.Floor.PERP;
import static io.ttquant.exchanges.emulator.exchange.Floor.SPOT;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The other traders of a market, from a seed. */
class OrderFlowTest {
    @Test
    void theBookIsFilledAtOnceAndNeverCrossed() {
        Floor floor = Floor.binance();
        OrderFlow.start(floor.exchange, SPOT, FlowSettings.calm(1, "30000"));

        for (int second = 0; second < 300; second++) {
            BookSnapshot book = floor.exchange.marketData().book(SPOT, 20);
            assertThat(book.bids()).hasSizeGreaterThan(3);
            assertThat(book.asks()).hasSizeGreaterThan(3);
            assertThat(book.bids().get(0).price()).isLessThan(book.asks().get(0).price());
            floor.advance(Duration.ofSeconds(1));
        }
        assertThat(floor.exchange.marketData().trades(SPOT, 10_000)).hasSizeGreaterThan(200);
        floor.exchange.assertConservation();
    }

    @Test
    void theFlowIsTheSameHoweverOftenTheExchangeIsTicked() {
        assertThat(tradesOfAMinute(Duration.ofMillis(10))).isEqualTo(tradesOfAMinute(Duration.ofSeconds(30)));
    }

    private static List<Trade> tradesOfAMinute(Duration step) {
        Floor floor = Floor.binance();
        OrderFlow.start(floor.exchange, SPOT, FlowSettings.calm(7, "30000"));
        long end = floor.clock.getAsLong() + Duration.ofMinutes(1).toNanos();
        while (floor.clock.getAsLong() < end) {
            floor.advance(step);
        }
        return floor.exchange.marketData().trades(SPOT, 10_000);
    }

    @Test
    void anotherSeedIsAnotherFlow() {
        Floor one = Floor.binance();
        Floor other = Floor.binance();
        OrderFlow.start(one.exchange, SPOT, FlowSettings.calm(1, "30000"));
        OrderFlow.start(other.exchange, SPOT, FlowSettings.calm(2, "30000"));

        assertThat(one.exchange.marketData().book(SPOT, 5))
                .isNotEqualTo(other.exchange.marketData().book(SPOT, 5));
    }

    @Test
    void anAccountTradesWithTheFlow() {
        Floor floor = Floor.binance();
        OrderFlow.start(floor.exchange, SPOT, FlowSettings.calm(3, "3000"));

        Order order = floor.submit(ALICE, OrderRequest.market(SPOT, Side.BUY, BigDecimal.ONE));

        assertThat(order.status()).isEqualTo(OrderStatus.FILLED);
        floor.exchange.assertConservation();
    }

    @Test
    void aContractHasAnIndexThatMovesWithTheFlow() {
        Floor floor = Floor.binance();
        OrderFlow flow = OrderFlow.start(floor.exchange, PERP, FlowSettings.calm(3, "3000"));

        floor.advance(Duration.ofMinutes(5));

        assertThat(floor.events(ExchangeEvent.MarkChanged.class)).hasSizeGreaterThan(100);
        assertThat(floor.exchange
                        .marketData()
                        .mark(PERP)
                        .mark()
                        .subtract(flow.price())
                        .abs())
                .isLessThan(new BigDecimal(10));
    }

    @Test
    void aStoppedFlowIsSilent() {
        Floor floor = Floor.binance();
        OrderFlow flow = OrderFlow.start(floor.exchange, SPOT, FlowSettings.calm(3, "3000"));
        flow.stop();
        floor.events.clear();

        floor.advance(Duration.ofMinutes(5));

        assertThat(floor.events(ExchangeEvent.BookChanged.class)).isEmpty();
    }

    @Test
    void quotesAreWorthWhatTheMarketAsksFor() {
        Floor floor = Floor.binance();
        floor.exchange.operator().market(Floor.spot().withNotionals(NotionalRule.least("5000")));
        OrderFlow.start(floor.exchange, SPOT, FlowSettings.calm(3, "100"));

        assertThat(floor.exchange.marketData().book(SPOT, 5).bids()).hasSizeGreaterThan(3);
    }
}
