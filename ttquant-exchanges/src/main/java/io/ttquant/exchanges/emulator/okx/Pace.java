package io.ttquant.exchanges.emulator.okx;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/** Counts requests in the last two seconds, by who asks and for what. The venue says nothing of it in its answers. */
final class Pace {
    private static final long SPAN = Duration.ofSeconds(2).toNanos();

    private final LongSupplier clock;
    private final boolean isOff;
    private final Map<String, Deque<Long>> taken = new HashMap<>();

    Pace(LongSupplier clock, boolean isOff) {
        this.clock = clock;
        this.isOff = isOff;
    }

    void take(String who, String what, int count, int limit) {
        if (isOff) {
            return;
        }
        long now = clock.getAsLong();
        Deque<Long> times = taken.computeIfAbsent(who + " " + what, key -> new ArrayDeque<>());
        while (!times.isEmpty() && times.peekFirst() <= now - SPAN) {
            times.removeFirst();
        }
        if (times.size() + count > limit) {
            throw new OkxError(
                    429,
                    "50011",
                    "Rate limit reached. Please refer to API documentation and throttle requests accordingly.");
        }
        for (int i = 0; i < count; i++) {
            times.addLast(now);
        }
    }
}
