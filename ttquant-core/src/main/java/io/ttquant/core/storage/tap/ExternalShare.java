package io.ttquant.core.storage.tap;

import io.ttquant.api.market.InstrumentId;
import io.ttquant.api.order.PositionSide;
import io.ttquant.api.storage.RunEntry;
import io.ttquant.core.portfolio.PositionState;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a store has of the account's own share of its positions. Fills of strategies, cuts and audits change that share
 * beside their own subject, so that each leg is compared with what was kept of it. On the engine's thread.
 */
final class ExternalShare {
    private final Map<Leg, RunEntry.PositionAt> before = new LinkedHashMap<>();
    private final IdentityHashMap<PositionState, Kept> kept = new IdentityHashMap<>();

    private record Leg(InstrumentId instrument, PositionSide side) {}

    private record Kept(long rawQuantity, long rawCost, long rawRealized) {
        static final Kept NOTHING = new Kept(0, 0, 0);

        static Kept of(PositionState leg) {
            return new Kept(leg.rawQuantity(), leg.rawCost(), leg.rawRealized());
        }
    }

    /**
     * A share.
     *
     * @param before what an earlier start left of it
     */
    ExternalShare(List<RunEntry.PositionAt> before) {
        before.forEach(each -> this.before.put(new Leg(each.instrument(), each.side()), each));
    }

    /** True if a leg is not as it was last kept. */
    boolean isNews(PositionState leg) {
        return !Kept.of(leg).equals(kept.getOrDefault(leg, Kept.NOTHING));
    }

    /** A leg is kept as it is now. */
    void kept(PositionState leg) {
        kept.put(leg, Kept.of(leg));
        before.remove(new Leg(leg.instrument().id(), leg.side()));
    }

    /** What an earlier start left and nothing was kept of since: it is gone. */
    List<RunEntry.PositionAt> gone() {
        return List.copyOf(before.values());
    }
}
