package io.ttquant.exchanges.transport.clock;

import io.ttquant.api.exchange.SessionFigures;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How far a venue's clock is ahead of ours, from round trips that ask it for its time (Cristian, "Probabilistic clock synchronization",
 * Distributed Computing 3, 1989): the server read its clock somewhere between sending and receiving, so the middle is off by at most half the
 * round trip. Among the last round trips the one with the least uncertainty counts, so that a slow one moves nothing. The offset is added
 * to times that are sent, and to nothing else: the engine's clock stays monotone. To be used on the engine's thread.
 */
public final class ClockOffset {
    private static final int SAMPLES = 16;

    /** What the two clocks may drift apart: 100 parts in a million is more than ordinary quartz does. */
    private static final long DRIFT_PARTS = 10_000;

    private final ClockLimits limits;
    private final Deque<Sample> samples = new ArrayDeque<>();

    /** An offset that is not known. */
    public ClockOffset(ClockLimits limits) {
        this.limits = limits;
    }

    /**
     * Takes a round trip into account.
     *
     * @param sentNanos when we asked, by our clock
     * @param serverNanos what the venue's clock said
     * @param resolution the step of the time that the venue gives, such as 1 ms
     * @param receivedNanos when we had the answer, by our clock
     * @throws IllegalArgumentException if we received before we sent
     */
    public void add(long sentNanos, long serverNanos, Duration resolution, long receivedNanos) {
        if (receivedNanos < sentNanos) {
            throw new IllegalArgumentException(
                    "an answer came " + (sentNanos - receivedNanos) + " ns before its question: use a monotone clock");
        }
        long half = (receivedNanos - sentNanos) / 2;
        // A clock that counts in steps was read up to a step before the true time.
        long step = resolution.toNanos();
        long offset = Math.subtractExact(serverNanos + step / 2, sentNanos + half);
        samples.addLast(new Sample(offset, half + step / 2 + 1, receivedNanos));
        if (samples.size() > SAMPLES) {
            samples.removeFirst();
        }
    }

    /** Forgets all round trips: after a step of a clock they are wrong. */
    public void forget() {
        samples.clear();
    }

    /** Whether there was a round trip. */
    public boolean isKnown() {
        return !samples.isEmpty();
    }

    /**
     * The time of the venue at a time of ours, in epoch nanoseconds.
     *
     * @throws IllegalStateException if no round trip was made yet
     */
    public long toVenueNanos(long ourNanos) {
        return Math.addExact(ourNanos, best(ourNanos).offset);
    }

    /**
     * How far the venue's clock is ahead of ours; negative if it is behind.
     *
     * @throws IllegalStateException if no round trip was made yet
     */
    public Duration offset(long nowNanos) {
        return Duration.ofNanos(best(nowNanos).offset);
    }

    /**
     * The most that {@link #offset} is wrong by.
     *
     * @throws IllegalStateException if no round trip was made yet
     */
    public Duration error(long nowNanos) {
        return Duration.ofNanos(best(nowNanos).error(nowNanos));
    }

    /** What is known of the clocks, for people; empty before a round trip was made. */
    public Optional<SessionFigures.ClockOffset> figures(long nowNanos) {
        return isKnown()
                ? Optional.of(new SessionFigures.ClockOffset(
                        offset(nowNanos).toNanos(), error(nowNanos).toNanos()))
                : Optional.empty();
    }

    /** Why not to trade with this clock, for people; null if it is good enough. */
    public @Nullable String objection(long nowNanos) {
        if (!isKnown()) {
            return "the venue's clock was never read: ask for its time first";
        }
        Duration offset = offset(nowNanos);
        Duration error = error(nowNanos);
        if (offset.abs().plus(error).compareTo(limits.offset()) > 0) {
            return "the venue's clock is ahead of this machine's by " + offset + " (give or take " + error
                    + "), allowed is " + limits.offset() + " either way: set the machine's clock (NTP)";
        }
        if (error.compareTo(limits.error()) > 0) {
            return "the venue's clock is known to " + error + " only, needed is " + limits.error()
                    + ": read it again, or look for what slows" + " the way to the venue";
        }
        return null;
    }

    private Sample best(long nowNanos) {
        Sample best = null;
        for (Sample sample : samples) {
            if (best == null || sample.error(nowNanos) <= best.error(nowNanos)) {
                best = sample;
            }
        }
        if (best == null) {
            throw new IllegalStateException("the venue's clock was never read: ask for its time first");
        }
        return best;
    }

    private record Sample(long offset, long errorNanos, long takenNanos) {
        long error(long nowNanos) {
            return errorNanos + Math.max(0, nowNanos - takenNanos) / DRIFT_PARTS;
        }
    }
}
