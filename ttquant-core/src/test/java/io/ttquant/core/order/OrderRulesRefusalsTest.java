package io.ttquant.core.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.ttquant.api.market.Instrument;
import io.ttquant.api.market.InstrumentId;
import io.ttquant.api.money.Currency;
import io.ttquant.api.money.Decimals;
import io.ttquant.api.order.OrderRequest;
import io.ttquant.api.order.OrderType;
import io.ttquant.api.order.RejectReason;
import io.ttquant.api.order.Side;
import io.ttquant.api.order.TimeInForce;
import io.ttquant.api.time.EpochNanos;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Orders that break a rule of their instrument or of their kind, each with its code and its whole message. */
class OrderRulesRefusalsTest {
    private static final long NOW = EpochNanos.parse("2024-01-01T00:00:00Z");
    private static final long REFERENCE = 30_000_00;
    private static final Instrument BTC = Instrument.spot("x:BTCUSDT", "BTC", "USDT")
            .tick("0.01")
            .lot("0.001")
            .minPrice(Decimals.parse("1"))
            .maxPrice(Decimals.parse("100000"))
            .minQuantity(Decimals.parse("0.002"))
            .maxQuantity(Decimals.parse("50"))
            .maxMarketQuantity(Decimals.parse("20"))
            .minNotional("100")
            .maxNotional(Decimals.parse("1000000"))
            .priceBand(10, 20)
            .build();
    private static final Instrument FREE =
            Instrument.spot("x:FREE", "BTC", "USDT").tick("0.01").lot("0.001").build();

    private static final Instrument INVERSE = Instrument.inversePerpetual(
                    InstrumentId.parse("x:BTCUSD"), Currency.of("BTC"), Currency.of("USD"))
            .tick("0.01")
            .lot("1")
            .multiplier(Decimals.parse("100"))
            .minNotional("0.01")
            .maxNotional(Decimals.parse("1"))
            .build();

    private static Arguments refused(OrderRequest request, RejectReason reason, String message) {
        return Arguments.of(request, new Refusal(reason, message));
    }

    static Stream<Arguments> quantities() {
        return Stream.of(
                refused(
                        limit(0, 30_000_00),
                        RejectReason.QUANTITY_ZERO,
                        "quantity 0.000 of x:BTCUSDT is not above zero; the smallest lot is 0.001, ask for more, or for a larger value"),
                refused(
                        limit(-1_000, 30_000_00),
                        RejectReason.QUANTITY_ZERO,
                        "quantity -1.000 of x:BTCUSDT is not above zero; the smallest lot is 0.001, ask for more, or for a larger value"),
                refused(
                        limit(1, 30_000_00),
                        RejectReason.QUANTITY_BELOW_MINIMUM,
                        "quantity 0.001 is below the minimum 0.002 of x:BTCUSDT; ask for more"),
                refused(
                        limit(50_001, 10),
                        RejectReason.QUANTITY_ABOVE_MAXIMUM,
                        "quantity 50.001 is above the maximum 50.000 of a LIMIT order of x:BTCUSDT; split it"),
                refused(
                        OrderRequest.market(BTC, Side.SELL, 20_001),
                        RejectReason.QUANTITY_ABOVE_MAXIMUM,
                        "quantity 20.001 is above the maximum 20.000 of a MARKET order of x:BTCUSDT; split it"),
                refused(
                        OrderRequest.limit(coarse(), Side.BUY, 7, 30_000_00),
                        RejectReason.QUANTITY_STEP,
                        "quantity 0.007 of x:COARSE is no multiple of the lot 0.005; round it with instrument.rounding()"));
    }

