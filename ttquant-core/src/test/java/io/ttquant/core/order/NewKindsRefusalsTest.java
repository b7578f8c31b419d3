package io.ttquant.core.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.api.market.Instrument;
import io.ttquant.api.money.Decimals;
import io.ttquant.api.order.OrderBuilder;
import io.ttquant.api.order.OrderRequest;
import io.ttquant.api.order.OrderType;
import io.ttquant.api.order.PositionSide;
import io.ttquant.api.order.RejectReason;
import io.ttquant.api.order.Side;
import io.ttquant.api.order.TimeInForce;
import io.ttquant.api.order.TrailingOffset;
import io.ttquant.api.order.TrailingOffset.Kind;
import io.ttquant.api.order.TriggerSource;
import io.ttquant.api.time.EpochNanos;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** If-touched, trailing, market-to-limit and DAY orders, icebergs and trigger sources: what is refused, and what just passes. */
class NewKindsRefusalsTest {
    private static final Instrument BTC = Instrument.spot("x:BTCUSDT", "BTC", "USDT")
            .tick("0.05")
            .lot("0.005")
            .minQuantity(Decimals.parse("0.010"))
            .maxPrice(Decimals.parse("100000"))
            .maxMarketQuantity(Decimals.parse("20"))
            .build();
    private static final TrailingOffset OFFSET = TrailingOffset.of(Kind.PRICE, 10_00);

    private static OrderRequest built(UnaryOperator<OrderBuilder> what) {
        return what.apply(new OrderBuilder(new NoGateway(), BTC, Side.SELL).rawQuantity(1_000))
                .request();
    }

    private static OrderRequest request(
            OrderType type,
            TimeInForce timeInForce,
            long rawTrigger,
            long rawPrice,
            @Nullable TrailingOffset offset,
            long rawDisplay) {
        return new OrderRequest(
                BTC,
                Side.SELL,
                type,
                1_000,
                rawPrice,
                rawTrigger,
                timeInForce,
                EpochNanos.NEVER,
                false,
                false,
                "",
                TriggerSource.DEFAULT,
                offset,
                rawDisplay,
                PositionSide.NET);
    }

    private static OrderRequest trailing(TrailingOffset offset) {
        return request(OrderType.TRAILING_STOP_MARKET, TimeInForce.GTC, 0, 0, offset, 0);
    }

    private static OrderRequest trailingLimit(TrailingOffset offset) {
        return request(OrderType.TRAILING_STOP_LIMIT, TimeInForce.GTC, 0, 0, offset, 0);
    }

    private static OrderRequest showing(long rawDisplay) {
        return request(OrderType.LIMIT, TimeInForce.GTC, 0, 30_000_00, null, rawDisplay);
    }

    private static Arguments combination(OrderRequest request, String message) {
        return Arguments.of(request, new Refusal(RejectReason.UNSUPPORTED_COMBINATION, message));
    }

    private static Arguments refused(OrderRequest request, RejectReason reason, String message) {
        return Arguments.of(request, new Refusal(reason, message));
    }

