package io.ttquant.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.api.time.EpochNanos;
import io.ttquant.core.matching.SimulationConfig;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** The heap of timers against a list that is sorted after each change; a stable sort keeps equal times in the order they were set. */
class TimerQueueTest {
    private final StrategySlot first = slot();
    private final StrategySlot second = slot();

    private static StrategySlot slot() {
        return Lab.of(Lab.SPOT, SimulationConfig.DEFAULT, 1).engine.slot(0);
    }

    @Test
    void firesWhatASortedListFires() {
        for (long seed = 1; seed <= 3_000; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            TimerQueue queue = new TimerQueue();
            List<TimerQueue.Timer> naive = new ArrayList<>();
            long now = 0;
            for (int round = 0; round < 80; round++) {
                StrategySlot owner = random.nextBoolean() ? first : second;
                switch (random.nextInt(8)) {
                    case 0 -> {
                        long id = random.nextLong(40);
                        queue.cancel(owner, null, id);
                        naive.removeIf(timer -> timer.owner == owner && timer.id == id);
                    }
                    case 1 -> {
                        if (random.nextInt(5) == 0) {
                            queue.cancelAll(owner);
                            naive.removeIf(timer -> timer.owner == owner);
                        }
                    }
                    case 2, 3, 4 ->
                        add(
                                queue,
                                naive,
                                new TimerQueue.Timer(
                                        owner, "t", round % 40, now + random.nextLong(12), random.nextLong(3)));
                    default -> {
                        now += random.nextLong(4);
                        TimerQueue.Timer expected =
                                naive.isEmpty() || naive.get(0).dueNanos > now ? null : naive.remove(0);
                        TimerQueue.Timer fired = queue.poll(now);
                        assertThat(fired).as("seed %d, round %d", seed, round).isSameAs(expected);
                        if (fired != null && fired.periodNanos > 0) {
                            fired.dueNanos += fired.periodNanos;
                            add(queue, naive, fired);
                        }
                    }
                }
                assertThat(queue.nextDueNanos())
                        .as("seed %d, round %d", seed, round)
                        .isEqualTo(naive.isEmpty() ? EpochNanos.NEVER : naive.get(0).dueNanos);
            }
        }
    }

    private static void add(TimerQueue queue, List<TimerQueue.Timer> naive, TimerQueue.Timer timer) {
        queue.add(timer);
        naive.add(timer);
        naive.sort(Comparator.comparingLong(t -> t.dueNanos));
    }

    @Test
    void anEmptyQueueIsNeverDue() {
        TimerQueue queue = new TimerQueue();

        assertThat(queue.nextDueNanos()).isEqualTo(EpochNanos.NEVER);
        assertThat(queue.poll(Long.MAX_VALUE)).isNull();
    }
}
