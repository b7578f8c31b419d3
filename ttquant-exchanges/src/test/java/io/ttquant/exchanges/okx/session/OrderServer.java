package io.ttquant.exchanges.okx.session;

import io.ttquant.exchanges.transport.HttpRequest;
import io.ttquant.exchanges.transport.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The orders of the small OKX: takes, fills and cancels buys of 1 BTC at 27000, and tells of it on the stream. */
final class OrderServer {
    private static final Pattern CLIENT_ID = Pattern.compile("\"clOrdId\":\"([^\"]*)\"");

    /** An order. */
    static final class Placed {
        final String id;
        final String clientId;
        String state = "live";
        double filled;
        final List<String> fills = new ArrayList<>();

        Placed(String id, String clientId) {
            this.id = id;
            this.clientId = clientId;
        }

        boolean isOpen() {
            return state.equals("live") || state.equals("partially_filled");
        }

        String row(String more) {
            String total = filled == 0 ? "0" : Double.toString(filled);
            return OkxVenue.order(
                    id, clientId, state, total, state.equals("canceled") ? ",\"cancelSource\":\"1\"" + more : more);
        }
    }

    final Map<String, Placed> orders = new LinkedHashMap<>();
    /** What becomes of the answer to a new order; the order is there by then. */
    UnaryOperator<HttpResponse> answers = answer -> answer;
    /** Whether a new order is taken at all. */
    boolean takes = true;

    private final OkxVenue venue;
    private int ids = 300;
    private int trades = 40;

    OrderServer(OkxVenue venue) {
        this.venue = venue;
        venue.on("/api/v5/trade/order", r -> r.method().equals("POST") ? place(r) : one(r));
        venue.on("/api/v5/trade/cancel-order", this::cancel);
        venue.on("/api/v5/trade/orders-pending", r -> list(r, Placed::isOpen));
        venue.on("/api/v5/trade/orders-history", r -> list(r, o -> !o.isOpen()));
        venue.on("/api/v5/trade/fills", this::fills);
        venue.on("/api/v5/trade/cancel-all-after", r -> OkxVenue.data("{\"triggerTime\":\"1790000060000\"}"));
    }

    /** An order that was sent by hand: it has no id but the venue's. */
    Placed byHand() {
        Placed placed = new Placed(Integer.toString(++ids), "");
        orders.put("", placed);
        return placed;
    }

    private HttpResponse place(HttpRequest request) {
        String clientId = clientId(request);
        if (!takes) {
            return answers.apply(HttpResponse.of(
                    200,
                    "{\"code\":\"1\",\"msg\":\"\",\"data\":[{\"ordId\":\"\",\"clOrdId\":\"" + clientId
                            + "\",\"sCode\":\"51008\",\"sMsg\":\"Order failed. Insufficient USDT balance\"}]}"));
        }
        Placed placed = new Placed(Integer.toString(++ids), clientId);
        orders.put(clientId, placed);
        tell(placed, "");
        return answers.apply(done(placed));
    }

    private static HttpResponse done(Placed placed) {
        return OkxVenue.data("{\"ordId\":\"" + placed.id + "\",\"clOrdId\":\"" + placed.clientId
                + "\",\"sCode\":\"0\",\"sMsg\":\"Order placed\",\"ts\":\"1790000000000\"}");
    }

    private HttpResponse one(HttpRequest request) {
        String query = request.uri().getQuery() + "&";
        return orders.values().stream()
                .filter(o -> query.contains("clOrdId=" + o.clientId + "&") || query.contains("ordId=" + o.id + "&"))
                .findFirst()
                .map(o -> OkxVenue.data(o.row("")))
                .orElse(OkxVenue.error(200, "51603", "Order does not exist"));
    }

    private HttpResponse cancel(HttpRequest request) {
        Placed placed = named(request);
        if (placed == null || !placed.isOpen()) {
            return HttpResponse.of(
                    200,
                    "{\"code\":\"1\",\"msg\":\"\",\"data\":[{\"ordId\":\"\",\"clOrdId\":\"" + clientId(request)
                            + "\",\"sCode\":\"51400\",\"sMsg\":\"gone\"}]}");
        }
        placed.state = "canceled";
        tell(placed, "");
        return done(placed);
    }

    private Placed named(HttpRequest request) {
        String body = new String(request.body(), StandardCharsets.UTF_8);
        return orders.values().stream()
                .filter(o -> body.contains("\"ordId\":\"" + o.id + "\"")
                        || body.contains("\"clOrdId\":\"" + o.clientId + "\""))
                .findFirst()
                .orElse(null);
    }

    private HttpResponse list(HttpRequest request, Predicate<Placed> which) {
        if (request.uri().getQuery().contains("after=")) {
            return OkxVenue.data("");
        }
        List<String> rows =
                orders.values().stream().filter(which).map(o -> o.row("")).toList();
        return OkxVenue.data(String.join(",", rows));
    }

    private HttpResponse fills(HttpRequest request) {
        String query = request.uri().getQuery() + "&";
        if (query.contains("after=")) {
            return OkxVenue.data("");
        }
        List<String> rows = new ArrayList<>();
        for (Placed o : orders.values()) {
            if (!query.contains("ordId=") || query.contains("ordId=" + o.id + "&")) {
                rows.addAll(o.fills);
            }
        }
        return OkxVenue.data(String.join(",", rows));
    }

    /** Fills a part of an order; tells so on the stream, if that is up. */
    String fill(String clientId, double quantity) {
        Placed o = orders.get(clientId);
        o.filled += quantity;
        o.state = o.filled >= 1 ? "filled" : "partially_filled";
        String trade = Integer.toString(++trades);
        o.fills.add("{\"instId\":\"BTC-USDT\",\"tradeId\":\"" + trade + "\",\"ordId\":\"" + o.id + "\",\"clOrdId\":\""
                + clientId
                + "\",\"billId\":\"" + trade + "\",\"fillPx\":\"27000\",\"fillSz\":\"" + quantity
                + "\",\"side\":\"buy\",\"posSide\":\"net\",\"execType\":\"M\",\"fee\":\"-0.001\",\"feeCcy\":\"BTC\",\"ts\":\""
                + venue.millis() + "\",\"fillTime\":\"" + venue.millis() + "\"}");
        return tell(
                o,
                ",\"tradeId\":\"" + trade + "\",\"fillSz\":\"" + quantity
                        + "\",\"fillPx\":\"27000\",\"fillFee\":\"-0.001\",\"fillFeeCcy\":\"BTC\",\"execType\":\"M\",\"fillTime\":\""
                        + venue.millis() + "\"");
    }

    private String tell(Placed o, String more) {
        String frame = "{\"arg\":{\"channel\":\"orders\",\"instType\":\"ANY\"},\"data\":[" + o.row(more) + "]}";
        venue.publish("orders /ANY", frame);
        return frame;
    }

    private static String clientId(HttpRequest request) {
        Matcher id = CLIENT_ID.matcher(new String(request.body(), StandardCharsets.UTF_8));
        return id.find() ? id.group(1) : "";
    }
}
