package io.ttquant.exchanges.emulator.binance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ttquant.api.order.OrderStatus;
import io.ttquant.api.order.OrderType;
import io.ttquant.api.order.Side;
import io.ttquant.exchanges.Orders;
import io.ttquant.exchanges.answer.AssetBalance;
import io.ttquant.exchanges.answer.BookAnswer;
import io.ttquant.exchanges.answer.VenueFill;
import io.ttquant.exchanges.answer.VenueOrder;
import io.ttquant.exchanges.binance.BinanceAccounts;
import io.ttquant.exchanges.binance.BinanceMarkets;
import io.ttquant.exchanges.binance.BinanceOrders;
import io.ttquant.exchanges.emulator.exchange.Balance;
import io.ttquant.exchanges.emulator.server.Json;
import io.ttquant.exchanges.emulator.server.Line;
import io.ttquant.exchanges.emulator.server.Wire;
import io.ttquant.exchanges.request.Page;
import io.ttquant.exchanges.transport.HttpRequest;
import io.ttquant.exchanges.transport.HttpResponse;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Our own requests and readers against the Spot front. */
abstract class SpotFrontCases {
    final SpotDesk desk = new SpotDesk();

    abstract Wire wire(Wire.Maker maker);

    @BeforeEach
    void connect() {
        desk.connect(wire(desk::make));
    }

    @AfterEach
    void end() {
        desk.wire.ask(() -> {
            desk.exchange.assertConservation();
            return true;
        });
        desk.wire.close();
    }

    @Test
    void listsItsMarketsWithTheirFilters() {
        var instrument = desk.instrument();
        assertThat(instrument.id().symbol()).isEqualTo("BTCUSDT");
        assertThat(instrument.priceScale()).isEqualTo(2);
        assertThat(instrument.quantityScale()).isEqualTo(5);
        assertThat(BinanceMarkets.serverTime(desk.data(desk.requests.market().time())))
                .isPositive();
    }

    @Test
    void carriesAnOrderFromPlacingOverAmendingAndFillingToTheEnd() {
        Orders buy = desk.limit(Side.BUY, "30000", "0.5");
        VenueOrder placed = BinanceOrders.order(desk.data(desk.requests.place("my-1", buy.request())));
        assertThat(placed.status()).isEqualTo(OrderStatus.ACCEPTED);
        assertThat(placed.clientId()).isEqualTo("my-1");

        desk.data(desk.requests.reduce("my-1", buy.request(), 40_000));
        VenueOrder open = BinanceOrders.orders(desk.data(desk.requests.openOrders("BTCUSDT")))
                .get(0);
        assertThat(open.quantity()).isEqualByComparingTo("0.4");

        desk.bob(io.ttquant.exchanges.emulator.exchange.Side.SELL, "30000", "0.1");
        VenueOrder part = BinanceOrders.order(desk.data(desk.requests.order("BTCUSDT", "my-1")));
        assertThat(part.filled()).isEqualByComparingTo("0.1");
        assertThat(part.averagePrice()).isEqualByComparingTo("30000");

        VenueOrder canceled = BinanceOrders.order(desk.data(desk.requests.cancel("BTCUSDT", "my-1")));
        assertThat(canceled.status()).isEqualTo(OrderStatus.CANCELED);
        assertThat(BinanceOrders.orders(desk.data(desk.requests.openOrders(null))))
                .isEmpty();
        List<VenueFill> fills = BinanceOrders.fills(desk.data(desk.requests.fills("BTCUSDT", Page.latest(100))));
        assertThat(fills).hasSize(1);
        assertThat(fills.get(0).isMaker()).isTrue();
        assertThat(fills.get(0).fee().currency()).isEqualTo("BTC");
        assertBalances();
    }

    private void assertBalances() {
        List<AssetBalance> told = BinanceAccounts.balances(desk.data(desk.requests.account()));
        for (AssetBalance balance : told) {
            Balance known = desk.wire.ask(() -> desk.exchange.accounts().balance(SpotDesk.ALICE, balance.currency()));
            assertThat(balance.free()).isEqualByComparingTo(known.free());
            assertThat(balance.locked()).isEqualByComparingTo(known.locked());
        }
        assertThat(told).hasSize(2);
    }

    @Test
    void tellsFillsWithTheAnswerToAMarketOrder() {
        desk.bob(io.ttquant.exchanges.emulator.exchange.Side.SELL, "30000", "0.1");
        desk.bob(io.ttquant.exchanges.emulator.exchange.Side.SELL, "30001", "0.2");
        Orders market = Orders.of(desk.instrument(), Side.BUY, OrderType.MARKET, "0.2");
        JsonNode answer = desk.data(desk.requests.place("m-1", market.request()));
        assertThat(answer.path("status").asText()).isEqualTo("FILLED");
        assertThat(answer.path("fills")).hasSize(2);
        assertThat(new BigDecimal(answer.path("cummulativeQuoteQty").asText())).isEqualByComparingTo("6000.1");
        assertBalances();
    }

