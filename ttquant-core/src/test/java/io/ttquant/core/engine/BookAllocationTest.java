package io.ttquant.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.api.market.AggressorSide;
import io.ttquant.core.matching.SimulationConfig;
import org.junit.jupiter.api.Test;

/** Once a book has found its size, its updates and prints do not allocate, with orders at rest in its queues. */
class BookAllocationTest {
    private static final int ROUNDS = 20_000;

    /** By reflection, as the module under test does not read the management modules. */
    private static long allocatedBytes() {
        try {
            Object threads = Class.forName("java.lang.management.ManagementFactory")
                    .getMethod("getThreadMXBean")
                    .invoke(null);
            return (long) Class.forName("com.sun.management.ThreadMXBean")
                    .getMethod("getThreadAllocatedBytes", long.class)
                    .invoke(threads, Thread.currentThread().getId());
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void updatesAndPrintsDoNotAllocate() {
        Lab lab = new Lab(
                Lab.SWAP,
                SimulationConfig.DEFAULT,
                b -> b.startBalance(Lab.USD, 1_000_000_00).sampleEvery(java.time.Duration.ofDays(1)));
        long[] sum = {0};
        lab.script.start = ctx -> ctx.subscribeBook(Lab.SWAP.id());
        BookFeed book = new BookFeed(lab);
        lab.start(0);
        book.snapshot(1, "1000x10 999x20 990x30", "1001x10 1002x20 1010x30");
        for (int i = 0; i < 10; i++) {
            lab.script.desk().buy(Lab.SWAP).lots(1).limit(1_000 - i).submit();
            lab.script.desk().sell(Lab.SWAP).lots(1).limit(1_001 + i).submit();
        }
        lab.engine.settle();
        lab.script.heard.clear();
        long[] ts = {1};
        Runnable round = () -> {
            long now = ++ts[0];
            book.sink.increment(now, now);
            book.sink.bid(1_000 - now % 12, 20 + now % 5);
            book.sink.ask(1_001 + now % 12, 20 + now % 7);
            book.sink.end();
            lab.sink.trade(now, now, 1_001, 1 + now % 2, AggressorSide.BUYER);
            sum[0] += lab.script.heard.size();
            lab.script.heard.clear();
        };
        for (int i = 0; i < ROUNDS; i++) {
            round.run();
        }
        int fills = lab.script.fills.size();
        long before = allocatedBytes();
        for (int i = 0; i < ROUNDS; i++) {
            round.run();
        }
        long bytes = allocatedBytes() - before;

        assertThat(lab.script.fills).hasSize(fills);
        assertThat(sum[0]).isGreaterThanOrEqualTo(2 * ROUNDS);
        assertThat(bytes / ROUNDS).as("bytes per round").isLessThan(BYTES_OF_A_NOTE);
    }

    /** What the script itself allocates to note a change of the book. */
    private static final int BYTES_OF_A_NOTE = 100;
}
