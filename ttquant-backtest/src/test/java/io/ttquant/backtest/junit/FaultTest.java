package io.ttquant.backtest.junit;

import static io.ttquant.backtest.junit.RunAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ttquant.api.market.Bar;
import io.ttquant.api.market.InstrumentId;
import io.ttquant.api.order.OrderStatus;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

@SimulatedMarket
class FaultTest {
    private static final InstrumentId BTC = InstrumentId.parse("test:BTCUSDT");

    private static Script buyer() {
        return new Script(BTC)
                .at(1, orders -> orders.buy(BTC).quantity("1").market().submit())
                .at(2, orders -> orders.buy(BTC).quantity("2").market().submit());
    }

    @Test
    void theCommandThatIsNamedIsRejectedAndNoOther(WrittenMarket market, BacktestRunner runner) {
        WrittenMarket flat = market.closes("100 100 100 100");

        assertThat(runner.with(Fault.rejectCommand(1)).run(buyer(), flat))
                .order(1)
                .isRejected()
                .and()
                .order(2)
                .isFilled()
                .and()
                .position(BTC)
                .isLong("2");
        assertThat(runner.with(Fault.rejectCommand(1), Fault.latency(Duration.ofSeconds(1)), Fault.rejectCommand(2))
                        .run(buyer(), flat))
                .order(1)
                .isRejected()
                .and()
                .order(2)
                .isRejected();
        assertThat(runner.with(Fault.rejectCommand(1)).run(buyer(), flat))
                .order(1)
                .isRejected();
    }

    @Test
    void latencyDelaysWhatIsExecuted(WrittenMarket market, BacktestRunner runner) {
        TestRun run = runner.with(Fault.latency(Duration.ofSeconds(90)))
                .run(buyer(), market.closes("100 101 102 103 104 105"));

        assertThat(run).fill(1).at("101.50").happenedAt(Instant.parse("2024-01-01T00:03:00Z"));
    }

    @Test
    void ordersFillInPartsWhereThereIsLittleVolume(WrittenMarket market, BacktestRunner runner) {
        String bar = "100 101 99 100 4";
        TestRun run = runner.with(Fault.partialFills("0.1"))
                .run(
                        new Script(BTC)
                                .at(
                                        1,
                                        orders -> orders.buy(BTC)
                                                .quantity("1")
                                                .limit("99.5")
                                                .submit()),
                        market.bars(bar, bar, bar));

        assertThat(run).order(1).isPartiallyFilled().hasFilled("0.8").and().hasFills(2);
    }

    @Test
    void theFeedIsSilentInAGap(WrittenMarket market, BacktestRunner runner) {
        TestRun run = runner.with(
                        Fault.feedGap(Instant.parse("2024-01-01T00:01:30Z"), Instant.parse("2024-01-01T00:03:00Z")))
                .run(buyer(), market.closes("100 101 102 103 104"));

        assertThat(run).order(1).madeAt(Instant.parse("2024-01-01T00:01:00Z"));
        assertThat(run).order(2).madeAt(Instant.parse("2024-01-01T00:04:00Z")).hasStatus(OrderStatus.FILLED);
        org.assertj.core.api.Assertions.assertThat(market.closes("100 101 102 103 104")
                        .data()
                        .without(
                                90_000_000_000L + io.ttquant.api.time.EpochNanos.of(WrittenMarket.START),
                                180_000_000_000L + io.ttquant.api.time.EpochNanos.of(WrittenMarket.START))
                        .bars())
                .extracting(Bar::close)
                .containsExactly(100.0, 103.0, 104.0);
    }

    @Test
    void impossibleFaultsAreRefused() {
        assertThatThrownBy(() -> Fault.rejectCommand(0)).hasMessageContaining("they count from 1");
        assertThatThrownBy(() -> Fault.partialFills("1")).hasMessageContaining("must be above 0 and below 1");
        assertThatThrownBy(() -> Fault.feedGap(Instant.MAX, Instant.MIN)).hasMessageContaining("must end later");
    }
}
