package io.ttquant.core.risk;

import io.ttquant.api.time.EpochNanos;

/**
 * That the kill switch was tripped.
 *
 * @param reason why
 * @param who tripped it
 * @param tsEvent when, epoch nanoseconds of the engine; {@link Long#MIN_VALUE} before it started, when it has no time yet
 */
public record KillLatch(String reason, String who, long tsEvent) {
    /** When, in words: {@code at 2024-01-01T00:00:00Z}, or {@code before the start}. */
    public String when() {
        return tsEvent == Long.MIN_VALUE ? "before the start" : "at " + EpochNanos.format(tsEvent);
    }
}
