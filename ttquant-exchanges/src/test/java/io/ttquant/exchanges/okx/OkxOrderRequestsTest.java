package io.ttquant.exchanges.okx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ttquant.api.order.Amendment;
import io.ttquant.api.order.OrderType;
import io.ttquant.api.order.PositionSide;
import io.ttquant.api.order.RejectReason;
import io.ttquant.api.order.Side;
import io.ttquant.api.order.TimeInForce;
import io.ttquant.api.order.TrailingOffset;
import io.ttquant.api.order.TriggerSource;
import io.ttquant.api.time.EpochNanos;
import io.ttquant.exchanges.Orders;
import io.ttquant.exchanges.Wires;
import io.ttquant.exchanges.request.RequestRefused;
import io.ttquant.exchanges.request.RestRequest;
import io.ttquant.exchanges.request.WireBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Requests of every kind of order, written out by hand. */
class OkxOrderRequestsTest {
    private final OkxRequests okx = OkxSamples.requests();

    private static Orders spot(Side side, OrderType type) {
        return Orders.of(OkxSamples.SPOT, side, type, "0.015");
    }

    private static Orders swap(Side side, OrderType type) {
        return Orders.of(OkxSamples.SWAP, side, type, "3");
    }

    private void assertBody(RestRequest request, String path, String expected) {
        assertThat(Wires.body(request)).isEqualTo(expected);
        String stamp = Wires.headers(request).get("OK-ACCESS-TIMESTAMP");
        assertThat(stamp).isEqualTo("2023-11-14T22:13:20.123Z");
        assertThat(Wires.headers(request).get("OK-ACCESS-SIGN"))
                .isEqualTo(Wires.base64(OkxSamples.SECRET, stamp + "POST" + path + expected));
        assertThat(request.path()).isEqualTo(path);
    }

    private void assertOrder(Orders order, String expected) {
        RestRequest request = okx.place("a1", order.request());
        assertBody(request, "/api/v5/trade/order", "{\"instId\":\"BTC-USDT" + expected + ",\"clOrdId\":\"a1\"}");
        assertThat(Wires.headers(request)).containsEntry("expTime", "1700000005123");
        assertThat(request.deadlineMillis()).isEqualTo(1_700_000_005_123L);
    }

