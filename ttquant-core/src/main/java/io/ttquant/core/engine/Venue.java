package io.ttquant.core.engine;

import io.ttquant.api.exchange.Capability;
import io.ttquant.api.exchange.ExecutionSession;
import io.ttquant.api.time.Clock;
import io.ttquant.api.time.EpochNanos;
import io.ttquant.core.matching.ExecutionSource;
import io.ttquant.core.matching.OrderEmulator;
import io.ttquant.core.matching.SimulatedExchange;
import io.ttquant.core.order.TrackedOrder;
import java.util.Objects;
import java.util.Set;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Where orders go: a simulated exchange or a session, and before it what emulates the kinds that it lacks.
 *
 * @param simulation null if execution is not simulated
 * @param emulator null if the venue lacks nothing that is emulated
 * @param session takes the commands
 * @param rules what is refused since it can neither be done nor emulated
 */
record Venue(
        @Nullable SimulatedExchange simulation,
        @Nullable OrderEmulator emulator,
        ExecutionSession session,
        VenueRules rules) {
    static Venue of(
            @Nullable SimulatedExchange simulation,
            EngineBuilder b,
            Clock clock,
            ExecutionReports reports,
            LongConsumer dueAt) {
        ExecutionSession venue = b.session(simulation);
        Set<Capability> able = b.capabilities(venue);
        OrderEmulator emulator = OrderEmulator.of(venue, able, clock, reports, dueAt, reports.gate()::isTrading);
        return new Venue(
                simulation,
                emulator,
                Objects.requireNonNullElse(emulator, venue),
                new VenueRules(Set.copyOf(able), new SpotReducing(simulation != null)));
    }

    Set<ExecutionSource> sources() {
        return simulation == null ? Set.of() : simulation.sources();
    }

    /** Does one thing that is due; false if nothing was. */
    boolean settle() {
        return (emulator != null && emulator.settle()) || (simulation != null && simulation.settle());
    }

    /** The cancel by which an order was to expire did not come to be. */
    void expireAgain(TrackedOrder order) {
        if (emulator != null) {
            emulator.expireAgain(order);
        }
    }

    long nextDueNanos() {
        long due = simulation == null ? EpochNanos.NEVER : simulation.nextDueNanos();
        return emulator == null ? due : Math.min(due, emulator.nextDueNanos());
    }

    long nextInFlightNanos() {
        return simulation == null ? EpochNanos.NEVER : simulation.nextInFlightNanos();
    }

    /** No market data come any more. */
    void finish() {
        if (simulation != null) {
            simulation.finish();
        }
    }

    long lastInFlightNanos() {
        return simulation == null ? Long.MIN_VALUE : simulation.lastInFlightNanos();
    }
}