    static Stream<Arguments> prices() {
        return Stream.of(
                refused(
                        limit(1_000, 0),
                        RejectReason.PRICE_NOT_POSITIVE,
                        "price 0.00 of x:BTCUSDT must be above zero; give a positive price"),
                refused(
                        limit(1_000, -30_000_00),
                        RejectReason.PRICE_NOT_POSITIVE,
                        "price -30000.00 of x:BTCUSDT must be above zero; give a positive price"),
                refused(
                        OrderRequest.limit(coarse(), Side.BUY, 10, 30_000_01),
                        RejectReason.PRICE_STEP,
                        "price 30000.01 of x:COARSE is no multiple of the tick 0.05; round it with instrument.rounding()"),
                refused(
                        limit(1_000, 99),
                        RejectReason.PRICE_OUT_OF_RANGE,
                        "price 0.99 of x:BTCUSDT is outside 1.00 to 100000.00; choose a price inside"),
                refused(
                        limit(1_000, 100_000_01),
                        RejectReason.PRICE_OUT_OF_RANGE,
                        "price 100000.01 of x:BTCUSDT is outside 1.00 to 100000.00; choose a price inside"),
                refused(
                        limit(1_000, 33_000_01),
                        RejectReason.PRICE_OUT_OF_RANGE,
                        "price 33000.01 of x:BTCUSDT is more than 10% above the last price 30000.00; choose a price inside the band"),
                refused(
                        limit(1_000, 23_999_99),
                        RejectReason.PRICE_OUT_OF_RANGE,
                        "price 23999.99 of x:BTCUSDT is more than 20% below the last price 30000.00; choose a price inside the band"),
                refused(
                        stop(BTC, OrderType.STOP_MARKET, 0, 0),
                        RejectReason.PRICE_NOT_POSITIVE,
                        "trigger price 0.00 of x:BTCUSDT must be above zero; give a positive price"),
                refused(
                        stop(coarse(), OrderType.STOP_MARKET, 0, 29_000_01),
                        RejectReason.PRICE_STEP,
                        "trigger price 29000.01 of x:COARSE is no multiple of the tick 0.05; round it with instrument.rounding()"),
                refused(
                        stop(BTC, OrderType.STOP_LIMIT, 29_000_00, 100_000_01),
                        RejectReason.PRICE_OUT_OF_RANGE,
                        "trigger price 100000.01 of x:BTCUSDT is outside 1.00 to 100000.00; choose a price inside"),
                refused(
                        stop(BTC, OrderType.STOP_LIMIT, 33_000_01, 31_000_00),
                        RejectReason.PRICE_OUT_OF_RANGE,
                        "price 33000.01 of x:BTCUSDT is more than 10% above the last price 30000.00; choose a price inside the band"));
    }

    static Stream<Arguments> values() {
        return Stream.of(
                refused(
                        limit(3, 30_000_00),
                        RejectReason.NOTIONAL_BELOW_MINIMUM,
                        "value 90.00000000 USDT is below the minimum 100.00000000 of x:BTCUSDT; ask for more"),
                refused(
                        limit(40_000, 30_000_00),
                        RejectReason.NOTIONAL_ABOVE_MAXIMUM,
                        "value 1200000.00000000 USDT is above the maximum 1000000.00000000 of x:BTCUSDT; ask for less, or split it"),
                refused(
                        OrderRequest.market(BTC, Side.BUY, 3),
                        RejectReason.NOTIONAL_BELOW_MINIMUM,
                        "value 90.00000000 USDT is below the minimum 100.00000000 of x:BTCUSDT; ask for more"),
                refused(
                        stop(BTC, OrderType.STOP_MARKET, 0, 90_00),
                        RejectReason.NOTIONAL_BELOW_MINIMUM,
                        "value 90.00000000 USDT is below the minimum 100.00000000 of x:BTCUSDT; ask for more"),
                refused(
                        reduceOnly(40_000),
                        RejectReason.NOTIONAL_ABOVE_MAXIMUM,
                        "value 1200000.00000000 USDT is above the maximum 1000000.00000000 of x:BTCUSDT; ask for less, or split it"),
                refused(
                        OrderRequest.limit(INVERSE, Side.BUY, 2, 25_000_00),
                        RejectReason.NOTIONAL_BELOW_MINIMUM,
                        "value 0.00800000 BTC is below the minimum 0.01000000 of x:BTCUSD; ask for more"),
                refused(
                        OrderRequest.market(INVERSE, Side.BUY, 301),
                        RejectReason.NOTIONAL_ABOVE_MAXIMUM,
                        "value 1.00333333 BTC is above the maximum 1.00000000 of x:BTCUSD; ask for less, or split it"),
                refused(
                        OrderRequest.limit(FREE, Side.BUY, 9_000_000_000_000_000L, 9_000_000_000_000_000L),
                        RejectReason.ARITHMETIC_OVERFLOW,
                        "9000000000000.000 at 90000000000000.00 of x:FREE is too large a value to compute exactly; ask for less"),
                refused(
                        OrderRequest.market(FREE, Side.BUY, 9_000_000_000_000_000_000L),
                        RejectReason.ARITHMETIC_OVERFLOW,
                        "9000000000000000.000 at 30000.00 of x:FREE is too large a value to compute exactly; ask for less"));
    }

