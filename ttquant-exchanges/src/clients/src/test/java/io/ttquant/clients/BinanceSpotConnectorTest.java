package io.ttquant.clients;

import static org.assertj.core.api.Assertions.assertThat;

import com.binance.connector.client.SpotClient;
import com.binance.connector.client.impl.SpotClientImpl;
import com.binance.connector.client.impl.WebSocketApiClientImpl;
import com.binance.connector.client.impl.WebSocketStreamClientImpl;
import com.binance.connector.client.utils.signaturegenerator.HmacSignatureGenerator;
import io.ttquant.exchanges.emulator.VenueKind;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.json.JSONArray;
import org.json.JSONObject;
import org.junit.jupiter.api.Test;

/** The official connector of Binance for Spot, the last one of its first line. */
class BinanceSpotConnectorTest {
    private static final String SYMBOL = "BTCUSDT";

    private BigDecimal bid = BigDecimal.ONE;

    @Test
    void tradesSpot() {
        try (Walk walk = new Walk(VenueKind.BINANCE, "Binance Spot", "binance-connector-java 3.4.1")) {
            SpotClient client = new SpotClientImpl(walk.key(), walk.secret(), walk.http());
            data(walk, client);
            orders(walk, client);
            streams(walk);
            api(walk, client);
            walk.refused("refusal: too small", () -> client.createTrade().newOrder(limit("0.97", "0.0000001")));
            walk.refused("refusal: no such order", () -> client.createTrade().cancelOrder(id(1_234_567_890_123L)));
            walk.refused("refusal: wrong key", () -> new SpotClientImpl(walk.key(), "other", walk.http())
                    .createTrade()
                    .account(new LinkedHashMap<>()));
            walk.lacks("batch", "Binance Spot itself has none");
            walk.lacks("order stream", "it knows the listen keys only that Binance Spot has no more");
        }
    }

    private static Map<String, Object> of(Object... pairs) {
        Map<String, Object> parameters = new LinkedHashMap<>();
        parameters.put("symbol", SYMBOL);
        for (int i = 0; i < pairs.length; i += 2) {
            parameters.put((String) pairs[i], pairs[i + 1]);
        }
        return parameters;
    }

    private static Map<String, Object> id(long id) {
        return of("orderId", id);
    }

    private void data(Walk walk, SpotClient client) {
        walk.step("markets", () -> assertThat(new JSONObject(client.createMarket().exchangeInfo(of()))
                        .getJSONArray("symbols"))
                .hasSize(1));
        walk.step("time", () -> assertThat(new JSONObject(client.createMarket().time()).getLong("serverTime"))
                .isPositive());
        walk.step("book", () -> bid = new JSONObject(client.createMarket().depth(of("limit", 5)))
                .getJSONArray("bids")
                .getJSONArray(0)
                .getBigDecimal(0));
        walk.step("trades", () -> assertThat(new JSONArray(client.createMarket().trades(of())))
                .isNotEmpty());
        walk.step("ticker", () -> assertThat(new JSONObject(client.createMarket().ticker24H(of()))
                        .getBigDecimal("lastPrice"))
                .isPositive());
        walk.step("candles", () -> assertThat(new JSONArray(client.createMarket().klines(of("interval", "1m"))))
                .isNotEmpty());
        walk.step("balance", () -> assertThat(new JSONObject(client.createTrade().account(new LinkedHashMap<>()))
                        .getJSONArray("balances"))
                .isNotEmpty());
        walk.step("fees", () -> assertThat(client.createTrade().commission(of())).contains("standardCommission"));
    }

    private Map<String, Object> limit(String part, String quantity) {
        return of(
                "side", "BUY", "type", "LIMIT", "timeInForce", "GTC", "quantity", quantity, "price", price(part));
    }

    private String price(String part) {
        return bid.multiply(new BigDecimal(part)).setScale(1, RoundingMode.HALF_EVEN).toPlainString();
    }

    private static String status(SpotClient client, long id) {
        return new JSONObject(client.createTrade().getOrder(id(id))).getString("status");
    }

