package io.ttquant.backtest.junit;

import io.ttquant.api.money.Decimals;
import io.ttquant.api.time.EpochNanos;
import io.ttquant.core.matching.LatencyModel;
import io.ttquant.core.matching.SimulationConfig;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;

/** Something that goes wrong in a run, in a line: {@code runner.with(Fault.rejectCommand(1), Fault.latency(Duration.ofSeconds(2)))}. */
public sealed interface Fault {
    /** The n-th command to the exchange fails on its way and is reported as rejected at once; orders, cancels and amendments count, from 1. */
    static Fault rejectCommand(int number) {
        if (number < 1) {
            throw new IllegalArgumentException("command " + number + " cannot be rejected; they count from 1");
        }
        return new RejectedCommand(number);
    }

    /** Commands take this long to the exchange, and reports as long back. */
    static Fault latency(Duration oneWay) {
        return new SlowRoad(LatencyModel.constant(oneWay, oneWay));
    }

    /** Our fills inside a bar take at most this part of its volume, above 0 and below 1, so that orders fill in parts. Bars need a volume for it. */
    static Fault partialFills(String part) {
        BigDecimal value = Decimals.parse(part);
        if (value.signum() <= 0 || value.compareTo(BigDecimal.ONE) >= 0) {
            throw new IllegalArgumentException("part " + part + " of a bar's volume must be above 0 and below 1");
        }
        return new ThinMarket(value);
    }

    /** The feed is silent from one time until another: what lies in between, in part or whole, never comes. */
    static Fault feedGap(Instant from, Instant to) {
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException(
                    "a gap that starts at " + from + " must end later than that, not at " + to);
        }
        return new Gap(from, to);
    }

    /** The data with this fault. */
    default MarketData in(MarketData data) {
        return data;
    }

    /** The execution with this fault. */
    default SimulationConfig in(SimulationConfig config) {
        return config;
    }

    /** A command that fails. */
    record RejectedCommand(int number) implements Fault {
        @Override
        public SimulationConfig in(SimulationConfig config) {
            return config.withLatency(new FailingLatency(config.latency(), number));
        }
    }

    /** Latency of orders. */
    record SlowRoad(LatencyModel latency) implements Fault {
        @Override
        public SimulationConfig in(SimulationConfig config) {
            return config.withLatency(latency);
        }
    }

    /** Little volume for us. */
    record ThinMarket(BigDecimal part) implements Fault {
        @Override
        public SimulationConfig in(SimulationConfig config) {
            return config.withParticipation(part);
        }
    }

    /** A feed that falls silent. */
    record Gap(Instant from, Instant to) implements Fault {
        @Override
        public MarketData in(MarketData data) {
            return data.without(EpochNanos.of(from), EpochNanos.of(to));
        }
    }
}
