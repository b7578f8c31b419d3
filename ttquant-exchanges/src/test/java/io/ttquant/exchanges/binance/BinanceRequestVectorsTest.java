package io.ttquant.exchanges.binance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ttquant.api.order.OrderType;
import io.ttquant.api.order.PositionSide;
import io.ttquant.api.order.Side;
import io.ttquant.api.order.TimeInForce;
import io.ttquant.api.order.TriggerSource;
import io.ttquant.exchanges.Fixtures;
import io.ttquant.exchanges.Orders;
import io.ttquant.exchanges.Wires;
import io.ttquant.exchanges.request.Page;
import io.ttquant.exchanges.request.RestRequest;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Requests that independent clients put on the wire for the same call. */
class BinanceRequestVectorsTest {
    /** What we always say; the others leave it to defaults. */
    private static final Set<String> OUR_HABITS =
            Set.of("selfTradePreventionMode", "newOrderRespType", "workingType", "omitZeroBalances", "limit");

    @ParameterizedTest
    @CsvSource({"binance-spot, 27", "binance-usdm, 32"})
    void everyRestRequestOnTheWireIsReproduced(String venue, int count) {
        int compared = 0;
        for (JsonNode line : Fixtures.lines(venue + "/request-vectors", "npm-clients-frozen-clock.jsonl")) {
            if (line.has("request")) {
                JsonNode theirs = line.get("request");
                String their = theirs.get("query").asText() + theirs.get("body").asText();
                int window = their.contains("recvWindow=5000") ? 5_000 : 10_000;
                RestRequest ours = venue.equals("binance-spot")
                        ? spot(BinanceSamples.spot(window), line.get("call").asText(), line.get("args"))
                        : usdm(BinanceSamples.usdm(window), line.get("call").asText(), line.get("args"));
                String what = line.get("call").asText() + line.get("args");
                assertThat(ours.method().name())
                        .as(what)
                        .isEqualTo(theirs.get("method").asText());
                assertThat(ours.path()).as(what).isEqualTo(theirs.get("path").asText());
                assertSame(what, Wires.parameters(ours.query() + Wires.body(ours)), Wires.parameters(their));
                assertSigned(what, ours, their.contains("signature="));
                compared++;
            }
        }
        assertThat(compared).isEqualTo(count);
    }

    @Test
    void placingOnTheWebSocketApiIsReproduced() {
        assertPlacing(
                "binance-spot",
                BinanceSocketRequests.spot(BinanceSamples.credentials(), () -> BinanceSamples.NOW, 10_000)
                        .place(
                                "2",
                                "ttq-ws1",
                                Orders.of(BinanceSamples.BTCUSDT, Side.BUY, OrderType.LIMIT, "0.01")
                                        .at("30000")
                                        .request())
                        .text());
        assertPlacing(
                "binance-usdm",
                BinanceSocketRequests.usdm(BinanceSamples.credentials(), () -> BinanceSamples.NOW, 10_000)
                        .place(
                                "1",
                                "ttq-ws1",
                                Orders.of(BinanceSamples.FUTURE, Side.BUY, OrderType.LIMIT, "0.01")
                                        .at("30000")
                                        .request())
                        .text());
    }

    private static void assertPlacing(String venue, byte[] ours) {
        for (JsonNode line : Fixtures.lines(venue + "/request-vectors", "npm-clients-frozen-clock.jsonl")) {
            String frame = line.at("/ws/frame").asText();
            if (frame.contains("order.place")) {
                JsonNode theirs = Fixtures.json(frame.getBytes(StandardCharsets.UTF_8));
                assertThat(Fixtures.json(ours).get("method")).isEqualTo(theirs.get("method"));
                Map<String, String> other = Wires.fields(theirs.get("params"));
                other.remove("returnRateLimits");
                assertSame(venue, Wires.fields(Fixtures.json(ours).get("params")), other);
                return;
            }
        }
        throw new AssertionError("no frame");
    }

    private static void assertSigned(String what, RestRequest ours, boolean isSigned) {
        String all = ours.query() + Wires.body(ours);
        assertThat(all.contains("signature=")).as(what).isEqualTo(isSigned);
        if (isSigned) {
            int at = all.indexOf("&signature=");
            assertThat(all.substring(at + 11)).isEqualTo(Wires.hex(BinanceSamples.SECRET, all.substring(0, at)));
            assertThat(Wires.headers(ours)).containsEntry("X-MBX-APIKEY", BinanceSamples.KEY);
        }
    }

    private static void assertSame(String what, Map<String, String> ours, Map<String, String> theirs) {
        Map<String, String> mine = new TreeMap<>(ours);
        Map<String, String> other = new TreeMap<>(theirs);
        mine.remove("signature");
        other.remove("signature");
        OUR_HABITS.stream().filter(name -> !other.containsKey(name)).forEach(mine::remove);
        // BOTH is the default.
        other.remove("positionSide", "BOTH");
        assertThat(mine).as(what).isEqualTo(other);
    }

