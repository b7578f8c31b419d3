package io.ttquant.api.market;

import io.ttquant.api.money.Currency;
import io.ttquant.api.money.Decimals;
import io.ttquant.api.money.FixedPoint;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Builds an {@link Instrument}. Tick and lot are needed; everything else has a default of "no limit". All figures are
 * decimals, as venues publish them.
 */
public final class InstrumentBuilder {
    final InstrumentId id;
    final InstrumentKind kind;
    final Currency base;
    final Currency quote;
    Currency settlement;
    ContractType contractType = ContractType.LINEAR;
    BigDecimal tick = BigDecimal.ZERO;
    BigDecimal lot = BigDecimal.ZERO;
    BigDecimal multiplier = BigDecimal.ONE;
    long expiryNanos = Long.MAX_VALUE;
    BigDecimal minPrice = BigDecimal.ZERO;
    private @Nullable BigDecimal maxPrice;
    BigDecimal minQuantity = BigDecimal.ZERO;
    private @Nullable BigDecimal maxQuantity;
    private @Nullable BigDecimal maxMarketQuantity;
    BigDecimal minNotional = BigDecimal.ZERO;
    private @Nullable BigDecimal maxNotional;
    private boolean notionalAppliesToMarket = true;
    private int maxOpenOrders = Integer.MAX_VALUE;
    private int maxOpenStopOrders = Integer.MAX_VALUE;
    private int priceBandUpPercent;
    private int priceBandDownPercent;

    InstrumentBuilder(InstrumentId id, InstrumentKind kind, Currency base, Currency quote, Currency settlement) {
        this.id = id;
        this.kind = kind;
        this.base = base;
        this.quote = quote;
        this.settlement = settlement;
    }

    static InstrumentBuilder from(Instrument i) {
        InstrumentBuilder b = new InstrumentBuilder(i.id(), i.kind(), i.base(), i.quote(), i.settlement());
        OrderFilters f = i.filters();
        b.contractType = i.contractType();
        b.tick = FixedPoint.toDecimal(i.rawTick(), i.priceScale());
        b.lot = FixedPoint.toDecimal(i.rawLot(), i.quantityScale());
        b.multiplier = i.multiplier();
        b.expiryNanos = i.expiryNanos();
        b.minPrice = FixedPoint.toDecimal(f.rawMinPrice(), i.priceScale());
        b.maxPrice = decimalOrNull(f.rawMaxPrice(), i.priceScale());
        b.minQuantity = FixedPoint.toDecimal(f.rawMinQuantity(), i.quantityScale());
        b.maxQuantity = decimalOrNull(f.rawMaxQuantity(), i.quantityScale());
        b.maxMarketQuantity = decimalOrNull(f.rawMaxMarketQuantity(), i.quantityScale());
        b.minNotional = FixedPoint.toDecimal(f.rawMinNotional(), i.settlement().scale());
        b.maxNotional = decimalOrNull(f.rawMaxNotional(), i.settlement().scale());
        b.notionalAppliesToMarket = f.notionalAppliesToMarket();
        b.maxOpenOrders = f.maxOpenOrders();
        b.maxOpenStopOrders = f.maxOpenStopOrders();
        b.priceBandUpPercent = f.priceBandUpPercent();
        b.priceBandDownPercent = f.priceBandDownPercent();
        return b;
    }

    private static @Nullable BigDecimal decimalOrNull(long raw, int scale) {
        return raw == OrderFilters.UNLIMITED ? null : FixedPoint.toDecimal(raw, scale);
    }

    /** The smallest price step; its decimals become the price scale. */
    public InstrumentBuilder tick(String tick) {
        return tick(Decimals.parse(tick));
    }

    /** The smallest price step; its decimals become the price scale. */
    public InstrumentBuilder tick(BigDecimal value) {
        this.tick = value;
        return this;
    }

    /** The smallest quantity step; its decimals become the quantity scale. */
    public InstrumentBuilder lot(String lot) {
        return lot(Decimals.parse(lot));
    }

    /** The smallest quantity step; its decimals become the quantity scale. */
    public InstrumentBuilder lot(BigDecimal value) {
        this.lot = value;
        return this;
    }

    /** What one contract is, as {@link Instrument#multiplier()} says; 1 unless set. */
    public InstrumentBuilder multiplier(BigDecimal value) {
        this.multiplier = value;
        return this;
    }

