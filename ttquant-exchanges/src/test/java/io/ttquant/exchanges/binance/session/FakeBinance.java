package io.ttquant.exchanges.binance.session;

import io.ttquant.exchanges.transport.HttpHeaders;
import io.ttquant.exchanges.transport.HttpRequest;
import io.ttquant.exchanges.transport.HttpResponse;
import io.ttquant.exchanges.transport.simulated.HttpHandler;
import io.ttquant.exchanges.transport.simulated.SimulatedTime;
import java.math.BigDecimal;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A small Binance in a line: what it is asked it remembers, and what it answers can be bent by the test. */
final class FakeBinance implements HttpHandler {
    final SimulatedTime time;
    final boolean isSpot;
    final FakeSockets sockets;
    /** The states of the symbols by their bases. */
    final Map<String, String> listed = new TreeMap<>(Map.of("BTC", "TRADING"));

    final List<String> asked = new ArrayList<>();
    final List<FakeOrder> orders = new ArrayList<>();
    final List<String> fills = new ArrayList<>();
    String permissions =
            "{\"ipRestrict\":true,\"enableWithdrawals\":false,\"enableInternalTransfer\":false,\"permitsUniversalTransfer\":false,"
                    + "\"enableSpotAndMarginTrading\":true,\"enableFutures\":true}";
    String position = "";
    String depth = "{\"lastUpdateId\":100,\"bids\":[[\"99.9\",\"1\"]],\"asks\":[[\"100.1\",\"2\"]]}";
    String klines = "[]";
    String income = "[]";
    String listenKey = "key1";
    /** How far the venue's clock is ahead. */
    long aheadMillis = 3;

    /** What is answered in the place of all else, by method and end of the path. */
    final Map<String, Function<Map<String, String>, HttpResponse>> own = new HashMap<>();

    private final Map<String, Deque<UnaryOperator<@Nullable HttpResponse>>> bends = new HashMap<>();
    long nextId = 1000;

    FakeBinance(SimulatedTime time, boolean isSpot) {
        this.time = time;
        this.isSpot = isSpot;
        this.sockets = new FakeSockets(time, isSpot);
    }

    long millis() {
        return time.nanos() / 1_000_000 + aheadMillis;
    }

    /** Bends the next answer to a request such as {@code POST /api/v3/order}, after it had its effect; null loses it. */
    void bend(String request, UnaryOperator<@Nullable HttpResponse> how) {
        bends.computeIfAbsent(request, r -> new ArrayDeque<>()).add(how);
    }

    long count(String start) {
        return asked.stream().filter(line -> line.startsWith(start)).count();
    }

    @Override
    public @Nullable HttpResponse handle(HttpRequest request) {
        String name = request.method() + " " + request.uri().getPath();
        Map<String, String> p = parameters(request);
        asked.add(name + " " + p.getOrDefault("symbol", ""));
        String path = request.uri().getPath();
        HttpResponse answer = answer(request.method(), path.substring(path.lastIndexOf('/') + 1), path, p);
        Deque<UnaryOperator<@Nullable HttpResponse>> its = bends.get(name);
        return its == null || its.isEmpty() ? answer : its.remove().apply(answer);
    }

    private HttpResponse answer(String method, String last, String path, Map<String, String> p) {
        Function<Map<String, String>, HttpResponse> first = own.get(method + " " + last);
        if (first != null) {
            return first.apply(p);
        }
        return switch (last) {
            case "time" -> ok("{\"serverTime\":" + millis() + "}");
            case "exchangeInfo" -> ok(exchangeInfo());
            case "apiRestrictions" -> ok(permissions);
            case "account" -> ok(account());
            case "positionRisk" -> ok("[" + position + "]");
            case "dual" -> ok("{\"dualSidePosition\":false}");
            case "openOrders" -> ok(list(false, true));
            case "openAlgoOrders" -> ok(list(true, true));
            case "allOrders" -> ok(list(false, false));
            case "allAlgoOrders" -> ok(list(true, false));
            case "myTrades", "userTrades" -> ok(fills(p));
            case "depth" -> ok(depth);
            case "klines" -> ok(klines);
            case "income" -> ok(income);
            case "listenKey" -> ok(method.equals("POST") ? "{\"listenKey\":\"" + listenKey + "\"}" : "{}");
            case "order", "algoOrder" -> order(method, path.endsWith("algoOrder"), p);
            case "keepPriority" -> reduce(p);
            case "batchOrders" -> ok("[]");
            case "countdownCancelAll" ->
                ok("{\"symbol\":\"BTCUSDT\",\"countdownTime\":\"" + p.get("countdownTime") + "\"}");
            default -> error(404, -1000, "no such place");
        };
    }

