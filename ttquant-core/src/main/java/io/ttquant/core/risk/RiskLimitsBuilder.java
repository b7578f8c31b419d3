package io.ttquant.core.risk;

import io.ttquant.api.market.InstrumentId;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Builds {@link RiskLimits}; what is not set has no limit. The records say what each limit means. */
public final class RiskLimitsBuilder {
    private Optional<BigDecimal> priceCollar = Optional.empty();
    private Optional<Duration> maxPriceAge = Optional.empty();
    private Optional<Duration> maxOrderAge = Optional.empty();
    private Optional<Duration> maxBarAge = Optional.empty();
    private Optional<BigDecimal> minPrice = Optional.empty();
    private Optional<BigDecimal> maxPrice = Optional.empty();
    private Optional<Integer> maxOrdersPerSecond = Optional.empty();
    private Optional<Integer> maxOrdersPerMinute = Optional.empty();
    private Optional<Integer> maxMessagesPerSecond = Optional.empty();
    private Optional<Integer> maxMessagesPerMinute = Optional.empty();
    private int cancelReserve;
    private final Map<InstrumentId, BigDecimal> maxOrderQuantity = new LinkedHashMap<>();
    private Optional<BigDecimal> maxOrderValue = Optional.empty();
    private final Map<InstrumentId, BigDecimal> maxPosition = new LinkedHashMap<>();
    private Optional<BigDecimal> maxPositionValue = Optional.empty();
    private Optional<BigDecimal> maxPositionShare = Optional.empty();
    private Optional<BigDecimal> maxExposure = Optional.empty();
    private Optional<BigDecimal> maxExposureShare = Optional.empty();
    private Optional<Integer> maxPositions = Optional.empty();
    private Optional<Integer> maxOpenOrders = Optional.empty();
    private Optional<Integer> maxOpenOrdersPerInstrument = Optional.empty();
    private Optional<BigDecimal> stopLoss = Optional.empty();
    private Optional<BigDecimal> takeProfit = Optional.empty();
    private final Map<InstrumentId, BigDecimal> stopLossDistance = new LinkedHashMap<>();
    private final Map<InstrumentId, BigDecimal> takeProfitDistance = new LinkedHashMap<>();
    private Optional<BigDecimal> dailyLoss = Optional.empty();
    private GuardAction dailyLossAction = GuardAction.HALT;
    private ZoneId zone = ZoneId.of("UTC");
    private Optional<BigDecimal> maxDrawdown = Optional.empty();
    private GuardAction drawdownAction = GuardAction.HALT;
    private Optional<Integer> lossStreak = Optional.empty();
    private GuardAction lossStreakAction = GuardAction.HALT;

    RiskLimitsBuilder() {}

    /** {@link OrderLimits#priceCollar()}, such as {@code "0.05"}. */
    public RiskLimitsBuilder priceCollar(String fraction) {
        this.priceCollar = Optional.of(new BigDecimal(fraction));
        return this;
    }

    /** {@link OrderLimits#maxPriceAge()}. */
    public RiskLimitsBuilder maxPriceAge(Duration age) {
        this.maxPriceAge = Optional.of(age);
        return this;
    }

    /** {@link OrderLimits#maxOrderAge()}. */
    public RiskLimitsBuilder maxOrderAge(Duration age) {
        this.maxOrderAge = Optional.of(age);
        return this;
    }

    /** {@link OrderLimits#maxBarAge()}. */
    public RiskLimitsBuilder maxBarAge(Duration age) {
        this.maxBarAge = Optional.of(age);
        return this;
    }

    /** {@link OrderLimits#minPrice()}. */
    public RiskLimitsBuilder minPrice(String price) {
        this.minPrice = Optional.of(new BigDecimal(price));
        return this;
    }

    /** {@link OrderLimits#maxPrice()}. */
    public RiskLimitsBuilder maxPrice(String price) {
        this.maxPrice = Optional.of(new BigDecimal(price));
        return this;
    }

    /** {@link OrderLimits#maxOrdersPerSecond()}. */
    public RiskLimitsBuilder maxOrdersPerSecond(int orders) {
        this.maxOrdersPerSecond = Optional.of(orders);
        return this;
    }

    /** {@link OrderLimits#maxOrdersPerMinute()}. */
    public RiskLimitsBuilder maxOrdersPerMinute(int orders) {
        this.maxOrdersPerMinute = Optional.of(orders);
        return this;
    }

    /** {@link OrderLimits#maxMessagesPerSecond()}. */
    public RiskLimitsBuilder maxMessagesPerSecond(int messages) {
        this.maxMessagesPerSecond = Optional.of(messages);
        return this;
    }

    /** {@link OrderLimits#maxMessagesPerMinute()}. */
    public RiskLimitsBuilder maxMessagesPerMinute(int messages) {
        this.maxMessagesPerMinute = Optional.of(messages);
        return this;
    }

    /** {@link OrderLimits#cancelReserve()}; 0 unless set. */
    public RiskLimitsBuilder cancelReserve(int messages) {
        this.cancelReserve = messages;
        return this;
    }

    /** {@link OrderLimits#maxOrderQuantity()} of one instrument. */
    public RiskLimitsBuilder maxOrderQuantity(InstrumentId instrument, String quantity) {
        maxOrderQuantity.put(instrument, new BigDecimal(quantity));
        return this;
    }