    private void orders(Walk walk, SpotClient client) {
        long[] id = {0};
        walk.step("place", () -> id[0] =
                new JSONObject(client.createTrade().newOrder(limit("0.97", "0.01"))).getLong("orderId"));
        walk.step("query", () -> assertThat(status(client, id[0])).isEqualTo("NEW"));
        walk.step("open orders", () -> assertThat(new JSONArray(client.createTrade().getOpenOrders(of())))
                .hasSize(1));
        walk.step("amend", () -> {
            Map<String, Object> other = limit("0.96", "0.01");
            other.put("cancelReplaceMode", "STOP_ON_FAILURE");
            other.put("cancelOrderId", id[0]);
            id[0] = new JSONObject(client.createTrade().cancelReplace(other))
                    .getJSONObject("newOrderResponse")
                    .getLong("orderId");
        });
        walk.step("cancel", () -> {
            client.createTrade().cancelOrder(id(id[0]));
            assertThat(status(client, id[0])).isEqualTo("CANCELED");
        });
        walk.step("market order", () -> {
            id[0] = new JSONObject(
                            client.createTrade().newOrder(of("side", "BUY", "type", "MARKET", "quantity", "0.01")))
                    .getLong("orderId");
            assertThat(status(client, id[0])).isEqualTo("FILLED");
        });
        walk.step("fills", () -> assertThat(client.createTrade().myTrades(of())).contains("\"orderId\":" + id[0]));
        walk.step("order history", () -> assertThat(client.createTrade().getOrders(of()))
                .contains("\"orderId\":" + id[0]));
        walk.step("conditional order", () -> {
            Map<String, Object> stop = limit("0.9", "0.01");
            stop.putAll(of("side", "SELL", "type", "STOP_LOSS_LIMIT", "stopPrice", price("0.91")));
            id[0] = new JSONObject(client.createTrade().newOrder(stop)).getLong("orderId");
            client.createTrade().cancelOrder(id(id[0]));
        });
        walk.step("cancel all", () -> {
            client.createTrade().newOrder(limit("0.95", "0.01"));
            client.createTrade().cancelOpenOrders(of());
            assertThat(new JSONArray(client.createTrade().getOpenOrders(of()))).isEmpty();
        });
    }

    private static void streams(Walk walk) {
        List<String> heard = new CopyOnWriteArrayList<>();
        WebSocketStreamClientImpl streams = new WebSocketStreamClientImpl(walk.ws());
        try {
            streams.aggTradeStream(SYMBOL, heard::add);
            streams.diffDepthStream(SYMBOL, 100, heard::add);
            streams.klineStream(SYMBOL, "1m", heard::add);
            streams.symbolTicker(SYMBOL, heard::add);
            told(walk, heard, "trade stream", "aggTrade");
            told(walk, heard, "book stream", "depthUpdate");
            told(walk, heard, "candle stream", "kline");
            told(walk, heard, "ticker stream", "24hrTicker");
        } finally {
            streams.closeAllConnections();
        }
    }

    private static void told(Walk walk, List<String> heard, String step, String kind) {
        String event = "\"e\":\"" + kind + "\"";
        walk.step(step, () ->
                Walk.await("told of " + kind, () -> heard.stream().anyMatch(text -> text.contains(event))));
    }

    private void api(Walk walk, SpotClient client) {
        List<String> heard = new CopyOnWriteArrayList<>();
        WebSocketApiClientImpl api = new WebSocketApiClientImpl(
                walk.key(), new HmacSignatureGenerator(walk.secret()), walk.ws() + "/ws-api/v3");
        walk.step("orders over the socket", () -> {
            api.connect(heard::add);
            JSONObject order = new JSONObject()
                    .put("timeInForce", "GTC")
                    .put("price", price("0.94"))
                    .put("quantity", "0.01")
                    .put("newClientOrderId", "socket1");
            api.trade().newOrder(SYMBOL, "BUY", "LIMIT", order);
            Walk.await("placed", () -> heard.stream().anyMatch(text -> text.contains("socket1")));
            api.trade().cancelOrder(SYMBOL, new JSONObject().put("origClientOrderId", "socket1"));
            Walk.await("cancelled", () -> heard.stream().anyMatch(text -> text.contains("CANCELED")));
            assertThat(client.createTrade().getOpenOrders(of())).isEqualTo("[]");
        });
        api.close();
    }
}
