package io.ttquant.exchanges.okx.session;

import io.ttquant.api.exchange.ExternalOrder;
import io.ttquant.api.market.Instrument;
import io.ttquant.api.money.FixedPoint;
import io.ttquant.api.order.OrderRequest;
import io.ttquant.api.order.OrderStatus;
import io.ttquant.api.order.OrderType;
import io.ttquant.api.order.TimeInForce;
import io.ttquant.api.order.TriggerSource;
import io.ttquant.api.time.EpochNanos;
import io.ttquant.exchanges.answer.VenueOrder;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** Orders of the account in the engine's words, as near as they come; the tag holds the venue's word for the type. */
final class ForeignOrders {
    private ForeignOrders() {}

    static ExternalOrder of(VenueOrder o, Instrument instrument) {
        OrderStatus status = o.status() == null ? OrderStatus.ACCEPTED : o.status();
        return new ExternalOrder(
                o.clientId(),
                o.venueId(),
                request(o, instrument),
                status,
                quantity(o.filled(), instrument),
                Math.max(o.tsUpdated(), o.tsCreated()));
    }

    private static OrderRequest request(VenueOrder o, Instrument i) {
        return new OrderRequest(
                i,
                o.side(),
                type(o),
                Math.max(1, o.isByValue() ? byValue(o, i) : quantity(o.quantity(), i)),
                price(o.price(), i),
                price(o.triggerPrice(), i),
                timeInForce(o.type()),
                EpochNanos.NEVER,
                o.type().equals("post_only"),
                o.isReduceOnly(),
                o.type(),
                TriggerSource.DEFAULT,
                null,
                0,
                o.positionSide(),
                o.isByValue() ? FixedPoint.toRaw(o.quantity(), i.quote().scale(), RoundingMode.HALF_EVEN) : 0);
    }

    /** A trailing stop whose distance is not told is a stop to us. */
    private static OrderType type(VenueOrder o) {
        boolean hasPrice = o.price() != null;
        if (o.isConditional()) {
            return hasPrice ? OrderType.STOP_LIMIT : OrderType.STOP_MARKET;
        }
        return hasPrice ? OrderType.LIMIT : OrderType.MARKET;
    }

    private static TimeInForce timeInForce(String word) {
        return switch (word) {
            case "ioc", "optimal_limit_ioc" -> TimeInForce.IOC;
            case "fok" -> TimeInForce.FOK;
            default -> TimeInForce.GTC;
        };
    }

    /** What an amount buys is not told before it is filled. */
    private static long byValue(VenueOrder o, Instrument i) {
        BigDecimal price = o.averagePrice();
        return price == null || price.signum() <= 0
                ? quantity(o.filled(), i)
                : quantity(o.quantity().divide(price, i.quantityScale(), RoundingMode.DOWN), i);
    }

    private static long quantity(BigDecimal value, Instrument i) {
        return FixedPoint.toRaw(value, i.quantityScale(), RoundingMode.HALF_EVEN);
    }

    private static long price(@Nullable BigDecimal value, Instrument i) {
        return value == null ? 0 : FixedPoint.toRaw(value, i.priceScale(), RoundingMode.HALF_EVEN);
    }
}
