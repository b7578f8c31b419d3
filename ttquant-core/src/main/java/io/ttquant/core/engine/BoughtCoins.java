package io.ttquant.core.engine;

import io.ttquant.api.market.Instrument;
import io.ttquant.api.market.InstrumentKind;
import io.ttquant.api.money.FixedPoint;
import io.ttquant.api.order.OrderRequest;
import io.ttquant.api.order.Side;
import io.ttquant.core.order.TrackedOrder;
import io.ttquant.core.portfolio.FundsPolicy;

/**
 * What children may sell on spot of what their parent bought: an exchange refuses all of a sale of more coins than there
 * are. A position is no measure of that: other families of its strategy bought a part of it, and it is smaller by what the
 * strategy sold of coins that the account began with.
 */
record BoughtCoins(Engine engine, OrderChecks checks) {
    /**
     * True if an order sells on spot what its parent buys, and can sell no more than there is: the account may owe no coins,
     * or the order only reduces.
     */
    boolean areSold(OrderRequest asked, TrackedOrder parent) {
        return asked.instrument().kind() == InstrumentKind.SPOT
                && asked.side() == Side.SELL
                && parent.side() == Side.BUY
                && asked.instrument().equals(parent.instrument())
                && (asked.isReducing() || engine.ledger().policy() != FundsPolicy.BORROW);
    }

    /** Coins that nothing holds back, in whole lots. */
    long rawFree(Instrument instrument) {
        long rawUnit = FixedPoint.pow10(instrument.base().scale() - instrument.quantityScale());
        long free = Math.max(0, engine.ledger().rawFree(instrument.base())) / rawUnit;
        return free / instrument.rawLot() * instrument.rawLot();
    }

    /**
     * What of a sale is to be sent now. What the strategy itself sold of the coins is not the family's any more. While other
     * orders hold coins back, those that are free are offered first, so that only the rest is refused.
     *
     * @param rawUncovered what the strategy holds and the family does not offer yet, at the quantity scale
     */
    long rawOffered(OrderRequest asked, long rawMissing, long rawUncovered) {
        long free = rawFree(asked.instrument());
        long wanted = Math.min(rawMissing, Math.max(rawUncovered, free));
        boolean isShort = free > 0 && free < wanted;
        return isShort && checks.keepsRules(asked.withQuantity(free)) ? free : wanted;
    }
}
