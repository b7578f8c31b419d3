package io.ttquant.exchanges.session;

import io.ttquant.api.order.Order;
import io.ttquant.exchanges.answer.VenueFill;
import io.ttquant.exchanges.answer.VenueOrder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** All orders that are known, by every name that they have. */
final class KnownOrders {
    private record VenueName(String symbol, String id) {}

    private final Map<Order, KnownOrder> byOrder = new LinkedHashMap<>();
    private final Map<String, KnownOrder> byClientId = new HashMap<>();
    private final Map<VenueName, KnownOrder> byVenueId = new HashMap<>();

    void add(KnownOrder known) {
        byOrder.put(known.order, known);
        if (!known.clientId.isEmpty()) {
            byClientId.put(known.clientId, known);
        }
    }

    /** Gives it one more name at the venue; an empty one is none. True if it is new. */
    boolean link(KnownOrder known, String venueId) {
        if (venueId.isEmpty() || !known.venueIds.add(venueId)) {
            return false;
        }
        byVenueId.put(new VenueName(known.symbol(), venueId), known);
        return true;
    }

    /** Lets another order answer to the names of one that was taken for ended. */
    void replace(KnownOrder old, KnownOrder next) {
        old.venueIds.forEach(id -> link(next, id));
        add(next);
    }

    @Nullable
    KnownOrder of(Order order) {
        return byOrder.get(order);
    }

    @Nullable
    KnownOrder of(VenueOrder order) {
        return find(order.symbol(), order.venueId(), order.clientId());
    }

    @Nullable
    KnownOrder of(VenueFill fill) {
        return find(fill.symbol(), fill.orderId(), fill.clientId());
    }

    private @Nullable KnownOrder find(String symbol, String venueId, String clientId) {
        KnownOrder known = byVenueId.get(new VenueName(symbol, venueId));
        if (known != null || clientId.isEmpty()) {
            return known;
        }
        KnownOrder named = byClientId.get(clientId);
        return named != null && named.symbol().equals(symbol) ? named : null;
    }

    /** Those that a condition holds for, in the order in which they became known; a list of its own. */
    List<KnownOrder> all(Predicate<KnownOrder> condition) {
        List<KnownOrder> found = new ArrayList<>();
        for (KnownOrder known : byOrder.values()) {
            if (condition.test(known)) {
                found.add(known);
            }
        }
        return found;
    }

    boolean any(Predicate<KnownOrder> condition) {
        for (KnownOrder known : byOrder.values()) {
            if (condition.test(known)) {
                return true;
            }
        }
        return false;
    }

    void forget(KnownOrder known) {
        byOrder.remove(known.order);
        byClientId.remove(known.clientId, known);
        known.venueIds.forEach(id -> byVenueId.remove(new VenueName(known.symbol(), id), known));
    }
}
