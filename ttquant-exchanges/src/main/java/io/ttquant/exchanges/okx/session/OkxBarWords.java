package io.ttquant.exchanges.okx.session;

import io.ttquant.api.market.BarSpec;
import io.ttquant.api.market.PriceSource;
import java.util.Map;

/** The venue's words for the lengths of bars. Those that begin at its own midnight (UTC+8) are asked for in their UTC variants. */
final class OkxBarWords {
    private static final long MINUTE = 60_000_000_000L;
    private static final long HOUR = 60 * MINUTE;
    private static final Map<Long, String> WORDS = Map.ofEntries(
            Map.entry(MINUTE, "1m"),
            Map.entry(3 * MINUTE, "3m"),
            Map.entry(5 * MINUTE, "5m"),
            Map.entry(15 * MINUTE, "15m"),
            Map.entry(30 * MINUTE, "30m"),
            Map.entry(HOUR, "1H"),
            Map.entry(2 * HOUR, "2H"),
            Map.entry(4 * HOUR, "4H"),
            Map.entry(6 * HOUR, "6Hutc"),
            Map.entry(12 * HOUR, "12Hutc"),
            Map.entry(24 * HOUR, "1Dutc"));

    private OkxBarWords() {}

    /**
     * The word for bars.
     *
     * @throws IllegalArgumentException if the venue has none of that kind that begin at the same times
     */
    static String of(BarSpec spec) {
        String word = spec.isTime() && spec.source() == PriceSource.TRADE ? WORDS.get(spec.step()) : null;
        if (word == null) {
            throw new IllegalArgumentException(
                    "okx has no bars of " + spec
                            + "; subscribe to trades and let the engine make them, or use one of 1m 3m 5m 15m 30m 1h 2h 4h 6h 12h 1d");
        }
        return word;
    }
}
