package io.ttquant.exchanges;

import io.ttquant.api.market.Instrument;
import io.ttquant.api.order.OrderRequest;
import io.ttquant.api.order.OrderType;
import io.ttquant.api.order.PositionSide;
import io.ttquant.api.order.Side;
import io.ttquant.api.order.TimeInForce;
import io.ttquant.api.order.TrailingOffset;
import io.ttquant.api.order.TriggerSource;
import io.ttquant.api.time.EpochNanos;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Order requests of tests, with everything that a request can say. */
public final class Orders {
    private final Instrument instrument;
    private final Side side;
    private final OrderType type;
    private long quantity;
    private long price;
    private long trigger;
    private TimeInForce tif = TimeInForce.GTC;
    private long expiry = EpochNanos.NEVER;
    private boolean isPostOnly;
    private boolean isReduceOnly;
    private TriggerSource source = TriggerSource.DEFAULT;
    private @Nullable TrailingOffset trailing;
    private long display;
    private PositionSide positionSide = PositionSide.NET;
    private long value;

    private Orders(Instrument instrument, Side side, OrderType type) {
        this.instrument = instrument;
        this.side = side;
        this.type = type;
    }

    /** An order of a quantity. */
    public static Orders of(Instrument i, Side side, OrderType type, String quantity) {
        Orders o = new Orders(i, side, type);
        o.quantity = raw(quantity, i.quantityScale());
        return o;
    }

    public Orders at(String newPrice) {
        price = raw(newPrice, instrument.priceScale());
        return this;
    }

    public Orders trigger(String newTrigger, TriggerSource by) {
        trigger = raw(newTrigger, instrument.priceScale());
        source = by;
        return this;
    }

    public Orders tif(TimeInForce other) {
        tif = other;
        return this;
    }

    public Orders until(long nanos) {
        tif = TimeInForce.GTD;
        expiry = nanos;
        return this;
    }

    public Orders postOnly() {
        isPostOnly = true;
        return this;
    }

    public Orders reduceOnly() {
        isReduceOnly = true;
        return this;
    }

    public Orders trailing(TrailingOffset offset) {
        trailing = offset;
        return this;
    }

    public Orders display(String shown) {
        display = raw(shown, instrument.quantityScale());
        return this;
    }

    public Orders of(PositionSide its) {
        positionSide = its;
        return this;
    }

    public Orders value(String amount) {
        value = raw(amount, instrument.quote().scale());
        return this;
    }

    /** The same with a raw quantity, on the lot or not. */
    public Orders rawQuantity(long raw) {
        quantity = raw;
        return this;
    }

    /** The same with a raw price, on the tick or not. */
    public Orders rawPrice(long raw) {
        price = raw;
        return this;
    }

    public OrderRequest request() {
        return new OrderRequest(
                instrument,
                side,
                type,
                quantity,
                price,
                trigger,
                tif,
                expiry,
                isPostOnly,
                isReduceOnly,
                "",
                source,
                trailing,
                display,
                positionSide,
                value);
    }

    private static long raw(String text, int scale) {
        return new BigDecimal(text).movePointRight(scale).longValueExact();
    }
}
