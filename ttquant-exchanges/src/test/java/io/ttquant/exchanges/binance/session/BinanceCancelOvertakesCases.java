package io.ttquant.exchanges.binance.session;

import io.ttquant.api.exchange.EngineThread;
import io.ttquant.api.exchange.ExchangeConfig;
import io.ttquant.api.exchange.ExchangeProvider;
import io.ttquant.api.exchange.ExchangeSession;
import io.ttquant.api.order.Order;
import io.ttquant.api.order.OrderRequest;
import io.ttquant.api.order.Side;
import io.ttquant.exchanges.session.CancelOvertakesCases;
import io.ttquant.exchanges.transport.NetworkOpener;
import java.util.List;

/** The two markets of Binance. */
abstract class BinanceCancelOvertakesCases extends CancelOvertakesCases {
    private static final List<String> HOSTS = List.of(
            "api.binance.com", "stream.binance.com", "ws-api.binance.com", "fapi.binance.com", "fstream.binance.com");

    private final boolean isSpot;
    private final EngineLog log = new EngineLog(id -> instrument());

    BinanceCancelOvertakesCases(boolean isSpot) {
        super(1_700_000_000_000_000_000L);
        this.isSpot = isSpot;
        FakeBinance venue = new FakeBinance(time, isSpot);
        for (String host : HOSTS) {
            simulated.serve(host, venue);
            simulated.accept(host, venue.sockets);
        }
    }

    @Override
    protected ExchangeSession open(NetworkOpener opener, EngineThread thread) {
        ExchangeProvider provider = isSpot ? new BinanceSpotProvider(opener) : new BinanceUsdmProvider(opener);
        return provider.open(new ExchangeConfig(SessionHarness.keys("live")), thread, log);
    }

    @Override
    protected void attach() {
        session.attach(log, log);
    }

    @Override
    protected boolean isTrading() {
        return log.isTrading;
    }

    @Override
    protected Order order(String clientId) {
        return new TestOrder(clientId, OrderRequest.limit(instrument(), Side.BUY, 2_000, 1000), time.nanos());
    }

    @Override
    protected List<String> prices() {
        return log.market;
    }

    @Override
    protected boolean isAccepted(String clientId) {
        return log.orders.contains("accepted " + clientId);
    }

    @Override
    protected boolean isCanceled(String clientId) {
        return log.orders.contains("canceled " + clientId);
    }
}
