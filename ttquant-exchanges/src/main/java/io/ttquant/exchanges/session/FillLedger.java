package io.ttquant.exchanges.session;

import io.ttquant.api.market.Instrument;
import io.ttquant.exchanges.answer.VenueFill;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which fills are known, and up to when all of an instrument's are. */
final class FillLedger {
    private final Set<FillKey> keys = new HashSet<>();
    /** Those of fills whose ids the venue has not told yet. */
    private final Set<FillKey> withoutId = new HashSet<>();

    private final Map<Instrument, Long> completeUntil = new LinkedHashMap<>();
    private final long openedNanos;

    FillLedger(long openedNanos) {
        this.openedNanos = openedNanos;
    }

    /**
     * Whether a fill is known. One that was told without its id is the same when it is told with it, and the other way
     * round.
     */
    boolean has(VenueFill fill) {
        FillKey key = FillKey.of(fill);
        if (keys.contains(key)) {
            return true;
        }
        boolean isNamedNow = !withoutId.isEmpty() && withoutId.remove(FillKey.withoutId(fill));
        if (isNamedNow) {
            keys.add(key);
        }
        return isNamedNow;
    }

    void add(KnownOrder known, VenueFill fill) {
        add(known, FillKey.of(fill));
        add(known, FillKey.withoutId(fill));
        if (fill.isIdMadeUp()) {
            withoutId.add(FillKey.of(fill));
        }
    }

    private void add(KnownOrder known, FillKey key) {
        keys.add(key);
        known.fillKeys.add(key);
    }

    void forget(KnownOrder known) {
        keys.removeAll(known.fillKeys);
        withoutId.removeAll(known.fillKeys);
    }

    void touch(Instrument instrument) {
        completeUntil.putIfAbsent(instrument, openedNanos);
    }

    List<Instrument> touched() {
        return List.copyOf(completeUntil.keySet());
    }

    /** Up to when every fill was asked for and told, epoch nanoseconds. */
    long completeUntil(Instrument instrument) {
        return completeUntil.getOrDefault(instrument, openedNanos);
    }

    void completed(Instrument instrument, long nanos) {
        completeUntil.merge(instrument, nanos, Math::max);
    }
}
