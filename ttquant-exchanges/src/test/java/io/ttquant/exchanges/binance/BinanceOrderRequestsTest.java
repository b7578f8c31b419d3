package io.ttquant.exchanges.binance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ttquant.api.order.OrderRequest;
import io.ttquant.api.order.OrderType;
import io.ttquant.api.order.PositionSide;
import io.ttquant.api.order.RejectReason;
import io.ttquant.api.order.Side;
import io.ttquant.api.order.TimeInForce;
import io.ttquant.api.order.TrailingOffset;
import io.ttquant.api.order.TriggerSource;
import io.ttquant.api.time.EpochNanos;
import io.ttquant.exchanges.Fixtures;
import io.ttquant.exchanges.Orders;
import io.ttquant.exchanges.Wires;
import io.ttquant.exchanges.request.RequestRefused;
import io.ttquant.exchanges.request.RestRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Requests of every kind of order, written out by hand. */
class BinanceOrderRequestsTest {
    private static final String STAMP = "&recvWindow=5000&timestamp=1700000000123";

    private final SpotRequests spot = BinanceSamples.spot(5_000);
    private final UsdmRequests usdm = BinanceSamples.usdm(5_000);

    private static Orders spotOrder(Side side, OrderType type) {
        return Orders.of(BinanceSamples.BTCUSDT, side, type, "0.015");
    }

    private static Orders future(Side side, OrderType type) {
        return Orders.of(BinanceSamples.FUTURE, side, type, "0.015");
    }

    private void assertSpot(Orders order, String expected) {
        assertBody(
                spot.place("a1", order.request()),
                "/api/v3/order",
                "symbol=BTCUSDT&" + expected + "&newClientOrderId=a1&newOrderRespType=FULL");
    }

    private void assertUsdm(Orders order, String expected) {
        assertBody(
                usdm.place("a1", order.request()),
                "/fapi/v1/order",
                "symbol=BTCUSDT&" + expected
                        + "&newClientOrderId=a1&newOrderRespType=RESULT&selfTradePreventionMode=EXPIRE_MAKER");
    }

    private void assertAlgo(Orders order, String expected) {
        assertBody(
                usdm.place("a1", order.request()),
                "/fapi/v1/algoOrder",
                "algoType=CONDITIONAL&symbol=BTCUSDT&" + expected
                        + "&clientAlgoId=a1&newOrderRespType=RESULT&selfTradePreventionMode=EXPIRE_MAKER");
    }

    private static void assertBody(RestRequest request, String path, String expected) {
        String payload = expected + STAMP;
        assertThat(request.path()).isEqualTo(path);
        assertThat(Wires.body(request)).isEqualTo(payload + "&signature=" + Wires.hex(BinanceSamples.SECRET, payload));
        assertThat(request.deadlineMillis()).isEqualTo(1_700_000_005_123L);
    }

    @Test
    void spotOrdersOfEveryKind() {
        assertSpot(spotOrder(Side.BUY, OrderType.MARKET), "side=BUY&type=MARKET&quantity=0.015");
        assertSpot(spotOrder(Side.BUY, OrderType.MARKET).value("250.5"), "side=BUY&type=MARKET&quoteOrderQty=250.5");
        assertSpot(
                spotOrder(Side.SELL, OrderType.LIMIT).at("30000").tif(TimeInForce.IOC),
                "side=SELL&type=LIMIT&timeInForce=IOC&quantity=0.015&price=30000");
        assertSpot(
                spotOrder(Side.SELL, OrderType.LIMIT).at("30000.5").postOnly(),
                "side=SELL&type=LIMIT_MAKER&quantity=0.015&price=30000.5");
        assertSpot(
                spotOrder(Side.BUY, OrderType.LIMIT).at("30000").display("0.005"),
                "side=BUY&type=LIMIT&timeInForce=GTC&quantity=0.015&price=30000&icebergQty=0.005");
        assertSpot(
                spotOrder(Side.SELL, OrderType.STOP_MARKET).trigger("28000", TriggerSource.DEFAULT),
                "side=SELL&type=STOP_LOSS&quantity=0.015&stopPrice=28000");
        assertSpot(
                spotOrder(Side.SELL, OrderType.STOP_LIMIT).at("27900").trigger("28000", TriggerSource.LAST),
                "side=SELL&type=STOP_LOSS_LIMIT&timeInForce=GTC&quantity=0.015&price=27900&stopPrice=28000");
        assertSpot(
                spotOrder(Side.BUY, OrderType.MARKET_IF_TOUCHED).trigger("28000", TriggerSource.LAST),
                "side=BUY&type=TAKE_PROFIT&quantity=0.015&stopPrice=28000");
        assertSpot(
                spotOrder(Side.BUY, OrderType.LIMIT_IF_TOUCHED).at("28001").trigger("28000", TriggerSource.LAST),
                "side=BUY&type=TAKE_PROFIT_LIMIT&timeInForce=GTC&quantity=0.015&price=28001&stopPrice=28000");
        assertSpot(
                spotOrder(Side.SELL, OrderType.TRAILING_STOP_MARKET)
                        .trailing(new TrailingOffset(TrailingOffset.Kind.BASIS_POINTS, 2_500, 0, 3_100_000)),
                "side=SELL&type=STOP_LOSS&quantity=0.015&trailingDelta=25&stopPrice=31000");
    }

