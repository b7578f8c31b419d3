package io.ttquant.core.engine;

import io.ttquant.api.market.Instrument;
import io.ttquant.api.market.InstrumentKind;
import io.ttquant.api.money.Currency;
import io.ttquant.api.money.FixedPoint;
import io.ttquant.api.order.Order;
import io.ttquant.api.order.OrderRequest;
import io.ttquant.api.order.Side;
import io.ttquant.core.order.OpenOrders;
import io.ttquant.core.order.OrderFamily;
import io.ttquant.core.order.Siblings;
import io.ttquant.core.order.TrackedOrder;
import io.ttquant.core.portfolio.FundsPolicy;
import io.ttquant.core.portfolio.PositionState;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What children may sell on spot of what their parent bought: an exchange refuses all of a sale of more coins than there
 * are. A position is no measure of that: other families of its strategy bought a part of it, and it is smaller by what the
 * strategy sold of coins that the account began with. What is free in the account is no measure either: other strategies hold a
 * part of it.
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

    /**
     * As whom a group sends an order or lets it grow. A sale of what its parent bought, for no more than the strategy holds
     * and offers with no other sale, protects: an exchange knows no reduce-only on spot that could say so.
     *
     * @param rawMore what it is for beyond what it is for now, at the quantity scale
     */
    Sender sender(StrategySlot slot, TrackedOrder order, long rawMore, Sender from) {
        OrderFamily family = order.family();
        boolean isSale = from == Sender.GROUP
                && family != null
                && family.parent() != order
                && !order.request().isByValue()
                && areSold(order.request(), family.parent());
        return isSale && rawMore <= rawUnoffered(slot, order) ? Sender.PROTECTING : from;
    }

    private long rawUnoffered(StrategySlot slot, TrackedOrder sale) {
        InstrumentChannel channel = engine.channel(sale.instrument().id());
        return channel.positions().of(slot).rawQuantity() - rawOnSale(channel.open(slot), sale.siblings());
    }

    /**
     * What a strategy may sell of its own, in whole lots: what it holds and offers with no other sale, or all free coins that no other strategy holds,
     * of which it may hold less because it sold coins that the account began with.
     *
     * @param beside orders of which only one executes, for the same coins as the sale; null if there are none
     */
    long rawOwn(StrategySlot slot, Instrument instrument, @Nullable Siblings beside) {
        InstrumentChannel channel = engine.channel(instrument.id());
        long held = channel.positions().of(slot).rawQuantity() - rawOnSale(channel.open(slot), beside);
        long free = engine.ledger().rawFree(instrument.base()) - rawOfOthers(slot, instrument.base());
        long own = Math.max(
                held, Math.floorDiv(free, rawUnit(instrument)) + (beside == null ? 0 : rawMost(beside, instrument)));
        return lots(instrument, own);
    }

    /** Free coins, at their own scale, that strategies but one hold; whatever they trade them for. */
    private long rawOfOthers(StrategySlot own, Currency coin) {
        long sum = 0;
        for (InstrumentChannel channel : engine.channels()) {
            Instrument instrument = channel.instrument();
            if (instrument.kind() == InstrumentKind.SPOT && instrument.base().equals(coin)) {
                sum += rawOfOthers(own, channel) * rawUnit(instrument);
            }
        }
        return sum;
    }

    private long rawOfOthers(StrategySlot own, InstrumentChannel channel) {
        ChannelPositions positions = channel.positions();
        long sum = 0;
        for (int index = 0; index < positions.size(); index++) {
            StrategySlot other = engine.slot(index);
            PositionState held = positions.orNull(other);
            if (index != own.index && held != null && held.rawQuantity() > 0) {
                // What its open sales hold back is not free.
                sum += Math.max(0, held.rawQuantity() - rawOnSale(channel.open(other), null));
            }
        }
        return sum;
    }

    /** What open sales offer, of those of which only one executes the largest. */
    private static long rawOnSale(OpenOrders open, @Nullable Siblings except) {
        Set<Siblings> counted = Collections.newSetFromMap(new IdentityHashMap<>());
        long sum = 0;
        for (Order order : open.toList()) {
            TrackedOrder each = (TrackedOrder) order;
            Siblings siblings = each.siblings();
            if (siblings == null) {
                sum += each.side() == Side.SELL ? each.rawMayFill() : 0;
            } else if (siblings != except && counted.add(siblings)) {
                sum += rawMost(siblings, each.instrument());
            }
        }
        return sum;
    }

    private static long rawMost(Siblings siblings, Instrument instrument) {
        long most = 0;
        for (TrackedOrder each : siblings.members()) {
            boolean isOffered = each.side() == Side.SELL
                    && each.isOpen()
                    && each.instrument().equals(instrument);
            most = isOffered ? Math.max(most, each.rawMayFill()) : most;
        }
        return most;
    }

    private static long rawUnit(Instrument instrument) {
        return FixedPoint.pow10(instrument.base().scale() - instrument.quantityScale());
    }

    private static long lots(Instrument instrument, long rawQuantity) {
        return Math.max(0, rawQuantity) / instrument.rawLot() * instrument.rawLot();
    }

    /**
     * What of a sale is to be sent now. What the strategy itself sold of the coins is not the family's any more, and what other strategies hold never was.
     * While other orders hold coins back, those that are free are offered first, so that only the rest is refused.
     *
     * @param rawUncovered what the strategy holds and the family does not offer yet, at the quantity scale
     */
    long rawOffered(StrategySlot slot, OrderRequest asked, long rawMissing, long rawUncovered) {
        Instrument instrument = asked.instrument();
        long own = rawOwn(slot, instrument, null);
        long free = lots(instrument, engine.ledger().rawFree(instrument.base()) / rawUnit(instrument));
        long wanted = lots(instrument, Math.min(rawMissing, Math.max(rawUncovered, own)));
        if (free >= wanted) {
            // Nobody else would refuse what is there because another strategy holds it.
            return Math.min(wanted, own);
        }
        long first = Math.min(own, free);
        return first > 0 && checks.keepsRules(asked.withQuantity(first)) ? first : wanted;
    }
}
