package io.ttquant.backtest.junit;

import io.ttquant.api.money.Decimals;
import io.ttquant.api.order.RejectReason;
import io.ttquant.api.time.EpochNanos;
import io.ttquant.backtest.data.EventSource;
import io.ttquant.core.matching.LatencyModel;
import io.ttquant.core.matching.SimulationConfig;
import io.ttquant.core.matching.VenueRefusals;
import io.ttquant.core.order.Refusal;
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

    /**
     * The exchange refuses the n-th order when it arrives, for this reason. Orders are numbered from 1 as in the log of decisions, which counts those too that
     * we refuse ourselves.
     */
    static Fault rejectOrder(int number, RejectReason reason) {
        if (number < 1) {
            throw new IllegalArgumentException("order " + number + " cannot be rejected; they count from 1");
        }
        return new RefusedOrders(
                (order, nanos) -> order.sequence() == number ? new Refusal(reason, "refused by the test") : null);
    }

    /** The exchange refuses, for this reason, all orders that arrive from one time until another. */
    static Fault rejectOrders(Instant from, Instant to, RejectReason reason) {
        requireSpan(from, to);
        long start = EpochNanos.of(from);
        long end = EpochNanos.of(to);
        return new RefusedOrders((order, nanos) ->
                nanos >= start && nanos < end ? new Refusal(reason, "refused by the test, as all until " + to) : null);
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

    /**
     * The feed is silent from one time until another, and nobody notices: bars, trades, quotes, mark and index prices that lie in between, in part or whole,
     * never come. Order books and funding are not silenced. The simulated exchange sees what the feed brings, so nothing is executed meanwhile.
     */
    static Fault feedGap(Instant from, Instant to) {
        requireSpan(from, to);
        return new Gap(from, to);
    }

    /**
     * The connection of the feed is lost at one time and back at another. It is a {@link #feedGap} for order books too: they are lost at the first of the two
     * times, which a strategy sees, and there again with the first message after the second (books by order with the first snapshot).
     */
    static Fault disconnect(Instant from, Instant to) {
        requireSpan(from, to);
        return new Disconnect(from, to);
    }

    private static void requireSpan(Instant from, Instant to) {
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException(
                    "a fault that starts at " + from + " must end later than that, not at " + to);
        }
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

    /** Orders that the exchange refuses. */
    record RefusedOrders(VenueRefusals refusals) implements Fault {
        @Override
        public SimulationConfig in(SimulationConfig config) {
            return config.withRefusals(config.refusals().and(refusals));
        }
    }

    /** A connection that breaks. */
    record Disconnect(Instant from, Instant to) implements Fault {
        @Override
        public MarketData in(MarketData data) {
            return new MarketData(data.sources().stream()
                    .map(source -> (EventSource) new DisconnectedSource(source, EpochNanos.of(from), EpochNanos.of(to)))
                    .toList());
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