    /** How the value depends on the price, and the currency in which it is settled. */
    public InstrumentBuilder contract(ContractType type, Currency settledIn) {
        this.contractType = type;
        this.settlement = settledIn;
        return this;
    }

    /** When a dated future expires. */
    public InstrumentBuilder expiry(Instant instant) {
        this.expiryNanos = io.ttquant.api.time.EpochNanos.of(instant);
        return this;
    }

    /** Lowest limit price. */
    public InstrumentBuilder minPrice(BigDecimal value) {
        this.minPrice = value;
        return this;
    }

    /** Highest limit price; null = no limit. */
    public InstrumentBuilder maxPrice(@Nullable BigDecimal value) {
        this.maxPrice = value;
        return this;
    }

    /** Smallest quantity of an order. */
    public InstrumentBuilder minQuantity(BigDecimal value) {
        this.minQuantity = value;
        return this;
    }

    /** Largest quantity of a limit order; null = no limit. */
    public InstrumentBuilder maxQuantity(@Nullable BigDecimal value) {
        this.maxQuantity = value;
        return this;
    }

    /** Largest quantity of a market order; null = that of a limit order. */
    public InstrumentBuilder maxMarketQuantity(@Nullable BigDecimal value) {
        this.maxMarketQuantity = value;
        return this;
    }

    /** Smallest value of an order, in the settlement currency, which is the quote currency of spot and linear contracts. */
    public InstrumentBuilder minNotional(String value) {
        return minNotional(Decimals.parse(value));
    }

    /** Smallest value of an order, in the settlement currency, which is the quote currency of spot and linear contracts. */
    public InstrumentBuilder minNotional(BigDecimal value) {
        this.minNotional = value;
        return this;
    }

    /** Largest value of an order, in the settlement currency; null = no limit. */
    public InstrumentBuilder maxNotional(@Nullable BigDecimal value) {
        this.maxNotional = value;
        return this;
    }

    /** Whether the value limits hold for market orders too; true unless set. */
    public InstrumentBuilder notionalAppliesToMarket(boolean value) {
        this.notionalAppliesToMarket = value;
        return this;
    }

    /** Most orders, and most untriggered stop orders, resting at once. */
    public InstrumentBuilder maxOpenOrders(int orders, int stopOrders) {
        this.maxOpenOrders = orders;
        this.maxOpenStopOrders = stopOrders;
        return this;
    }

    /** How far from the reference price an order may be, in percent of it; 0 = no band. */
    public InstrumentBuilder priceBand(int upPercent, int downPercent) {
        this.priceBandUpPercent = upPercent;
        this.priceBandDownPercent = downPercent;
        return this;
    }

    int priceScale() {
        return scaleOf(tick);
    }

    int quantityScale() {
        return scaleOf(lot);
    }

    /**
     * Builds the instrument and proves that its arithmetic fits.
     *
     * @throws IllegalArgumentException if tick, lot or multiplier is missing or not positive, a limit is negative or no
     *     multiple of its step, the settlement currency is not that of the contract's type, or the largest legal order does not fit a {@code long}
     *     at the settlement currency's scale
     */
    public Instrument build() {
        return new InstrumentProof(this).build();
    }

    OrderFilters filters() {
        int ps = priceScale();
        int qs = quantityScale();
        int ns = settlement.scale();
        long rawMaxQuantity = down(maxQuantity, qs);
        return new OrderFilters(
                up(minPrice, ps),
                down(maxPrice, ps),
                up(minQuantity, qs),
                rawMaxQuantity,
                maxMarketQuantity == null ? rawMaxQuantity : down(maxMarketQuantity, qs),
                up(minNotional, ns),
                down(maxNotional, ns),
                notionalAppliesToMarket,
                maxOpenOrders,
                maxOpenStopOrders,
                priceBandUpPercent,
                priceBandDownPercent);
    }

    private static int scaleOf(BigDecimal step) {
        return Math.max(0, step.stripTrailingZeros().scale());
    }

    private static long up(BigDecimal value, int scale) {
        return FixedPoint.toRaw(value, scale, RoundingMode.CEILING);
    }

    /** A maximum beyond a {@code long} limits nothing that arithmetic does not limit first. */
    private static long down(@Nullable BigDecimal value, int scale) {
        if (value == null || value.compareTo(FixedPoint.toDecimal(Long.MAX_VALUE, scale)) >= 0) {
            return OrderFilters.UNLIMITED;
        }
        return FixedPoint.toRaw(value, scale, RoundingMode.FLOOR);
    }
}
