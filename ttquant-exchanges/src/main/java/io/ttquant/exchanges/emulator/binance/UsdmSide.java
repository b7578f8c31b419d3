package io.ttquant.exchanges.emulator.binance;

import io.ttquant.exchanges.emulator.exchange.ExchangeEvent;
import io.ttquant.exchanges.emulator.server.Call;
import io.ttquant.exchanges.emulator.server.SocketFront;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.StringTokenizer;
import org.jspecify.annotations.Nullable;

/** The side of USDT-M futures of Binance. */
final class UsdmSide implements BinanceFront.Side {
    private static final String API = "/fapi/v1";
    private static final String SOCKET_API = "/ws-fapi/v1";

    private static final Map<String, String> METHODS = Map.ofEntries(
            Map.entry("depth", "GET /fapi/v1/depth"),
            Map.entry("ticker.price", "GET /fapi/v1/ticker/price"),
            Map.entry("ticker.book", "GET /fapi/v1/ticker/bookTicker"),
            Map.entry("order.place", "POST /fapi/v1/order"),
            Map.entry("order.modify", "PUT /fapi/v1/order"),
            Map.entry("order.cancel", "DELETE /fapi/v1/order"),
            Map.entry("order.status", "GET /fapi/v1/order"),
            Map.entry("algoOrder.place", "POST /fapi/v1/algoOrder"),
            Map.entry("algoOrder.cancel", "DELETE /fapi/v1/algoOrder"),
            Map.entry("account.position", "GET /fapi/v3/positionRisk"),
            Map.entry("v2/account.position", "GET /fapi/v3/positionRisk"),
            Map.entry("account.balance", "GET /fapi/v3/balance"),
            Map.entry("v2/account.balance", "GET /fapi/v3/balance"),
            Map.entry("account.status", "GET /fapi/v3/account"),
            Map.entry("v2/account.status", "GET /fapi/v3/account"),
            Map.entry("userDataStream.start", "POST /fapi/v1/listenKey"),
            Map.entry("userDataStream.ping", "PUT /fapi/v1/listenKey"),
            Map.entry("userDataStream.stop", "DELETE /fapi/v1/listenKey"));

    private final Venue venue;
    private final RestDesk desk;
    private final Hub hub = new Hub();
    private final MarketStreams streams;
    private final Listeners listeners;
    private final ListenKeys keys;

    UsdmSide(Venue venue) {
        this.venue = venue;
        AggregateTrades aggregates = new AggregateTrades();
        Tickers tickers = new Tickers(venue);
        streams = new MarketStreams(venue, hub, aggregates, tickers);
        UsdmViews views = new UsdmViews(venue);
        listeners = new Listeners(new UsdmEvents(venue, views));
        keys = new ListenKeys(venue);
        desk = new RestDesk(venue);
        MarketRoutes market = new MarketRoutes(venue, aggregates, tickers);
        market.addTo(desk.routes(), API);
        new UsdmInfo(venue, market).addTo(desk.routes());
        UsdmOrderReader reader = new UsdmOrderReader(venue);
        new UsdmOrderRoutes(venue, reader, views).addTo(desk.routes());
        new UsdmAlgoRoutes(venue, reader, views).addTo(desk.routes());
        new UsdmAccountRoutes(venue).addTo(desk.routes());
        keys.addTo(desk.routes());
        venue.turns.every(Duration.ofSeconds(1), keys::look);
    }

    @Override
    public boolean owns(String path) {
        return path.startsWith("/fapi/")
                || path.startsWith("/sapi/")
                || path.equals(SOCKET_API)
                || route(path) != null
                || path.equals("/ws")
                || path.startsWith("/ws/")
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

    private static @Nullable StreamRoute route(String path) {
        return path.startsWith("/public/")
                ? StreamRoute.PUBLIC
                : path.startsWith("/market/")
                        ? StreamRoute.MARKET
                        : path.startsWith("/private/") ? StreamRoute.PRIVATE : null;
    }

    @Override
    public @Nullable SocketFront socket(Call handshake) {
        String path = handshake.path();
        if (path.equals(SOCKET_API)) {
            venue.meter.weigh(handshake.peer(), 5);
            return new ApiSocket(venue, desk, METHODS, listeners, handshake.peer());
        }
        StreamRoute route = route(path);
        if (route == null) {
            return StreamPaths.socket(hub, StreamRoute.PUBLIC, path, handshake);
        }
        String rest = path.substring(path.indexOf('/', 1));
        return route == StreamRoute.PRIVATE ? user(rest, handshake) : StreamPaths.socket(hub, route, rest, handshake);
    }

    /** {@code /ws?listenKey=}, {@code /ws/key}, {@code /stream?listenKey=} or {@code /stream?streams=key}. */
    private @Nullable SocketFront user(String path, Call handshake) {
        boolean isCombined = path.equals("/stream");
        if (!isCombined && !path.equals("/ws") && !path.startsWith("/ws/")) {
            return null;
        }
        String asStream = isCombined ? StreamPaths.parameter(handshake.query(), "streams") : "";
        String named = asStream.isEmpty() ? StreamPaths.parameter(handshake.query(), "listenKey") : asStream;
        String key = path.startsWith("/ws/") ? path.substring("/ws/".length()) : named;
        Set<String> kinds = new HashSet<>();
        StringTokenizer parts = new StringTokenizer(StreamPaths.parameter(handshake.query(), "events"), "/");
        while (parts.hasMoreTokens()) {
            kinds.add(parts.nextToken());
        }
        return new UserSocket(listeners, keys, keys.account(key), isCombined ? key : "", isCombined, kinds);
    }
}
