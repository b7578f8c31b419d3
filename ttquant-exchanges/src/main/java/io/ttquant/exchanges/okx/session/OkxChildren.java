package io.ttquant.exchanges.okx.session;

import io.ttquant.exchanges.answer.VenueFill;
import io.ttquant.exchanges.answer.VenueOrder;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which orders came of which conditional ones when those were triggered: they have ids of their own, and are the same order to us. */
final class OkxChildren {
    /** More than an account may have open. Those that are still listed are looked up with each list, and stay. */
    static final int MOST = 10_000;

    private static final float LOAD_FACTOR = 0.75f;

    private final Map<String, String> childByClientId = new HashMap<>();
    private final Map<String, String> clientIdByChild = new LinkedHashMap<>(16, LOAD_FACTOR, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
            boolean isTooMany = size() > MOST;
            if (isTooMany) {
                childByClientId.remove(eldest.getValue(), eldest.getKey());
            }
            return isTooMany;
        }
    };

    void note(String clientId, String childId) {
        if (!clientId.isEmpty() && !childId.isEmpty()) {
            childByClientId.put(clientId, childId);
            clientIdByChild.put(childId, clientId);
        }
    }

    /** The venue's id of the order that came of a conditional one, or null. */
    @Nullable
    String childOf(String clientId) {
        return childByClientId.get(clientId);
    }

    /** An order under the id that we gave the conditional one which it came of. Notes which one, where the venue tells. */
    VenueOrder ours(VenueOrder o) {
        if (!o.parentId().isEmpty()) {
            note(o.clientId(), o.venueId());
        }
        String clientId = clientIdByChild.get(o.venueId());
        return clientId == null || o.isConditional() ? o : named(o, clientId);
    }

    /** A fill under the id that we gave the conditional order which its order came of. */
    VenueFill ours(VenueFill f) {
        String clientId = clientIdByChild.get(f.orderId());
        return clientId == null
                ? f
                : new VenueFill(
                        f.symbol(),
                        f.tradeId(),
                        f.orderId(),
                        clientId,
                        f.side(),
                        f.positionSide(),
                        f.price(),
                        f.quantity(),
                        f.fee(),
                        f.isMaker(),
                        f.cursor(),
                        f.tsEvent());
    }

    private static VenueOrder named(VenueOrder o, String clientId) {
        return new VenueOrder(
                o.symbol(),
                o.venueId(),
                clientId,
                o.side(),
                o.positionSide(),
                o.type(),
                o.timeInForce(),
                o.status(),
                o.statusWord(),
                o.price(),
                o.triggerPrice(),
                o.quantity(),
                o.isByValue(),
                o.filled(),
                o.averagePrice(),
                o.isReduceOnly(),
                o.fees(),
                o.cancelSource(),
                o.isConditional(),
                o.childId(),
                o.parentId(),
                o.tsCreated(),
                o.tsUpdated());
    }
}
