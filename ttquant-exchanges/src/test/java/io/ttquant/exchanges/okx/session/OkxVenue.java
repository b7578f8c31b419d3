package io.ttquant.exchanges.okx.session;

import io.ttquant.exchanges.transport.HttpRequest;
import io.ttquant.exchanges.transport.HttpResponse;
import io.ttquant.exchanges.transport.simulated.HttpHandler;
import io.ttquant.exchanges.transport.simulated.SimulatedNetwork;
import io.ttquant.exchanges.transport.simulated.SimulatedPeer;
import io.ttquant.exchanges.transport.simulated.SimulatedTime;
import io.ttquant.exchanges.transport.simulated.WebSocketHandler;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A small OKX that says what a test tells it to. */
final class OkxVenue implements WebSocketHandler {
    static final String INSTRUMENT = """
            {"instType":"%s","instId":"%s","uly":"%s","instFamily":"%s","baseCcy":"%s","quoteCcy":"%s","settleCcy":"%s",\
            "ctVal":"%s","ctMult":"1","ctValCcy":"%s","ctType":"%s","tickSz":"0.1","lotSz":"%s","minSz":"%s",\
            "maxLmtSz":"100000","maxMktSz":"10000","state":"live","expTime":"","instIdCode":7}""";

    private static final Pattern ARG =
            Pattern.compile("\\{\"channel\":\"([^\"]*)\"(?:,\"(instId|instType)\":\"([^\"]*)\")?\\}");
    private static final Pattern ID = Pattern.compile("\"id\":\"([0-9]+)\"");

    final SimulatedTime time;
    final List<HttpRequest> requests = new ArrayList<>();
    final List<String> frames = new ArrayList<>();
    final Map<String, Function<HttpRequest, HttpResponse>> paths = new LinkedHashMap<>();
    final Map<SimulatedPeer, Set<String>> subscribed = new LinkedHashMap<>();
    final Set<String> refused = new LinkedHashSet<>();
    long clockAheadMillis;
    private long lastTrade;
    String loginAnswer = "{\"event\":\"login\",\"code\":\"0\",\"msg\":\"\",\"connId\":\"a\"}";
    boolean acknowledges = true;

    OkxVenue(SimulatedTime time) {
        this.time = time;
        on("/api/v5/public/time", r -> data("{\"ts\":\"" + millis() + "\"}"));
        on("/api/v5/public/instruments", r -> data(instruments(r.uri().getQuery())));
        on("/api/v5/account/config", r -> data(config("read_only,trade", "1.2.3.4", "1", "net_mode")));
        on("/api/v5/account/balance", r -> data("{\"details\":[" + balance("USDT", "1000", "0") + "]}"));
        on("/api/v5/account/bills", r -> data(""));
        on("/api/v5/trade/fills", r -> data(""));
        on("/api/v5/trade/fills-history", r -> data(""));
        on("/api/v5/account/positions", r -> data(""));
        on("/api/v5/trade/orders-pending", r -> data(""));
        on("/api/v5/trade/orders-algo-pending", r -> data(""));
    }

    /** Serves live and demo hosts. */
    OkxVenue serve(SimulatedNetwork network) {
        network.serve("www.okx.com", handler());
        network.accept("ws.okx.com", this);
        network.accept("wspap.okx.com", this);
        return this;
    }

    HttpHandler handler() {
        return request -> {
            requests.add(request);
            Function<HttpRequest, HttpResponse> answer = paths.get(request.uri().getPath());
            return answer == null
                    ? HttpResponse.of(404, "{\"code\":\"50000\",\"msg\":\"no such path\",\"data\":[]}")
                    : answer.apply(request);
        };
    }

    void on(String path, Function<HttpRequest, HttpResponse> answer) {
        paths.put(path, answer);
    }

    long millis() {
        return time.nanos() / 1_000_000 + clockAheadMillis;
    }

    static HttpResponse data(String rows) {
        return HttpResponse.of(200, "{\"code\":\"0\",\"msg\":\"\",\"data\":[" + rows + "]}");
    }

    static HttpResponse error(int status, String code, String message) {
        return HttpResponse.of(status, "{\"code\":\"" + code + "\",\"msg\":\"" + message + "\",\"data\":[]}");
    }

    static String config(String permissions, String addresses, String level, String mode) {
        return "{\"perm\":\"" + permissions + "\",\"ip\":\"" + addresses + "\",\"acctLv\":\"" + level
                + "\",\"posMode\":\"" + mode + "\",\"uid\":\"44705892343619584\"}";
    }

    static String balance(String currency, String cash, String frozen) {
        return "{\"ccy\":\"" + currency + "\",\"cashBal\":\"" + cash + "\",\"eq\":\"" + cash + "\",\"availBal\":\""
                + cash + "\",\"availEq\":\"\",\"frozenBal\":\"" + frozen + "\",\"uTime\":\"1700000000000\"}";
    }

    /** An order of 1 BTC at 27000, as REST and the stream tell it. */
    static String order(String id, String clientId, String state, String filled, String more) {
        return "{\"instId\":\"BTC-USDT\",\"instType\":\"SPOT\",\"ordId\":\"" + id + "\",\"clOrdId\":\"" + clientId
                + "\",\"side\":\"buy\",\"posSide\":\"net\",\"tdMode\":\"cash\",\"ordType\":\"limit\",\"sz\":\"1\",\"px\":\"27000\","
                + "\"state\":\"" + state + "\",\"accFillSz\":\"" + filled + "\",\"avgPx\":\""
                + (filled.equals("0") ? "" : "27000")
                + "\",\"fee\":\"0\",\"feeCcy\":\"\",\"cTime\":\"1790000000000\",\"uTime\":\"1790000000000\"" + more
                + "}";
    }

