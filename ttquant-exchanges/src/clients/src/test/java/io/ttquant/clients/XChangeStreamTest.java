package io.ttquant.clients;

import static org.assertj.core.api.Assertions.assertThat;

import info.bitrich.xchangestream.binance.BinanceStreamingExchange;
import info.bitrich.xchangestream.binance.KlineSubscription;
import info.bitrich.xchangestream.binancefuture.BinanceFutureStreamingExchange;
import info.bitrich.xchangestream.core.ProductSubscription;
import io.reactivex.rxjava3.core.Observable;
import io.ttquant.exchanges.emulator.LocalAccount;
import io.ttquant.exchanges.emulator.VenueKind;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.knowm.xchange.ExchangeSpecification;
import org.knowm.xchange.binance.BinanceExchange;
import org.knowm.xchange.binance.dto.ExchangeType;
import org.knowm.xchange.binance.dto.marketdata.KlineInterval;
import org.knowm.xchange.currency.CurrencyPair;
import org.knowm.xchange.derivative.FuturesContract;
import org.knowm.xchange.dto.Order;
import org.knowm.xchange.dto.Order.OrderStatus;
import org.knowm.xchange.dto.Order.OrderType;
import org.knowm.xchange.dto.marketdata.OrderBook;
import org.knowm.xchange.dto.trade.LimitOrder;
import org.knowm.xchange.instrument.Instrument;

/** The streams of XChange at Binance, for which its artifact is a further one. Addresses are given in methods that are made to be overridden. */
class XChangeStreamTest {
    private static final String CLIENT = "XChange streams " + System.getProperty("xchange-stream.version", "");
    private static final long PATIENCE_SECONDS = 20;
    private static final BigDecimal AMOUNT = new BigDecimal("0.01");

    private static final Instrument SWAP = new FuturesContract(CurrencyPair.BTC_USDT, "PERP");
    private static final KlineSubscription NO_BARS = new KlineSubscription(Map.of());

    @Test
    void hearsBinanceSpot() {
        try (Walk walk = new Walk(VenueKind.BINANCE, "Binance Spot", CLIENT)) {
            BinanceStreamingExchange exchange = new BinanceStreamingExchange() {
                @Override
                protected void concludeHostParams(ExchangeSpecification specification) {
                    specification.setSslUri(walk.http());
                }

                @Override
                protected String getStreamingBaseUri() {
                    return walk.ws() + "/";
                }
            };
            exchange.applySpecification(specification(exchange, walk, ExchangeType.SPOT));
            Instrument pair = CurrencyPair.BTC_USDT;
            connect(
                    exchange,
                    bars(pair),
                    ProductSubscription.create()
                            .addTrades(pair)
                            .addOrderbook(pair)
                            .addTicker(pair)
                            .build());
            trades(walk, exchange, pair);
            tickers(walk, exchange, pair);
            candles(walk, exchange, pair);
            books(walk, exchange, pair);
            disconnect(exchange);
            walk.lacks("order stream", "it knows the listen keys only that Binance Spot has no more");
            walk.lacks("fill stream", "it knows the listen keys only that Binance Spot has no more");
            walk.lacks("balance stream", "it knows the listen keys only that Binance Spot has no more");
            walk.lacks("orders over the socket", "it asks for a listen key first, which Binance Spot has no more");
        }
    }

    @Test
    void hearsMarketsOfBinanceFutures() {
        try (Walk walk = new Walk(VenueKind.BINANCE_USDM, "Binance USDT-M", CLIENT)) {
            // Since 2026 the venue has an address for each kind of stream, and the one without a kind carries the first
            // only.
            BinanceStreamingExchange open = futures(walk, "/public/");
            connect(
                    open,
                    NO_BARS,
                    ProductSubscription.create()
                            .addTrades(SWAP)
                            .addOrderbook(SWAP)
                            .build());
            trades(walk, open, SWAP);
            books(walk, open, SWAP);
            disconnect(open);
            BinanceStreamingExchange market = futures(walk, "/market/");
            connect(
                    market,
                    bars(SWAP),
                    ProductSubscription.create().addTicker(SWAP).build());
            tickers(walk, market, SWAP);
            candles(walk, market, SWAP);
            disconnect(market);
        }
    }

