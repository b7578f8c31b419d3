package io.ttquant.api.order;

import io.ttquant.api.market.Instrument;
import io.ttquant.api.money.Decimals;
import io.ttquant.api.money.FixedPoint;
import io.ttquant.api.money.Money;
import io.ttquant.api.time.EpochNanos;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Builds an order with names instead of positions: {@code orders.buy(btc).quantity("0.01").limit(30_000).postOnly().submit()}.
 *
 * <p>Rounding is safe by default: quantities floor to the lot, buy prices floor and sell prices ceil to the tick. A quantity that
 * rounds to zero is denied when submitted. Trigger prices round away from the market's likely side in the same way as prices.
 */
public final class OrderBuilder {
    private final OrderGateway gateway;
    private final Instrument instrument;
    private final Side side;
    private Wait wait = Wait.NONE;
    private boolean isLimited;
    private boolean isMarketToLimit;
    private long rawQuantity;
    private BigDecimal value = BigDecimal.ZERO;
    private boolean isSpending;
    private long rawPrice;
    private long rawTrigger;
    private TimeInForce timeInForce = TimeInForce.GTC;
    private long expiryNanos = EpochNanos.NEVER;
    private boolean postOnly;
    private boolean reduceOnly;
    private String tag = "";
    private TriggerSource triggerSource = TriggerSource.DEFAULT;
    private @Nullable TrailingOffset trailing;
    private long rawDisplay;
    private PositionSide positionSide = PositionSide.NET;

    private enum Wait {
        NONE,
        STOP,
        TOUCH,
        TRAIL
    }

    /** A builder of one order; strategies get theirs from {@link Orders}. */
    public OrderBuilder(OrderGateway gateway, Instrument instrument, Side side) {
        this.gateway = gateway;
        this.instrument = instrument;
        this.side = side;
    }

    /** The quantity as a raw value at the instrument's quantity scale. */
    public OrderBuilder rawQuantity(long raw) {
        this.rawQuantity = raw;
        this.value = BigDecimal.ZERO;
        this.isSpending = false;
        return this;
    }

    /**
     * The quantity as a decimal, floored to the lot.
     *
     * @throws IllegalArgumentException if the text is no decimal of sensible length
     * @throws ArithmeticException if it does not fit 64 bits at the quantity scale
     */
    public OrderBuilder quantity(String quantity) {
        return quantity(Decimals.parse(quantity));
    }

    /**
     * The quantity as a decimal, floored to the lot.
     *
     * @throws ArithmeticException if it does not fit 64 bits at the quantity scale
     */
    public OrderBuilder quantity(BigDecimal quantity) {
        return rawQuantity(Math.max(0, instrument.rounding().floorToLot(quantity)));
    }

    /**
     * The quantity as a double, floored to the lot as {@link io.ttquant.api.market.Rounding} does: 0.1 + 0.2 is 0.3.
     *
     * @throws IllegalArgumentException if it is not finite
     * @throws ArithmeticException if it does not fit 64 bits at the quantity scale
     */
    public OrderBuilder quantity(double quantity) {
        return rawQuantity(Math.max(0, instrument.rounding().floorToLot(quantity)));
    }

    /**
     * The quantity as a number of lots.
     *
     * @throws ArithmeticException if it does not fit 64 bits at the quantity scale
     */
    public OrderBuilder lots(long lots) {
        BigDecimal lot = BigDecimal.valueOf(instrument.rawLot(), instrument.quantityScale());
        return quantity(lot.multiply(BigDecimal.valueOf(lots)));
    }

    /** The quantity as a value in the quote currency: whole lots worth at most that, at the limit price, or the market's. */
    public OrderBuilder value(BigDecimal quoteValue) {
        this.value = quoteValue;
        this.rawQuantity = 0;
        this.isSpending = false;
        return this;
    }

    /**
     * The quantity as an amount of the quote currency, worked out by the exchange when the market order executes: a buy spends at most that, with fees in that
     * currency, and a sell sells until it has received that much at most, both in whole lots. {@link #value(BigDecimal)} works it out here and now
     * instead, from the price known here.
     */
    public OrderBuilder spend(BigDecimal quoteAmount) {
        value(quoteAmount);
        this.isSpending = true;
        return this;
    }

    /** The quantity as an amount of the quote currency, such as {@code "1000"}, worked out when the market order executes. */
    public OrderBuilder spend(String quoteAmount) {
        return spend(Decimals.parse(quoteAmount));
    }

    /** The quantity as a value in the quote currency, such as {@code "100"}. */
    public OrderBuilder value(String quoteValue) {
        return value(Decimals.parse(quoteValue));
    }

