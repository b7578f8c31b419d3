package io.ttquant.examples.bench;

import io.ttquant.api.market.Instrument;
import io.ttquant.api.order.Side;
import io.ttquant.core.book.L3Book;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** A mix of rows over about a thousand live orders: 9 % adds, 6 % cancels, 3 % executions, 82 % moves to another price, each committed. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class L3BookBenchmark {
    private static final int ROWS = 200_000;
    private static final int ORDERS = 1_000;

    private final int[] kind = new int[ROWS];
    private final long[] id = new long[ROWS];
    private final long[] price = new long[ROWS];
    private final long[] quantity = new long[ROWS];

    @Setup
    public void draw() {
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < ROWS; i++) {
            kind[i] = random.nextInt(100);
            id[i] = random.nextInt(ORDERS);
            // The id decides on the side, so that a move keeps to its side of the touch.
            price[i] = 3_000_000 + (id[i] % 2 == 0 ? -1 : 1) * (1 + random.nextInt(200));
            quantity[i] = 1 + random.nextInt(1_000);
        }
    }

    @Benchmark
    @OperationsPerInvocation(ROWS)
    public long rows() {
        L3Book book = L3Book.of(
                Instrument.spot("test:XY", "X", "Y").tick("0.01").lot("0.001").build(), 0);
        for (long order = 0; order < ORDERS; order++) {
            book.add(order, order % 2 == 0 ? Side.BUY : Side.SELL, 3_000_000 + (order % 2 == 0 ? -1 : 1), 10);
        }
        long sum = 0;
        for (int i = 0; i < ROWS; i++) {
            row(book, i);
            book.commit(i);
            sum += book.view().rawBestBid() + book.view().rawBestAsk();
        }
        return sum;
    }

    private void row(L3Book book, int i) {
        if (kind[i] < 9) {
            book.add(id[i], id[i] % 2 == 0 ? Side.BUY : Side.SELL, price[i], quantity[i]);
        } else if (kind[i] < 15) {
            book.cancel(id[i]);
        } else if (kind[i] < 18) {
            book.execute(id[i], quantity[i]);
        } else {
            book.modify(id[i], price[i], quantity[i]);
        }
    }
}