    /** By a key of Ed25519, which it needs for orders over the socket. */
    @Test
    void tradesBinanceFutures() throws GeneralSecurityException {
        KeyPair keys = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        LocalAccount standard = LocalAccount.standard();
        String publicKey =
                "-----BEGIN PUBLIC KEY-----\n" + base64(keys.getPublic().getEncoded()) + "\n-----END PUBLIC KEY-----\n";
        LocalAccount account =
                new LocalAccount(standard.id(), standard.key(), publicKey, standard.passphrase(), standard.deposits());
        try (Walk walk = new Walk(VenueKind.BINANCE_USDM, "Binance USDT-M", CLIENT, account)) {
            // It listens for an answer once it has asked, and misses one that is faster.
            walk.hold("\"status\":200");
            BinanceStreamingExchange exchange = new LocalFutures(walk, "/private/");
            ExchangeSpecification specification = specification(exchange, walk, ExchangeType.FUTURES);
            specification.setSecretKey(base64(keys.getPrivate().getEncoded()));
            specification.setExchangeSpecificParametersItem("ed25519", true);
            exchange.applySpecification(specification);
            account(walk, exchange, SWAP);
        }
    }

    private static String base64(byte[] key) {
        return Base64.getEncoder().encodeToString(key);
    }

    private static BinanceStreamingExchange futures(Walk walk, String kind) {
        BinanceStreamingExchange exchange = new LocalFutures(walk, kind);
        exchange.applySpecification(specification(exchange, walk, ExchangeType.FUTURES));
        return exchange;
    }

    /** Futures at the local exchange. */
    private static final class LocalFutures extends BinanceFutureStreamingExchange {
        private final Walk walk;
        private final String kind;

        LocalFutures(Walk walk, String kind) {
            this.walk = walk;
            this.kind = kind;
        }

        @Override
        protected void concludeHostParams(ExchangeSpecification specification) {
            specification.setSslUri(walk.http());
        }

        @Override
        protected String getStreamingBaseUri() {
            return walk.ws() + kind;
        }

        @Override
        protected String getTradeStreamingBaseUri() {
            return walk.ws() + "/ws-fapi/v1";
        }
    }

    private static ExchangeSpecification specification(BinanceExchange exchange, Walk walk, ExchangeType type) {
        ExchangeSpecification specification = exchange.getDefaultExchangeSpecification();
        specification.setSslUri(walk.http());
        specification.setHost("127.0.0.1");
        specification.setApiKey(walk.key());
        specification.setSecretKey(walk.secret());
        specification.setExchangeSpecificParametersItem(BinanceExchange.EXCHANGE_TYPE, type);
        return specification;
    }

    private static void connect(BinanceStreamingExchange exchange, KlineSubscription bars, ProductSubscription rest) {
        assertThat(exchange.connect(bars, rest).blockingAwait(PATIENCE_SECONDS, TimeUnit.SECONDS))
                .as("it connects")
                .isTrue();
    }

    private static KlineSubscription bars(Instrument instrument) {
        return new KlineSubscription(Map.of(instrument, Set.of(KlineInterval.m1)));
    }

