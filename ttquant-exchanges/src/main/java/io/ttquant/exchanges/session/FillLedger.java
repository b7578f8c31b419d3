package io.ttquant.exchanges.session;

import io.ttquant.api.market.Instrument;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which fills are known, and up to when all of an instrument's are. */
final class FillLedger {
    private final Set<FillKey> keys = new HashSet<>();
    private final Map<Instrument, Long> completeUntil = new LinkedHashMap<>();
    private final long openedNanos;

    FillLedger(long openedNanos) {
        this.openedNanos = openedNanos;
    }

    boolean has(FillKey key) {
        return keys.contains(key);
    }

    void add(KnownOrder known, FillKey key) {
        keys.add(key);
        known.fillKeys.add(key);
    }

    void forget(KnownOrder known) {
        keys.removeAll(known.fillKeys);
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
