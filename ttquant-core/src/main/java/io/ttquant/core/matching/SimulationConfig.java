package io.ttquant.core.matching;

import io.ttquant.core.assumption.Assumption;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The assumptions of simulated execution.
 *
 * @param timing when market orders decided on bars are executed
 * @param path the way of the price inside a bar
 * @param fills when a resting limit order is filled
 * @param fees what fills cost
 * @param slippage how much worse takers fare
 * @param latency how long commands and reports take
 * @param participation the part of a bar's volume that our fills inside it may take, above 0 to 1; 1 also lifts the limit where volume is unknown
 * @param queue how the place of a resting order in the queue of its price is estimated, where there is an order book
 * @param depth what takers find beyond the best price, where there is no order book
 * @param priceProtectionTicks how far from the best price of the other side, in ticks, a market or stop-market order takes levels; 0 = any
 * @param rejectPassedStops whether a stop order whose trigger is already passed is rejected; otherwise it triggers at once
 * @param refusals which orders it refuses for reasons of its own; for tests
 * @param seed of the random numbers of the fill policy
 */
public record SimulationConfig(
        ExecutionTiming timing,
        BarPath path,
        FillPolicy fills,
        FeeModel fees,
        SlippageModel slippage,
        LatencyModel latency,
        BigDecimal participation,
        QueueModel queue,
        DepthModel depth,
        int priceProtectionTicks,
        boolean rejectPassedStops,
        VenueRefusals refusals,
        long seed) {
    /** Next open, adaptive path, fills on trade-through, no fees, no slippage, no latency, no limit by volume. */
    public static final SimulationConfig DEFAULT = new SimulationConfig(
            ExecutionTiming.NEXT_OPEN,
            BarPath.ADAPTIVE,
            FillPolicy.THROUGH,
            RateFees.of("0", "0"),
            SlippageModel.NONE,
            LatencyModel.NONE,
            BigDecimal.ONE,
            QueueModel.riskAverse(),
            DepthModel.nextTick(),
            0,
            false,
            VenueRefusals.NONE,
            1);

    /**
     * Checks the participation and the price protection.
     *
     * @throws IllegalArgumentException if the participation is not above 0 and at most 1, or the ticks are negative
     */
    public SimulationConfig {
        if (participation.signum() <= 0 || participation.compareTo(BigDecimal.ONE) > 0) {
            throw new IllegalArgumentException("participation " + participation
                    + " must be above 0 and at most 1, the part of a bar's volume to take");
        }
        if (priceProtectionTicks < 0) {
            throw new IllegalArgumentException("price protection of " + priceProtectionTicks
                    + " ticks must not be negative; 0 lets market orders take at any price");
        }
    }

    /** The same with another timing. */
    public SimulationConfig withTiming(ExecutionTiming value) {
        return with(copy -> copy.timing = value);
    }

    /** The same with another path. */
    public SimulationConfig withPath(BarPath value) {
        return with(copy -> copy.path = value);
    }

    /** The same with another fill policy. */
    public SimulationConfig withFills(FillPolicy value) {
        return with(copy -> copy.fills = value);
    }

    /** The same with other fees. */
    public SimulationConfig withFees(FeeModel value) {
        return with(copy -> copy.fees = value);
    }

    /** The same with other slippage. */
    public SimulationConfig withSlippage(SlippageModel value) {
        return with(copy -> copy.slippage = value);
    }

    /** The same with other latency. */
    public SimulationConfig withLatency(LatencyModel value) {
        return with(copy -> copy.latency = value);
    }

    /** The same with another participation. */
    public SimulationConfig withParticipation(BigDecimal value) {
        return with(copy -> copy.participation = value);
    }

    /** The same with another queue model. */
    public SimulationConfig withQueue(QueueModel value) {
        return with(copy -> copy.queue = value);
    }

    /** The same with another depth model. */
    public SimulationConfig withDepth(DepthModel value) {
        return with(copy -> copy.depth = value);
    }

    /** The same with another price protection. */
    public SimulationConfig withPriceProtectionTicks(int value) {
        return with(copy -> copy.priceProtectionTicks = value);
    }

    /** The same with passed stops rejected or not. */
    public SimulationConfig withPassedStopsRejected(boolean value) {
        return with(copy -> copy.rejectPassedStops = value);
    }

    /** The same with other refusals. */
    public SimulationConfig withRefusals(VenueRefusals value) {
        return with(copy -> copy.refusals = value);
    }

    /** The same with another seed. */
    public SimulationConfig withSeed(long value) {
        return with(copy -> copy.seed = value);
    }

    private SimulationConfig with(Consumer<Copy> change) {
        Copy copy = new Copy(this);
        change.accept(copy);
        return copy.build();
    }

    /** The components while one of them is changed. */
    private static final class Copy {
        private ExecutionTiming timing;
        private BarPath path;
        private FillPolicy fills;
        private FeeModel fees;
        private SlippageModel slippage;
        private LatencyModel latency;
        private BigDecimal participation;
        private QueueModel queue;
        private DepthModel depth;
        private int priceProtectionTicks;
        private boolean rejectPassedStops;
        private VenueRefusals refusals;
        private long seed;

        Copy(SimulationConfig of) {
            this.timing = of.timing;
            this.path = of.path;
            this.fills = of.fills;
            this.fees = of.fees;
            this.slippage = of.slippage;
            this.latency = of.latency;
            this.participation = of.participation;
            this.queue = of.queue;
            this.depth = of.depth;
            this.priceProtectionTicks = of.priceProtectionTicks;
            this.rejectPassedStops = of.rejectPassedStops;
            this.refusals = of.refusals;
            this.seed = of.seed;
        }

        SimulationConfig build() {
            return new SimulationConfig(
                    timing,
                    path,
                    fills,
                    fees,
                    slippage,
                    latency,
                    participation,
                    queue,
                    depth,
                    priceProtectionTicks,
                    rejectPassedStops,
                    refusals,
                    seed);
        }
    }

    /**
     * What a run with this assumes, for its report.
     *
     * @param sources against which its orders executed
     */
    public List<Assumption> assumptions(Set<ExecutionSource> sources) {
        return new ExecutionAssumptions(this, sources).list();
    }
}
