package io.ttquant.core.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ttquant.api.market.AggressorSide;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.market.InstrumentId;
import io.ttquant.api.market.Trade;
import io.ttquant.api.money.Currency;
import io.ttquant.api.strategy.Strategy;
import io.ttquant.api.strategy.StrategyContext;
import io.ttquant.api.time.EpochNanos;
import io.ttquant.api.time.TimerEvent;
import io.ttquant.core.engine.Engine;
import io.ttquant.core.engine.StrategyException;
import io.ttquant.core.matching.SimulationConfig;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class LiveLoopTest {
    private static final Instrument BTC = Instrument.spot(
                    InstrumentId.parse("sim:BTCUSDT"), Currency.of("BTC"), Currency.of("USDT"))
            .tick("0.1")
            .lot("0.001")
            .build();

    private final List<String> seen = new ArrayList<>();
    private long now = 1_000;

    private final Strategy listener = new Strategy() {
        @Override
        protected void onStart(StrategyContext context) {
            context.subscribeTrades(BTC.id());
            context.timers().after("alarm", Duration.ofNanos(500));
        }

        @Override
        protected void onTrade(Trade trade) {
            if (trade.rawPrice() == 666) {
                throw new IllegalStateException("it did not expect this");
            }
            seen.add("trade " + trade.rawPrice());
        }

        @Override
        protected void onTimer(TimerEvent timer) {
            seen.add(timer.name());
        }
    };

    private Engine engine() {
        Engine engine = Engine.builder()
                .instrument(BTC)
                .strategy("s", listener)
                .simulate(SimulationConfig.DEFAULT)
                .startNanos(now)
                .build();
        engine.start();
        engine.advanceTo(now);
        return engine;
    }

    private Runnable trade(Engine engine, long price) {
        return () -> engine.instrument(BTC.id()).trade(now, now, price, 1, AggressorSide.BUYER);
    }

    @Test
    void takesOneTaskATurnInTheOrderInWhichTheyWereHandedOver() {
        Engine engine = engine();
        LiveLoop loop = LiveLoop.of(engine, () -> now);
        loop.execute(trade(engine, 10));
        loop.execute(trade(engine, 11));

        assertThat(loop.backlog()).isEqualTo(2);
        assertThat(loop.turn()).isTrue();
        assertThat(seen).containsExactly("trade 10");
        assertThat(loop.turn()).isTrue();
        assertThat(loop.turn()).isFalse();
        assertThat(seen).containsExactly("trade 10", "trade 11");
        assertThat(loop.tasks()).isEqualTo(2);
    }

    @Test
    void whatIsFirstOvertakesABacklogOfMarketData() {
        Engine engine = engine();
        LiveLoop loop = LiveLoop.of(engine, () -> now);
        for (int i = 0; i < 1_000_000; i++) {
            loop.execute(() -> seen.add("data"));
        }
        loop.executeFirst(() -> seen.add("cancel"));
        loop.executeFirst(() -> seen.add("answer"));
        loop.turn();
        loop.turn();
        loop.turn();

        assertThat(seen).containsExactly("cancel", "answer", "data");
    }

    @Test
    void timersOfStrategiesFireWithoutATaskAndBeforeTheTaskOfALaterTime() {
        Engine engine = engine();
        LiveLoop loop = LiveLoop.of(engine, () -> now);
        assertThat(loop.nextDueNanos()).isEqualTo(1_500);
        now = 1_600;
        loop.execute(trade(engine, 10));
        loop.turn();

        assertThat(seen).containsExactly("alarm", "trade 10");
        assertThat(loop.nextDueNanos()).isEqualTo(EpochNanos.NEVER);
    }

    @Test
    void aLoopWhoseEngineFailedGoesOnWithoutItSoThatWhatIsLeftToDoGetsDone() {
        Engine engine = engine();
        LiveLoop loop = LiveLoop.of(engine, () -> now);
        loop.execute(trade(engine, 666));
        loop.execute(trade(engine, 10));
        assertThatThrownBy(loop::run).isInstanceOf(StrategyException.class);

        loop.release();
        loop.schedule(Duration.ZERO, () -> seen.add("a wait"));
        loop.executeFirst(() -> seen.add("an answer"));
        loop.execute(loop::stop);
        loop.run();

        assertThat(seen).containsExactly("a wait", "an answer");
        assertThat(loop.failures()).as("the engine takes no event any more").isEqualTo(1);
    }

    @Test
    void waitsRunInTheOrderOfTheirTimeAndThenOfAsking() {
        LiveLoop loop = LiveLoop.of(engine(), () -> now);
        loop.schedule(Duration.ofNanos(20), () -> seen.add("c"));
        loop.schedule(Duration.ofNanos(10), () -> seen.add("a"));
        Runnable back = loop.schedule(Duration.ofNanos(10), () -> seen.add("taken back"));
        loop.schedule(Duration.ofNanos(10), () -> seen.add("b"));
        loop.turn();
        assertThat(seen).isEmpty();
        back.run();
        now += 20;
        loop.turn();

        assertThat(seen).containsExactly("a", "b", "c");
        assertThatThrownBy(() -> loop.schedule(Duration.ofNanos(-1), () -> {}))
                .hasMessage("a delay of PT-0.000000001S lies in the past; use zero for at once");
    }

    @Test
    void aWaitThatAsksForItselfAtOnceLeavesRoomForTasks() {
        LiveLoop loop = LiveLoop.of(engine(), () -> now);
        Runnable[] again = new Runnable[1];
        again[0] = () -> {
            seen.add("again");
            loop.schedule(Duration.ZERO, again[0]);
        };
        loop.schedule(Duration.ZERO, again[0]);
        loop.execute(() -> seen.add("task"));
        loop.turn();
        loop.turn();

        assertThat(seen).containsExactly("again", "task", "again");
    }

    @Test
    void aTaskThatThrowsIsCountedAndTheNextOneRuns() {
        LiveLoop loop = LiveLoop.of(engine(), () -> now);
        loop.execute(() -> {
            throw new IllegalArgumentException("an unreadable message");
        });
        loop.execute(() -> seen.add("next"));
        loop.turn();
        loop.turn();

        assertThat(seen).containsExactly("next");
        assertThat(loop.failures()).isEqualTo(1);
    }

    @Test
    void aStrategyThatEndsTheRunEndsTheLoop() {
        Engine engine = engine();
        LiveLoop loop = LiveLoop.of(engine, () -> now);
        loop.execute(trade(engine, 666));

        assertThatThrownBy(loop::turn).isInstanceOf(StrategyException.class).hasMessageContaining("onTrade");
    }

    @Test
    void equalInputsInRandomTurnsGiveTheSameCallbacks() {
        for (long seed = 1; seed <= 50; seed++) {
            assertThat(play(seed, 3)).as("seed " + seed).isEqualTo(play(seed, 1));
        }
    }

    /** What is seen if tasks are handed over in groups and taken in as many turns. */
    private List<String> play(long seed, int group) {
        seen.clear();
        now = 1_000;
        SplittableRandom random = new SplittableRandom(seed);
        Engine engine = engine();
        LiveLoop loop = LiveLoop.of(engine, () -> now);
        for (int i = 0; i < 60; i += 3) {
            now += random.nextLong(100);
            for (int k = 0; k < 3; k++) {
                loop.execute(trade(engine, 1 + random.nextLong(500)));
                if (group == 1) {
                    loop.turn();
                }
            }
            while (loop.turn()) {
                seen.size();
            }
        }
        return List.copyOf(seen);
    }

    @Test
    @Timeout(60)
    void inRealTimeItSleepsUntilATaskOrATimerComesAndEndsWhenTold() throws InterruptedException {
        MachineClock clock = MachineClock.start();
        now = clock.nanos();
        Engine engine = engine();
        LiveLoop loop = LiveLoop.of(engine, clock);
        AtomicReference<Throwable> thrown = new AtomicReference<>();
        Thread thread = new Thread(() -> {
            try {
                loop.run();
            } catch (RuntimeException e) {
                thrown.set(e);
            }
        });
        thread.start();
        CountDownLatch task = new CountDownLatch(1);
        CountDownLatch wait = new CountDownLatch(1);
        loop.execute(() -> {
            task.countDown();
            loop.schedule(Duration.ofMillis(2), wait::countDown);
        });
        assertThat(task.await(30, TimeUnit.SECONDS)).isTrue();
        assertThat(wait.await(30, TimeUnit.SECONDS)).isTrue();
        CountDownLatch refused = new CountDownLatch(1);
        loop.execute(() -> {
            assertThatThrownBy(loop::run).hasMessage("the loop runs already; an engine has one thread");
            refused.countDown();
        });
        assertThat(refused.await(30, TimeUnit.SECONDS)).isTrue();
        loop.stop();
        thread.join(30_000);

        assertThat(thread.isAlive()).isFalse();
        assertThat(thrown.get()).isNull();
        assertThat(loop.failures()).isZero();
    }

    @Test
    @Timeout(60)
    void whatIsHandedOverAfterTheEndIsDropped() {
        LiveLoop loop = LiveLoop.of(engine(), () -> now);
        loop.execute(loop::stop);
        loop.execute(() -> seen.add("after the stop"));
        loop.run();
        assertThat(loop.backlog()).isZero();
        loop.execute(() -> seen.add("late"));
        loop.executeFirst(() -> seen.add("late"));

        assertThat(loop.backlog()).isZero();
        assertThat(seen).isEmpty();
    }

    @Test
    @Timeout(60)
    void anInterruptNeitherEndsTheLoopNorStaysWithItsTasks() {
        LiveLoop loop = LiveLoop.of(engine(), () -> now);
        loop.execute(() -> Thread.currentThread().interrupt());
        loop.execute(() -> seen.add("interrupted " + Thread.currentThread().isInterrupted()));
        loop.execute(loop::stop);
        loop.run();

        assertThat(seen).containsExactly("interrupted false");
    }

    @Test
    void theClockOfTheMachineNeverGoesBack() {
        MachineClock clock = MachineClock.start();
        long last = clock.nanos();
        for (int i = 0; i < 100_000; i++) {
            long next = clock.nanos();
            assertThat(next).isGreaterThanOrEqualTo(last);
            last = next;
        }
    }

    @Test
    void aLoopWithoutAnEngineDoesTasksAndTimersUntilATaskGivesItOne() {
        LiveLoop loop = LiveLoop.of(() -> now);
        loop.schedule(Duration.ofNanos(100), () -> seen.add("timer of the session"));
        loop.execute(() -> loop.drive(engine()));
        assertThat(loop.nextDueNanos()).isEqualTo(1_100);

        assertThat(loop.turn()).isTrue();
        assertThat(loop.nextDueNanos()).isEqualTo(1_100);
        now = 1_500;
        assertThat(loop.turn()).isFalse();

        assertThat(seen).containsExactly("alarm", "timer of the session");
    }

    @Test
    void aSecondEngineIsRefused() {
        LiveLoop loop = LiveLoop.of(engine(), () -> now);

        assertThatThrownBy(() -> loop.drive(engine()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("another engine needs a loop of its own");
    }
}
