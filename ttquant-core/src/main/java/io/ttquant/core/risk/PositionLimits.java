package io.ttquant.core.risk;

import io.ttquant.api.market.InstrumentId;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/**
 * Limits on what may be held and open. Positions count with everything in flight: what they can become if all open orders of one side fill.
 * Values are at the last price, in the reporting currency. The capital is the value of the start balances. What is empty has no limit.
 *
 * @param maxPosition largest position by instrument, long or short, in its own units
 * @param maxPositionValue largest value of the position in one instrument
 * @param maxPositionShare the same as a fraction of the capital
 * @param maxExposure largest sum of the values of all positions, long and short added up
 * @param maxExposureShare the same as a fraction of the capital
 * @param maxPositions most instruments with a position or with an order that may open one
 * @param maxOpenOrders most open orders
 * @param maxOpenOrdersPerInstrument most open orders in one instrument
 */
public record PositionLimits(
        Map<InstrumentId, BigDecimal> maxPosition,
        Optional<BigDecimal> maxPositionValue,
        Optional<BigDecimal> maxPositionShare,
        Optional<BigDecimal> maxExposure,
        Optional<BigDecimal> maxExposureShare,
        Optional<Integer> maxPositions,
        Optional<Integer> maxOpenOrders,
        Optional<Integer> maxOpenOrdersPerInstrument) {
    /**
     * Checks the limits.
     *
     * @throws IllegalArgumentException if one makes no sense: the message names it
     */
    public PositionLimits {
        maxPosition = Map.copyOf(maxPosition);
        maxPosition.forEach((id, quantity) -> Require.notNegative("max_position of " + id, quantity));
        Require.notNegativeAmount("max_position_value", maxPositionValue);
        Require.share("max_position_share", maxPositionShare);
        Require.notNegativeAmount("max_exposure", maxExposure);
        Require.share("max_exposure_share", maxExposureShare);
        Require.count("max_positions", maxPositions, 0);
        Require.count("max_open_orders", maxOpenOrders, 0);
        Require.count("max_open_orders_per_instrument", maxOpenOrdersPerInstrument, 0);
    }
}