    /** {@link OrderLimits#maxOrderValue()}. */
    public RiskLimitsBuilder maxOrderValue(String amount) {
        this.maxOrderValue = Optional.of(new BigDecimal(amount));
        return this;
    }

    /** {@link PositionLimits#maxPosition()} of one instrument. */
    public RiskLimitsBuilder maxPosition(InstrumentId instrument, String quantity) {
        maxPosition.put(instrument, new BigDecimal(quantity));
        return this;
    }

    /** {@link PositionLimits#maxPositionValue()}. */
    public RiskLimitsBuilder maxPositionValue(String amount) {
        this.maxPositionValue = Optional.of(new BigDecimal(amount));
        return this;
    }

    /** {@link PositionLimits#maxPositionShare()}, such as {@code "0.3"}. */
    public RiskLimitsBuilder maxPositionShare(String fraction) {
        this.maxPositionShare = Optional.of(new BigDecimal(fraction));
        return this;
    }

    /** {@link PositionLimits#maxExposure()}. */
    public RiskLimitsBuilder maxExposure(String amount) {
        this.maxExposure = Optional.of(new BigDecimal(amount));
        return this;
    }

    /** {@link PositionLimits#maxExposureShare()}, such as {@code "0.8"}. */
    public RiskLimitsBuilder maxExposureShare(String fraction) {
        this.maxExposureShare = Optional.of(new BigDecimal(fraction));
        return this;
    }

    /** {@link PositionLimits#maxPositions()}. */
    public RiskLimitsBuilder maxPositions(int instruments) {
        this.maxPositions = Optional.of(instruments);
        return this;
    }

    /** {@link PositionLimits#maxOpenOrders()}. */
    public RiskLimitsBuilder maxOpenOrders(int orders) {
        this.maxOpenOrders = Optional.of(orders);
        return this;
    }

    /** {@link PositionLimits#maxOpenOrdersPerInstrument()}. */
    public RiskLimitsBuilder maxOpenOrdersPerInstrument(int orders) {
        this.maxOpenOrdersPerInstrument = Optional.of(orders);
        return this;
    }

    /** {@link GuardLimits#stopLoss()}, such as {@code "0.02"}. */
    public RiskLimitsBuilder stopLoss(String fraction) {
        this.stopLoss = Optional.of(new BigDecimal(fraction));
        return this;
    }

    /** {@link GuardLimits#takeProfit()}, such as {@code "0.05"}. */
    public RiskLimitsBuilder takeProfit(String fraction) {
        this.takeProfit = Optional.of(new BigDecimal(fraction));
        return this;
    }

    /** {@link GuardLimits#stopLossDistance()} of one instrument. */
    public RiskLimitsBuilder stopLossDistance(InstrumentId instrument, String distance) {
        stopLossDistance.put(instrument, new BigDecimal(distance));
        return this;
    }

    /** {@link GuardLimits#takeProfitDistance()} of one instrument. */
    public RiskLimitsBuilder takeProfitDistance(InstrumentId instrument, String distance) {
        takeProfitDistance.put(instrument, new BigDecimal(distance));
        return this;
    }

    /** {@link GuardLimits#dailyLoss()} and what happens then. */
    public RiskLimitsBuilder dailyLoss(String amount, GuardAction action) {
        this.dailyLoss = Optional.of(new BigDecimal(amount));
        this.dailyLossAction = action;
        return this;
    }

    /** {@link GuardLimits#zone()}; UTC unless set. */
    public RiskLimitsBuilder zone(ZoneId zone) {
        this.zone = zone;
        return this;
    }

    /** {@link GuardLimits#maxDrawdown()}, such as {@code "0.1"}, and what happens then. */
    public RiskLimitsBuilder maxDrawdown(String fraction, GuardAction action) {
        this.maxDrawdown = Optional.of(new BigDecimal(fraction));
        this.drawdownAction = action;
        return this;
    }

    /** {@link GuardLimits#lossStreak()} and what happens then. */
    public RiskLimitsBuilder lossStreak(int roundTrips, GuardAction action) {
        this.lossStreak = Optional.of(roundTrips);
        this.lossStreakAction = action;
        return this;
    }

    /**
     * The limits.
     *
     * @throws IllegalArgumentException if one makes no sense: the message names it
     */
    public RiskLimits build() {
        OrderLimits orders = new OrderLimits(
                priceCollar,
                maxPriceAge,
                maxOrderAge,
                maxBarAge,
                minPrice,
                maxPrice,
                maxOrdersPerSecond,
                maxOrdersPerMinute,
                maxMessagesPerSecond,
                maxMessagesPerMinute,
                cancelReserve,
                maxOrderQuantity,
                maxOrderValue);
        PositionLimits positions = new PositionLimits(
                maxPosition,
                maxPositionValue,
                maxPositionShare,
                maxExposure,
                maxExposureShare,
                maxPositions,
                maxOpenOrders,
                maxOpenOrdersPerInstrument);
        GuardLimits guards = new GuardLimits(
                stopLoss,
                takeProfit,
                stopLossDistance,
                takeProfitDistance,
                dailyLoss,
                dailyLossAction,
                zone,
                maxDrawdown,
                drawdownAction,
                lossStreak,
                lossStreakAction);
        return new RiskLimits(orders, positions, guards);
    }
}
