package io.ttquant.core.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ttquant.api.exchange.BarSink;
import io.ttquant.api.exchange.Capability;
import io.ttquant.api.exchange.InstrumentSink;
import io.ttquant.api.market.AggressorSide;
import io.ttquant.api.market.BarSpec;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.market.InstrumentId;
import io.ttquant.api.metrics.Distribution;
import io.ttquant.api.money.Currency;
import io.ttquant.api.strategy.Strategy;
import io.ttquant.api.strategy.StrategyContext;
import io.ttquant.core.engine.Engine;
import io.ttquant.core.matching.SimulationConfig;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Figures that alerts rest on: whether an engine runs, what it may send, how late its market data are. */
class AlertFiguresTest {
    private static final long SECOND = 1_000_000_000L;
    private static final long MILLI = 1_000_000L;
    private static final Currency USD = Currency.of("USD");
    private static final Instrument SWAP = Instrument.perpetual(InstrumentId.parse("sim:ABC"), Currency.of("ABC"), USD)
            .tick("1")
            .lot("1")
            .build();

    private final Trader trader = new Trader();
    private final EngineMetrics metrics = EngineMetrics.of("sim", "paper", MetricsOptions.DEFAULT, this::time);
    private final Engine engine = build();

    private static final class Trader extends Strategy {
        @Override
        protected void onStart(StrategyContext context) {
            context.subscribeTrades(SWAP.id());
        }

        void buy() {
            orders().buy(SWAP).rawQuantity(1).market().submit();
        }
    }

    private long time() {
        return SECOND;
    }

    private Engine build() {
        Engine built = metrics.into(Engine.builder()
                        .instrument(SWAP)
                        .reporting(USD)
                        .startBalance(USD, 1_000_000)
                        .strategy("trader", trader)
                        .simulate(SimulationConfig.DEFAULT))
                .build();
        metrics.of(built);
        built.start(0);
        metrics.started();
        built.instrument(SWAP.id()).trade(time(), time(), 100, 1_000, AggressorSide.NONE);
        return built;
    }

    @Test
    void whatWasAskedForAfterwardsIsCountedWithoutAWayHere() {
        InstrumentSink abc = metrics.market(engine).instrument(SWAP.id());
        BarSink bars = abc.bars(BarSpec.minutes(1));
        long now = time() + 300 * SECOND;
        abc.catchingUp(true);
        abc.trade(now - 200 * SECOND, now, 100, 1_000, AggressorSide.NONE);
        abc.quote(now - 100 * SECOND, now, 99, 5, 103, 5);
        bars.bar(60 * SECOND, 120 * SECOND, now, 1, 2, 1, 2, 5);
        abc.catchingUp(false);
        abc.trade(now - 30 * MILLI, now, 100, 1_000, AggressorSide.NONE);
        bars.bar(240 * SECOND, 300 * SECOND, 300 * SECOND + 30 * MILLI, 1, 2, 1, 2, 5);
        Shown shown = shown();

        for (String kind : List.of("trade", "bar")) {
            assertThat(shown.value(MarketMeters.EVENTS, "kind", kind)).as(kind).isEqualTo(2);
            Distribution latency = shown.distribution(MarketMeters.LATENCY, "kind", kind);
            assertThat(latency.count()).as(kind).isEqualTo(1);
            assertThat(latency.sum()).as(kind).isCloseTo(0.03, within(1e-12));
        }
        assertThat(shown.value(MarketMeters.EVENTS, "kind", "quote")).isEqualTo(1);
        assertThat(shown.distribution(MarketMeters.LATENCY, "kind", "quote").count())
                .isZero();
        assertThat(shown.value(MarketMeters.VOLUME)).isEqualTo(2_000);
    }

    private Shown shown() {
        metrics.sample();
        return new Shown(metrics.metrics());
    }

    @Test
    void whatHoldsRiskBackIsShownByCauseAndInTheStages() {
        Shown free = shown();
        assertThat(free.value(RiskMeters.HELD)).isZero();
        assertThat(free.value(RiskMeters.STAGE)).isZero();

        engine.risk().keeping(false, "rows wait");
        trader.buy();
        Shown held = shown();
        assertThat(held.value(OrderMeters.DENIED, "reason", "trading_reducing")).isEqualTo(1);
        assertThat(held.value(RiskMeters.HELD, "cause", "store_behind")).isEqualTo(1);
        assertThat(held.value(RiskMeters.HELD)).as("no other cause").isEqualTo(1);
        assertThat(held.value(RiskMeters.STAGE, "scope", "account")).isEqualTo(1);
        assertThat(held.value(RiskMeters.STAGE, "scope", "trader")).isEqualTo(1);

        engine.risk().trip("a test", "Ann", false);
        assertThat(shown().value(RiskMeters.STAGE, "scope", "account"))
                .as("the stricter one")
                .isEqualTo(2);
    }

    @Test
    void guardsAreShownWhereTheyCanActAndNowhereElse() {
        Shown shown = shown();
        assertThat(guards(shown, RiskMeters.TRIPS))
                .containsExactlyInAnyOrder("stop_loss", "take_profit", "daily_loss", "drawdown", "loss_streak");
        assertThat(guards(shown, RiskMeters.EXITS))
                .containsExactlyInAnyOrder(
                        "stop_loss", "take_profit", "daily_loss", "drawdown", "loss_streak", "kill_switch");
    }

    private static List<String> guards(Shown shown, Meter meter) {
        return shown.series(meter, Map.of()).stream()
                .map(each -> String.valueOf(each.tags().get(Labels.GUARD)))
                .toList();
    }

    @Test
    void theStagesAreFreeAgainOnceNothingIsHeldBack() {
        engine.risk().keeping(false, "rows wait");
        shown();
        engine.risk().keeping(true, "all is written");
        Shown shown = shown();
        assertThat(shown.value(RiskMeters.HELD)).isZero();
        assertThat(shown.value(RiskMeters.STAGE)).isZero();
    }

    @Test
    void marketDataThatDoNotComeHoldBackTheirInstrumentAndNotTheAccount() {
        engine.strategies().marketData(SWAP.id(), Capability.TRADES, false);
        Shown shown = shown();
        assertThat(shown.value(RiskMeters.HELD, "cause", "market_data_silent")).isEqualTo(1);
        assertThat(shown.value(RiskMeters.STAGE, "scope", "account")).isZero();
    }

    @Test
    void whetherItRunsIsShownBeforeItBeginsAndAfterItIsOver() {
        EngineMetrics early = EngineMetrics.of("sim", "live", MetricsOptions.DEFAULT, this::time);
        Shown before = new Shown(early.running());
        assertThat(before.metrics()).hasSize(1);
        assertThat(before.value(EngineMeters.RUNNING, "mode", "live", "engine", "sim"))
                .isZero();

        Shown running = new Shown(metrics.running());
        assertThat(running.value(EngineMeters.RUNNING)).isEqualTo(1);
        metrics.over();
        assertThat(running.value(EngineMeters.RUNNING))
                .as("though not looked at again")
                .isZero();
        assertThat(new Shown(metrics.metrics()).value(EngineMeters.RUNNING)).isZero();
    }
}
