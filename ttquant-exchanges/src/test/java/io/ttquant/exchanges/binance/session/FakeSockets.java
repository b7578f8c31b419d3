package io.ttquant.exchanges.binance.session;

import io.ttquant.exchanges.transport.WebSocketRequest;
import io.ttquant.exchanges.transport.simulated.SimulatedPeer;
import io.ttquant.exchanges.transport.simulated.SimulatedTime;
import io.ttquant.exchanges.transport.simulated.WebSocketHandler;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The sockets of the fake venue: combined streams, and the account's. */
final class FakeSockets implements WebSocketHandler {
    private static final Pattern ID = Pattern.compile("\"id\":\"?([^\",}]+)");
    private static final Pattern NAME = Pattern.compile("\"([a-z0-9]+@[^\"]+)\"");

    final Map<SimulatedPeer, Set<String>> streams = new LinkedHashMap<>();
    final List<SimulatedPeer> accounts = new ArrayList<>();
    final List<String> opened = new ArrayList<>();
    /** When each connection that is open was opened, epoch nanoseconds. */
    final Map<SimulatedPeer, Long> since = new LinkedHashMap<>();

    String loginError = "";
    private final SimulatedTime time;
    private final boolean isSpot;

    FakeSockets(SimulatedTime time, boolean isSpot) {
        this.time = time;
        this.isSpot = isSpot;
    }

    @Override
    public void opened(SimulatedPeer peer) {
        WebSocketRequest request = peer.request();
        since.put(peer, time.nanos());
        opened.add(request.uri().getHost() + request.uri().getPath());
        if (request.uri().getPath().endsWith("/stream")) {
            streams.put(peer, new LinkedHashSet<>());
        } else if (!isSpot) {
            accounts.add(peer);
        }
    }

    @Override
    public void closed(SimulatedPeer peer) {
        streams.remove(peer);
        since.remove(peer);
        accounts.remove(peer);
    }

    @Override
    public void message(SimulatedPeer peer, String text) {
        Matcher id = ID.matcher(text);
        String its = id.find() ? id.group(1) : "";
        if (text.contains("userDataStream.subscribe.signature")) {
            login(peer, its);
        } else if (text.contains("\"ping\"")) {
            peer.send("{\"id\":\"ping\",\"status\":200,\"result\":{}}");
        } else {
            Set<String> mine = streams.get(peer);
            Matcher names = NAME.matcher(text);
            while (names.find()) {
                if (text.contains("UNSUBSCRIBE")) {
                    mine.remove(names.group(1));
                } else {
                    mine.add(names.group(1));
                }
            }
            peer.send("{\"result\":null,\"id\":" + its + "}");
        }
    }

    private void login(SimulatedPeer peer, String id) {
        if (loginError.isEmpty()) {
            accounts.add(peer);
            peer.send("{\"id\":\"" + id + "\",\"status\":200,\"result\":{\"subscriptionId\":0}}");
        } else {
            peer.send("{\"id\":\"" + id + "\",\"status\":400,\"error\":" + loginError + "}");
        }
    }

    /** Sends an event of a stream to all who have it. */
    void publish(String stream, String event) {
        List.copyOf(streams.entrySet()).stream()
                .filter(entry -> entry.getValue().contains(stream))
                .forEach(entry -> entry.getKey().send("{\"stream\":\"" + stream + "\",\"data\":" + event + "}"));
    }

    void trade(long id, String price, String quantity) {
        long millis = time.nanos() / 1_000_000;
        publish(
                isSpot ? "btcusdt@trade" : "btcusdt@aggTrade",
                "{\"e\":\"" + (isSpot ? "trade" : "aggTrade") + "\",\"E\":" + millis + ",\"s\":\"BTCUSDT\",\""
                        + (isSpot ? "t" : "a") + "\":" + id + ",\"p\":\"" + price + "\",\"q\":\"" + quantity
                        + "\",\"T\":" + millis + ",\"m\":true}");
    }

    void depth(long first, long last, long previous, String bids, String asks) {
        long millis = time.nanos() / 1_000_000;
        publish(
                "btcusdt@depth@100ms",
                "{\"e\":\"depthUpdate\",\"E\":" + millis + ",\"T\":" + millis + ",\"s\":\"BTCUSDT\",\"U\":" + first
                        + ",\"u\":" + last + ",\"pu\":" + previous + ",\"b\":" + bids + ",\"a\":" + asks + "}");
    }

    /** Sends news of the account to all who have it. */
    void tellAccount(String event) {
        for (SimulatedPeer peer : List.copyOf(accounts)) {
            peer.send(isSpot ? "{\"subscriptionId\":0,\"event\":" + event + "}" : event);
        }
    }
}