    private void assertAlgo(Orders order, String expected) {
        RestRequest request = okx.place("a1", order.request());
        assertBody(
                request, "/api/v5/trade/order-algo", "{\"instId\":\"BTC-USDT" + expected + ",\"algoClOrdId\":\"a1\"}");
        assertThat(request.deadlineMillis()).as("the venue takes none").isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void ordersOfEveryKind() {
        assertOrder(
                spot(Side.BUY, OrderType.MARKET),
                "\",\"tdMode\":\"cash\",\"side\":\"buy\",\"ordType\":\"market\",\"sz\":\"0.015\",\"tgtCcy\":\"base_ccy\"");
        assertOrder(
                spot(Side.BUY, OrderType.MARKET).value("250.5"),
                "\",\"tdMode\":\"cash\",\"side\":\"buy\",\"ordType\":\"market\",\"sz\":\"250.5\",\"tgtCcy\":\"quote_ccy\"");
        assertOrder(
                spot(Side.SELL, OrderType.MARKET).value("250.5").reduceOnly(),
                "\",\"tdMode\":\"cash\",\"side\":\"sell\",\"ordType\":\"market\",\"sz\":\"250.5\",\"tgtCcy\":\"quote_ccy\"");
        assertOrder(
                swap(Side.SELL, OrderType.LIMIT).at("30000.5").postOnly().reduceOnly(),
                "-SWAP\",\"tdMode\":\"cross\",\"side\":\"sell\",\"ordType\":\"post_only\",\"sz\":\"3\",\"px\":\"30000.5\",\"reduceOnly\":true");
        assertOrder(
                swap(Side.SELL, OrderType.LIMIT)
                        .at("30000")
                        .tif(TimeInForce.IOC)
                        .of(PositionSide.LONG),
                "-SWAP\",\"tdMode\":\"cross\",\"side\":\"sell\",\"posSide\":\"long\",\"ordType\":\"ioc\",\"sz\":\"3\",\"px\":\"30000\"");
        assertAlgo(
                swap(Side.SELL, OrderType.STOP_LIMIT).at("27900").trigger("28000", TriggerSource.MARK),
                "-SWAP\",\"tdMode\":\"cross\",\"side\":\"sell\",\"ordType\":\"conditional\",\"sz\":\"3\",\"slTriggerPx\":\"28000\",\"slOrdPx\":\"27900\",\"slTriggerPxType\":\"mark\"");
        assertAlgo(
                swap(Side.BUY, OrderType.MARKET_IF_TOUCHED).trigger("28000", TriggerSource.INDEX),
                "-SWAP\",\"tdMode\":\"cross\",\"side\":\"buy\",\"ordType\":\"conditional\",\"sz\":\"3\",\"tpTriggerPx\":\"28000\",\"tpOrdPx\":\"-1\",\"tpTriggerPxType\":\"index\"");
        assertAlgo(
                swap(Side.SELL, OrderType.TRAILING_STOP_MARKET)
                        .trailing(new TrailingOffset(TrailingOffset.Kind.BASIS_POINTS, 2_500, 0, 310_000)),
                "-SWAP\",\"tdMode\":\"cross\",\"side\":\"sell\",\"ordType\":\"move_order_stop\",\"sz\":\"3\",\"callbackRatio\":\"0.0025\",\"activePx\":\"31000\"");
        assertAlgo(
                swap(Side.SELL, OrderType.TRAILING_STOP_MARKET)
                        .trailing(TrailingOffset.of(TrailingOffset.Kind.TICKS, 25)),
                "-SWAP\",\"tdMode\":\"cross\",\"side\":\"sell\",\"ordType\":\"move_order_stop\",\"sz\":\"3\",\"callbackSpread\":\"2.5\"");
    }

    @Test
    void batchesAmendmentsCancelsAndTimers() {
        RestRequest batch = okx.placeAll(
                List.of("a1", "a2"),
                List.of(
                        swap(Side.BUY, OrderType.MARKET).request(),
                        swap(Side.SELL, OrderType.MARKET).request()));
        assertThat(Wires.body(batch))
                .isEqualTo(
                        "[{\"instId\":\"BTC-USDT-SWAP\",\"tdMode\":\"cross\",\"side\":\"buy\",\"ordType\":\"market\",\"sz\":\"3\",\"clOrdId\":\"a1\"},"
                                + "{\"instId\":\"BTC-USDT-SWAP\",\"tdMode\":\"cross\",\"side\":\"sell\",\"ordType\":\"market\",\"sz\":\"3\",\"clOrdId\":\"a2\"}]");
        assertThat(batch.cost().weight()).isEqualTo(2);
        assertBody(
                okx.amend("a1", OkxSamples.SWAP, new Amendment(4, 300_001, 0)),
                "/api/v5/trade/amend-order",
                "{\"instId\":\"BTC-USDT-SWAP\",\"clOrdId\":\"a1\",\"cxlOnFail\":false,\"newSz\":\"4\",\"newPx\":\"30000.1\"}");
        assertBody(
                okx.algos()
                        .amend(
                                "a1",
                                swap(Side.SELL, OrderType.STOP_MARKET)
                                        .trigger("28000", TriggerSource.LAST)
                                        .request(),
                                Amendment.ofTrigger(281_000)),
                "/api/v5/trade/amend-algos",
                "{\"instId\":\"BTC-USDT-SWAP\",\"algoClOrdId\":\"a1\",\"cxlOnFail\":false,\"newSlTriggerPx\":\"28100\"}");
        assertBody(okx.cancelAllAfter(30), "/api/v5/trade/cancel-all-after", "{\"timeOut\":\"30\"}");
        assertBody(
                okx.cancelAll(List.of("BTC-USDT"), List.of("a1")),
                "/api/v5/trade/cancel-batch-orders",
                "[{\"instId\":\"BTC-USDT\",\"clOrdId\":\"a1\"}]");
        assertBody(
                okx.algos().cancel(List.of("BTC-USDT"), List.of("a1")),
                "/api/v5/trade/cancel-algos",
                "[{\"instId\":\"BTC-USDT\",\"algoClOrdId\":\"a1\"}]");
        assertBody(
                okx.account().setPositionMode(true),
                "/api/v5/account/set-position-mode",
                "{\"posMode\":\"long_short_mode\"}");
        assertThat(okx.algos()
                        .openOrders("conditional", null, OkxPage.latest(100))
                        .target())
                .isEqualTo("/api/v5/trade/orders-algo-pending?ordType=conditional&limit=100");
        assertThat(OkxRequests.limits()).containsEntry(batch.cost().bucket(), 300);
        assertThatThrownBy(() -> okx.cancelAllAfter(5)).hasMessageContaining("10 to 120");
    }

    @Test
    void framesOfThePrivateSocketNameTheInstrumentByItsNumber() {
        OkxSocketRequests frames = OkxSocketRequests.of(
                OkxEnvironment.demo("global"),
                OkxSamples.credentials(),
                () -> OkxSamples.NOW,
                5_000,
                TradeMode.CASH,
                TradeMode.CROSS,
                id -> id.symbol().equals("BTC-USDT") ? 3 : -1);

        assertThat(new String(frames.cancel("7", "a1", OkxSamples.SPOT).text(), StandardCharsets.UTF_8))
                .isEqualTo("{\"id\":\"7\",\"op\":\"cancel-order\",\"args\":[{\"instIdCode\":3,\"clOrdId\":\"a1\"}]}");
        assertThat(new String(
                        frames.amend("8", "a1", OkxSamples.SWAP, Amendment.ofPrice(300_000))
                                .text(),
                        StandardCharsets.UTF_8))
                .isEqualTo(
                        "{\"id\":\"8\",\"op\":\"amend-order\",\"expTime\":\"1700000005123\",\"args\":[{\"instId\":\"BTC-USDT-SWAP\",\"clOrdId\":\"a1\",\"cxlOnFail\":false,\"newPx\":\"30000\"}]}");
    }

    @Test
    void whatTheVenueLacksIsRefusedWithARemedy() {
        assertRefused(spot(Side.BUY, OrderType.LIMIT).at("1").tif(TimeInForce.DAY), RejectReason.UNSUPPORTED_BY_VENUE);
        assertRefused(spot(Side.BUY, OrderType.LIMIT).at("1").display("0.001"), RejectReason.UNSUPPORTED_BY_VENUE);
        assertRefused(swap(Side.BUY, OrderType.MARKET).value("1"), RejectReason.UNSUPPORTED_BY_VENUE);
        assertRefused(
                spot(Side.SELL, OrderType.STOP_MARKET).trigger("1", TriggerSource.MARK),
                RejectReason.UNSUPPORTED_BY_VENUE);
        assertRefused(
                swap(Side.SELL, OrderType.STOP_MARKET)
                        .trigger("1", TriggerSource.LAST)
                        .tif(TimeInForce.IOC),
                RejectReason.UNSUPPORTED_COMBINATION);
        assertRefused(
                swap(Side.BUY, OrderType.LIMIT).at("1").of(PositionSide.LONG).reduceOnly(),
                RejectReason.UNSUPPORTED_COMBINATION);
        assertRefused(swap(Side.BUY, OrderType.MARKET).rawQuantity(-1), RejectReason.QUANTITY_ZERO);
        assertThatThrownBy(() ->
                        okx.place("with-dash", swap(Side.BUY, OrderType.MARKET).request()))
                .hasMessageContaining("letters and digits");
        assertThatThrownBy(() -> okx.amend("a1", OkxSamples.SWAP, Amendment.ofTrigger(1)))
                .isInstanceOf(RequestRefused.class);
    }

    private void assertRefused(Orders order, RejectReason reason) {
        assertThatThrownBy(() -> okx.place("a1", order.request()))
                .isInstanceOfSatisfying(
                        RequestRefused.class, e -> assertThat(e.reason()).isEqualTo(reason));
    }

    @Test
    void timesAreWrittenAsTheLibraryWritesThem() {
        long seed = 20_231_114;
        Random random = new Random(seed);
        for (int i = 0; i < 20_000; i++) {
            long millis = (long) (random.nextDouble() * 7_258_118_400_000L);
            WireBuffer text = new WireBuffer();
            IsoMillis.write(text, millis);
            String library = EpochNanos.toInstant(millis * EpochNanos.MILLISECOND)
                    .plusMillis(0)
                    .toString();
            String withMillis = millis % 1_000 == 0
                    ? Instant.ofEpochMilli(millis).toString().replace("Z", ".000Z")
                    : library;
            assertThat(text.ascii(0, text.length()))
                    .as("seed %d, %d", seed, millis)
                    .isEqualTo(withMillis);
        }
    }

    /** Its word for a market order says nothing of all or nothing, so that this would be dropped. */
    @Test
    void aMarketOrderThatIsToFillWholeOrNotAtAllIsRefused() {
        assertThatThrownBy(() -> okx.place(
                        "a1",
                        swap(Side.BUY, OrderType.MARKET).tif(TimeInForce.FOK).request()))
                .isInstanceOf(RequestRefused.class)
                .hasMessageContaining("FOK");
    }

    @Test
    void anAmendmentDoesNotGiveAPriceToAStopThatExecutesAtTheMarket() {
        Orders stop = swap(Side.SELL, OrderType.STOP_MARKET).trigger("28000", TriggerSource.LAST);
        assertThatThrownBy(() -> okx.algos().amend("a1", stop.request(), Amendment.ofPrice(280_000)))
                .isInstanceOf(RequestRefused.class);
        assertThatThrownBy(() -> okx.algos().amend("a1", stop.request(), new Amendment(0, 0, 0)))
                .isInstanceOf(RequestRefused.class);
    }
}
