package io.ttquant.exchanges.emulator.exchange;

import static io.ttquant.exchanges.emulator.exchange.Floor.ALICE;
import static io.ttquant.exchanges.emulator.exchange.Floor.BOB;
import static io.ttquant.exchanges.emulator.exchange.Floor.PERP;
import static io.ttquant.exchanges.emulator.exchange.Floor.SPOT;
import static io.ttquant.exchanges.emulator.exchange.Floor.buy;
import static io.ttquant.exchanges.emulator.exchange.Floor.number;
import static io.ttquant.exchanges.emulator.exchange.Floor.perp;
import static io.ttquant.exchanges.emulator.exchange.Floor.sell;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Dead man's switches, and what an operator does to orders. */
class CountdownTest {
    private final Floor floor = Floor.okx();

    private void start(@Nullable String symbol, @Nullable String tag, int seconds) {
        floor.exchange
                .trading()
                .cancelAllAfter(ALICE, symbol, tag, Duration.ofSeconds(seconds))
                .get();
    }

    @Test
    void ordersEndWhenItIsNotRenewed() {
        Order order = floor.submit(ALICE, buy("100", "1"));
        Order others = floor.submit(BOB, buy("100", "1"));
        start(null, null, 10);
        floor.advance(Duration.ofSeconds(9));
        start(null, null, 10);
        floor.advance(Duration.ofSeconds(9));
        assertThat(floor.now(order).isOpen()).isTrue();

        floor.advance(Duration.ofSeconds(1));

        assertThat(floor.now(order).reason()).isEqualTo(OrderReason.COUNTDOWN);
        assertThat(floor.now(others).isOpen()).isTrue();
    }

    @Test
    void zeroStopsIt() {
        Order order = floor.submit(ALICE, buy("100", "1"));
        start(null, null, 10);
        start(null, null, 0);

        floor.advance(Duration.ofSeconds(60));

        assertThat(floor.now(order).isOpen()).isTrue();
    }

    @Test
    void itsScopeIsAMarketOrATag() {
        Order tagged = floor.submit(ALICE, buy("100", "1").edit().tag("grid").build());
        Order spot = floor.submit(ALICE, buy("100", "1"));
        Order perpetual = floor.submit(ALICE, perp(Side.BUY, "100", "1"));
        start(PERP, null, 10);
        start(null, "grid", 20);

        floor.advance(Duration.ofSeconds(10));
        assertThat(floor.now(perpetual).isOpen()).isFalse();
        assertThat(floor.now(tagged).isOpen()).isTrue();
        floor.advance(Duration.ofSeconds(10));
        assertThat(floor.now(tagged).isOpen()).isFalse();
        assertThat(floor.now(spot).isOpen()).isTrue();
    }

    @Test
    void conditionalOrdersOutliveIt() {
        floor.exchange
                .conditionals()
                .submit(ALICE, ConditionalRequest.of(Trigger.atOrBelow(number("90")), sell("89", "1"), null))
                .get();
        start(null, null, 10);

        floor.advance(Duration.ofSeconds(20));

        assertThat(floor.exchange.conditionals().open(ALICE)).hasSize(1);
    }

    @Test
    void anOperatorEndsAnOrderAndClosesAMarket() {
        Order first = floor.submit(ALICE, buy("100", "1"));
        Order second = floor.submit(ALICE, buy("99", "1"));

        floor.exchange
                .operator()
                .end(ALICE, SPOT, OrderRef.id(first.id()), OrderStatus.CANCELED, OrderReason.OPERATOR)
                .get();
        floor.exchange.operator().close(SPOT);

        assertThat(floor.now(first).reason()).isEqualTo(OrderReason.OPERATOR);
        assertThat(floor.now(second).reason()).isEqualTo(OrderReason.MARKET_CLOSED);
        assertThat(floor.exchange.marketData().status(SPOT)).isEqualTo(MarketStatus.HALTED);
    }
}
