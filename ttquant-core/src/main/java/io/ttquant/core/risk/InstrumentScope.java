package io.ttquant.core.risk;

import io.ttquant.api.market.Instrument;
import io.ttquant.api.market.InstrumentId;
import io.ttquant.api.money.FixedPoint;
import io.ttquant.api.order.OrderRequest;
import io.ttquant.api.order.RejectReason;
import io.ttquant.core.order.Reach;
import io.ttquant.core.order.Refusal;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/** The limits of a strategy, or of the account, in one instrument, as raw figures. */
public final class InstrumentScope {
    final RiskScope scope;
    final Reach reach;
    final IntSupplier openOrders;
    final long rawMaxOrderQuantity;
    final long rawMaxPosition;
    final long rawMinPrice;
    final long rawMaxPrice;

    /**
     * The limits.
     *
     * @param scope whose they are
     * @param reach how far its position in the instrument can go
     */
    public InstrumentScope(RiskScope scope, Reach reach) {
        this(scope, reach, reach::openOrders);
    }

    /**
     * The limits on one of several positions in an instrument.
     *
     * @param scope whose they are
     * @param reach how far the position can go
     * @param openOrders number of open orders in the instrument, whatever position they change
     */
    public InstrumentScope(RiskScope scope, Reach reach, IntSupplier openOrders) {
        this.scope = scope;
        this.reach = reach;
        this.openOrders = openOrders;
        Instrument i = reach.instrument();
        OrderLimits orders = scope.limits().orders();
        this.rawMaxOrderQuantity = quantity(orders.maxOrderQuantity(), i);
        this.rawMaxPosition = quantity(scope.limits().positions().maxPosition(), i);
        this.rawMinPrice = price(orders.minPrice(), i, RoundingMode.CEILING, 0);
        this.rawMaxPrice = price(orders.maxPrice(), i, RoundingMode.FLOOR, Long.MAX_VALUE);
    }

    /** Its strategy's or account's limits. */
    public RiskScope scope() {
        return scope;
    }

    /** How far its position in the instrument can go. */
    public Reach reach() {
        return reach;
    }

    /** How much further than its limit its position can go with all open orders, to one side; below 0 if it cannot. */
    public long rawOver(boolean isBuy) {
        return Math.subtractExact(isBuy ? reach.rawHigh() : Math.negateExact(reach.rawLow()), rawMaxPosition);
    }

    /** Why an order is refused that spends an amount and may trade any quantity for it; null if no position is limited by its quantity. */
    public @Nullable Refusal unbounded(OrderRequest byValue) {
        Instrument i = reach.instrument();
        return rawMaxPosition == Long.MAX_VALUE
                ? null
                : new Refusal(
                        RejectReason.MAX_POSITION,
                        "an order that spends "
                                + FixedPoint.format(
                                        byValue.rawQuoteQuantity(), i.quote().scale()) + " "
                                + i.quote() + " may trade any quantity of " + i
                                + ", as the price turns out, and the position is limited to "
                                + i.formatQuantity(rawMaxPosition) + " by " + scope.who()
                                + "; use value(...) for a quantity worked out now");
    }

    private static long quantity(Map<InstrumentId, BigDecimal> limits, Instrument i) {
        BigDecimal limit = limits.get(i.id());
        return limit == null ? Long.MAX_VALUE : raw(limit, i.quantityScale(), RoundingMode.FLOOR);
    }

    private static long price(Optional<BigDecimal> limit, Instrument i, RoundingMode rounding, long none) {
        return limit.map(price -> raw(price, i.priceScale(), rounding)).orElse(none);
    }

    /** A limit that is larger than any figure at the scale can be limits nothing. */
    static long raw(BigDecimal limit, int scale, RoundingMode rounding) {
        BigDecimal most = FixedPoint.toDecimal(Long.MAX_VALUE, scale);
        return limit.compareTo(most) >= 0 ? Long.MAX_VALUE : FixedPoint.toRaw(limit, scale, rounding);
    }
}
