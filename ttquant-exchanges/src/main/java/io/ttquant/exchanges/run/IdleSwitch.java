package io.ttquant.exchanges.run;

import io.ttquant.core.risk.KillLatch;
import io.ttquant.core.risk.KillSwitchStore;

/**
 * The kill switch where no engine is up: what is kept of it is changed, for the next start. To be used by whoever {@linkplain KillSwitchStore#hold() holds} it,
 * so that no engine starts from what it was before.
 */
public final class IdleSwitch {
    private final KillSwitchStore kept;

    /** The switch that is kept here. */
    public IdleSwitch(KillSwitchStore kept) {
        this.kept = kept;
    }

    /**
     * Does what is asked for, as far as that can be done without an engine.
     *
     * @param nowNanos the time, epoch nanoseconds
     */
    public OperatorAnswer act(OperatorRequest request, long nowNanos) {
        try {
            return switch (request.act()) {
                case STATUS -> OperatorAnswer.done("no engine is up; " + words());
                case TRIP -> trip(request, nowNanos);
                case TRIP_AND_FLATTEN -> unflattened(trip(request, nowNanos));
                case RESET -> reset(request, nowNanos);
                case REDUCE, HALT, RESUME, FLATTEN ->
                    OperatorAnswer.undone(
                            "no engine is up that could " + request.act().words() + " " + request.subject()
                                    + "; nothing was done. The kill switch can be tripped without one");
            };
        } catch (RuntimeException e) {
            return OperatorAnswer.undone("not done: " + e.getMessage());
        }
    }

    /** Whether it is tripped, in words. */
    public String words() {
        try {
            KillLatch latch = kept.load();
            return latch == null
                    ? "the kill switch is not tripped"
                    : "the kill switch is TRIPPED by " + latch.who() + " " + latch.when() + ": " + latch.reason();
        } catch (RuntimeException e) {
            return "the kill switch cannot be read and counts as TRIPPED: " + e.getMessage();
        }
    }

    /** Whether it is tripped, or counts as tripped because that cannot be told. */
    public boolean isTripped() {
        try {
            return kept.load() != null;
        } catch (RuntimeException e) {
            return true;
        }
    }

    private OperatorAnswer trip(OperatorRequest request, long nowNanos) {
        if (isTripped()) {
            return OperatorAnswer.done("no engine is up; it was tripped before: " + words());
        }
        kept.trip(new KillLatch(request.why(), request.who(), nowNanos));
        return OperatorAnswer.done(
                "no engine is up: the kill switch is tripped for the next start, which cancels what is open then."
                        + " Until then look at the exchange for what is open there");
    }

    private static OperatorAnswer unflattened(OperatorAnswer tripped) {
        return tripped.isDone()
                ? OperatorAnswer.undone(
                        tripped.text()
                                + ". POSITIONS ARE NOT CLOSED: close them at the exchange, or trip it again so once an engine is up")
                : tripped;
    }

    private OperatorAnswer reset(OperatorRequest request, long nowNanos) {
        if (kept.load() == null) {
            return OperatorAnswer.undone("the kill switch is not tripped, so " + request.who() + " cannot reset it");
        }
        kept.reset(request.who(), request.why(), nowNanos);
        return OperatorAnswer.done("no engine is up: the kill switch is reset, and the next start trades");
    }
}