    @Test
    void futuresOrdersOfEveryKind() {
        assertUsdm(future(Side.BUY, OrderType.MARKET), "side=BUY&type=MARKET&quantity=0.015");
        assertUsdm(
                future(Side.SELL, OrderType.LIMIT).at("30000.5").postOnly().reduceOnly(),
                "side=SELL&type=LIMIT&timeInForce=GTX&quantity=0.015&price=30000.5&reduceOnly=true");
        assertUsdm(
                future(Side.SELL, OrderType.LIMIT)
                        .at("30000")
                        .of(PositionSide.LONG)
                        .reduceOnly(),
                "side=SELL&positionSide=LONG&type=LIMIT&timeInForce=GTC&quantity=0.015&price=30000");
        assertUsdm(
                future(Side.BUY, OrderType.LIMIT)
                        .at("30000")
                        .until((BinanceSamples.NOW + 3_600_000) * EpochNanos.MILLISECOND),
                "side=BUY&type=LIMIT&timeInForce=GTD&goodTillDate=1700003600000&quantity=0.015&price=30000");
        assertAlgo(
                future(Side.SELL, OrderType.STOP_MARKET)
                        .trigger("28000", TriggerSource.MARK)
                        .reduceOnly(),
                "side=SELL&type=STOP_MARKET&quantity=0.015&reduceOnly=true&triggerPrice=28000&workingType=MARK_PRICE");
        assertAlgo(
                future(Side.SELL, OrderType.STOP_LIMIT).at("27900").trigger("28000", TriggerSource.LAST),
                "side=SELL&type=STOP&timeInForce=GTC&quantity=0.015&price=27900&triggerPrice=28000&workingType=CONTRACT_PRICE");
        assertAlgo(
                future(Side.BUY, OrderType.MARKET_IF_TOUCHED).trigger("28000", TriggerSource.LAST),
                "side=BUY&type=TAKE_PROFIT_MARKET&quantity=0.015&triggerPrice=28000&workingType=CONTRACT_PRICE");
        assertAlgo(
                future(Side.BUY, OrderType.LIMIT_IF_TOUCHED).at("28001").trigger("28000", TriggerSource.LAST),
                "side=BUY&type=TAKE_PROFIT&timeInForce=GTC&quantity=0.015&price=28001&triggerPrice=28000&workingType=CONTRACT_PRICE");
        assertAlgo(
                future(Side.SELL, OrderType.TRAILING_STOP_MARKET)
                        .trailing(new TrailingOffset(TrailingOffset.Kind.BASIS_POINTS, 12_000, 0, 310_000)),
                "side=SELL&type=TRAILING_STOP_MARKET&quantity=0.015&callbackRate=1.2&activatePrice=31000&workingType=CONTRACT_PRICE");
    }

    /** The venue has no time in force for what executes at the market: it would be dropped, and a stop would outlive its date. */
    @Test
    void timesInForceThatWouldBeDroppedAreRefused() {
        long inADay = (BinanceSamples.NOW + 86_400_000) * EpochNanos.MILLISECOND;
        assertRefused(
                spotOrder(Side.BUY, OrderType.MARKET).tif(TimeInForce.FOK).request(),
                RejectReason.UNSUPPORTED_COMBINATION);
        assertRefused(
                spotOrder(Side.SELL, OrderType.STOP_MARKET)
                        .trigger("28000", TriggerSource.LAST)
                        .tif(TimeInForce.DAY)
                        .request(),
                RejectReason.UNSUPPORTED_COMBINATION);
        for (Orders order : List.of(
                future(Side.BUY, OrderType.MARKET).tif(TimeInForce.FOK),
                future(Side.SELL, OrderType.STOP_MARKET)
                        .trigger("28000", TriggerSource.LAST)
                        .until(inADay))) {
            assertThatThrownBy(() -> usdm.place("a1", order.request()))
                    .isInstanceOf(RequestRefused.class)
                    .hasMessageContaining("limit order");
        }
    }

