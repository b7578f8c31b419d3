package io.ttquant.exchanges.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ttquant.api.market.Instrument;
import io.ttquant.api.market.InstrumentId;
import io.ttquant.api.money.Currency;
import io.ttquant.api.strategy.Strategy;
import io.ttquant.api.strategy.StrategyContext;
import io.ttquant.api.time.Clock;
import io.ttquant.core.config.ExchangeSettings;
import io.ttquant.core.engine.Engine;
import io.ttquant.core.live.LiveLoop;
import io.ttquant.core.matching.SimulationConfig;
import io.ttquant.core.risk.Guard;
import io.ttquant.core.risk.KillSwitchStore;
import io.ttquant.core.risk.RiskMemory;
import io.ttquant.core.risk.RiskRecord;
import io.ttquant.core.risk.RiskRecord.Held;
import io.ttquant.core.risk.RiskRecord.Losses;
import io.ttquant.core.risk.RiskRecord.OfScope;
import io.ttquant.core.risk.TradingStage;
import io.ttquant.exchanges.run.OperatorRequest.Act;
import io.ttquant.exchanges.transport.live.LoopThread;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What an operator is told where a disk is full, and of strategies that have another name now. */
class OperatorActsTest {
    private static final Currency USD = Currency.of("USD", 2);
    private static final Currency COIN = Currency.of("COIN", 4);
    private static final Instrument SPOT = Instrument.spot(InstrumentId.parse("sim:COIN"), COIN, USD)
            .tick("1")
            .lot("1")
            .build();

    /** Does nothing. */
    private static final class Idle extends Strategy {
        @Override
        protected void onStart(StrategyContext ctx) {}
    }

    /** Keeps what it is given unless its disk is full. */
    private static final class Memory implements RiskMemory {
        private final List<RiskRecord> kept = new ArrayList<>();
        boolean isFull;

        @Override
        public @Nullable RiskRecord load() {
            return kept.isEmpty() ? null : kept.get(kept.size() - 1);
        }

        @Override
        public void save(RiskRecord state) {
            if (isFull) {
                throw new IllegalStateException("the disk is full");
            }
            kept.add(state);
        }
    }

    private final LiveLoop loop = LiveLoop.of((Clock) () -> 0);
    private final KillSwitchStore killSwitch = KillSwitchStore.inMemory();
    private final Memory memory = new Memory();
    private final List<OperatorAnswer> answers = new ArrayList<>();
    private final List<String> lines = new ArrayList<>();

    private Engine engine() {
        Engine engine = Engine.builder()
                .instrument(SPOT)
                .reporting(USD)
                .startBalance(USD, 1_000_00)
                .simulate(SimulationConfig.DEFAULT)
                .strategy("idle", new Idle())
                .riskMemory(memory)
                .killSwitch(killSwitch)
                .build();
        new RiskKeeping(new AllKept()).begin(engine, LoopThread.of(loop), lines::add);
        engine.start(0);
        return engine;
    }

    private OperatorAnswer ask(Engine engine, Act act, String strategy) {
        VenuePlan plan = new VenuePlan("sim", new ExchangeSettings("sim", "sim", Map.of()), List.of());
        new OperatorActs(plan, killSwitch, LoopThread.of(loop), engine)
                .act(new OperatorRequest(act, strategy, "Ann", "a look", 0), answers::add);
        return answers.get(answers.size() - 1);
    }

    @Test
    void aHoldThatCannotBeKeptIsDoneAndToldToHoldUntilARestartOnly() {
        Engine engine = engine();
        memory.isFull = true;
        for (Act act : List.of(Act.REDUCE, Act.HALT, Act.FLATTEN)) {
            OperatorAnswer answer = ask(engine, act, "idle");
            assertThat(answer.isDone()).as("%s", act).isFalse();
            assertThat(answer.text())
                    .endsWith(". THIS IS NOT KEPT: a restart would not know it; it is tried again every second");
        }
        assertThat(engine.risk().stage("idle")).isEqualTo(TradingStage.HALTED);
        assertThat(ask(engine, Act.STATUS, "").text()).contains("WHO IS HELD IS NOT KEPT");

        memory.isFull = false;
        engine.risk().keep(false);
        assertThat(ask(engine, Act.STATUS, "").text()).doesNotContain("NOT KEPT");
        assertThat(ask(engine, Act.FLATTEN, "idle").isDone()).isTrue();
    }

    @Test
    void aResumeThatCannotBeKeptIsRefusedAndNotDone() {
        Engine engine = engine();
        ask(engine, Act.HALT, "idle");
        memory.isFull = true;
        assertThatThrownBy(() -> ask(engine, Act.RESUME, "idle"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("could not be kept, so nothing changes: the disk is full");
        assertThat(engine.risk().stage("idle")).isEqualTo(TradingStage.HALTED);
    }

    private static OfScope of(String strategy, Held... holds) {
        return new OfScope(strategy, Losses.NONE, 2, List.of(holds), null);
    }

    @Test
    void strategiesThatAreNotConfiguredAreNamedAtTheStartAndInTheStatusUntilSomebodyForgetsThem() {
        memory.save(new RiskRecord(
                USD,
                List.of(
                        of(""),
                        of("idle"),
                        of("calm"),
                        of("old", new Held(Guard.HAND, TradingStage.HALTED, false, "a\tlook,\nby Ann")))));
        Engine engine = engine();
        String old = "old IS HALTED (a look, by Ann), AND IS NOT CONFIGURED HERE. If it has another name now, that one"
                + " is not held: give it its name back. If it is gone for good, forget it with: Operate resume old";
        String calm = "calm is not configured here; what its limits counted is kept until it is, or forgotten with:"
                + " Operate resume calm";
        assertThat(lines).containsExactly("RISK kept: " + old, "RISK kept: " + calm);
        assertThat(ask(engine, Act.STATUS, "").text().lines()).endsWith(old, calm);

        assertThat(ask(engine, Act.RESUME, "old"))
                .isEqualTo(new OperatorAnswer(
                        true, "old, which is not configured here, is forgotten: nothing holds it any more"));
        assertThat(ask(engine, Act.STATUS, "").text().lines()).endsWith(calm).doesNotContain(old);
        assertThatThrownBy(() -> ask(engine, Act.RESUME, "old"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is not one of this engine");
        lines.clear();
        engine();
        assertThat(lines).containsExactly("RISK kept: " + calm);
    }
}
