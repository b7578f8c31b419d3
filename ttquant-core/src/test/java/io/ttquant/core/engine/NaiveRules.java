package io.ttquant.core.engine;

import io.ttquant.core.matching.BarPath;
import io.ttquant.core.matching.ExecutionTiming;
import io.ttquant.core.matching.FillPolicy;
import io.ttquant.core.matching.LatencyModel;
import io.ttquant.core.matching.RateFees;
import io.ttquant.core.matching.SimulationConfig;
import io.ttquant.core.matching.SlippageModel;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.SplittableRandom;

/** The assumptions of one comparison, drawn at random, for the naive venue and for the real one. */
record NaiveRules(
        ExecutionTiming timing,
        BarPath path,
        double touch,
        BigDecimal participation,
        long seed,
        int slippageTicks,
        long latency,
        boolean rejectsPassedStops,
        BigDecimal makerFee,
        BigDecimal takerFee) {
    static NaiveRules draw(SplittableRandom random) {
        long[] latencies = {0, 0, 1_000_000, 17_300_000_001L, 40_000_000_000L, 75_000_000_000L};
        return new NaiveRules(
                ExecutionTiming.values()[random.nextInt(3)],
                BarPath.values()[random.nextInt(3)],
                new double[] {0, 0, 1, 0.5}[random.nextInt(4)],
                random.nextInt(3) == 0 ? new BigDecimal("0.3") : BigDecimal.ONE,
                random.nextLong(),
                random.nextInt(3),
                latencies[random.nextInt(latencies.length)],
                random.nextInt(4) == 0,
                new BigDecimal(random.nextBoolean() ? "-0.0001" : "0.001"),
                new BigDecimal("0.0015"));
    }

    SimulationConfig config() {
        return SimulationConfig.DEFAULT
                .withTiming(timing)
                .withPath(path)
                .withFills(new FillPolicy(touch))
                .withParticipation(participation)
                .withSeed(seed)
                .withSlippage(SlippageModel.ticks(slippageTicks))
                .withLatency(LatencyModel.constant(Duration.ofNanos(latency), Duration.ZERO))
                .withPassedStopsRejected(rejectsPassedStops)
                .withFees(RateFees.of(makerFee, takerFee));
    }

    boolean isVolumeLimited() {
        return participation.compareTo(BigDecimal.ONE) < 0;
    }

    /** The published draw: SplitMix64 of seed, order and time. */
    boolean touchFills(NaiveOrder order, long nanos) {
        if (touch == 0 || touch == 1) {
            return touch == 1;
        }
        return new SplittableRandom(seed - GAMMA + GAMMA * (order.number * 31L + nanos)).nextLong() >>> 11
                < touch * 0x1.0p53;
    }

    private static final long GAMMA = 0x9E3779B97F4A7C15L;

    BigDecimal tick() {
        return new BigDecimal("0.5");
    }

    BigDecimal fee(BigDecimal value, BigDecimal rate) {
        return value.multiply(rate).setScale(2, RoundingMode.HALF_EVEN);
    }
}
