package io.ttquant.exchanges.session;

import io.ttquant.api.time.EpochNanos;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Which symbols a venue has delisted, by its lists of them. One list proves nothing, since it may have been cut or come from a replica that is behind: a
 * symbol is gone once two lists in a row lack it that are a minute apart. A list that lacks many at once, or everything, is taken for incomplete, and
 * neither proves nor disproves anything.
 */
public final class Absences {
    private static final long LEAST_APART = 60 * EpochNanos.SECOND;
    private static final int FEW = 5;
    private static final int SHARE = 10;

    /** When a symbol was first missing, by symbol. */
    private final Map<String, Long> lacking = new HashMap<>();

    /** None. */
    public Absences() {}

    /**
     * Takes a list.
     *
     * @param expected the symbols that were listed so far and are not known to be gone
     * @param there all symbols in the list, those too that cannot be kept
     * @param nowNanos epoch nanoseconds, not before the last list's
     * @return those of the expected that are gone
     */
    public Set<String> take(Collection<String> expected, Set<String> there, long nowNanos) {
        Set<String> missing = new HashSet<>(expected);
        missing.removeAll(there);
        boolean isIncomplete = there.isEmpty() || missing.size() > Math.max(FEW, expected.size() / SHARE);
        if (isIncomplete) {
            return Set.of();
        }
        lacking.keySet().retainAll(missing);
        Set<String> gone = new HashSet<>();
        for (String symbol : missing) {
            Long since = lacking.putIfAbsent(symbol, nowNanos);
            if (since != null && nowNanos - since >= LEAST_APART) {
                gone.add(symbol);
            }
        }
        lacking.keySet().removeAll(gone);
        return gone;
    }

    /** Whether the last list lacked something, so that another one would settle it. */
    public boolean isInDoubt() {
        return !lacking.isEmpty();
    }
}
