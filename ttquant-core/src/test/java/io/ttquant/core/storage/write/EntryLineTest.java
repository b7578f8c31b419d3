package io.ttquant.core.storage.write;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.api.market.InstrumentId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class EntryLineTest {
    private static Collected entry(int thread, int number) {
        return new Collected.AnInstrument(InstrumentId.of("t" + thread, "n" + number));
    }

    @Test
    void whatIsFullRefusesUntilSomethingIsTakenAndOrderIsKeptRoundAndRound() {
        EntryLine line = new EntryLine(3);
        int given = 0;
        int taken = 0;
        for (int round = 0; round < 20; round++) {
            while (line.offer(entry(0, given))) {
                given++;
            }
            assertThat(line.waiting()).isEqualTo(3);
            assertThat(given - taken).isEqualTo(3);
            for (int i = 0; i <= round % 3; i++) {
                assertThat(line.poll()).isEqualTo(entry(0, taken++));
            }
        }
        while (taken < given) {
            assertThat(line.poll()).isEqualTo(entry(0, taken++));
        }
        assertThat(line.poll()).isNull();
        assertThat(line.given()).isEqualTo(given);
        assertThat(line.taken()).isEqualTo(given);
    }

    @Test
    void ofSeveralThreadsEachEntryComesOnceAndInTheOrderOfItsThread() throws InterruptedException {
        int each = 20_000;
        EntryLine line = new EntryLine(100);
        List<Thread> threads = new ArrayList<>();
        for (int thread = 0; thread < 3; thread++) {
            int its = thread;
            threads.add(new Thread(() -> {
                for (int i = 0; i < each; i++) {
                    Collected entry = entry(its, i);
                    while (!line.offer(entry)) {
                        Thread.yield();
                    }
                }
            }));
        }
        threads.forEach(Thread::start);
        int[] next = new int[3];
        long last = 3L * each;
        while (line.taken() < last) {
            if (line.poll() instanceof Collected.AnInstrument found) {
                int thread = found.id().venue().charAt(1) - '0';
                assertThat(found.id().symbol()).isEqualTo("n" + next[thread]++);
            } else {
                Thread.yield();
            }
        }
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(Arrays.stream(next).boxed().toList()).containsExactly(each, each, each);
        assertThat(line.poll()).isNull();
    }
}
