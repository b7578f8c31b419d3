package io.ttquant.exchanges.transport.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ttquant.core.engine.SeededRandom;
import io.ttquant.exchanges.transport.simulated.SimulatedTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Waits, gates and paces. */
class BackoffTest {
    private static final Duration LEAST = Duration.ofMillis(100);
    private static final Duration MOST = Duration.ofSeconds(30);

    @Test
    void waitsLieBetweenTheLeastAndABoundThatDoubles() {
        for (long seed = 0; seed < 1000; seed++) {
            Backoff backoff = new Backoff(LEAST, MOST, new SeededRandom(seed));
            Duration bound = LEAST;
            for (int failure = 1; failure <= 20; failure++) {
                bound = bound.multipliedBy(2).compareTo(MOST) < 0 ? bound.multipliedBy(2) : MOST;
                assertThat(backoff.next())
                        .as("seed %s, failure %s", seed, failure)
                        .isBetween(LEAST, bound);
            }
        }
    }

    @Test
    void manyClientsAreSpreadOverTheWholeRange() {
        long low = 0;
        for (long seed = 0; seed < 1000; seed++) {
            Backoff backoff = new Backoff(LEAST, MOST, new SeededRandom(seed));
            Duration wait = Duration.ZERO;
            for (int i = 0; i < 20; i++) {
                wait = backoff.next();
            }
            low += wait.compareTo(MOST.dividedBy(2)) < 0 ? 1 : 0;
        }
        assertThat(low).isBetween(400L, 600L);
    }

    @Test
    void startsOverAfterAReset() {
        Backoff backoff = new Backoff(LEAST, MOST, new SeededRandom(1));
        for (int i = 0; i < 100; i++) {
            backoff.next();
        }
        backoff.reset();
        assertThat(backoff.next()).isBetween(LEAST, LEAST.multipliedBy(2));
    }

    @Test
    void waitsOfZeroAreRefused() {
        assertThatThrownBy(() -> new Backoff(Duration.ZERO, MOST, new SeededRandom(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("PT0S");
        assertThatThrownBy(() -> new Backoff(MOST, MOST, new SeededRandom(1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aGateLetsOneInAtATimeAndKeepsItsSpacing() {
        SimulatedTime time = new SimulatedTime(0);
        ConnectGate gate = new ConnectGate(time, Duration.ofMillis(350));
        List<String> entered = new ArrayList<>();
        ConnectGate.Pass a = enter(gate, () -> entered.add("a " + time.nanos() / 1_000_000));
        ConnectGate.Pass b = enter(gate, () -> entered.add("b " + time.nanos() / 1_000_000));
        ConnectGate.Pass c = enter(gate, () -> entered.add("c " + time.nanos() / 1_000_000));
        time.run(Duration.ofSeconds(1));
        assertThat(entered).containsExactly("a 0");
        b.leave();
        a.leave();
        a.leave();
        time.run(Duration.ofSeconds(1));
        assertThat(entered).containsExactly("a 0", "c 1000");
        c.leave();
        ConnectGate.Pass d = enter(gate, () -> entered.add("d " + time.nanos() / 1_000_000));
        d.leave();
        enter(gate, () -> entered.add("e " + time.nanos() / 1_000_000));
        time.run(Duration.ofSeconds(1));
        assertThat(entered).containsExactly("a 0", "c 1000", "d 2000", "e 2350");
    }

    private static ConnectGate.Pass enter(ConnectGate gate, Runnable attempt) {
        ConnectGate.Pass pass = gate.pass(attempt);
        pass.enter();
        return pass;
    }

    @Test
    void aPaceIsNeverExceededInAnyWindow() {
        for (long seed = 0; seed < 50; seed++) {
            SeededRandom random = new SeededRandom(seed);
            SimulatedTime time = new SimulatedTime(0);
            Pacer pacer = new Pacer(
                    time,
                    List.of(Pace.ofMessages(5, Duration.ofSeconds(1)), Pace.ofMessages(20, Duration.ofSeconds(10))));
            List<Long> sent = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                pacer.submit(() -> sent.add(time.nanos()));
                time.run(Duration.ofMillis(random.nextInt(200)));
            }
            time.run(Duration.ofMinutes(5));
            assertThat(sent).hasSize(200);
            for (int i = 5; i < sent.size(); i++) {
                assertThat(sent.get(i) - sent.get(i - 5)).as("seed %s", seed).isGreaterThanOrEqualTo(1_000_000_000L);
                assertThat(i < 20 || sent.get(i) - sent.get(i - 20) >= 10_000_000_000L)
                        .as("seed %s", seed)
                        .isTrue();
            }
        }
    }
}
