package io.ttquant.exchanges.session;

import io.ttquant.api.market.Instrument;
import io.ttquant.exchanges.answer.VenueFill;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which fills are known, and up to when all of an instrument's are. A venue may tell a fill without its id in one place
 * and with it in another, and it is one fill: at Binance the ids that are made up show it here, by what else is told.
 * OKX tells the bill of a fill too, and its session gives a fill one id before it comes here.
 */
final class FillLedger {
    private final Set<FillKey> keys = new HashSet<>();
    /** Those of fills whose ids the venue has not told yet, with their orders. */
    private final Map<FillKey, KnownOrder> withoutId = new HashMap<>();

    private final Map<Instrument, Long> completeUntil = new LinkedHashMap<>();
    private final long openedNanos;

    FillLedger(long openedNanos) {
        this.openedNanos = openedNanos;
    }

    /** Whether a fill is known, by its id, or as one that was told without it. */
    boolean has(VenueFill fill) {
        return keys.contains(FillKey.of(fill)) || withoutId.containsKey(FillKey.withoutId(fill));
    }

    /** A fill that is known was told: one that had no id has this one from here on, and another one is another fill. */
    void named(VenueFill fill) {
        FillKey key = FillKey.of(fill);
        KnownOrder known = fill.isIdMadeUp() || keys.contains(key) ? null : withoutId.remove(FillKey.withoutId(fill));
        if (known != null) {
            add(known, key);
        }
    }

    void add(KnownOrder known, VenueFill fill) {
        add(known, FillKey.of(fill));
        add(known, FillKey.withoutId(fill));
        if (fill.isIdMadeUp()) {
            withoutId.put(FillKey.of(fill), known);
        }
    }

    private void add(KnownOrder known, FillKey key) {
        keys.add(key);
        known.fillKeys.add(key);
    }

    void forget(KnownOrder known) {
        keys.removeAll(known.fillKeys);
        withoutId.keySet().removeAll(known.fillKeys);
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