    @Test
    void batchesAmendmentsCancelsAndTimers() {
        RestRequest batch = usdm.placeAll(
                List.of("a1", "a2"),
                List.of(
                        future(Side.BUY, OrderType.LIMIT).at("9000").request(),
                        future(Side.SELL, OrderType.MARKET).request()));
        String list = Wires.parameters(Wires.body(batch)).get("batchOrders");
        assertThat(Fixtures.json(list.getBytes(StandardCharsets.UTF_8)).findValuesAsText("newClientOrderId"))
                .containsExactly("a1", "a2");
        assertThat(Wires.body(batch)).startsWith("batchOrders=%5B%7B%22symbol%22%3A%22BTCUSDT%22");
        assertThat(batch.cost().orders()).isEqualTo(2);

        assertBody(
                usdm.amend("a1", future(Side.BUY, OrderType.LIMIT).at("9000").request(), 20, 91_000),
                "/fapi/v1/order",
                "symbol=BTCUSDT&origClientOrderId=a1&side=BUY&quantity=0.02&price=9100");
        assertBody(
                usdm.countdownCancelAll("BTCUSDT", 120_000),
                "/fapi/v1/countdownCancelAll",
                "symbol=BTCUSDT&countdownTime=120000");
        assertBody(
                spot.replace(
                        "old1",
                        "a1",
                        spotOrder(Side.BUY, OrderType.LIMIT).at("30000").request()),
                "/api/v3/order/cancelReplace",
                "symbol=BTCUSDT&side=BUY&type=LIMIT&timeInForce=GTC&quantity=0.015&price=30000&newClientOrderId=a1&newOrderRespType=FULL"
                        + "&cancelReplaceMode=STOP_ON_FAILURE&cancelOrigClientOrderId=old1");
        assertBody(
                spot.reduce(
                        "a1", spotOrder(Side.BUY, OrderType.LIMIT).at("30000").request(), 1_000),
                "/api/v3/order/amend/keepPriority",
                "symbol=BTCUSDT&origClientOrderId=a1&newClientOrderId=a1&newQty=0.01");
        assertThat(URLDecoder.decode(
                        usdm.cancelAll("BTCUSDT", List.of("a1", "a2")).query(), StandardCharsets.UTF_8))
                .contains("origClientOrderIdList=[\"a1\",\"a2\"]");
        assertThat(usdm.cancelConditional("a1").path()).isEqualTo("/fapi/v1/algoOrder");
        assertThat(usdm.cancelAllConditional("BTCUSDT").cost().isReducing()).isTrue();
        assertThat(spot.keyPermissions().path()).isEqualTo("/sapi/v1/account/apiRestrictions");
        assertThat(Wires.headers(usdm.newListenKey())).containsOnlyKeys("X-MBX-APIKEY");
    }

    /** The one of the documentation with a symbol that is not ASCII: it is percent-encoded before it is signed. */
    @Test
    void symbolsInOtherScriptsAreEncodedBeforeTheyAreSigned() {
        String query = spot.openOrders("\uff11\uff12").query();

        assertThat(query).startsWith("symbol=%EF%BC%91%EF%BC%92&recvWindow=5000&timestamp=");
        int at = query.indexOf("&signature=");
        assertThat(query.substring(at + 11)).isEqualTo(Wires.hex(BinanceSamples.SECRET, query.substring(0, at)));
    }

    @Test
    void numbersOffTheTickOrLotAreRefused() {
        assertRefused(spotOrder(Side.BUY, OrderType.LIMIT).rawPrice(0).request(), RejectReason.PRICE_NOT_POSITIVE);
        assertRefused(spotOrder(Side.BUY, OrderType.MARKET).rawQuantity(0).request(), RejectReason.QUANTITY_ZERO);
        OrderRequest offTick = future(Side.BUY, OrderType.LIMIT).at("30000").request();
        var coarse = BinanceSamples.FUTURE.toBuilder().tick("0.5").lot("0.002").build();
        assertRefused(
                Orders.of(coarse, Side.BUY, OrderType.LIMIT, "0.002")
                        .rawPrice(offTick.rawPrice() + 1)
                        .request(),
                RejectReason.PRICE_STEP);
        assertRefused(
                Orders.of(coarse, Side.BUY, OrderType.LIMIT, "0.003")
                        .at("30000")
                        .request(),
                RejectReason.QUANTITY_STEP);
    }