    private static RestRequest market(BinanceMarketRequests m, String call, JsonNode a) {
        return switch (call) {
            case "fetchTime" -> m.time();
            case "fetchOHLCV" ->
                a.get(1).asText().equals("1m")
                        ? m.klines("BTCUSDT", "1m", Page.since(1652458800000L, 1000))
                        : m.klines("BTCUSDT", "1d", Page.until(1652458800000L, 500));
            case "fetchTrades" -> m.aggregateTrades("BTCUSDT", Page.latest(500));
            case "fetchOrderBook", "watchOrderBook" -> m.depth("BTCUSDT", 1000);
            case "fetchTicker" -> m.ticker("BTCUSDT");
            default -> throw new IllegalArgumentException(call);
        };
    }

    private static RestRequest spot(SpotRequests r, String call, JsonNode a) {
        return switch (call) {
            case "fetchBalance", "getAccountInformation" -> r.account();
            case "createOrder" ->
                r.place(
                        a.get(5).get("newClientOrderId").asText(),
                        order(a, true).request());
            case "submitNewOrder" ->
                r.place(
                        "ttq-1",
                        Orders.of(BinanceSamples.LTCBTC, Side.BUY, OrderType.LIMIT, "1")
                                .at("0.1")
                                .request());
            case "testNewOrder" ->
                r.test(
                        "ttq-2",
                        Orders.of(BinanceSamples.LTCBTC, Side.SELL, OrderType.MARKET, "1")
                                .value("10")
                                .request());
            case "cancelOrder" ->
                a.size() == 1
                        ? r.cancel("LTCBTC", 1)
                        : a.size() == 3 ? r.cancel("BTCUSDT", "ttq-0001") : r.cancel("BTCUSDT", 28);
            case "cancelAllSymbolOrders" -> r.cancelAll("LTCBTC");
            case "fetchOrder" -> r.order("BTCUSDT", 28);
            case "getOrder" -> r.order("LTCBTC", "ttq-1");
            case "fetchOpenOrders" -> r.openOrders("BTCUSDT");
            case "getOpenOrders" -> r.openOrders("LTCBTC");
            case "fetchOrders" -> r.orders("BTCUSDT", Page.since(1652458800000L, 100));
            case "fetchMyTrades" -> r.fills("BTCUSDT", Page.since(1652458800000L, 100));
            default -> market(r.market(), call, a);
        };
    }

    private static RestRequest usdm(UsdmRequests r, String call, JsonNode a) {
        return switch (call) {
            case "fetchBalance", "getAccountInformationV3" -> r.account().account();
            case "getBalanceV3" -> r.account().balances();
            case "createOrder" ->
                r.place(
                        a.get(5).get("newClientOrderId").asText(),
                        order(a, false).request());
            case "submitNewOrder" ->
                r.place(
                        "ttq-1",
                        Orders.of(BinanceSamples.FUTURE, Side.BUY, OrderType.LIMIT, "0.01")
                                .at("9000")
                                .postOnly()
                                .request());
            case "setLeverage" -> r.account().setLeverage("BTCUSDT", 5);
            case "fetchPositions" -> r.account().brackets(null);
            case "cancelOrder" ->
                a.size() == 1
                        ? r.cancel("BTCUSDT", 1)
                        : a.size() == 3 ? r.cancel("BTCUSDT", "ttq-0001") : r.cancel("BTCUSDT", 28);
            case "fetchOrder" -> r.order("BTCUSDT", 28);
            case "getOrder" -> r.order("BTCUSDT", "ttq-1");
            case "fetchOpenOrders", "getAllOpenOrders" -> r.openOrders("BTCUSDT");
            case "fetchOrders" -> r.orders("BTCUSDT", Page.since(1652458800000L, 100));
            case "fetchMyTrades" -> r.fills("BTCUSDT", Page.between(1652458800000L, 1653063600000L, 100));
            case "watchOrders" -> r.newListenKey();
            default -> market(r.market(), call, a);
        };
    }

    private static Orders order(JsonNode a, boolean isSpot) {
        JsonNode more = a.get(5);
        boolean isLimit = a.get(1).asText().equals("limit");
        OrderType type = more.has("stopLossPrice")
                ? isLimit ? OrderType.STOP_LIMIT : OrderType.STOP_MARKET
                : isLimit ? OrderType.LIMIT : OrderType.MARKET;
        Orders order = Orders.of(
                isSpot ? BinanceSamples.BTCUSDT : BinanceSamples.FUTURE,
                a.get(2).asText().equals("buy") ? Side.BUY : Side.SELL,
                type,
                a.get(3).asText());
        if (isLimit) {
            order.at(a.get(4).asText());
        }
        if (more.has("stopLossPrice")) {
            order.trigger(more.get("stopLossPrice").asText(), TriggerSource.LAST);
        }
        if (more.has("postOnly")) {
            order.postOnly();
        }
        if (more.has("reduceOnly")) {
            order.reduceOnly();
        }
        if (more.has("hedged")) {
            order.of(PositionSide.LONG);
        }
        return more.has("timeInForce")
                ? order.tif(TimeInForce.valueOf(more.get("timeInForce").asText()))
                : order;
    }
}
