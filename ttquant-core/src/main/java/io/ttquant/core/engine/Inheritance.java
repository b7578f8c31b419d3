package io.ttquant.core.engine;

import io.ttquant.api.exchange.ExternalOrder;
import io.ttquant.api.market.InstrumentId;
import io.ttquant.api.order.PositionSide;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What strategies had when an earlier run on the same account ended, however it ended, and what they get back of it. It
 * divides what the account holds among them
 * and adds nothing to it: positions of nobody stay the account's.
 *
 * @param positions what strategies held; a strategy that the engine does not have gets nothing
 * @param orders orders of strategies that may be open still, or of which not every fill was heard; those of a strategy
 *     that the engine does not have are
 *     {@linkplain io.ttquant.core.portfolio.Ledger#EXTERNAL external}
 * @param states what strategies kept, by strategy and name
 */
public record Inheritance(List<OwnPosition> positions, List<OwnOrder> orders, Map<String, Map<String, String>> states) {
    /** Nothing: a first run. */
    public static final Inheritance NONE = new Inheritance(List.of(), List.of(), Map.of());

    /** Copies. */
    public Inheritance {
        positions = List.copyOf(positions);
        orders = List.copyOf(orders);
        Map<String, Map<String, String>> all = new LinkedHashMap<>();
        states.forEach((strategy, its) -> all.put(strategy, Map.copyOf(its)));
        states = Map.copyOf(all);
    }

    /**
     * What a strategy held.
     *
     * @param side the net position, or in hedge mode the long or the short one
     * @param rawQuantity at the quantity scale, negative if short
     * @param averagePrice what was paid for it, above zero; not looked at if it is flat
     * @param rawRealized what it had realised, at the scale of the settlement currency
     */
    public record OwnPosition(
            String strategyId,
            InstrumentId instrument,
            PositionSide side,
            long rawQuantity,
            BigDecimal averagePrice,
            long rawRealized) {}

    /**
     * An order of a strategy.
     *
     * @param order as it was known: its {@code rawFilled} counts the fills that are in the strategy's position, and its
     *     {@code venueId} may be empty
     */
    public record OwnOrder(String strategyId, ExternalOrder order) {}
}