    private HttpResponse order(String method, boolean isAlgo, Map<String, String> p) {
        if (method.equals("POST")) {
            FakeOrder order = new FakeOrder(nextId++, p, millis(), isAlgo);
            orders.add(order);
            return ok(order.json());
        }
        FakeOrder order = find(isAlgo, p);
        if (order == null) {
            return method.equals("GET")
                    ? error(400, -2013, "Order does not exist.")
                    : error(400, -2011, "Unknown order sent.");
        }
        if (method.equals("DELETE")) {
            if (!order.isOpen()) {
                return error(400, -2011, "Unknown order sent.");
            }
            order.status = "CANCELED";
        }
        return ok(order.json());
    }

    /** As the venue answers: the order in a field of its own, with names of its own. */
    private HttpResponse reduce(Map<String, String> p) {
        FakeOrder order = find(false, p);
        if (order == null || !order.isOpen()) {
            return error(400, -2013, "Order does not exist.");
        }
        BigDecimal quantity = new BigDecimal(p.get("newQty"));
        if (quantity.compareTo(order.quantity) >= 0
                || !p.get("newClientOrderId").equals(order.clientId)) {
            return error(400, -2038, "Order amend (quantity increase) is not supported.");
        }
        order.quantity = quantity;
        return ok("{\"transactTime\":" + millis() + ",\"executionId\":75,\"amendedOrder\":{\"symbol\":\"" + order.symbol
                + "\",\"orderId\":" + order.id + ",\"origClientOrderId\":\"" + order.clientId
                + "\",\"clientOrderId\":\""
                + order.clientId + "\",\"price\":\"" + order.price + "\",\"qty\":\"" + order.quantity
                + "\",\"executedQty\":\"" + order.filled + "\",\"status\":\"" + order.status
                + "\",\"timeInForce\":\"GTC\",\"type\":\"LIMIT\",\"side\":\"" + order.side + "\"}}");
    }

    private @Nullable FakeOrder find(boolean isAlgo, Map<String, String> p) {
        String client = p.getOrDefault("origClientOrderId", p.getOrDefault("clientAlgoId", ""));
        String id = p.getOrDefault(isAlgo ? "algoId" : "orderId", "");
        for (FakeOrder order : orders) {
            boolean isIt = client.isEmpty() ? Long.toString(order.id).equals(id) : order.clientId.equals(client);
            if (order.isAlgo == isAlgo && isIt) {
                return order;
            }
        }
        return null;
    }

    /** Fills an order in part or whole; its news goes out if it is to. */
    void fill(FakeOrder order, String quantity, String price, boolean isTold) {
        order.filled = order.filled.add(new BigDecimal(quantity));
        order.status = order.filled.compareTo(order.quantity) == 0 ? "FILLED" : "PARTIALLY_FILLED";
        long trade = nextId++;
        fills.add(String.format(
                Locale.ROOT,
                "{\"symbol\":\"%s\",\"id\":%d,\"orderId\":%d,\"price\":\"%s\",\"qty\":\"%s\",\"commission\":\"0.01\",\"commissionAsset\":\"USDT\","
                        + "\"time\":%d,\"isBuyer\":%s,\"side\":\"%s\",\"isMaker\":true}",
                order.symbol,
                trade,
                order.id,
                price,
                quantity,
                millis(),
                order.side.equals("BUY"),
                order.side));
        if (isTold) {
            sockets.tellAccount(event(order, "TRADE", trade, quantity, price));
        }
    }