    @Test
    void whatTheVenueLacksIsRefusedWithARemedy() {
        assertUnsupported(() -> spot.place(
                "a1",
                spotOrder(Side.BUY, OrderType.LIMIT)
                        .at("1")
                        .tif(TimeInForce.DAY)
                        .request()));
        assertUnsupported(() -> spot.place(
                "a1",
                spotOrder(Side.SELL, OrderType.STOP_MARKET)
                        .trigger("1", TriggerSource.MARK)
                        .request()));
        assertUnsupported(() -> spot.place(
                "a1",
                spotOrder(Side.SELL, OrderType.TRAILING_STOP_MARKET)
                        .trailing(TrailingOffset.of(TrailingOffset.Kind.PRICE, 100))
                        .request()));
        assertUnsupported(() ->
                usdm.place("a1", future(Side.BUY, OrderType.MARKET).value("100").request()));
        assertUnsupported(() -> usdm.place(
                "a1", future(Side.BUY, OrderType.LIMIT).at("1").display("0.001").request()));
        assertUnsupported(() -> usdm.place(
                "a1",
                future(Side.SELL, OrderType.STOP_MARKET)
                        .trigger("1", TriggerSource.INDEX)
                        .request()));
        assertUnsupported(() -> usdm.place(
                "a1",
                future(Side.SELL, OrderType.TRAILING_STOP_MARKET)
                        .trailing(TrailingOffset.of(TrailingOffset.Kind.BASIS_POINTS, 100))
                        .request()));
        assertUnsupported(() ->
                spot.place("not legal!", spotOrder(Side.BUY, OrderType.MARKET).request()));
        assertThatThrownBy(() -> usdm.place(
                        "a1",
                        future(Side.BUY, OrderType.LIMIT)
                                .at("1")
                                .until(BinanceSamples.NOW * EpochNanos.MILLISECOND)
                                .request()))
                .hasMessageContaining("ten minutes");
    }

    @ParameterizedTest
    @EnumSource(OrderType.class)
    void everyTypeIsSentOrRefused(OrderType type) {
        Orders order = Orders.of(BinanceSamples.FUTURE, Side.SELL, type, "0.015")
                .at("100")
                .trigger("100", TriggerSource.LAST)
                .trailing(TrailingOffset.of(TrailingOffset.Kind.BASIS_POINTS, 1_000));
        try {
            assertThat(Wires.body(usdm.place("a1", order.request()))).contains("&signature=");
        } catch (RequestRefused e) {
            assertThat(type).isIn(OrderType.MARKET_TO_LIMIT, OrderType.TRAILING_STOP_LIMIT);
        }
    }

    @Test
    void decimalsArePlainInEveryLocale() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            var tiny = io.ttquant.api.market.Instrument.spot("binance:TINYUSDT", "TINY", "USDT")
                    .tick("0.0000000001")
                    .lot("1")
                    .build();
            assertThat(Wires.body(spot.place(
                            "a1",
                            Orders.of(tiny, Side.BUY, OrderType.LIMIT, "100000000000000")
                                    .rawPrice(1)
                                    .request())))
                    .contains("quantity=100000000000000&price=0.0000000001&");
        } finally {
            Locale.setDefault(before);
        }
    }

    private void assertRefused(OrderRequest request, RejectReason reason) {
        assertThatThrownBy(() -> spot.place("a1", request))
                .isInstanceOfSatisfying(
                        RequestRefused.class, e -> assertThat(e.reason()).isEqualTo(reason));
        assertThatThrownBy(() -> usdm.place("a1", request))
                .isInstanceOfSatisfying(
                        RequestRefused.class, e -> assertThat(e.reason()).isEqualTo(reason));
    }

    private static void assertUnsupported(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        RequestRefused.class, e -> assertThat(e.reason()).isEqualTo(RejectReason.UNSUPPORTED_BY_VENUE))
                .hasMessageContaining(";");
    }
}
