package io.ttquant.examples.bench;

import io.ttquant.api.money.FixedPoint;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The guarded 128-bit step from price and quantity to an amount, which every fill takes at least once. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class FixedPointBenchmark {
    private long rawPrice = 9_500_012L;
    private long rawQuantity = 12_345_678L;

    @Benchmark
    public long notional() {
        return FixedPoint.multiply(rawPrice, rawQuantity, 10, 8);
    }
}
