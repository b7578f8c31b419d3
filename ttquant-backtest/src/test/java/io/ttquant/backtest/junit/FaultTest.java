package io.ttquant.backtest.junit;

import static io.ttquant.backtest.junit.RunAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ttquant.api.market.Bar;
import io.ttquant.api.market.InstrumentId;
import io.ttquant.api.market.Quote;
import io.ttquant.api.order.OrderStatus;
import io.ttquant.api.order.RejectReason;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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
    void theOrderThatIsNamedIsRefusedForTheReasonThatIsNamed(WrittenMarket market, BacktestRunner runner) {
        TestRun run = runner.with(
                        Fault.rejectOrder(2, RejectReason.INSUFFICIENT_MARGIN), Fault.latency(Duration.ofSeconds(5)))
                .run(buyer(), market.closes("100 100 100 100"));

        assertThat(run)
                .order(1)
                .isFilled()
                .and()
                .order(2)
                .isRejected()
                .and()
                .hasRefused(RejectReason.INSUFFICIENT_MARGIN);
        org.assertj.core.api.Assertions.assertThat(run.decisions())
                .contains(
                        "2024-01-01T00:02:10Z  strategy  #2 rejected, INSUFFICIENT_MARGIN: refused by the test (happened 2024-01-01T00:02:05Z)");
        org.assertj.core.api.Assertions.assertThat(run.result().assumptions())
                .anyMatch(assumption -> assumption.topic().equals("Refusals"));
    }

    @Test
    void allOrdersOfATimeAreRefused(WrittenMarket market, BacktestRunner runner) {
        TestRun run = runner.with(Fault.rejectOrders(
                        Instant.parse("2024-01-01T00:00:30Z"),
                        Instant.parse("2024-01-01T00:02:00Z"),
                        RejectReason.EXCHANGE))
                .run(buyer(), market.closes("100 100 100 100"));

        assertThat(run).order(1).isRejected().and().order(2).isFilled();
    }

    @Test
    void aBookIsLostWithTheConnectionAndThereAgainWithIt(WrittenMarket market, BacktestRunner runner) {
        Recorder recorder = new Recorder(BTC);
        Fault disconnect =
                Fault.disconnect(WrittenMarket.START.plusMillis(2_500), WrittenMarket.START.plusMillis(4_500));
        runner.with(disconnect)
                .run(
                        recorder,
                        market.books(
                                "bids 99x1 | asks 101x1",
                                "change bids 99x2",
                                "change bids 100x3",
                                "change asks 101x0 102x4",
                                "change bids 99x9",
                                "change bids 100x5"));

        org.assertj.core.api.Assertions.assertThat(recorder.books)
                .containsExactly(
                        "1000 9900x1000 10100x1000",
                        "2000 9900x2000 10100x1000",
                        "2500 - -",
                        "5000 10000x3000 10200x4000",
                        "6000 10000x5000 10200x4000");
    }

    @Test
    void quotesOfADisconnectionNeverCome(WrittenMarket market, BacktestRunner runner) {
        Recorder recorder = new Recorder(BTC);
        runner.with(Fault.disconnect(WrittenMarket.START.plusMillis(1_500), WrittenMarket.START.plusMillis(3_000)))
                .run(recorder, market.quotes("99 1 / 101 1", "98 1 / 101 1", "97 1 / 101 1"));

        org.assertj.core.api.Assertions.assertThat(recorder.quotes)
                .extracting(Quote::bid)
                .containsExactly(99.0, 97.0);
    }

    @Test
    void aBookByOrderIsLostUntilItsNextSnapshot() {
        List<String> seen = new ArrayList<>();
        ReturningOrders orders = new ReturningOrders(Recorder.rows(seen), 10, 20);
        orders.begin(5, 5);
        orders.clear();
        orders.add(1, io.ttquant.api.order.Side.BUY, 100, 1);
        orders.end();
        orders.begin(12, 12);
        orders.delete(1);
        orders.modify(1, 1, 1);
        orders.execute(1, 1);
        orders.end();
        orders.begin(20, 20);
        orders.execute(1, 1);
        orders.end();

        org.assertj.core.api.Assertions.assertThat(seen)
                .containsExactly("begin", "clear", "add", "end", "begin", "execute", "end");
    }

    @Test
    void impossibleFaultsAreRefused() {
        assertThatThrownBy(() -> Fault.rejectOrder(0, RejectReason.EXCHANGE))
                .hasMessage("order 0 cannot be rejected; they count from 1");
        assertThatThrownBy(() -> Fault.disconnect(Instant.MAX, Instant.MIN)).hasMessageContaining("must end later");

        assertThatThrownBy(() -> Fault.rejectCommand(0)).hasMessageContaining("they count from 1");
        assertThatThrownBy(() -> Fault.partialFills("1")).hasMessageContaining("must be above 0 and below 1");
        assertThatThrownBy(() -> Fault.feedGap(Instant.MAX, Instant.MIN)).hasMessageContaining("must end later");
    }
}
