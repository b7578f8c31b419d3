package io.ttquant.core.engine;

import io.ttquant.api.market.Instrument;
import io.ttquant.api.order.PositionSide;
import io.ttquant.core.portfolio.Ledger;
import io.ttquant.core.portfolio.PositionState;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The positions that strategies have, or had, in one instrument, by strategy. */
final class ChannelPositions {
    private final Ledger ledger;
    private final Instrument instrument;
    private PositionState[] bySlot = {};

    ChannelPositions(Ledger ledger, Instrument instrument) {
        this.ledger = ledger;
        this.instrument = instrument;
    }

    /** A strategy's position, made on first use. */
    PositionState of(StrategySlot slot) {
        if (slot.index >= bySlot.length) {
            bySlot = Arrays.copyOf(bySlot, slot.index + 1);
        }
        PositionState known = bySlot[slot.index];
        if (known == null) {
            known = ledger.position(slot.id, instrument);
            bySlot[slot.index] = known;
        }
        return known;
    }

    /** The position that an order changes; where its side does not go with the account, which is refused later, the strategy's own one. */
    PositionState of(StrategySlot slot, PositionSide side) {
        PositionState whole = of(slot);
        return side != PositionSide.NET && ledger.takes(instrument, side) ? whole.leg(side) : whole;
    }

    /** A strategy's position; null if it never had one. */
    @Nullable
    PositionState orNull(StrategySlot slot) {
        return slot.index < bySlot.length ? bySlot[slot.index] : null;
    }

    /** More than the highest number of a strategy that has, or had, a position here. */
    int size() {
        return bySlot.length;
    }

    /** True if a strategy has, or had, a position here. */
    boolean has(StrategySlot slot) {
        return orNull(slot) != null;
    }

    /** The strategies' positions, in the order of the strategies. */
    List<PositionState> all() {
        return Arrays.stream(bySlot).filter(Objects::nonNull).toList();
    }

    /** True if a strategy holds a position, as the exchange has it. */
    boolean isHeld() {
        for (PositionState position : bySlot) {
            if (position != null && ledger.atExchange().rawPosition(position) != 0) {
                return true;
            }
        }
        return false;
    }
}
