package io.ttquant.clients;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.exchanges.emulator.LocalAccount;
import io.ttquant.exchanges.emulator.LocalExchange;
import io.ttquant.exchanges.emulator.LocalMarkets;
import io.ttquant.exchanges.emulator.LocalVenue;
import io.ttquant.exchanges.emulator.VenueKind;
import io.ttquant.exchanges.emulator.exchange.Exchange;
import io.ttquant.exchanges.emulator.fault.FrameFault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** A client of Java on its way through the steps: each is tried whatever became of the others. Its exchange is its own. */
final class Walk implements AutoCloseable {
    private static final long PATIENCE_MILLIS = 20_000;
    private static final long PAUSE_MILLIS = 100;

    private final String venueName;
    private final String client;
    private final LocalExchange exchange;
    private final LocalVenue venue;
    private final List<String> failures = new ArrayList<>();

    Walk(VenueKind kind, String venueName, String client) {
        this(kind, venueName, client, LocalAccount.standard());
    }

    Walk(VenueKind kind, String venueName, String client, LocalAccount account) {
        this.venueName = venueName;
        this.client = client;
        exchange = LocalExchange.start(EnumSet.of(kind), LocalMarkets.standard(1), account, Map.of());
        venue = exchange.venue(kind);
        await("traded", () -> venue.<Boolean>ask(Walk::hasTraded));
    }

    /** Holds texts back that have this part, as long as a near network would: a client may count on that. */
    void hold(String part) {
        venue.faults(faults -> faults.frames(part, new FrameFault.Delay(Duration.ofMillis(50)), Integer.MAX_VALUE));
    }

    /** A client that asks at once for what was traded would else find a market that has just opened. */
    private static boolean hasTraded(Exchange exchange) {
        return exchange.marketData().markets().stream()
                .noneMatch(market ->
                        exchange.marketData().trades(market.symbol(), 1).isEmpty());
    }

    /** What is done in a step. */
    @FunctionalInterface
    interface Action {
        void run() throws Exception;
    }

    /** Where the exchange is. */
    String http() {
        return venue.http();
    }

    /** Where its sockets are. */
    String ws() {
        return venue.ws();
    }

    String key() {
        return exchange.account().key();
    }

    String secret() {
        return exchange.account().secret();
    }

    String passphrase() {
        return exchange.account().passphrase();
    }

    void step(String name, Action action) {
        try {
            action.run();
            StepTable.add(new Step(venueName, client, name, Step.End.PASSED, null));
        } catch (Exception | AssertionError failed) {
            failures.add(name + ": " + failed);
            StepTable.add(new Step(venueName, client, name, Step.End.FAILED, failed.toString()));
        }
    }

    /** A step in which the client must throw. */
    void refused(String name, Action action) {
        step(name, () -> {
            try {
                action.run();
            } catch (Exception refused) {
                return;
            }
            throw new AssertionError("it was not refused");
        });
    }

    /** What the client itself has nothing for. */
    void lacks(String name, String why) {
        StepTable.add(new Step(venueName, client, name, Step.End.LACKING, why));
    }

    /** Waits until something holds. */
    static void await(String what, BooleanSupplier condition) {
        long end = System.currentTimeMillis() + PATIENCE_MILLIS;
        while (!condition.getAsBoolean()) {
            if (System.currentTimeMillis() > end) {
                throw new AssertionError("never " + what);
            }
            try {
                Thread.sleep(PAUSE_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError("interrupted before " + what, e);
            }
        }
    }

    /** Ends the exchange; fails if a step did, or if money was made or lost. */
    @Override
    public void close() {
        try (exchange) {
            venue.tell(Exchange::assertConservation);
        }
        assertThat(failures).isEmpty();
    }
}
