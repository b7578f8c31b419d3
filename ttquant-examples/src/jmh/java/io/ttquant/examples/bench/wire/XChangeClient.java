package io.ttquant.examples.bench.wire;

import info.bitrich.xchangestream.binance.BinanceStreamingExchange;
import info.bitrich.xchangestream.core.ProductSubscription;
import java.io.IOException;
import java.math.BigDecimal;
import org.knowm.xchange.ExchangeSpecification;
import org.knowm.xchange.binance.dto.trade.TimeInForce;
import org.knowm.xchange.currency.CurrencyPair;
import org.knowm.xchange.dto.Order;
import org.knowm.xchange.dto.marketdata.Ticker;
import org.knowm.xchange.dto.trade.LimitOrder;

/** The same by XChange as its documentation shows it: a ticker from the stream, and a limit order through the trade service on the same thread. */
public final class XChangeClient {
    private static final BigDecimal QUANTITY = new BigDecimal("0.00100");
    private static int port;

    private XChangeClient() {}

    /** Binance's streams on this machine. */
    public static final class Local extends BinanceStreamingExchange {
        @Override
        protected String getStreamingBaseUri() {
            return "ws://127.0.0.1:" + port + "/";
        }
    }

    /** Runs it until it is killed. */
    public static void main(String[] args) throws InterruptedException {
        port = Integer.parseInt(args[0]);
        Local exchange = new Local();
        ExchangeSpecification specification = exchange.getDefaultExchangeSpecification();
        specification.setSslUri("http://127.0.0.1:" + port);
        specification.setHost("127.0.0.1");
        specification.setPort(port);
        specification.setApiKey("key");
        specification.setSecretKey("NhqPtmdSJYdKjVHjA7PZj4Mge3R5YNiP1e3UZjInClVN65XAbvqqM6A7H5fATj0j");
        specification.setShouldLoadRemoteMetaData(true);
        specification.setExchangeSpecificParametersItem(BinanceStreamingExchange.USE_REALTIME_BOOK_TICKER, true);
        exchange.applySpecification(specification);
        exchange.connect(ProductSubscription.create()
                        .addTicker(CurrencyPair.BTC_USDT)
                        .build())
                .blockingAwait();
        exchange.getStreamingMarketDataService()
                .getTicker(CurrencyPair.BTC_USDT)
                .subscribe(ticker -> answer(exchange, ticker), Throwable::printStackTrace);
        Thread.currentThread().join();
    }

    private static void answer(Local exchange, Ticker ticker) throws IOException {
        LimitOrder order =
                new LimitOrder(Order.OrderType.BID, QUANTITY, CurrencyPair.BTC_USDT, null, null, ticker.getBid());
        order.addOrderFlag(TimeInForce.IOC);
        exchange.getTradeService().placeLimitOrder(order);
    }
}