    /** The news of an order in the words of the venue. */
    String event(FakeOrder o, String execution, long trade, String quantity, String price) {
        String body = String.format(
                Locale.ROOT,
                "\"s\":\"%s\",\"c\":\"%s\",\"C\":\"\",\"S\":\"%s\",\"o\":\"%s\",\"f\":\"GTC\",\"q\":\"%s\",\"p\":\"%s\",\"P\":\"0\",\"sp\":\"0\",\"ap\":\"0\","
                        + "\"x\":\"%s\",\"X\":\"%s\",\"i\":%d,\"l\":\"%s\",\"z\":\"%s\",\"L\":\"%s\",\"n\":\"0.01\",\"N\":\"USDT\",\"T\":%d,\"t\":%d,"
                        + "\"m\":true,\"r\":\"NONE\",\"R\":false,\"ot\":\"%s\",\"ps\":\"BOTH\",\"Z\":\"0\",\"O\":%d",
                o.symbol,
                o.clientId,
                o.side,
                o.type,
                o.quantity,
                o.price,
                execution,
                o.status,
                o.id,
                quantity,
                o.filled,
                price,
                millis(),
                trade,
                o.type,
                o.millis);
        return isSpot
                ? "{\"e\":\"executionReport\",\"E\":" + millis() + "," + body + "}"
                : "{\"e\":\"ORDER_TRADE_UPDATE\",\"E\":" + millis() + ",\"T\":" + millis() + ",\"o\":{" + body + "}}";
    }

    private String fills(Map<String, String> p) {
        long from = Long.parseLong(p.getOrDefault("fromId", "-1"));
        return fills.stream()
                .filter(row -> Long.parseLong(row.replaceAll(".*\"id\":(\\d+).*", "$1")) >= from)
                .filter(row -> !p.containsKey("orderId") || row.contains("\"orderId\":" + p.get("orderId") + ","))
                .collect(Collectors.joining(",", "[", "]"));
    }

    private String list(boolean isAlgo, boolean isOpen) {
        return orders.stream()
                .filter(order -> order.isAlgo == isAlgo && (!isOpen || order.isOpen()))
                .map(FakeOrder::json)
                .collect(Collectors.joining(",", "[", "]"));
    }

    private String account() {
        return isSpot
                ? "{\"balances\":[{\"asset\":\"USDT\",\"free\":\"900\",\"locked\":\"100\"},{\"asset\":\"BTC\",\"free\":\"0\",\"locked\":\"0\"}]}"
                : "{\"assets\":[{\"asset\":\"USDT\",\"walletBalance\":\"1000\",\"unrealizedProfit\":\"5\",\"availableBalance\":\"900\"}],"
                        + "\"positions\":[" + position + "]}";
    }

    private String exchangeInfo() {
        String filters =
                "[{\"filterType\":\"PRICE_FILTER\",\"minPrice\":\"0.1\",\"maxPrice\":\"1000000\",\"tickSize\":\"0.1\"},"
                        + "{\"filterType\":\"LOT_SIZE\",\"minQty\":\"0.001\",\"maxQty\":\"1000\",\"stepSize\":\"0.001\"}]";
        return "{\"rateLimits\":[{\"rateLimitType\":\"REQUEST_WEIGHT\",\"interval\":\"MINUTE\",\"intervalNum\":1,\"limit\":6000},"
                + "{\"rateLimitType\":\"ORDERS\",\"interval\":\"SECOND\",\"intervalNum\":10,\"limit\":100}],\"symbols\":["
                + listed.entrySet().stream()
                        .map(each -> "{\"symbol\":\"" + each.getKey() + "USDT\",\"status\":\"" + each.getValue()
                                + "\",\"contractType\":\"PERPETUAL\",\"baseAsset\":\"" + each.getKey()
                                + "\",\"quoteAsset\":\"USDT\",\"marginAsset\":\"USDT\",\"filters\":" + filters + "}")
                        .collect(Collectors.joining(","))
                + "]}";
    }

    private static Map<String, String> parameters(HttpRequest request) {
        String query = request.uri().getRawQuery();
        String all = (query == null ? "" : query) + "&" + new String(request.body(), StandardCharsets.UTF_8);
        Map<String, String> p = new LinkedHashMap<>();
        for (String pair : List.of(all.split("&", -1))) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                p.put(pair.substring(0, equals), URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
            }
        }
        return p;
    }

    static HttpResponse ok(String body) {
        return HttpResponse.of(
                200, HttpHeaders.of("X-MBX-USED-WEIGHT-1M", "20"), body.getBytes(StandardCharsets.UTF_8));
    }

    static HttpResponse error(int status, int code, String message) {
        return HttpResponse.of(status, "{\"code\":" + code + ",\"msg\":\"" + message + "\"}");
    }
}
