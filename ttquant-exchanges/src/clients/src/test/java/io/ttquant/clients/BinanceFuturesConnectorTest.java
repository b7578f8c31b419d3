package io.ttquant.clients;

import static org.assertj.core.api.Assertions.assertThat;

import com.binance.connector.client.common.configuration.ClientConfiguration;
import com.binance.connector.client.common.configuration.SignatureConfiguration;
import com.binance.connector.client.common.websocket.configuration.WebSocketClientConfiguration;
import com.binance.connector.client.common.websocket.service.StreamBlockingQueueWrapper;
import com.binance.connector.client.derivatives_trading_usds_futures.rest.api.DerivativesTradingUsdsFuturesRestApi;
import com.binance.connector.client.derivatives_trading_usds_futures.rest.model.ChangeInitialLeverageRequest;
import com.binance.connector.client.derivatives_trading_usds_futures.rest.model.Interval;
import com.binance.connector.client.derivatives_trading_usds_futures.rest.model.ModifyOrderRequest;
import com.binance.connector.client.derivatives_trading_usds_futures.rest.model.NewAlgoOrderRequest;
import com.binance.connector.client.derivatives_trading_usds_futures.rest.model.NewOrderRequest;
import com.binance.connector.client.derivatives_trading_usds_futures.rest.model.OrderIdList;
import com.binance.connector.client.derivatives_trading_usds_futures.rest.model.Side;
import com.binance.connector.client.derivatives_trading_usds_futures.rest.model.TimeInForce;
import com.binance.connector.client.derivatives_trading_usds_futures.websocket.stream.api.DerivativesTradingUsdsFuturesWebSocketStreams;
import com.binance.connector.client.derivatives_trading_usds_futures.websocket.stream.model.AggregateTradeStreamsRequest;
import com.binance.connector.client.derivatives_trading_usds_futures.websocket.stream.model.DiffBookDepthStreamsRequest;
import io.ttquant.exchanges.emulator.VenueKind;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The official connector of Binance for USDT-margined futures: its models refuse answers that lack a field or have one of another kind. */
class BinanceFuturesConnectorTest {
    private static final String SYMBOL = "BTCUSDT";
    private static final double AMOUNT = 0.01;

    private double bid;

    @Test
    void tradesFutures() {
        try (Walk walk = new Walk(VenueKind.BINANCE_USDM, "Binance USDT-M", "binance-derivatives-trading-usds-futures 7.0.0")) {
            DerivativesTradingUsdsFuturesRestApi api = api(walk, walk.secret());
            data(walk, api);
            orders(walk, api);
            contracts(walk, api);
            streams(walk, api);
            walk.refused("refusal: too small", () -> api.newOrder(limit(0.97, 0.0000001)));
            walk.refused("refusal: no such order", () -> api.cancelOrder(SYMBOL, 1_234_567_890_123L, null, null));
            walk.refused("refusal: wrong key", () -> api(walk, "other").futuresAccountBalanceV3(null));
        }
    }

    private static DerivativesTradingUsdsFuturesRestApi api(Walk walk, String secret) {
        ClientConfiguration configuration = new ClientConfiguration();
        configuration.setUrl(walk.http());
        configuration.setSignatureConfiguration(signature(walk, secret));
        return new DerivativesTradingUsdsFuturesRestApi(configuration);
    }

    private static SignatureConfiguration signature(Walk walk, String secret) {
        SignatureConfiguration signature = new SignatureConfiguration();
        signature.setApiKey(walk.key());
        signature.setSecretKey(secret);
        return signature;
    }

