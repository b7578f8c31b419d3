package io.ttquant.backtest.junit;

import io.ttquant.api.time.EpochNanos;
import io.ttquant.core.risk.Guard;
import io.ttquant.core.risk.RiskEvent;
import java.time.Instant;

/** Assertions about a limit of the risk rules that was reached. */
public final class RiskTripAssert {
    private final RiskEvent.Tripped trip;
    private final int number;
    private final RunAssert run;

    RiskTripAssert(RiskEvent.Tripped trip, int number, RunAssert run) {
        this.trip = trip;
        this.number = number;
        this.run = run;
    }

    /** It was this limit. */
    public RiskTripAssert isOf(Guard guard) {
        return is("guard", guard, trip.guard());
    }

    /** It was reached at this time. */
    public RiskTripAssert at(Instant time) {
        return is("time", time, EpochNanos.toInstant(trip.tsEvent()));
    }

    /** It is a limit of the strategy's own. */
    public RiskTripAssert ofStrategy() {
        return is("owner", "the strategy", owner());
    }

    /** It is a limit of the whole account. */
    public RiskTripAssert ofAccount() {
        return is("owner", "the account", owner());
    }

    /** Its sentence has this in it. */
    public RiskTripAssert saying(String part) {
        return trip.message().contains(part)
                ? this
                : fail("to say \"" + part + "\", but it says \"" + trip.message() + "\"");
    }

    /** Back to the run. */
    public RunAssert and() {
        return run;
    }

    private String owner() {
        return trip.strategyId().isEmpty() ? "the account" : "the strategy";
    }

    private RiskTripAssert is(String what, Object expected, Object actual) {
        return expected.equals(actual) ? this : fail(what + " to be " + expected + ", but it was " + actual);
    }

    private RiskTripAssert fail(String what) {
        run.fail("expected risk trip " + number + ": " + what, run.aroundTrip(trip.guard()));
        return this;
    }
}
