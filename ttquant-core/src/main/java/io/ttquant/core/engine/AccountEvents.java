package io.ttquant.core.engine;

import io.ttquant.api.time.EpochNanos;
import java.math.BigDecimal;

/**
 * What the account itself has to do: at times, and at the end of an instant, when all that ends or happens then is settled and before
 * anything begins. Only where execution is simulated; a real exchange reports its own payments.
 */
final class AccountEvents {
    private final Engine engine;
    private final FundingDesk funding;
    private long nextDue = EpochNanos.NEVER;
    private boolean hasWork;

    AccountEvents(Engine engine) {
        this.engine = engine;
        this.funding = new FundingDesk(engine);
    }

    /** A funding rate was published; it is settled at the end of the instant that it names. */
    void funding(InstrumentChannel channel, BigDecimal rate, long settlementNanos) {
        funding.update(channel, rate, settlementNanos);
        schedule();
    }

    /** When the clock must stop for the account next, epoch nanoseconds. */
    long nextDueNanos() {
        return nextDue;
    }

    /** True if something is to be done before this instant ends. */
    boolean hasWork() {
        return hasWork;
    }

    /** The clock stands at a time that was asked for, or past it. */
    boolean reach() {
        if (nextDue > engine.now()) {
            return false;
        }
        hasWork = true;
        nextDue = EpochNanos.NEVER;
        return true;
    }

    /** Does what is to be done at the end of this instant. */
    void endInstant() {
        hasWork = false;
        funding.settle(engine.now());
        schedule();
    }

    private void schedule() {
        nextDue = funding.nextNanos();
        if (nextDue <= engine.now()) {
            reach();
        }
        engine.dueAt(hasWork ? engine.now() : nextDue);
    }
}
