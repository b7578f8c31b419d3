package io.ttquant.api.algorithm;

import io.ttquant.api.market.Instrument;
import io.ttquant.api.market.OrderFilters;
import io.ttquant.api.money.FixedPoint;
import io.ttquant.api.order.Side;
import io.ttquant.api.strategy.AlgorithmContext;
import io.ttquant.api.strategy.MarketView;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** The smallest child that the venue takes now: a lot, its minimum quantity, and its minimum value at the price by which that is judged. */
final class LeastChild {
    private LeastChild() {}

    /** In whole lots, at the quantity scale; {@link Long#MAX_VALUE} if no quantity is worth enough. */
    static long rawOf(AlgorithmContext work) {
        Instrument i = work.instrument();
        long lots = Math.max(1, ceilDivide(i.filters().rawMinQuantity(), i.rawLot()));
        long price = rawJudgedPrice(work);
        if (price > 0) {
            lots = Math.max(lots, lotsOfLeastValue(i, price));
        }
        return lots > Long.MAX_VALUE / i.rawLot() ? Long.MAX_VALUE : lots * i.rawLot();
    }

    /** 0 where no value is asked for, or no price is known. */
    private static long rawJudgedPrice(AlgorithmContext work) {
        OrderFilters filters = work.instrument().filters();
        if (filters.rawMinNotional() == 0 || work.instruction().isReducing()) {
            return 0;
        }
        if (work.instruction().rawPrice() > 0) {
            return work.instruction().rawPrice();
        }
        MarketView market = work.market();
        long touch = work.instruction().side() == Side.BUY ? market.rawAsk() : market.rawBid();
        return !filters.notionalAppliesToMarket() ? 0 : touch > 0 ? touch : market.rawLast();
    }

    private static long lotsOfLeastValue(Instrument i, long rawPrice) {
        BigDecimal least = FixedPoint.toDecimal(
                i.filters().rawMinNotional(), i.settlement().scale());
        BigDecimal price = FixedPoint.toDecimal(rawPrice, i.priceScale());
        BigDecimal lot = FixedPoint.toDecimal(i.rawLot(), i.quantityScale()).multiply(i.multiplier());
        BigDecimal lots = i.isInverse()
                ? least.multiply(price).divide(lot, 0, RoundingMode.CEILING)
                : least.divide(lot.multiply(price), 0, RoundingMode.CEILING);
        return lots.min(BigDecimal.valueOf(Long.MAX_VALUE)).longValue();
    }

    private static long ceilDivide(long dividend, long divisor) {
        return dividend / divisor + (dividend % divisor == 0 ? 0 : 1);
    }
}