    /**
     * The quantity as money in the quote currency; in the settlement currency for an inverse or quanto contract, as its value is.
     *
     * @throws IllegalArgumentException if the money is of another currency
     */
    public OrderBuilder value(Money money) {
        if (!money.currency().equals(instrument.settlement().code())) {
            throw new IllegalArgumentException("value " + money + " must be in " + instrument.settlement() + ", the "
                    + (instrument.settlement().equals(instrument.quote()) ? "quote" : "settlement") + " currency of "
                    + instrument);
        }
        return value(money.amount());
    }

    /**
     * Executes at the best price there is, at once; takes back a limit that was set before.
     *
     * @throws IllegalStateException if a stop is set: whether the order should wait for it or not must be said clearly
     */
    public OrderBuilder market() {
        if (wait != Wait.NONE) {
            throw new IllegalStateException("the " + side + " of " + instrument + " has a stop at "
                    + instrument.formatPrice(rawTrigger)
                    + ", so it cannot be a market order of now; leave market() out for a "
                    + "market order once the stop is reached, or stop(...) for one at once");
        }
        this.isLimited = false;
        this.isMarketToLimit = false;
        this.rawPrice = 0;
        return this;
    }

    /** Takes what there is at the best price, at once; the rest becomes a limit order at that price. */
    public OrderBuilder marketToLimit() {
        market();
        this.isMarketToLimit = true;
        return this;
    }

    /** Executes at this price or better; rounded to the tick in our favour. */
    public OrderBuilder limit(double price) {
        return rawLimit(
                side == Side.BUY
                        ? instrument.rounding().floorPrice(price)
                        : instrument.rounding().ceilPrice(price));
    }

    /** Executes at this price or better; rounded to the tick in our favour. */
    public OrderBuilder limit(BigDecimal price) {
        return rawLimit(
                side == Side.BUY
                        ? instrument.rounding().floorPrice(price)
                        : instrument.rounding().ceilPrice(price));
    }

    /** Executes at this price or better. */
    public OrderBuilder limit(String price) {
        return limit(Decimals.parse(price));
    }

    /** Executes at this raw price or better. */
    public OrderBuilder rawLimit(long raw) {
        this.isLimited = true;
        this.isMarketToLimit = false;
        this.rawPrice = raw;
        return this;
    }

    /** Becomes a market order, or a limit order if one is set, when the price is at or beyond this. */
    public OrderBuilder stop(double trigger) {
        return rawStop(
                side == Side.BUY
                        ? instrument.rounding().ceilPrice(trigger)
                        : instrument.rounding().floorPrice(trigger));
    }

    /** Becomes a market order, or a limit order if one is set, when the price is at or beyond this. */
    public OrderBuilder stop(String trigger) {
        BigDecimal price = Decimals.parse(trigger);
        return rawStop(
                side == Side.BUY
                        ? instrument.rounding().ceilPrice(price)
                        : instrument.rounding().floorPrice(price));
    }

    /** Becomes a market order, or a limit order if one is set, when the price is at or beyond this raw price. */
    public OrderBuilder rawStop(long raw) {
        return waitFor(Wait.STOP, raw, null);
    }

    /** Becomes a market order, or a limit order if one is set, when the price is at this or better: take-profit. */
    public OrderBuilder ifTouched(double trigger) {
        return rawIfTouched(
                side == Side.BUY
                        ? instrument.rounding().floorPrice(trigger)
                        : instrument.rounding().ceilPrice(trigger));
    }

    /** Becomes a market order, or a limit order if one is set, when the price is at this or better: take-profit. */
    public OrderBuilder ifTouched(String trigger) {
        BigDecimal price = Decimals.parse(trigger);
        return rawIfTouched(
                side == Side.BUY
                        ? instrument.rounding().floorPrice(price)
                        : instrument.rounding().ceilPrice(price));
    }

    /** Becomes a market order, or a limit order if one is set, when the price is at this raw price or better. */
    public OrderBuilder rawIfTouched(long raw) {
        return waitFor(Wait.TOUCH, raw, null);
    }

    /**
     * Becomes a market order when the price turns back by this much from the best one seen; a limit order if the offset has a distance to a
     * limit, given by {@link #trailingLimit}.
     */
    public OrderBuilder trailing(TrailingOffset offset) {
        this.isLimited = false;
        return waitFor(Wait.TRAIL, 0, offset);
    }

    /** As {@link #trailing}, and the order is a limit order once it is triggered, at the offset's distance from the trigger. */
    public OrderBuilder trailingLimit(TrailingOffset offset) {
        waitFor(Wait.TRAIL, 0, offset);
        this.isLimited = true;
        return this;
    }

    /** Trails at a price difference, such as {@code "25.50"}, rounded up to the tick. */
    public OrderBuilder trailingBy(String distance) {
        return trailing(TrailingOffset.of(
                TrailingOffset.Kind.PRICE, instrument.rounding().ceilPrice(Decimals.parse(distance))));
    }

