package io.ttquant.backtest.data.series;

import io.ttquant.api.time.EpochNanos;
import org.jspecify.annotations.Nullable;

/**
 * Lays sessions one behind the other, each on a multiple of a step, so that bars aligned to the epoch are aligned to the open of their session.
 * Without sessions all time is one, which starts at an offset.
 */
final class SessionTime {
    private final @Nullable Session session;
    private final long step;
    private long start;
    private long end;
    private long laid;
    private long startBefore;
    private long endBefore;
    private long laidBefore;

    SessionTime(@Nullable Session session, long offset, long step) {
        this.session = session;
        this.step = step;
        this.start = session == null ? offset : 0;
        this.end = session == null ? EpochNanos.NEVER : 0;
    }

    /** Goes to the session in which a time lies, which never goes back; false if it lies in none. */
    boolean enter(long nanos) {
        Session hours = session;
        if (hours == null || (nanos >= start && nanos < end)) {
            return true;
        }
        long found = hours.startOf(nanos);
        if (found == Session.NONE) {
            return false;
        }
        startBefore = start;
        endBefore = end;
        laidBefore = laid;
        laid += Math.floorDiv(end - start + step - 1, step) * step;
        start = found;
        end = hours.endOf(found);
        return true;
    }

    /** End of the session. */
    long end() {
        return end;
    }

    /** A time of the session as it is laid out. */
    long lay(long nanos) {
        return laid + nanos - start;
    }

    /** The time of what is laid out, of this session or the one before it. */
    long read(long nanos) {
        return session == null || nanos >= laid ? start + nanos - laid : startBefore + nanos - laidBefore;
    }

    /** End of the session in which a laid out time lies. */
    long endAt(long nanos) {
        return session == null || nanos >= laid ? end : endBefore;
    }
}
