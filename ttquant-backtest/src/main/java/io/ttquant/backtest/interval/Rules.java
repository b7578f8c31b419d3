package io.ttquant.backtest.interval;

import io.ttquant.api.market.Instrument;
import io.ttquant.api.order.LiquiditySide;
import io.ttquant.api.order.OrderType;
import io.ttquant.api.order.Side;
import io.ttquant.core.matching.ExecutionTiming;
import io.ttquant.core.matching.SimulationConfig;

/** What the run assumed of execution, as far as a path decides with it. */
record Rules(Instrument instrument, SimulationConfig config) {
    /** True if a price that only touches a limit order may fill it. */
    boolean isTouchPossible() {
        return config.fills().touchProbability() > 0;
    }

    /** True if a price that comes to a limit order always fills it. */
    boolean isTouchCertain() {
        return config.fills().touchProbability() == 1;
    }

    boolean executesAtClose() {
        return config.timing() == ExecutionTiming.CURRENT_CLOSE;
    }

    boolean rejectsPassedStops() {
        return config.rejectPassedStops();
    }

    /** The price of a taker, worse by the slippage but not beyond its limit. */
    long rawSlipped(LiveOrder order, long rawPrice, long rawQuantity) {
        Side side = order.placed().request.side();
        long slip = config.slippage().rawSlippage(instrument, side, rawPrice, rawQuantity);
        if (slip == 0) {
            return rawPrice;
        }
        long worse = order.isBuy() ? rawPrice + slip : Math.max(instrument.rawTick(), rawPrice - slip);
        return order.type() == OrderType.LIMIT && !order.accepts(worse) ? order.rawPrice() : worse;
    }

    /** What a position is worth that can be sold at a price, in the settlement currency; of an inverse contract what it falls short of a free one. */
    long rawWorth(long rawPrice, long rawPosition) {
        long notional = instrument.rawNotional(rawPrice, rawPosition);
        return instrument.isInverse() ? Math.negateExact(notional) : notional;
    }

    /** What a fill brings in the settlement currency, its fee taken off; negative for most buys. */
    long rawProceeds(LiveOrder order, LiquiditySide liquidity, long rawPrice, long rawQuantity) {
        Side side = order.placed().request.side();
        long worth = rawWorth(rawPrice, rawQuantity);
        long fee = config.fees().rawFee(instrument, side, liquidity, rawPrice, rawQuantity);
        return Math.subtractExact(order.isBuy() ? Math.negateExact(worth) : worth, fee);
    }
}
