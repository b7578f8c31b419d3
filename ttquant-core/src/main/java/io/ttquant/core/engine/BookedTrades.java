package io.ttquant.core.engine;

import io.ttquant.api.market.InstrumentId;
import io.ttquant.api.order.Side;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * The last trades that were booked, by instrument, side and the exchange's id: a trade has one buyer and one seller, so that it is booked once on each side
 * whatever order it is reported under. An order knows all of its own besides.
 */
final class BookedTrades {
    private final int limit;
    private final Map<Place, Set<Long>> booked = new HashMap<>();

    private record Place(InstrumentId instrument, Side side) {}

    /** @param limit how many are kept of an instrument on each side */
    BookedTrades(int limit) {
        this.limit = limit;
    }

    boolean has(InstrumentId instrument, Side side, long tradeId) {
        return booked.getOrDefault(new Place(instrument, side), Set.of()).contains(tradeId);
    }

    void add(InstrumentId instrument, Side side, long tradeId) {
        Set<Long> ids = booked.computeIfAbsent(new Place(instrument, side), place -> new LinkedHashSet<>());
        ids.add(tradeId);
        if (ids.size() > limit) {
            ids.remove(ids.iterator().next());
        }
    }
}
