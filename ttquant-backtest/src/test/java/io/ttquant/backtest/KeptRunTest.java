package io.ttquant.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ttquant.api.market.AggressorSide;
import io.ttquant.api.market.BarSpec;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.market.InstrumentId;
import io.ttquant.api.market.Trade;
import io.ttquant.api.money.Currency;
import io.ttquant.api.storage.RunEntry;
import io.ttquant.api.storage.RunKind;
import io.ttquant.api.storage.RunRecord;
import io.ttquant.api.storage.RunWriter;
import io.ttquant.api.storage.Storage;
import io.ttquant.backtest.data.BarColumns;
import io.ttquant.backtest.data.EventSource;
import io.ttquant.backtest.data.FundingRates;
import io.ttquant.backtest.data.stored.StoredData;
import io.ttquant.core.matching.RateFees;
import io.ttquant.core.matching.SimulationConfig;
import io.ttquant.core.matching.SlippageModel;
import io.ttquant.core.risk.RiskLimits;
import io.ttquant.core.risk.RiskPolicy;
import io.ttquant.core.storage.sqlite.SqliteStorage;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptRunTest {
    private static final BarSpec DAY = BarSpec.days(1);
    private static final Instrument SPOT = Instrument.spot("test:BTCUSDT", "BTC", "USDT")
            .tick("0.01")
            .lot("0.001")
            .build();
    private static final String RUN = "turns-1";

    @TempDir
    Path folder;

    private Storage storage;

    @BeforeEach
    void open() {
        storage = new SqliteStorage().open(Map.of("file", folder.resolve("t.db").toString()));
    }

    @AfterEach
    void close() {
        storage.close();
    }

    @Test
    void aBacktestIsKeptWithAllThatItDidAndTheSameOneAgainChangesNothing() {
        BacktestResult result = backtest().keepIn(storage, RUN).run();
        List<RunEntry> entries = entries();

        RunRecord run = storage.read().runs().get(0);
        assertThat(run.kind()).isEqualTo(RunKind.BACKTEST);
        assertThat(run.startNanos()).isEqualTo(Walk.START);
        assertThat(run.dataFingerprint()).startsWith("events-1:40:");
        assertThat(of(RunEntry.Filled.class, entries)).hasSize(result.fills().size());
        assertThat(of(RunEntry.Filled.class, entries)).isNotEmpty();
        assertThat(of(RunEntry.EquityAt.class, entries))
                .hasSizeGreaterThanOrEqualTo(result.equity().size());
        RunEntry.Ended end = of(RunEntry.Ended.class, entries).get(0);
        assertThat(end.statistics())
                .containsEntry(
                        "total_return",
                        result.statistics().figure("total_return").require());

        backtest().keepIn(storage, RUN).run();
        assertThat(entries()).isEqualTo(entries);
        assertThat(storage.state().conflicts()).isZero();
    }

    @Test
    void keepingARunDoesNotChangeIt() {
        assertThat(backtest().keepIn(storage, "a").run().fingerprint())
                .isEqualTo(backtest().run().fingerprint());
    }

    @Test
    void whatTheRunWasToldIsKeptWithIt() {
        Backtest.of(bars(40, 50_00L))
                .cash("10000 USDT")
                .cash("0.5 BTC")
                .seed(7)
                .feedLatency(Duration.ofMillis(3))
                .simulation(SimulationConfig.DEFAULT
                        .withFees(RateFees.of("0.0002", "0.0004"))
                        .withSlippage(SlippageModel.ticks(2)))
                .from(Instant.parse("2024-01-05T00:00:00Z"))
                .strategy("turns", Walk.turns(SPOT, DAY, 1, "0.1"), Map.of("every", "1"))
                .keepIn(storage, RUN)
                .run();

        RunRecord run = storage.read().runs().get(0);
        assertThat(run.startNanos()).isEqualTo(Walk.START + 4 * DAY.step());
        assertThat(run.parameters())
                .containsEntry("turns.every", "1")
                .containsEntry("strategies", "turns")
                .containsEntry("cash", "10000 USDT, 0.5 BTC")
                .containsEntry("fees", "maker 0.02%, taker 0.04% of a fill's value")
                .containsEntry("slippage", "2 ticks against every taker fill")
                .containsEntry("feed_latency", "3 ms from exchange to strategy, constant")
                .containsEntry("risk", "none")
                .containsEntry("seed", "7")
                .containsEntry("from", "2024-01-05T00:00:00Z")
                .containsKeys("order_latency", "funds", "positions");
    }

    @Test
    void otherDataUnderTheNameOfAKeptRunAreRefusedBeforeAnythingIsWritten() {
        backtest().keepIn(storage, RUN).run();
        List<RunEntry> entries = entries();

        refused(backtest(bars(41, 50_00L), "0.1"), "of other data", "another id");
        refused(backtest(bars(40, 50_01L), "0.1"), "of other data");
        Instrument finer = SPOT.toBuilder().tick("0.005").build();
        refused(
                Backtest.of(bars(finer, 40, 500_00L))
                        .cash("10000 USDT")
                        .strategy("turns", Walk.turns(finer, DAY, 1, "0.1")),
                "of other data");
        assertThat(entries()).isEqualTo(entries);
    }

    @Test
    void anotherMonthOutOfTheSameStoreIsOtherData() {
        for (int i = 0; i < 100; i++) {
            long at = Walk.START + i * DAY.step();
            storage.market().trade(new Trade(SPOT, at, at, 10_000_00L, 1 + i / 50, AggressorSide.BUYER), 0);
        }
        storage.flush(Duration.ofMinutes(1));
        StoredData data = StoredData.of(storage);
        Instant middle = Instant.ofEpochSecond(0, Walk.START + 50 * DAY.step());
        EventSource first = data.to(middle).trades(SPOT);
        EventSource second = data.from(middle).trades(SPOT);

        backtest(first, "0.1").keepIn(storage, RUN).run();
        List<RunEntry> entries = entries();

        refused(backtest(second, "0.1"), "of other data");
        assertThat(entries()).isEqualTo(entries);
        backtest(data.to(middle).trades(SPOT), "0.1").keepIn(storage, RUN).run();
        assertThat(entries()).isEqualTo(entries);
    }

    @Test
    void otherSettingsAreRefusedByTheirNames() {
        backtest().keepIn(storage, RUN).run();
        List<RunEntry> entries = entries();

        refused(backtest().cash("20000 USDT"), "of the same data and with other parameters: cash;");
        refused(backtest().seed(2), "parameters: seed;");
        refused(
                backtest().simulation(SimulationConfig.DEFAULT.withSlippage(SlippageModel.ticks(1))),
                "parameters: slippage;");
        refused(backtest().to(Instant.parse("2025-01-01T00:00:00Z")), "parameters: to;");
        assertThat(entries()).isEqualTo(entries);
    }

    @Test
    void aRunThatGoesOtherwiseLeavesNothingOfItself() {
        backtest().keepIn(storage, RUN).run();
        List<RunEntry> entries = entries();

        assertThatThrownBy(() ->
                        backtest(bars(40, 50_00L), "0.2").keepIn(storage, RUN).run())
                .isInstanceOf(NotKeptException.class)
                .hasMessageContaining("went otherwise")
                .hasMessageContaining("another id");
        storage.flush(Duration.ofMinutes(1));
        assertThat(entries()).isEqualTo(entries);
        assertThat(storage.state().conflicts()).isZero();
    }

    @Test
    void aRunThatEndedInTheMiddleIsCompletedByTheSameOne() {
        backtest().keepIn(storage, "whole").run();
        RunRecord whole = storage.read().runs().get(0);
        List<RunEntry> entries = storage.read().entries("whole").all();
        RunWriter cut = storage.run(
                new RunRecord(RUN, RunKind.BACKTEST, whole.startNanos(), whole.parameters(), whole.dataFingerprint()));
        entries.subList(0, entries.size() / 3).forEach(cut::keep);

        backtest().keepIn(storage, RUN).run();

        assertThat(entries()).isEqualTo(entries);
    }

    @Test
    void theNameOfALiveRunIsRefused() {
        storage.run(new RunRecord(RUN, RunKind.LIVE, 1, Map.of(), ""));

        refused(backtest(), "of the kind LIVE");
    }

    @Test
    void aRunWithoutDataLeavesNothing() {
        assertThatThrownBy(() -> backtest()
                        .from(Instant.parse("2030-01-01T00:00:00Z"))
                        .keepIn(storage, RUN)
                        .run())
                .isInstanceOf(EmptyRunException.class);
        storage.flush(Duration.ofMinutes(1));
        assertThat(storage.read().runs()).isEmpty();
    }

    @Test
    void aRunThatCannotBeBuiltLeavesItsNameToTheNext() {
        RiskLimits limits = RiskLimits.builder().build();
        assertThatThrownBy(() -> backtest()
                        .cash("5 USDT")
                        .risk(RiskPolicy.NONE.withStrategy("truns", limits))
                        .keepIn(storage, RUN)
                        .run())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("truns");
        storage.flush(Duration.ofMinutes(1));
        assertThat(storage.read().runs()).isEmpty();

        BacktestResult result = backtest().keepIn(storage, RUN).run();
        assertThat(of(RunEntry.Filled.class, entries())).hasSize(result.fills().size());
    }

    @Test
    void aRunThatCannotBeBuiltAgainLeavesTheKeptOneAsItIs() {
        RiskPolicy policy =
                RiskPolicy.NONE.withStrategy("turns", RiskLimits.builder().build());
        backtest().risk(policy).keepIn(storage, RUN).run();
        List<RunEntry> entries = entries();

        assertThatThrownBy(() -> Backtest.of(bars(40, 50_00L))
                        .cash("10000 USDT")
                        .risk(policy)
                        .keepIn(storage, RUN)
                        .run())
                .isInstanceOf(RuntimeException.class);
        assertThat(entries()).isEqualTo(entries);
        backtest().risk(policy).keepIn(storage, RUN).run();
        assertThat(entries()).isEqualTo(entries);
    }

    @Test
    void fundingThatWasAddedBehindTheEndOfTheRunDoesNotMakeItsDataOthers() {
        Instrument swap = Instrument.perpetual(
                        InstrumentId.parse("test:BTC-SWAP"), Currency.of("BTC"), Currency.of("USDT"))
                .tick("0.01")
                .lot("0.001")
                .build();
        funded(swap, 0, 40).keepIn(storage, RUN).run();
        List<RunEntry> entries = entries();
        assertThat(of(RunEntry.Payment.class, entries)).isNotEmpty();

        funded(swap, 0, 45).keepIn(storage, RUN).run();
        assertThat(entries()).isEqualTo(entries);
        refused(funded(swap, 0, 39), "of other data");
        refused(funded(swap, 1, 40), "of other data");
    }

    /** Forty days of bars, with the funding of days from one to before another, each settled at the end of the day. */
    private static Backtest funded(Instrument swap, int firstDay, int endDay) {
        FundingRates.Builder rates = FundingRates.builder(swap);
        for (int i = firstDay; i < endDay; i++) {
            rates.add(Walk.START + (i + 1) * DAY.step(), new BigDecimal("0.0001"));
        }
        return Backtest.of(bars(swap, 40, 50_00L), rates.build())
                .cash("10000 USDT")
                .strategy("turns", Walk.turns(swap, DAY, 1, "0.1"));
    }

    private void refused(Backtest backtest, String... words) {
        assertThatThrownBy(() -> backtest.keepIn(storage, RUN).run())
                .isInstanceOf(NotKeptException.class)
                .hasMessageContaining(RUN)
                .hasMessageContainingAll(words);
    }

    private List<RunEntry> entries() {
        return storage.read().entries(RUN).all();
    }

    private static Backtest backtest() {
        return backtest(bars(40, 50_00L), "0.1");
    }

    private static Backtest backtest(EventSource data, String quantity) {
        return Backtest.of(data).cash("10000 USDT").strategy("turns", Walk.turns(SPOT, DAY, 1, quantity));
    }

    private static EventSource bars(int days, long rawStep) {
        return bars(SPOT, days, rawStep);
    }

    private static EventSource bars(Instrument instrument, int days, long rawStep) {
        BarColumns.Builder bars = BarColumns.builder(instrument, DAY);
        long first = 10_000 * (long) Math.pow(10, instrument.priceScale());
        for (int i = 0; i < days; i++) {
            long raw = first + i % 7 * rawStep;
            long open = Walk.START + i * DAY.step();
            bars.add(open, open + DAY.step(), raw, raw, raw, raw, 1_000_000_000);
        }
        return bars.build().source();
    }

    private static <T> List<T> of(Class<T> kind, List<RunEntry> entries) {
        return entries.stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}