    static Stream<Arguments> combinations() {
        return Stream.of(
                combined(
                        OrderType.MARKET,
                        TimeInForce.GTC,
                        true,
                        "MARKET GTC: post-only needs a limit order that may rest; use LIMIT with GTC or GTD"),
                combined(
                        OrderType.LIMIT,
                        TimeInForce.IOC,
                        true,
                        "LIMIT IOC: post-only needs a limit order that may rest; use LIMIT with GTC or GTD"),
                combined(
                        OrderType.LIMIT,
                        TimeInForce.FOK,
                        true,
                        "LIMIT FOK: post-only needs a limit order that may rest; use LIMIT with GTC or GTD"),
                combined(
                        OrderType.STOP_MARKET,
                        TimeInForce.GTC,
                        true,
                        "STOP_MARKET GTC: post-only needs a limit order that may rest; use LIMIT with GTC or GTD"),
                combined(
                        OrderType.STOP_MARKET,
                        TimeInForce.IOC,
                        false,
                        "STOP_MARKET IOC: a stop order waits, so it cannot be IOC; use GTC or GTD"),
                combined(
                        OrderType.STOP_MARKET,
                        TimeInForce.FOK,
                        false,
                        "STOP_MARKET FOK: a stop order waits, so it cannot be FOK; use GTC or GTD"),
                combined(
                        OrderType.STOP_LIMIT,
                        TimeInForce.FOK,
                        false,
                        "STOP_LIMIT FOK: a stop order waits, so it cannot be FOK; use GTC or GTD"),
                refused(
                        goodTill(NOW),
                        RejectReason.EXPIRY_NOT_IN_FUTURE,
                        "expiry 2024-01-01T00:00:00Z is not after now, 2024-01-01T00:00:00Z; choose a later time"),
                refused(
                        goodTill(EpochNanos.parse("2023-12-31T23:59:59Z")),
                        RejectReason.EXPIRY_NOT_IN_FUTURE,
                        "expiry 2023-12-31T23:59:59Z is not after now, 2024-01-01T00:00:00Z; choose a later time"));
    }

    private static Arguments combined(OrderType type, TimeInForce timeInForce, boolean isPostOnly, String message) {
        long price = type.hasPrice() ? 30_000_00 : 0;
        long trigger = type.hasTrigger() ? 29_000_00 : 0;
        OrderRequest request = new OrderRequest(
                BTC, Side.SELL, type, 1_000, price, trigger, timeInForce, EpochNanos.NEVER, isPostOnly, false, "");
        return refused(request, RejectReason.UNSUPPORTED_COMBINATION, message);
    }

    @ParameterizedTest
    @MethodSource({"quantities", "prices", "values", "combinations"})
    void isRefusedWithItsCodeAndAMessageOfValueRuleAndRemedy(OrderRequest request, Refusal expected) {
        assertThat(OrderRules.check(request, REFERENCE, NOW)).isEqualTo(expected);
    }

    /** The edge of every rule above: the last order that passes it. */
    static Stream<OrderRequest> edges() {
        return Stream.of(
                limit(4, 30_000_00),
                limit(33_333, 30_000_00),
                limit(1_000, 33_000_00),
                limit(1_000, 24_000_00),
                OrderRequest.market(BTC, Side.SELL, 20_000),
                reduceOnly(4),
                goodTill(NOW + 1));
    }

    @ParameterizedTest
    @MethodSource("edges")
    void theEdgePasses(OrderRequest request) {
        assertThat(OrderRules.check(request, REFERENCE, NOW)).isNull();
    }

    private static Instrument coarse() {
        return Instrument.spot("x:COARSE", "BTC", "USDT")
                .tick("0.05")
                .lot("0.005")
                .build();
    }

    private static OrderRequest limit(long rawQuantity, long rawPrice) {
        return OrderRequest.limit(BTC, Side.BUY, rawQuantity, rawPrice);
    }

    private static OrderRequest stop(Instrument instrument, OrderType type, long rawPrice, long rawTrigger) {
        return new OrderRequest(
                instrument,
                Side.SELL,
                type,
                1_000,
                rawPrice,
                rawTrigger,
                TimeInForce.GTC,
                EpochNanos.NEVER,
                false,
                false,
                "");
    }

    private static OrderRequest reduceOnly(long rawQuantity) {
        return new OrderRequest(
                BTC,
                Side.SELL,
                OrderType.LIMIT,
                rawQuantity,
                30_000_00,
                0,
                TimeInForce.GTC,
                EpochNanos.NEVER,
                false,
                true,
                "");
    }

    private static OrderRequest goodTill(long expiryNanos) {
        return new OrderRequest(
                BTC, Side.BUY, OrderType.LIMIT, 1_000, 30_000_00, 0, TimeInForce.GTD, expiryNanos, false, false, "");
    }
}
