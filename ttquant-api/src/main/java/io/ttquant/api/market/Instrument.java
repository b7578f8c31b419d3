package io.ttquant.api.market;

import io.ttquant.api.money.Currency;
import io.ttquant.api.money.FixedPoint;
import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A tradable instrument with its scales, increments and order filters. Immutable; two instruments are equal if their ids are.
 *
 * <p>Prices and quantities are {@code long} raw values at {@link #priceScale()} and {@link #quantityScale()}. The notional
 * value of an order is in the settlement currency, which is the quote currency of all but inverse and quanto contracts; {@link ContractType} has the
 * formulas.
 */
public final class Instrument {
    private final InstrumentId id;
    private final InstrumentKind kind;
    private final ContractType contractType;
    private final Currency base;
    private final Currency quote;
    private final Currency settlement;
    private final int priceScale;
    private final int quantityScale;
    private final long rawTick;
    private final long rawLot;
    private final BigDecimal multiplier;
    private final double multiplierValue;
    private final long rawMultiplier;
    private final int multiplierScale;
    private final boolean isInverse;
    private final boolean isPlain;
    private final OrderFilters filters;
    private final long expiryNanos;

    Instrument(InstrumentBuilder b, Currency base, Currency quote, Currency settlement, OrderFilters filters) {
        this.id = b.id;
        this.kind = b.kind;
        this.contractType = b.contractType;
        this.base = base;
        this.quote = quote;
        this.settlement = settlement;
        this.priceScale = b.priceScale();
        this.quantityScale = b.quantityScale();
        this.rawTick = FixedPoint.toRaw(b.tick, priceScale);
        this.rawLot = FixedPoint.toRaw(b.lot, quantityScale);
        this.multiplier = b.multiplier;
        this.multiplierValue = b.multiplier.doubleValue();
        this.multiplierScale = Math.max(0, b.multiplier.stripTrailingZeros().scale());
        this.rawMultiplier = FixedPoint.toRaw(b.multiplier, multiplierScale);
        this.isInverse = contractType == ContractType.INVERSE;
        this.isPlain = !isInverse && rawMultiplier == 1 && multiplierScale == 0;
        this.filters = filters;
        this.expiryNanos = b.expiryNanos;
    }

    /** Starts a spot instrument such as {@code spot("binance:BTCUSDT", "BTC", "USDT")}. */
    public static InstrumentBuilder spot(String id, String base, String quote) {
        return spot(InstrumentId.parse(id), Currency.of(base), Currency.of(quote));
    }

    /** Starts a spot instrument with currencies of chosen scales. */
    public static InstrumentBuilder spot(InstrumentId id, Currency base, Currency quote) {
        return new InstrumentBuilder(id, InstrumentKind.SPOT, base, quote, quote);
    }

    /** Starts a linear perpetual swap, settled in the quote currency. */
    public static InstrumentBuilder perpetual(InstrumentId id, Currency base, Currency quote) {
        return new InstrumentBuilder(id, InstrumentKind.PERPETUAL, base, quote, quote);
    }

    /** Starts an inverse perpetual swap, settled in the base currency; its multiplier is the contract's value in the quote currency. */
    public static InstrumentBuilder inversePerpetual(InstrumentId id, Currency base, Currency quote) {
        return new InstrumentBuilder(id, InstrumentKind.PERPETUAL, base, quote, base)
                .contract(ContractType.INVERSE, base);
    }

    /** Starts a quanto perpetual swap; its multiplier is what one contract pays in {@code settlement} for each whole unit of price. */
    public static InstrumentBuilder quantoPerpetual(
            InstrumentId id, Currency base, Currency quote, Currency settlement) {
        return new InstrumentBuilder(id, InstrumentKind.PERPETUAL, base, quote, settlement)
                .contract(ContractType.QUANTO, settlement);
    }

    /** Starts a linear dated future, settled in the quote currency; set its expiry. */
    public static InstrumentBuilder future(InstrumentId id, Currency base, Currency quote) {
        return new InstrumentBuilder(id, InstrumentKind.FUTURE, base, quote, quote);
    }

    /** The instrument's name. */
    public InstrumentId id() {
        return id;
    }

    /** What is bought and sold. */
    public InstrumentKind kind() {
        return kind;
    }

    /** How its value depends on its price. */
    public ContractType contractType() {
        return contractType;
    }

    /** The currency bought and sold, or on which a contract is written. */
    public Currency base() {
        return base;
    }

    /** The currency in which the price is stated. */
    public Currency quote() {
        return quote;
    }

    /**
     * The currency in which profit and loss of a derivative are paid and in which values are stated: the quote currency of spot and linear
     * contracts, the base currency of inverse ones, a third one of quanto contracts.
     */
    public Currency settlement() {
        return settlement;
    }

    /** Decimals of a raw price, 0 to 18. */
    public int priceScale() {
        return priceScale;
    }

    /** Decimals of a raw quantity, 0 to 18. */
    public int quantityScale() {
        return quantityScale;
    }

    /** The smallest price step, at the price scale; at least 1. */
    public long rawTick() {
        return rawTick;
    }

    /** The smallest quantity step, at the quantity scale; at least 1. */
    public long rawLot() {
        return rawLot;
    }

    /**
     * What one contract is: units of the base currency if it is linear (1 for spot), units of the quote currency if it is inverse, units of the
     * settlement currency for each whole unit of price if it is quanto.
     */
    public BigDecimal multiplier() {
        return multiplier;
    }

    /** The double nearest to the multiplier. */
    public double multiplierValue() {
        return multiplierValue;
    }

    /** The limits on orders. */
    public OrderFilters filters() {
        return filters;
    }

    /** When a dated future expires, in epoch nanoseconds; {@link Long#MAX_VALUE} if it does not. */
    public long expiryNanos() {
        return expiryNanos;
    }

    /** The double nearest to a raw price. */
    public double price(long rawPrice) {
        return FixedPoint.toDouble(rawPrice, priceScale);
    }

    /** The double nearest to a raw quantity. */
    public double quantity(long rawQuantity) {
        return FixedPoint.toDouble(rawQuantity, quantityScale);
    }

    /** Plain text of a raw price, with all decimals of the price scale. */
    public String formatPrice(long rawPrice) {
        return FixedPoint.format(rawPrice, priceScale);
    }

    /** Plain text of a raw quantity, with all decimals of the quantity scale. */
    public String formatQuantity(long rawQuantity) {
        return FixedPoint.format(rawQuantity, quantityScale);
    }

    /** True if its value is quantity × multiplier ÷ price, in the base currency. */
    public boolean isInverse() {
        return isInverse;
    }

    /**
     * The value of a quantity at a price, at the scale of the settlement currency, rounded once, half to even: price × quantity × multiplier, or
     * quantity × multiplier ÷ price for an inverse contract. The sign follows the quantity.
     *
     * @param rawPrice at the price scale; above zero for an inverse contract
     * @throws ArithmeticException if the value does not fit a {@code long} at that scale, or the price of an inverse contract is not above zero
     */
    public long rawNotional(long rawPrice, long rawQuantity) {
        if (isPlain) {
            return FixedPoint.multiply(rawPrice, rawQuantity, priceScale + quantityScale, settlement.scale());
        }
        return isInverse
                ? InverseValue.of(rawQuantity, rawMultiplier, 1, rawPrice, inverseShift())
                : WideNotional.of(
                        rawPrice,
                        rawQuantity,
                        rawMultiplier,
                        priceScale + quantityScale + multiplierScale,
                        settlement.scale());
    }

    /**
     * A fraction of the value of a quantity at a price, as fees are, at the scale of the settlement currency. The exact product is rounded once, half
     * to even; the value itself is not rounded before.
     *
     * @param rawFraction the fraction at {@code fractionScale}; negative for a rebate
     * @param fractionScale decimals of the fraction, 0 to 18
     * @throws ArithmeticException as {@link #rawNotional} does
     */
    public long rawNotionalPart(long rawPrice, long rawQuantity, long rawFraction, int fractionScale) {
        if (isInverse) {
            return InverseValue.of(rawQuantity, rawMultiplier, rawFraction, rawPrice, inverseShift() - fractionScale);
        }
        int productScale = priceScale + quantityScale + multiplierScale + fractionScale;
        return isPlain
                ? WideNotional.of(rawPrice, rawQuantity, rawFraction, productScale, settlement.scale())
                : WideNotional.of(rawPrice, rawQuantity, rawMultiplier, rawFraction, productScale, settlement.scale());
    }

    /** The value of a quantity at a price in the settlement currency, for analysis; see {@link #rawNotional}. */
    public double value(long rawPrice, long rawQuantity) {
        double contracts = quantity(rawQuantity) * multiplierValue;
        return isInverse ? contracts / price(rawPrice) : contracts * price(rawPrice);
    }

    private int inverseShift() {
        return settlement.scale() + priceScale - quantityScale - multiplierScale;
    }

    /** Rounding of prices and quantities to the tick and the lot, from decimals and doubles. */
    public Rounding rounding() {
        return new Rounding(this);
    }

    /** A builder that starts from this instrument, to change some of it. */
    public InstrumentBuilder toBuilder() {
        return InstrumentBuilder.from(this);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Instrument that && id.equals(that.id);
    }

    @Override
    public int hashCode() {
        return Objects.hashCode(id);
    }

    @Override
    public String toString() {
        return id.toString();
    }
}