    static Stream<Arguments> trailing() {
        String market = "TRAILING_STOP_MARKET GTC: ";
        String limit = "TRAILING_STOP_LIMIT GTC: ";
        return Stream.of(
                combination(
                        request(OrderType.TRAILING_STOP_MARKET, TimeInForce.GTC, 0, 0, null, 0),
                        market + "it has no offset to trail at; give one by price, ticks or basis points"),
                combination(
                        request(OrderType.TRAILING_STOP_MARKET, TimeInForce.GTC, 29_000_00, 0, OFFSET, 0),
                        market
                                + "it has a trigger price 29000.00, but a trailing stop makes its own; leave it 0, or give"
                                + " it as the activation price"),
                combination(
                        request(OrderType.TRAILING_STOP_LIMIT, TimeInForce.GTC, 0, 29_000_00, OFFSET, 0),
                        limit + "it has a limit price 29000.00, but a trailing stop makes its own; leave it 0, and give"
                                + " the offset a limit distance"),
                combination(
                        request(OrderType.TRAILING_STOP_MARKET, TimeInForce.GTC, 0, 29_000_00, OFFSET, 0),
                        market + "it has a limit price 29000.00, which only limit orders have; use LIMIT or STOP_LIMIT,"
                                + " or leave it 0"),
                combination(
                        request(OrderType.STOP_MARKET, TimeInForce.GTC, 29_000_00, 0, OFFSET, 0),
                        "STOP_MARKET GTC: it has a trailing offset, which only trailing stops have; use"
                                + " TRAILING_STOP_MARKET or TRAILING_STOP_LIMIT, or leave it out"),
                combination(
                        trailing(TrailingOffset.of(Kind.PRICE, 0)),
                        market + "trailing distance 0.00 is not above zero; give a positive one"),
                combination(
                        trailing(TrailingOffset.of(Kind.TICKS, -3)),
                        market + "trailing distance -3 ticks is not above zero; give a positive one"),
                combination(
                        trailing(TrailingOffset.of(Kind.BASIS_POINTS, -25)),
                        market + "trailing distance -0.25 basis points is not above zero; give a positive one"),
                combination(
                        trailing(OFFSET.withLimitDistance(5)),
                        market + "it has a limit distance, which only a trailing stop-limit has; use"
                                + " TRAILING_STOP_LIMIT, or leave it 0"),
                combination(
                        trailingLimit(OFFSET.withLimitDistance(-5)),
                        limit
                                + "limit distance -0.05 is below zero; give how far beyond the trigger the order may still"
                                + " be filled"),
                refused(
                        trailing(TrailingOffset.of(Kind.BASIS_POINTS, 1_000_000)),
                        RejectReason.PRICE_OUT_OF_RANGE,
                        "trailing distance 10000.00 basis points of x:BTCUSDT must be below 10000 basis points, which are"
                                + " the whole price; give less"),
                refused(
                        trailingLimit(TrailingOffset.of(Kind.BASIS_POINTS, 1).withLimitDistance(1_000_000)),
                        RejectReason.PRICE_OUT_OF_RANGE,
                        "limit distance 10000.00 basis points of x:BTCUSDT must be below 10000 basis points, which are"
                                + " the whole price; give less"),
                refused(
                        trailing(TrailingOffset.of(Kind.PRICE, 7)),
                        RejectReason.PRICE_STEP,
                        "trailing distance 0.07 of x:BTCUSDT is no multiple of the tick 0.05; round it with"
                                + " instrument.rounding()"),
                refused(
                        trailingLimit(OFFSET.withLimitDistance(7)),
                        RejectReason.PRICE_STEP,
                        "limit distance 0.07 of x:BTCUSDT is no multiple of the tick 0.05; round it with"
                                + " instrument.rounding()"),
                refused(
                        trailing(TrailingOffset.of(Kind.PRICE, 100_000_05)),
                        RejectReason.PRICE_OUT_OF_RANGE,
                        "trailing distance 100000.05 of x:BTCUSDT is more than its highest price 100000.00; give less"),
                refused(
                        trailing(TrailingOffset.of(Kind.TICKS, Long.MAX_VALUE)),
                        RejectReason.PRICE_OUT_OF_RANGE,
                        "trailing distance 9223372036854775807 ticks of x:BTCUSDT is more than its highest price"
                                + " 100000.00; give less"),
                refused(
                        trailing(OFFSET.withActivation(-5)),
                        RejectReason.PRICE_NOT_POSITIVE,
                        "activation price -0.05 of x:BTCUSDT must be above zero; give a positive price"),
                refused(
                        trailing(OFFSET.withActivation(7)),
                        RejectReason.PRICE_STEP,
                        "activation price 0.07 of x:BTCUSDT is no multiple of the tick 0.05; round it with"
                                + " instrument.rounding()"),
                refused(
                        trailing(OFFSET.withActivation(100_000_05)),
                        RejectReason.PRICE_OUT_OF_RANGE,
                        "activation price 100000.05 of x:BTCUSDT is outside 0.00 to 100000.00; choose a price inside"));
    }

    static Stream<Arguments> others() {
        return Stream.of(
                refused(
                        request(OrderType.MARKET_IF_TOUCHED, TimeInForce.GTC, 0, 0, null, 0),
                        RejectReason.PRICE_NOT_POSITIVE,
                        "trigger price 0.00 of x:BTCUSDT must be above zero; give a positive price"),
                refused(
                        request(OrderType.LIMIT_IF_TOUCHED, TimeInForce.GTC, 30_000_00, 0, null, 0),
                        RejectReason.PRICE_NOT_POSITIVE,
                        "price 0.00 of x:BTCUSDT must be above zero; give a positive price"),
                combination(
                        request(OrderType.MARKET_IF_TOUCHED, TimeInForce.IOC, 30_000_00, 0, null, 0),
                        "MARKET_IF_TOUCHED IOC: an if-touched order waits, so it cannot be IOC; use GTC or GTD"),
                combination(
                        request(OrderType.TRAILING_STOP_MARKET, TimeInForce.FOK, 0, 0, OFFSET, 0),
                        "TRAILING_STOP_MARKET FOK: a stop order waits, so it cannot be FOK; use GTC or GTD"),
                combination(
                        request(OrderType.MARKET_TO_LIMIT, TimeInForce.IOC, 0, 0, null, 0),
                        "MARKET_TO_LIMIT IOC: what it cannot take rests, so it cannot be IOC; use MARKET with IOC, or GTC"),
                combination(
                        request(OrderType.MARKET_TO_LIMIT, TimeInForce.FOK, 0, 0, null, 0),
                        "MARKET_TO_LIMIT FOK: what it cannot take rests, so it cannot be FOK; use MARKET with FOK, or GTC"),
                combination(
                        built(b -> b.marketToLimit().postOnly()),
                        "MARKET_TO_LIMIT GTC: post-only needs a limit order that may rest; use LIMIT with GTC or GTD"),
                combination(
                        request(OrderType.MARKET_TO_LIMIT, TimeInForce.GTC, 0, 30_000_00, null, 0),
                        "MARKET_TO_LIMIT GTC: it has a limit price 30000.00, which only limit orders have; use LIMIT or"
                                + " STOP_LIMIT, or leave it 0"),
                refused(
                        built(b -> b.marketToLimit().rawQuantity(20_005)),
                        RejectReason.QUANTITY_ABOVE_MAXIMUM,
                        "quantity 20.005 is above the maximum 20.000 of a MARKET_TO_LIMIT order of x:BTCUSDT; split it"),
                combination(
                        built(b -> b.rawLimit(30_000_00).triggerBy(TriggerSource.MARK)),
                        "LIMIT GTC: it has a trigger source MARK, but nothing to trigger; use a stop, trailing or"
                                + " if-touched order, or leave it DEFAULT"),
                combination(
                        request(OrderType.MARKET, TimeInForce.GTC, 0, 0, null, 10),
                        "MARKET GTC: display quantity 0.010 is of use only where an order rests; use a limit order with"
                                + " GTC, GTD or DAY, or leave it 0"),
                combination(
                        request(OrderType.LIMIT, TimeInForce.IOC, 0, 30_000_00, null, 10),
                        "LIMIT IOC: display quantity 0.010 is of use only where an order rests; use a limit order with"
                                + " GTC, GTD or DAY, or leave it 0"),
                refused(
                        showing(-10),
                        RejectReason.QUANTITY_STEP,
                        "display quantity -0.010 of x:BTCUSDT is no positive multiple of the lot 0.005; round it with"
                                + " instrument.rounding()"),
                refused(
                        showing(12),
                        RejectReason.QUANTITY_STEP,
                        "display quantity 0.012 of x:BTCUSDT is no positive multiple of the lot 0.005; round it with"
                                + " instrument.rounding()"),
                refused(
                        showing(5),
                        RejectReason.QUANTITY_BELOW_MINIMUM,
                        "display quantity 0.005 is below the minimum 0.010 of x:BTCUSDT; show more, or leave it 0 to show"
                                + " all"),
                combination(
                        showing(1_000),
                        "LIMIT GTC: display quantity 1.000 is not below the quantity 1.000; show less, or leave it 0 to"
                                + " show all"));
    }