    private void data(Walk walk, DerivativesTradingUsdsFuturesRestApi api) {
        walk.step("markets", () -> assertThat(api.exchangeInformation().getData().getSymbols())
                .anyMatch(each -> SYMBOL.equals(each.getSymbol())));
        walk.step("time", () -> assertThat(api.checkServerTime().getData().getServerTime())
                .isPositive());
        walk.step("book", () -> bid = Double.parseDouble(
                api.orderBook(SYMBOL, 5L).getData().getBids().get(0).get(0)));
        walk.step("trades", () -> assertThat(api.recentTradesList(SYMBOL, 5L).getData())
                .isNotEmpty());
        walk.step("ticker", () -> assertThat(api.ticker24hrPriceChangeStatistics(SYMBOL)
                        .getData()
                        .getActualInstance())
                .isNotNull());
        walk.step("candles", () -> assertThat(api.klineCandlestickData(SYMBOL, Interval.INTERVAL_1m, null, null, 5L)
                        .getData())
                .isNotEmpty());
        walk.step("balance", () -> assertThat(api.futuresAccountBalanceV3(null).getData())
                .anyMatch(each -> "USDT".equals(each.getAsset())));
        walk.step("account", () -> assertThat(api.accountInformationV3(null).getData().getTotalWalletBalance())
                .isNotEmpty());
        walk.step("fees", () -> assertThat(api.userCommissionRate(SYMBOL, null).getData().getTakerCommissionRate())
                .isNotEmpty());
    }

    private double price(double part) {
        return Math.round(bid * part);
    }

    private NewOrderRequest order(Side side, String type) {
        NewOrderRequest request = new NewOrderRequest();
        request.setSymbol(SYMBOL);
        request.setSide(side);
        request.setType(type);
        request.setQuantity(AMOUNT);
        return request;
    }

    private NewOrderRequest limit(double part, double quantity) {
        NewOrderRequest request = order(Side.BUY, "LIMIT");
        request.setTimeInForce(TimeInForce.GTC);
        request.setPrice(price(part));
        request.setQuantity(quantity);
        return request;
    }

    private void orders(Walk walk, DerivativesTradingUsdsFuturesRestApi api) {
        long[] id = {0};
        walk.step("place", () -> id[0] = api.newOrder(limit(0.97, AMOUNT)).getData().getOrderId());
        walk.step("query", () -> assertThat(status(api, id[0])).isEqualTo("NEW"));
        walk.step("open orders", () -> assertThat(api.currentAllOpenOrders(SYMBOL, null).getData())
                .hasSize(1));
        walk.step("amend", () -> {
            ModifyOrderRequest change = new ModifyOrderRequest();
            change.setSymbol(SYMBOL);
            change.setOrderId(id[0]);
            change.setSide(Side.BUY);
            change.setQuantity(AMOUNT);
            change.setPrice(price(0.96));
            assertThat(Double.parseDouble(api.modifyOrder(change).getData().getPrice())).isEqualTo(price(0.96));
        });
        walk.step("cancel", () -> {
            api.cancelOrder(SYMBOL, id[0], null, null);
            assertThat(status(api, id[0])).isEqualTo("CANCELED");
        });
        walk.step("batch", () -> {
            OrderIdList ids = new OrderIdList();
            ids.add(api.newOrder(limit(0.95, AMOUNT)).getData().getOrderId());
            ids.add(api.newOrder(limit(0.94, AMOUNT)).getData().getOrderId());
            assertThat(api.cancelMultipleOrders(SYMBOL, ids, null, null).getData())
                    .allMatch(each -> "CANCELED".equals(each.getStatus()));
        });
        walk.step("market order", () -> {
            id[0] = api.newOrder(order(Side.BUY, "MARKET")).getData().getOrderId();
            Walk.await("filled", () -> status(api, id[0]).equals("FILLED"));
        });
        walk.step("fills", () -> assertThat(
                        api.accountTradeList(SYMBOL, null, null, null, null, null, null).getData())
                .anyMatch(each -> each.getOrderId() == id[0]));
        walk.step("order history", () -> assertThat(
                        api.allOrders(SYMBOL, null, null, null, null, null).getData())
                .anyMatch(each -> each.getOrderId() == id[0]));
        walk.step("conditional order", () -> conditional(api));
    }

    private static String status(DerivativesTradingUsdsFuturesRestApi api, long id) {
        return api.queryOrder(SYMBOL, id, null, null).getData().getStatus();
    }