    @Test
    void refusesWithTheCodesOfTheVenue() {
        Orders good = desk.limit(Side.BUY, "30000", "0.5");
        assertThat(desk.code(desk.requests("aliceKey", "wrong").place("a", good.request())))
                .isEqualTo(-1022);
        assertThat(desk.code(desk.requests("nobody", "wrong").place("a", good.request())))
                .isEqualTo(-2015);
        assertThat(desk.code(desk.requests.place(
                        "a", desk.limit(Side.BUY, "1", "0.00001").request())))
                .isEqualTo(-1013);
        assertThat(desk.code(desk.requests.place(
                        "a", desk.limit(Side.BUY, "30000", "500").request())))
                .isEqualTo(-2010);
        assertThat(desk.code(desk.requests.cancel("BTCUSDT", "never"))).isEqualTo(-2011);
        assertThat(desk.code(desk.requests.order("BTCUSDT", "never"))).isEqualTo(-2013);
        assertThat(desk.code(desk.requests.openOrders("NOSUCH"))).isEqualTo(-1121);
    }

    @Test
    void refusesALateRequestAndOneFromTheFuture() {
        long now = desk.wire.millis();
        var credentials = SpotDesk.credentials("aliceKey", "aliceSecret");
        var late = io.ttquant.exchanges.binance.SpotRequests.of(credentials, () -> now - 20_000, 5000);
        var early = io.ttquant.exchanges.binance.SpotRequests.of(credentials, () -> now + 20_000, 5000);
        assertThat(desk.code(late.account())).isEqualTo(-1021);
        assertThat(desk.code(early.account())).isEqualTo(-1021);
    }

    @Test
    void namesTheFilterThatRefuses() {
        String text = signed(
                        "POST",
                        "/api/v3/order",
                        "symbol=BTCUSDT&side=BUY&type=LIMIT&timeInForce=GTC&quantity=1&price=0.005")
                .text();
        assertThat(text).contains("Filter failure: PRICE_FILTER");
        assertThat(signed("POST", "/api/v3/order", "symbol=BTCUSDT&side=BUY&type=LIMIT&timeInForce=GTC&quantity=1")
                        .text())
                .contains("-1102", "'price'");
        assertThat(signed("POST", "/api/v3/order/test", "symbol=BTCUSDT&side=BUY&type=MARKET&quantity=0.001")
                        .text())
                .isEqualTo("{}");
    }

    private HttpResponse signed(String method, String path, String query) {
        String payload = query + "&timestamp=" + desk.wire.millis();
        String signature = Hmac.hex("aliceSecret", payload);
        URI uri = URI.create(desk.wire.http() + path + "?" + payload + "&signature=" + signature);
        return desk.wire.send(HttpRequest.of(method, uri)
                .withHeaders(io.ttquant.exchanges.transport.HttpHeaders.of("X-MBX-APIKEY", "aliceKey")));
    }

    @Test
    void countsWeightAndOrders() {
        Orders buy = desk.limit(Side.BUY, "30000", "0.5");
        HttpResponse answer = desk.send(desk.requests.place("w-1", buy.request()));
        assertThat(answer.headers().first("X-MBX-ORDER-COUNT-10S")).isNotNull();
        assertThat(Integer.parseInt(answer.headers().first("X-MBX-USED-WEIGHT-1M")))
                .isPositive();
    }

    @Test
    void streamsTradesOfOneOrderAsTradesAndAsOne() {
        Line line = desk.wire.open(desk.wire.ws() + "/stream?streams=btcusdt@trade/btcusdt@aggTrade");
        desk.bob(io.ttquant.exchanges.emulator.exchange.Side.SELL, "30000", "0.1");
        desk.bob(io.ttquant.exchanges.emulator.exchange.Side.SELL, "30000", "0.2");
        desk.data(
                desk.requests.place("t-1", desk.limit(Side.BUY, "30000", "0.3").request()));
        JsonNode first = Json.parse(line.next("btcusdt@trade")).path("data");
        JsonNode second = Json.parse(line.next("btcusdt@trade")).path("data");
        assertThat(first.path("q").asText()).isEqualTo("0.10000000");
        assertThat(second.path("t").asLong()).isEqualTo(first.path("t").asLong() + 1);
        assertThat(first.path("m").asBoolean()).isFalse();
        JsonNode whole = Json.parse(line.next("aggTrade")).path("data");
        assertThat(whole.path("q").asText()).isEqualTo("0.30000000");
    }

