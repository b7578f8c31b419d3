package io.ttquant.exchanges.emulator.binance;

import io.ttquant.exchanges.emulator.exchange.ExchangeEvent;
import io.ttquant.exchanges.emulator.server.Call;
import io.ttquant.exchanges.emulator.server.SocketFront;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The Spot side of Binance. */
final class SpotSide implements BinanceFront.Side {
    private static final String API = "/api/v3";

    private static final Map<String, String> METHODS = Map.ofEntries(
            Map.entry("ping", "GET /api/v3/ping"),
            Map.entry("time", "GET /api/v3/time"),
            Map.entry("exchangeInfo", "GET /api/v3/exchangeInfo"),
            Map.entry("depth", "GET /api/v3/depth"),
            Map.entry("trades.recent", "GET /api/v3/trades"),
            Map.entry("trades.historical", "GET /api/v3/historicalTrades"),
            Map.entry("trades.aggregate", "GET /api/v3/aggTrades"),
            Map.entry("klines", "GET /api/v3/klines"),
            Map.entry("ticker.24hr", "GET /api/v3/ticker/24hr"),
            Map.entry("ticker.price", "GET /api/v3/ticker/price"),
            Map.entry("ticker.book", "GET /api/v3/ticker/bookTicker"),
            Map.entry("order.place", "POST /api/v3/order"),
            Map.entry("order.test", "POST /api/v3/order/test"),
            Map.entry("order.status", "GET /api/v3/order"),
            Map.entry("order.cancel", "DELETE /api/v3/order"),
            Map.entry("order.cancelReplace", "POST /api/v3/order/cancelReplace"),
            Map.entry("order.amend.keepPriority", "PUT /api/v3/order/amend/keepPriority"),
            Map.entry("openOrders.status", "GET /api/v3/openOrders"),
            Map.entry("openOrders.cancelAll", "DELETE /api/v3/openOrders"),
            Map.entry("allOrders", "GET /api/v3/allOrders"),
            Map.entry("myTrades", "GET /api/v3/myTrades"),
            Map.entry("account.status", "GET /api/v3/account"),
            Map.entry("account.commission", "GET /api/v3/account/commission"),
            Map.entry("account.rateLimits.orders", "GET /api/v3/rateLimit/order"));

    private final Venue venue;
    private final RestDesk desk;
    private final Hub hub = new Hub();
    private final MarketStreams streams;
    private final Listeners listeners;

    SpotSide(Venue venue) {
        this.venue = venue;
        AggregateTrades aggregates = new AggregateTrades();
        Tickers tickers = new Tickers(venue);
        streams = new MarketStreams(venue, hub, aggregates, tickers);
        SpotViews views = new SpotViews(venue);
        listeners = new Listeners(new SpotEvents(venue, views));
        desk = new RestDesk(venue);
        MarketRoutes market = new MarketRoutes(venue, aggregates, tickers);
        market.addTo(desk.routes(), API);
        SpotInfo info = new SpotInfo(venue);
        desk.routes()
                .put(
                        "GET " + API + "/exchangeInfo",
                        Route.open(20, (caller, params) -> info.answer(market.chosen(params))));
        new SpotOrderRoutes(venue, views).addTo(desk.routes());
        new SpotAccountRoutes(venue, views).addTo(desk.routes());
    }

    @Override
    public boolean owns(String path) {
        return path.startsWith("/api/v3/")
                || path.startsWith("/sapi/")
                || path.equals("/ws-api/v3")
                || path.equals("/ws")
                || (path.startsWith("/ws/") && !path.startsWith("/ws/v5/"))
                || path.equals("/stream");
    }

    @Override
    public RestDesk desk() {
        return desk;
    }

    @Override
    public MarketStreams streams() {
        return streams;
    }

    @Override
    public void see(ExchangeEvent event) {
        venue.recent.see(event);
        streams.see(event);
        listeners.see(event);
    }

    @Override
    public @Nullable SocketFront socket(Call handshake) {
        if (handshake.path().equals("/ws-api/v3")) {
            venue.meter.weigh(handshake.peer(), 2);
            return new ApiSocket(venue, desk, METHODS, listeners, handshake.peer());
        }
        return StreamPaths.socket(hub, StreamRoute.SPOT, handshake.path(), handshake);
    }
}