    private static String instruments(String query) {
        if (query.contains("SPOT")) {
            return INSTRUMENT.formatted(
                            "SPOT", "BTC-USDT", "", "", "BTC", "USDT", "", "", "", "", "0.00000001", "0.00001")
                    + ","
                    + INSTRUMENT.formatted(
                            "SPOT", "ETH-USDT", "", "", "ETH", "USDT", "", "", "", "", "0.000001", "0.0001")
                    + ","
                    + INSTRUMENT.formatted(
                            "SPOT", "SOL-USDT", "", "", "SOL", "USDT", "", "", "", "", "0.000001", "0.0001")
                    + ","
                    + INSTRUMENT.formatted(
                            "SPOT", "XRP-USDT", "", "", "XRP", "USDT", "", "", "", "", "0.000001", "0.0001");
        }
        return query.contains("SWAP")
                ? INSTRUMENT.formatted(
                        "SWAP",
                        "BTC-USDT-SWAP",
                        "BTC-USDT",
                        "BTC-USDT",
                        "",
                        "",
                        "USDT",
                        "0.01",
                        "BTC",
                        "linear",
                        "0.1",
                        "0.1")
                : "";
    }

    @Override
    public void opened(SimulatedPeer peer) {
        subscribed.put(peer, new LinkedHashSet<>());
    }

    @Override
    public void closed(SimulatedPeer peer) {
        subscribed.remove(peer);
    }

    @Override
    public void message(SimulatedPeer peer, String text) {
        frames.add(text);
        if (text.equals("ping")) {
            peer.send("pong");
        } else if (text.contains("\"op\":\"login\"")) {
            peer.send(loginAnswer);
        } else if (text.contains("\"op\":\"subscribe\"")) {
            channels(text).forEach((name, arg) -> subscribe(peer, name, arg, text));
        } else if (text.contains("\"op\":\"unsubscribe\"")) {
            channels(text).forEach((name, arg) -> {
                subscribed.get(peer).remove(name);
                peer.send("{\"event\":\"unsubscribe\",\"arg\":" + arg + ",\"connId\":\"a\"}");
            });
        }
    }

    private void subscribe(SimulatedPeer peer, String name, String arg, String text) {
        Matcher id = ID.matcher(text);
        String number = id.find() ? id.group(1) : "";
        if (refused.contains(name)) {
            peer.send("{\"id\":\"" + number + "\",\"event\":\"error\",\"code\":\"60018\",\"msg\":\"" + name
                    + " doesn't exist\",\"connId\":\"a\"}");
        } else if (acknowledges) {
            subscribed.get(peer).add(name);
            peer.send("{\"id\":\"" + number + "\",\"event\":\"subscribe\",\"arg\":" + arg + ",\"connId\":\"a\"}");
        }
    }

    private static Map<String, String> channels(String text) {
        Map<String, String> found = new LinkedHashMap<>();
        Matcher arg = ARG.matcher(text);
        while (arg.find()) {
            String rest = arg.group(3) == null ? "" : " " + (arg.group(2).equals("instType") ? "/" : "") + arg.group(3);
            found.put(arg.group(1) + rest, arg.group());
        }
        return found;
    }

    /** Sends a frame to all that have the channel. */
    void publish(String channel, String frame) {
        List.copyOf(subscribed.entrySet()).stream()
                .filter(entry -> entry.getValue().contains(channel))
                .forEach(entry -> entry.getKey().send(frame));
    }

    void trade(String instrument, String price, String quantity) {
        trade(instrument, ++lastTrade, price, quantity);
    }

    void trade(String instrument, long id, String price, String quantity) {
        lastTrade = Math.max(lastTrade, id);
        publish("trades " + instrument, tradeFrame(instrument, id, price, quantity));
    }

    /** A trade that the connection which subscribed last brings first. */
    void tradeOfNewest(String instrument, long id, String price, String quantity) {
        SimulatedPeer newest = null;
        for (Map.Entry<SimulatedPeer, Set<String>> entry : subscribed.entrySet()) {
            newest = entry.getValue().contains("trades " + instrument) ? entry.getKey() : newest;
        }
        newest.send(tradeFrame(instrument, id, price, quantity));
    }

    private String tradeFrame(String instrument, long id, String price, String quantity) {
        return "{\"arg\":{\"channel\":\"trades\",\"instId\":\"" + instrument + "\"},\"data\":[{\"instId\":\""
                + instrument
                + "\",\"tradeId\":\"" + id + "\",\"px\":\"" + price + "\",\"sz\":\"" + quantity
                + "\",\"side\":\"buy\",\"ts\":\"" + millis() + "\",\"count\":\"1\"}]}";
    }

    void book(String instrument, String action, long previous, long sequence, String bids, String asks) {
        publish(
                "books " + instrument,
                "{\"arg\":{\"channel\":\"books\",\"instId\":\"" + instrument + "\"},\"action\":\"" + action
                        + "\",\"data\":[{\"asks\":[" + asks + "],\"bids\":[" + bids + "],\"ts\":\"" + millis()
                        + "\",\"checksum\":0,\"prevSeqId\":" + previous + ",\"seqId\":" + sequence + "}]}");
    }

    long asked(String path) {
        return requests.stream().filter(r -> r.uri().getPath().equals(path)).count();
    }

    /** How often a channel is subscribed to, over all connections. */
    long count(String channel) {
        return subscribed.values().stream()
                .filter(names -> names.contains(channel))
                .count();
    }
}
