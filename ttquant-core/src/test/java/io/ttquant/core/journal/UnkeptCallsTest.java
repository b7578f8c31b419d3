package io.ttquant.core.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ttquant.api.account.Balance;
import io.ttquant.api.account.PositionMode;
import io.ttquant.api.exchange.AccountSnapshot;
import io.ttquant.api.exchange.Capability;
import io.ttquant.api.exchange.ExecutionSession;
import io.ttquant.api.market.AggressorSide;
import io.ttquant.api.market.Trade;
import io.ttquant.api.order.Amendment;
import io.ttquant.api.order.Order;
import io.ttquant.api.strategy.Strategy;
import io.ttquant.api.strategy.StrategyContext;
import io.ttquant.core.engine.Engine;
import io.ttquant.core.engine.EngineBuilder;
import io.ttquant.core.engine.MarketDemand;
import io.ttquant.core.risk.KillLatch;
import io.ttquant.core.risk.KillSwitchStore;
import io.ttquant.core.risk.RiskMemory;
import io.ttquant.core.risk.RiskRecord;
import io.ttquant.core.risk.TradingStage;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A resume and a reset that were refused because a full disk could not keep them are refused in the replay too. */
class UnkeptCallsTest {
    private static final long START = 1_700_000_000_000_000_000L;
    private static final AccountSnapshot OPENING = new AccountSnapshot(
            List.of(new Balance(RandomSession.USD, 1_000_000, 0)), List.of(), List.of(), PositionMode.NETTING, START);

    /** Buys at each trade. */
    private static final class Buyer extends Strategy {
        @Override
        protected void onStart(StrategyContext context) {
            context.subscribeTrades(RandomSession.SPOT.id());
        }

        @Override
        protected void onTrade(Trade trade) {
            orders().buy(RandomSession.SPOT.id()).rawQuantity(1).rawLimit(80).submit();
        }
    }

    /** Keeps both unless it is full. */
    private static final class Disk {
        boolean isFull;
        private @Nullable KillLatch latch;

        private void write() {
            if (isFull) {
                throw new IllegalStateException("the disk is full");
            }
        }

        RiskMemory risk() {
            return new RiskMemory() {
                @Override
                public @Nullable RiskRecord load() {
                    return null;
                }

                @Override
                public void save(RiskRecord state) {
                    write();
                }
            };
        }

        KillSwitchStore killSwitch() {
            return new KillSwitchStore() {
                @Override
                public @Nullable KillLatch load() {
                    return latch;
                }

                @Override
                public void trip(KillLatch tripped) {
                    write();
                    latch = tripped;
                }

                @Override
                public void reset(String who, String why, long tsEvent) {
                    write();
                    latch = null;
                }
            };
        }
    }

    private record Silent(Set<Capability> capabilities) implements ExecutionSession {
        @Override
        public void submit(Order order) {}

        @Override
        public void cancel(Order order) {}

        @Override
        public void amend(Order order, Amendment amendment) {}
    }

    private static EngineBuilder same(EngineBuilder builder) {
        return builder.reporting(RandomSession.USD).strategy("s", new Buyer());
    }

    private static byte[] session(boolean isTripped) {
        MemoryLog log = new MemoryLog();
        Silent venue = new Silent(Set.of(Capability.LIMIT_ORDERS));
        JournalRecorder recorder = JournalRecorder.begin(
                log,
                new JournalHeader(Map.of(), START, List.of(RandomSession.SPOT), true, venue.capabilities(), OPENING));
        EngineBuilder builder = Engine.builder().startNanos(START).instrument(RandomSession.SPOT);
        recorder.into(builder, MarketDemand.NONE);
        Disk disk = new Disk();
        builder.execute(recorder.session(venue)).openAccount(OPENING);
        Engine engine = same(builder)
                .riskMemory(disk.risk())
                .killSwitch(disk.killSwitch())
                .build();
        var market = recorder.market(engine).instrument(RandomSession.SPOT.id());
        recorder.account(engine);
        engine.start(START);
        engine.live().trading(true, "all is up");
        if (isTripped) {
            engine.risk().trip("a test", "Ann", false);
        } else {
            engine.risk().hold("s", TradingStage.HALTED, "a test", "Ann");
        }
        disk.isFull = true;
        takeBack(engine, isTripped, true);
        market.trade(START + 1, START + 1, 100, 1, AggressorSide.BUYER);
        disk.isFull = false;
        takeBack(engine, isTripped, false);
        market.trade(START + 2, START + 2, 100, 1, AggressorSide.BUYER);
        engine.stop();
        recorder.close();
        return log.bytes();
    }

    private static void takeBack(Engine engine, boolean isTripped, boolean isRefused) {
        ThrowingCallable call = () -> {
            if (isTripped) {
                engine.risk().reset("Ann", "seen");
            } else {
                engine.risk().resume("s", "Ann", "seen");
            }
        };
        if (isRefused) {
            assertThatThrownBy(call).hasMessageEndingWith("the disk is full");
        } else {
            assertThatCode(call).doesNotThrowAnyException();
        }
        assertThat(engine.risk().stage("s")).isEqualTo(isRefused ? TradingStage.HALTED : TradingStage.ACTIVE);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void areRefusedInTheReplayToo(boolean isTripped) {
        try (JournalReader reader = MemoryLog.reader(session(isTripped))) {
            ReplayReport report = Replay.run(
                    reader,
                    builder ->
                            same(builder).riskMemory(RiskMemory.inMemory(null)).killSwitch(KillSwitchStore.inMemory()));
            assertThat(report.difference()).isEmpty();
            assertThat(report.isWhole()).isTrue();
        }
    }
}