    @Test
    void acknowledgesSubscriptionsAndStreamsABookThatFitsItsSnapshot() {
        Line line = desk.wire.open(desk.wire.ws() + "/ws");
        line.send("{\"method\":\"SUBSCRIBE\",\"params\":[\"btcusdt@depth@100ms\",\"btcusdt@bookTicker\"],\"id\":7}");
        assertThat(Json.parse(line.next("\"id\":7")).path("result").isNull()).isTrue();
        for (int i = 0; i < 20; i++) {
            desk.bob(io.ttquant.exchanges.emulator.exchange.Side.SELL, "30" + (100 + i % 7), "0.001");
            if (i % 5 == 0) {
                desk.wire.pass(Duration.ofMillis(120));
            }
        }
        BookAnswer snapshot =
                BinanceMarkets.book(desk.data(desk.requests.market().depth("BTCUSDT", 100)));
        desk.bob(io.ttquant.exchanges.emulator.exchange.Side.SELL, "31000", "0.5");
        TreeMap<BigDecimal, BigDecimal> asks = new TreeMap<>();
        snapshot.asks().forEach(level -> asks.put(level.price(), level.quantity()));
        long local = snapshot.sequence();
        while (!asks.containsKey(new BigDecimal("31000.00000000"))) {
            JsonNode event = Json.parse(line.next("depthUpdate"));
            if (event.path("u").asLong() <= local) {
                continue;
            }
            assertThat(event.path("U").asLong()).isLessThanOrEqualTo(local + 1);
            local = event.path("u").asLong();
            event.path("a")
                    .forEach(row -> asks.put(
                            new BigDecimal(row.path(0).asText()),
                            new BigDecimal(row.path(1).asText())));
        }
        asks.values().removeIf(quantity -> quantity.signum() == 0);
        BookAnswer after = BinanceMarkets.book(desk.data(desk.requests.market().depth("BTCUSDT", 100)));
        assertThat(asks).hasSize(after.asks().size());
        after.asks().forEach(level -> assertThat(asks.get(level.price())).isEqualByComparingTo(level.quantity()));
    }

    @Test
    void tellsAnAccountItsOrdersFillsAndBalancesOverTheWebSocketApi() {
        Line line = desk.wire.open(desk.wire.ws() + "/ws-api/v3");
        line.send(new String(desk.frames.subscribeUserData("s-1").text(), StandardCharsets.UTF_8));
        assertThat(line.next("\"id\":\"s-1\"")).contains("\"subscriptionId\":0", "\"status\":200");
        Orders buy = desk.limit(Side.BUY, "30000", "0.5");
        line.send(new String(desk.frames.place("p-1", "ws-1", buy.request()).text(), StandardCharsets.UTF_8));
        assertThat(line.next("executionReport")).contains("\"x\":\"NEW\"", "\"c\":\"ws-1\"");
        assertThat(line.next("\"id\":\"p-1\"")).contains("\"status\":200", "\"orderId\":");
        desk.bob(io.ttquant.exchanges.emulator.exchange.Side.SELL, "30000", "0.5");
        String trade = line.next("\"x\":\"TRADE\"");
        assertThat(trade).contains("\"X\":\"FILLED\"", "\"N\":\"BTC\"", "\"m\":true");
        assertThat(line.next("outboundAccountPosition")).contains("\"a\":\"BTC\"");
        assertThat(line.end()).isEmpty();
    }

    @Test
    void namesACancelByItsOwnIdAndTheOrderAsTheOriginal() {
        Line line = desk.wire.open(desk.wire.ws() + "/ws-api/v3");
        line.send(new String(desk.frames.subscribeUserData("s-1").text(), StandardCharsets.UTF_8));
        line.next("\"id\":\"s-1\"");
        desk.data(
                desk.requests.place("c-1", desk.limit(Side.BUY, "30000", "0.5").request()));
        desk.data(desk.requests.cancel("BTCUSDT", "c-1"));
        assertThat(line.next("\"x\":\"CANCELED\"")).contains("\"C\":\"c-1\"").doesNotContain("\"c\":\"c-1\"");
    }

    @Test
    void answersQuestionsAboutTheMarket() {
        desk.bob(io.ttquant.exchanges.emulator.exchange.Side.SELL, "30000", "0.5");
        desk.data(
                desk.requests.place("q-1", desk.limit(Side.BUY, "30000", "0.2").request()));
        var market = desk.requests.market();
        var bars = BinanceMarkets.klines(desk.data(market.klines("BTCUSDT", "1m", Page.latest(10))));
        assertThat(bars.get(bars.size() - 1).close()).isEqualByComparingTo("30000");
        assertThat(BinanceMarkets.trades(desk.data(market.trades("BTCUSDT", 10))))
                .hasSize(1);
        assertThat(BinanceMarkets.trades(desk.data(market.aggregateTrades("BTCUSDT", Page.latest(10)))))
                .hasSize(1);
        assertThat(BinanceAccounts.fees(desk.data(desk.requests.fees("BTCUSDT")))
                        .get(0)
                        .taker())
                .isEqualByComparingTo("0.001");
        assertThat(BinanceAccounts.permissions(desk.data(desk.requests.keyPermissions()), true)
                        .mayWithdraw())
                .isFalse();
        assertThat(BinanceOrders.orders(desk.data(desk.requests.orders("BTCUSDT", Page.latest(10)))))
                .hasSize(1);
    }
}