    /** Trails at a number of ticks. */
    public OrderBuilder trailingTicks(long ticks) {
        return trailing(TrailingOffset.of(TrailingOffset.Kind.TICKS, ticks));
    }

    /**
     * Trails at basis points (hundredths of a percent) of the followed price, such as {@code "50"} for half a percent.
     *
     * @throws ArithmeticException if it has more than two decimals
     */
    public OrderBuilder trailingBasisPoints(String basisPoints) {
        long hundredths = Decimals.parse(basisPoints).movePointRight(2).longValueExact();
        return trailing(TrailingOffset.of(TrailingOffset.Kind.BASIS_POINTS, hundredths));
    }

    private OrderBuilder waitFor(Wait what, long raw, @Nullable TrailingOffset offset) {
        this.wait = what;
        this.rawTrigger = raw;
        this.trailing = offset;
        this.isMarketToLimit = false;
        return this;
    }

    /** Which price triggers it. */
    public OrderBuilder triggerBy(TriggerSource source) {
        this.triggerSource = source;
        return this;
    }

    /** Shows only this much of it in the book, floored to the lot; when that is filled, the next part goes to the end of the queue. */
    public OrderBuilder display(String quantity) {
        this.rawDisplay = instrument.rounding().floorToLot(Decimals.parse(quantity));
        return this;
    }

    /** Shows only this much of it in the book, a raw quantity; 0 = all of it. */
    public OrderBuilder rawDisplay(long raw) {
        this.rawDisplay = raw;
        return this;
    }

    /** Which position it changes, for accounts in hedge mode. */
    public OrderBuilder positionSide(PositionSide which) {
        this.positionSide = which;
        return this;
    }

    /** Fills what it can at once; the rest is cancelled. */
    public OrderBuilder immediateOrCancel() {
        this.timeInForce = TimeInForce.IOC;
        return this;
    }

    /** Fills whole at once or not at all. */
    public OrderBuilder fillOrKill() {
        this.timeInForce = TimeInForce.FOK;
        return this;
    }

    /** Expires when the next day begins in the engine's day zone, UTC unless set. */
    public OrderBuilder goodForDay() {
        this.timeInForce = TimeInForce.DAY;
        return this;
    }

    /** Expires at this time. */
    public OrderBuilder goodTill(Instant instant) {
        return goodTillNanos(EpochNanos.of(instant));
    }

    /** Expires at this time, in epoch nanoseconds. */
    public OrderBuilder goodTillNanos(long nanos) {
        this.timeInForce = TimeInForce.GTD;
        this.expiryNanos = nanos;
        return this;
    }

    /** Must not take liquidity: it is rejected if it would. */
    public OrderBuilder postOnly() {
        this.postOnly = true;
        return this;
    }

    /** May only make the strategy's position smaller. */
    public OrderBuilder reduceOnly() {
        this.reduceOnly = true;
        return this;
    }

    /** A note of the strategy's own that shows up in results and reports. */
    public OrderBuilder tag(String text) {
        this.tag = text;
        return this;
    }

    /** What would be submitted. */
    public OrderRequest request() {
        long quantity = value.signum() > 0 ? quantityOfValue() : rawQuantity;
        return new OrderRequest(
                instrument,
                side,
                type(),
                quantity,
                rawPrice,
                rawTrigger,
                timeInForce,
                expiryNanos,
                postOnly,
                reduceOnly,
                tag,
                triggerSource,
                trailing,
                rawDisplay,
                positionSide,
                isSpending ? rawQuoteQuantity() : 0);
    }

    private long rawQuoteQuantity() {
        int scale = instrument.quote().scale();
        return FixedPoint.toRaw(value, scale, RoundingMode.FLOOR);
    }

    private OrderType type() {
        return switch (wait) {
            case STOP -> isLimited ? OrderType.STOP_LIMIT : OrderType.STOP_MARKET;
            case TOUCH -> isLimited ? OrderType.LIMIT_IF_TOUCHED : OrderType.MARKET_IF_TOUCHED;
            case TRAIL -> isLimited ? OrderType.TRAILING_STOP_LIMIT : OrderType.TRAILING_STOP_MARKET;
            case NONE -> isMarketToLimit ? OrderType.MARKET_TO_LIMIT : isLimited ? OrderType.LIMIT : OrderType.MARKET;
        };
    }

    /**
     * Sends the order.
     *
     * @return the order; {@link OrderStatus#DENIED} at once if it was refused here
     */
    public Order submit() {
        return gateway.submit(request());
    }

    private long quantityOfValue() {
        long reference =
                rawPrice > 0 ? rawPrice : rawTrigger > 0 ? rawTrigger : gateway.rawReferencePrice(instrument, side);
        return reference <= 0 ? 0 : instrument.rounding().quantityForValue(value, reference);
    }
}