    private static void disconnect(BinanceStreamingExchange exchange) {
        exchange.disconnect().blockingAwait(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    private static void trades(Walk walk, BinanceStreamingExchange exchange, Instrument instrument) {
        told(
                walk,
                "trade stream",
                () -> exchange.getStreamingMarketDataService().getTrades(instrument),
                trade -> trade.getPrice().signum() > 0);
    }

    private static void books(Walk walk, BinanceStreamingExchange exchange, Instrument instrument) {
        told(
                walk,
                "book stream",
                () -> exchange.getStreamingMarketDataService().getOrderBook(instrument),
                XChangeStreamTest::isWhole);
    }

    private static void tickers(Walk walk, BinanceStreamingExchange exchange, Instrument instrument) {
        told(
                walk,
                "ticker stream",
                () -> exchange.getStreamingMarketDataService().getTicker(instrument),
                ticker -> ticker.getLast().signum() > 0);
    }

    private static void candles(Walk walk, BinanceStreamingExchange exchange, Instrument instrument) {
        told(
                walk,
                "candle stream",
                () -> exchange.getStreamingMarketDataService().getKlines(instrument, KlineInterval.m1),
                bar -> bar.getHigh().compareTo(bar.getLow()) >= 0);
    }

    private static boolean isWhole(OrderBook book) {
        return book.getBids().size() > 5
                && book.getAsks().size() > 5
                && book.getBids()
                                .get(0)
                                .getLimitPrice()
                                .compareTo(book.getAsks().get(0).getLimitPrice())
                        < 0;
    }

    private static <T> void told(Walk walk, String step, Supplier<Observable<T>> stream, Predicate<T> isGood) {
        walk.step(
                step,
                () -> stream.get()
                        .filter(isGood::test)
                        .timeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
                        .blockingFirst());
    }

    private static void account(Walk walk, BinanceStreamingExchange exchange, Instrument instrument) {
        connect(
                exchange,
                NO_BARS,
                ProductSubscription.create()
                        .addOrders(instrument)
                        .addUserTrades(instrument)
                        .build());
        var streams = exchange.getStreamingTradeService();
        List<Order> orders = heard(streams.getOrderChanges(instrument));
        var fills = heard(streams.getUserTrades(instrument));
        var positions = heard(streams.getPositionChanges(instrument));
        walk.step("order stream", () -> {
            String id = place(exchange, instrument, "0.97");
            Walk.await("told of the order", () -> orders.stream().anyMatch(order -> is(order, id, OrderStatus.NEW)));
        });
        walk.step("fill stream", () -> {
            String id = place(exchange, instrument, "1.01");
            Walk.await(
                    "told that it is filled",
                    () -> orders.stream().anyMatch(order -> is(order, id, OrderStatus.FILLED)));
            Walk.await(
                    "told of the fill",
                    () -> fills.stream().anyMatch(fill -> fill.getOrderId().equals(id)));
        });
        walk.step(
                "position stream",
                () -> Walk.await(
                        "told of the position",
                        () -> positions.stream()
                                .anyMatch(position -> position.getSize().compareTo(AMOUNT) == 0)));
        walk.step("orders over the socket", () -> {
            LimitOrder order = limit(exchange, instrument, "0.96");
            assertThat(streams.placeLimitOrder(order)
                            .timeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
                            .blockingGet())
                    .as("no code of an error")
                    .isZero();
            Walk.await(
                    "told of the order",
                    () -> orders.stream()
                            .anyMatch(
                                    told -> ((LimitOrder) told).getLimitPrice().compareTo(order.getLimitPrice()) == 0));
        });
        walk.lacks("balance stream", "it reads the news of Spot only");
        disconnect(exchange);
    }

    private static boolean is(Order order, String id, OrderStatus status) {
        return id.equals(order.getId()) && order.getStatus() == status;
    }

    private static <T> List<T> heard(Observable<T> stream) {
        List<T> all = new CopyOnWriteArrayList<>();
        stream.subscribe(all::add);
        return all;
    }

    private static String place(BinanceStreamingExchange exchange, Instrument instrument, String part)
            throws IOException {
        return exchange.getTradeService().placeLimitOrder(limit(exchange, instrument, part));
    }

    private static LimitOrder limit(BinanceStreamingExchange exchange, Instrument instrument, String part)
            throws IOException {
        BigDecimal bid = exchange.getMarketDataService()
                .getOrderBook(instrument)
                .getBids()
                .get(0)
                .getLimitPrice();
        return new LimitOrder.Builder(OrderType.BID, instrument)
                .originalAmount(AMOUNT)
                .limitPrice(bid.multiply(new BigDecimal(part)).setScale(1, RoundingMode.HALF_EVEN))
                .build();
    }
}
