package io.ttquant.backtest.data.recording;

import io.ttquant.api.time.EpochNanos;
import io.ttquant.backtest.data.DataException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Refuses two recordings of one thing: merged, each trade would be traded twice, and a book would be changed twice by each message. */
final class OverlapCheck {
    /** Snapshots may come beside the stream that they start, and bars of several series stand beside each other; those are checked by themselves. */
    private static final Set<Kind> COUNTED = EnumSet.of(Kind.TRADE, Kind.QUOTE, Kind.INCREMENT, Kind.ORDERS);

    /** What one file has about a symbol. */
    private record Claim(RecordedFile file, Set<Kind> kinds) {}

    private final Map<String, List<Claim>> claims = new HashMap<>();

    void add(String symbol, RecordedFile file, Set<Kind> kinds) {
        List<Claim> others = claims.computeIfAbsent(symbol, key -> new ArrayList<>());
        for (Claim other : others) {
            long first = Math.max(file.firstNanos(), other.file().firstNanos());
            long last = Math.min(file.lastNanos(), other.file().lastNanos());
            for (Kind kind : kinds) {
                if (first < last && COUNTED.contains(kind) && other.kinds().contains(kind)) {
                    throw new DataException(
                            file.name(),
                            0,
                            "holds " + kind.plural() + " of " + symbol + " from " + EpochNanos.format(first) + " to "
                                    + EpochNanos.format(last) + ", and so does "
                                    + other.file().name()
                                    + ", so that each would count twice; leave one of them out");
                }
            }
        }
        others.add(new Claim(file, Set.copyOf(kinds)));
    }
}
