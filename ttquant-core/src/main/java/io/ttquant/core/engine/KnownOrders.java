package io.ttquant.core.engine;

import io.ttquant.api.exchange.ExternalOrder;
import io.ttquant.api.market.InstrumentId;
import io.ttquant.core.order.TrackedOrder;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The orders of this run by client id, and those of others by the exchange's id. Of those that are closed the last ones are kept, as many as the limit says:
 * reports about an order come with the order itself, and whoever finds one at the exchange finds it soon.
 */
final class KnownOrders {
    private final int limit;
    private final Map<String, TrackedOrder> byClientId = new HashMap<>();
    private final Map<Place, TrackedOrder> byVenueId = new HashMap<>();
    private final ArrayDeque<Runnable> forgetting = new ArrayDeque<>();
    private final ArrayDeque<TrackedOrder> oldest = new ArrayDeque<>();

    /** An exchange's ids are unique for an instrument at least. */
    private record Place(InstrumentId instrument, String venueId) {}

    KnownOrders(int limit) {
        this.limit = limit;
    }

    /** An order of this run leaves. */
    void sent(TrackedOrder order) {
        String id = order.clientId();
        byClientId.put(id, order);
        keep(order, () -> byClientId.remove(id));
    }

    void adopted(ExternalOrder found, TrackedOrder order) {
        Place place = place(found);
        byVenueId.put(place, order);
        keep(order, () -> byVenueId.remove(place));
    }

    private static Place place(ExternalOrder found) {
        return new Place(found.request().instrument().id(), found.venueId());
    }

    private void keep(TrackedOrder order, Runnable forget) {
        oldest.add(order);
        forgetting.add(forget);
        // Looks at two for each that comes, so that those that stay open do not hold up the others.
        for (int i = 0; i < 2 && oldest.size() > limit; i++) {
            TrackedOrder first = oldest.remove();
            Runnable itsEnd = forgetting.remove();
            if (first.isClosed()) {
                itsEnd.run();
            } else {
                oldest.add(first);
                forgetting.add(itsEnd);
            }
        }
    }

    /** The order that was found at the exchange, if it is known here; null if not. */
    @Nullable
    TrackedOrder find(ExternalOrder found) {
        TrackedOrder own = found.clientId().isEmpty() ? null : byClientId.get(found.clientId());
        boolean isOwn = own != null
                && own.instrument().equals(found.request().instrument())
                && own.side() == found.request().side();
        return isOwn ? own : byVenueId.get(place(found));
    }

    int size() {
        return byClientId.size() + byVenueId.size();
    }
}
