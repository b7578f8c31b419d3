package io.ttquant.exchanges.transport.clock;

import io.ttquant.exchanges.transport.Positive;
import java.time.Duration;

/**
 * When a clock is too far off to trade.
 *
 * @param offset the most that the venue's clock may differ from ours: a machine that is further off has a clock that nobody looks after, and
 *     all its times are wrong
 * @param error the most that this difference may be uncertain by
 */
public record ClockLimits(Duration offset, Duration error) {
    /** 5 s and 500 ms: venues refuse what is 1 s early, and by default what is 5 s late. */
    public static final ClockLimits DEFAULTS = new ClockLimits(Duration.ofSeconds(5), Duration.ofMillis(500));

    /** Checks the values. */
    public ClockLimits {
        Positive.duration("limit of a clock's offset", offset);
        Positive.duration("limit of an offset's error", error);
    }
}
