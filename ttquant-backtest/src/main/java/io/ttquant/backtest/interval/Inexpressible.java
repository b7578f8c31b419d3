package io.ttquant.backtest.interval;

import io.ttquant.api.market.Instrument;
import io.ttquant.api.order.OrderRequest;
import io.ttquant.api.order.OrderType;
import io.ttquant.api.order.PositionSide;
import io.ttquant.api.order.Side;
import io.ttquant.api.order.TimeInForce;
import io.ttquant.api.order.TriggerSource;
import io.ttquant.core.matching.SimulationConfig;
import io.ttquant.core.matching.VenueRefusals;
import java.math.BigDecimal;

/** What the search cannot follow, so that it says so instead of a wrong number. */
final class Inexpressible {
    private Inexpressible() {}

    /** Why the paths of a script cannot be followed; empty if they can. */
    static String reason(Script script, SimulationConfig config) {
        if (config.participation().compareTo(BigDecimal.ONE) < 0) {
            return "fills limited by a bar's volume (participation " + config.participation()
                    + ") depend on how volume lies along the path";
        }
        if (config.refusals() != VenueRefusals.NONE) {
            return "orders that a test has refused are not followed along paths";
        }
        Instrument instrument = script.instrument;
        for (Side side : Side.values()) {
            if (!config.fees().currency(instrument, side).equals(instrument.settlement())) {
                return "fees of " + instrument + " are charged in "
                        + config.fees().currency(instrument, side);
            }
        }
        for (PlacedOrder order : script.orders) {
            String reason = reason(order.request, config);
            if (!reason.isEmpty()) {
                return reason;
            }
        }
        return "";
    }

    private static String reason(OrderRequest request, SimulationConfig config) {
        if (request.type().isTrailing() || request.type() == OrderType.MARKET_TO_LIMIT) {
            return "orders of type " + request.type() + " are not followed along paths";
        }
        if (request.triggerSource() != TriggerSource.DEFAULT && request.triggerSource() != TriggerSource.LAST) {
            return "triggers by " + request.triggerSource() + " are not on the path of the last price";
        }
        if (request.timeInForce() == TimeInForce.DAY) {
            return "orders good for a DAY are not followed along paths";
        }
        if (config.rejectPassedStops() && request.type().hasTrigger() && request.isReducing()) {
            return "where a stop that only reduces is refused (reject_passed_stops) the engine leaves in its place,"
                    + " which is not followed along paths";
        }
        if (request.isByValue()) {
            return "orders that spend an amount are not followed along paths";
        }
        return request.positionSide() == PositionSide.NET ? "" : "positions in hedge mode are not followed";
    }
}