    private void conditional(DerivativesTradingUsdsFuturesRestApi api) {
        NewAlgoOrderRequest stop = new NewAlgoOrderRequest();
        stop.setAlgoType("CONDITIONAL");
        stop.setSymbol(SYMBOL);
        stop.setSide(Side.SELL);
        stop.setType("STOP_MARKET");
        stop.setQuantity(AMOUNT);
        stop.setTriggerPrice(price(0.9));
        long id = api.newAlgoOrder(stop).getData().getAlgoId();
        assertThat(api.currentAllAlgoOpenOrders(null, SYMBOL, null, null).getData())
                .anyMatch(each -> each.getAlgoId() == id);
        api.cancelAlgoOrder(id, null, null);
        assertThat(api.queryAlgoOrder(id, null, null).getData().getAlgoStatus()).isEqualTo("CANCELED");
    }

    private void contracts(Walk walk, DerivativesTradingUsdsFuturesRestApi api) {
        walk.step("leverage", () -> {
            ChangeInitialLeverageRequest change = new ChangeInitialLeverageRequest();
            change.setSymbol(SYMBOL);
            change.setLeverage(5L);
            assertThat(api.changeInitialLeverage(change).getData().getLeverage()).isEqualTo(5);
        });
        walk.step("leverage tiers", () -> assertThat(api.notionalAndLeverageBrackets(SYMBOL, null)
                        .getData())
                .isNotNull());
        walk.step("position", () -> assertThat(api.positionInformationV3(SYMBOL, null)
                        .getData()
                        .get(0)
                        .getPositionAmt())
                .isEqualTo("0.010"));
        walk.step("close", () -> {
            NewOrderRequest sale = order(Side.SELL, "MARKET");
            sale.setReduceOnly("true");
            api.newOrder(sale);
            Walk.await("flat", () -> api.positionInformationV3(SYMBOL, null).getData().stream()
                    .allMatch(each -> Double.parseDouble(each.getPositionAmt()) == 0));
        });
        walk.step("position mode", () -> assertThat(
                        api.getCurrentPositionMode(null).getData().getDualSidePosition())
                .isFalse());
        walk.step("funding rate", () -> assertThat(
                        api.markPrice(SYMBOL).getData().getActualInstance())
                .isNotNull());
    }

    private void streams(Walk walk, DerivativesTradingUsdsFuturesRestApi api) {
        // It notes what it asked once that has left, and closes a socket on which the answer was faster.
        walk.hold("\"result\":null");
        walk.step("trade stream", () -> {
            AggregateTradeStreamsRequest trades = new AggregateTradeStreamsRequest();
            trades.setSymbol(SYMBOL.toLowerCase(java.util.Locale.ROOT));
            first(streams(walk, "/market/stream").aggregateTradeStreams(trades));
        });
        walk.step("book stream", () -> {
            DiffBookDepthStreamsRequest book = new DiffBookDepthStreamsRequest();
            book.setSymbol(SYMBOL.toLowerCase(java.util.Locale.ROOT));
            book.setUpdateSpeed("100ms");
            first(streams(walk, "/public/stream").diffBookDepthStreams(book));
        });
        walk.step("order stream", () -> {
            String key = api.startUserDataStream().getData().getListenKey();
            var events = streams(walk, "/private/stream").userData(key);
            long id = api.newOrder(limit(0.93, AMOUNT)).getData().getOrderId();
            assertThat(first(events).getActualInstance().toString()).contains(Long.toString(id));
        });
    }

    private static DerivativesTradingUsdsFuturesWebSocketStreams streams(Walk walk, String path) {
        WebSocketClientConfiguration configuration = new WebSocketClientConfiguration();
        configuration.setUrl(walk.ws() + path);
        return new DerivativesTradingUsdsFuturesWebSocketStreams(configuration);
    }

    private static <T> T first(StreamBlockingQueueWrapper<T> events) throws Exception {
        return CompletableFuture.supplyAsync(() -> {
                    try {
                        return events.take();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                        throw new IllegalStateException(e);
                    }
                })
                .get(20, TimeUnit.SECONDS);
    }
}
