package io.ttquant.core.engine;

import io.ttquant.api.order.Order;
import io.ttquant.api.order.PositionSide;
import io.ttquant.core.matching.FeeModel;
import io.ttquant.core.order.OpenOrders;
import io.ttquant.core.order.PaidInBase;
import io.ttquant.core.portfolio.InstrumentMark;
import io.ttquant.core.risk.InstrumentScope;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The open orders of all strategies in one instrument, with the limits that hold for them. */
final class ChannelOrders {
    private final InstrumentChannel channel;
    private final RiskDesk risk;
    private final InstrumentMark mark;
    private final ScopeLegs account;
    private final PaidInBase paid;
    private @Nullable OpenOrders[] open = {};
    private @Nullable ScopeLegs[] legs = {};

    ChannelOrders(InstrumentChannel channel, RiskDesk risk, InstrumentMark mark, FeeModel fees) {
        this.channel = channel;
        this.risk = risk;
        this.mark = mark;
        this.paid = risk.hasLimits() ? FeesInBase.of(fees, channel.instrument()) : PaidInBase.NOTHING;
        this.account = new ScopeLegs(risk.account(), channel.instrument(), mark);
    }

    /** A strategy's; made on first use. */
    OpenOrders of(StrategySlot slot) {
        OpenOrders known = orNull(slot);
        return known != null ? known : add(slot);
    }

    /** A strategy's; null if it never sent one. */
    @Nullable
    OpenOrders orNull(StrategySlot slot) {
        return slot.index < open.length ? open[slot.index] : null;
    }

    private OpenOrders add(StrategySlot slot) {
        if (slot.index >= open.length) {
            open = Arrays.copyOf(open, slot.index + 1);
            legs = Arrays.copyOf(legs, slot.index + 1);
        }
        ScopeLegs own = new ScopeLegs(risk.strategy(slot.index), channel.instrument(), mark);
        OpenOrders made = new OpenOrders(channel.positions().of(slot), own::reach, account::reach, paid);
        open[slot.index] = made;
        legs[slot.index] = own;
        return made;
    }

    /** A strategy's limits on one of its positions. */
    InstrumentScope scope(StrategySlot slot, PositionSide side) {
        of(slot);
        return Objects.requireNonNull(legs[slot.index]).scope(side);
    }

    /** The account's limits on one of its positions. */
    InstrumentScope accountScope(PositionSide side) {
        return account.scope(side);
    }

    /** Number of all. */
    int size() {
        return account.openOrders();
    }

    /** Number of those that wait for their trigger. */
    int stops() {
        int stops = 0;
        for (OpenOrders each : open) {
            stops += each == null ? 0 : each.stops();
        }
        return stops;
    }

    /** The open orders of these strategies. */
    List<Order> open(StrategySlot[] slots) {
        List<Order> all = new ArrayList<>();
        for (StrategySlot slot : slots) {
            OpenOrders own = orNull(slot);
            if (own != null) {
                all.addAll(own.toList());
            }
        }
        return all;
    }
}
