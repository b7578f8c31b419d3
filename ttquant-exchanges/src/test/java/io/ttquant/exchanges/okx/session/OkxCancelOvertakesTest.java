package io.ttquant.exchanges.okx.session;

import io.ttquant.api.exchange.Capability;
import io.ttquant.api.exchange.EngineThread;
import io.ttquant.api.exchange.ExchangeConfig;
import io.ttquant.api.exchange.ExchangeSession;
import io.ttquant.api.exchange.SessionListener;
import io.ttquant.api.market.InstrumentId;
import io.ttquant.api.order.Order;
import io.ttquant.api.order.OrderRequest;
import io.ttquant.api.order.Side;
import io.ttquant.exchanges.session.CancelOvertakesCases;
import io.ttquant.exchanges.transport.NetworkOpener;
import java.util.List;
import java.util.Map;

/** At OKX. */
class OkxCancelOvertakesTest extends CancelOvertakesCases implements SessionListener {
    private final Sinks sinks = new Sinks();
    private boolean isTrading;

    OkxCancelOvertakesTest() {
        super(Session.START);
        new OrderServer(new OkxVenue(time).serve(simulated));
    }

    @Override
    protected ExchangeSession open(NetworkOpener opener, EngineThread thread) {
        return OkxProvider.over(opener)
                .open(
                        new ExchangeConfig(Map.of(
                                "environment",
                                "live",
                                "key",
                                Session.CANARY + "k",
                                "secret",
                                Session.CANARY + "s",
                                "passphrase",
                                Session.CANARY + "p")),
                        thread,
                        this);
    }

    @Override
    protected void attach() {
        session.attach(sinks, sinks);
    }

    @Override
    protected boolean isTrading() {
        return isTrading;
    }

    @Override
    protected Order order(String clientId) {
        return new TestOrder(clientId, OrderRequest.limit(instrument(), Side.BUY, 100_000_000, 270_000));
    }

    @Override
    protected List<String> prices() {
        return sinks.market;
    }

    @Override
    protected boolean isAccepted(String clientId) {
        return sinks.reports.contains(clientId + " accepted");
    }

    @Override
    protected boolean isCanceled(String clientId) {
        return sinks.reports.contains(clientId + " canceled");
    }

    @Override
    protected String trade(long id) {
        return "{\"arg\":{\"channel\":\"trades\",\"instId\":\"BTC-USDT\"},\"data\":[{\"instId\":\"BTC-USDT\",\"tradeId\":\""
                + id
                + "\",\"px\":\"27000\",\"sz\":\"0.5\",\"side\":\"buy\",\"ts\":\"1790000000000\",\"count\":\"1\"}]}";
    }

    @Override
    protected String cancel() {
        return "POST /api/v5/trade/cancel-order";
    }

    @Override
    public void ready() {}

    @Override
    public void trading(boolean mayTrade, String why) {
        isTrading = mayTrade;
    }

    @Override
    public void marketData(InstrumentId instrument, Capability kind, boolean isLive) {}

    @Override
    public void failed(String reason) {}
}