    @ParameterizedTest
    @MethodSource({"trailing", "others"})
    void isRefusedWithItsCodeAndAMessageOfValueRuleAndRemedy(OrderRequest request, Refusal expected) {
        assertThat(OrderRules.check(request, 30_000_00, 0)).isEqualTo(expected);
    }

    static Stream<OrderRequest> edges() {
        return Stream.of(
                trailing(OFFSET),
                trailing(TrailingOffset.of(Kind.TICKS, 1)),
                trailing(TrailingOffset.of(Kind.TICKS, 2_000_000)),
                trailing(TrailingOffset.of(Kind.PRICE, 100_000_00)),
                trailing(TrailingOffset.of(Kind.BASIS_POINTS, 999_999)),
                trailing(OFFSET.withActivation(5)),
                trailing(OFFSET.withActivation(100_000_00)),
                trailingLimit(OFFSET),
                trailingLimit(OFFSET.withLimitDistance(5)),
                request(OrderType.TRAILING_STOP_LIMIT, TimeInForce.DAY, 0, 0, OFFSET, 10),
                request(OrderType.MARKET_IF_TOUCHED, TimeInForce.DAY, 30_000_00, 0, null, 0),
                request(OrderType.LIMIT_IF_TOUCHED, TimeInForce.GTC, 30_000_00, 29_000_00, null, 995),
                request(OrderType.STOP_LIMIT, TimeInForce.GTC, 30_000_00, 29_000_00, null, 10),
                built(b -> b.ifTouched(30_000).limit(30_000).postOnly()),
                built(b -> b.marketToLimit().goodForDay().reduceOnly()),
                built(b -> b.marketToLimit().rawQuantity(20_000)),
                built(b -> b.rawStop(29_000_00).triggerBy(TriggerSource.INDEX)));
    }

    @ParameterizedTest
    @MethodSource("edges")
    void theEdgePasses(OrderRequest request) {
        assertThat(OrderRules.check(request, 30_000_00, 0)).isNull();
    }

    @Test
    void anAmendmentMayNotLeaveLessThanIsShown() {
        assertThat(OrderRules.checkAmended(showing(500), 500, 30_000_00, 0))
                .isEqualTo(new Refusal(
                        RejectReason.UNSUPPORTED_COMBINATION,
                        "LIMIT GTC: display quantity 0.500 is not below the quantity 0.500; show less, or leave it 0 to"
                                + " show all"));
        assertThat(OrderRules.checkAmended(showing(500), 505, 30_000_00, 0)).isNull();
    }

    @Test
    void anAmendedTriggerOfATrailingStopIsOnTheTick() {
        assertThat(OrderRules.checkAmended(trailing(OFFSET), 1_000, 0, 29_000_01))
                .isEqualTo(new Refusal(
                        RejectReason.PRICE_STEP,
                        "trigger price 29000.01 of x:BTCUSDT is no multiple of the tick 0.05; round it with"
                                + " instrument.rounding()"));
        assertThat(OrderRules.checkAmended(trailing(OFFSET), 1_000, 0, 0)).isNull();
    }
}
