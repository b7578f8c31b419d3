package io.ttquant.exchanges.emulator.okx;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ttquant.exchanges.emulator.exchange.Balance;
import io.ttquant.exchanges.emulator.exchange.BillKind;
import io.ttquant.exchanges.emulator.exchange.Conditional;
import io.ttquant.exchanges.emulator.exchange.ExchangeEvent;
import io.ttquant.exchanges.emulator.exchange.Market;
import io.ttquant.exchanges.emulator.exchange.Order;
import io.ttquant.exchanges.emulator.server.Json;
import java.util.List;
import java.util.function.BiConsumer;

/** Channels of accounts: orders, account, positions, balances with positions, algo orders. */
final class AccountFeeds {
    /** The venue says around five seconds for positions, and regularly for accounts. */
    private static final long USUAL_SECONDS = 5;

    private final OkxVenue venue;
    private final OrderViews orders;
    private final AccountViews views;
    private final AlgoViews algos;

    AccountFeeds(OkxVenue venue, OrderViews orders, AccountViews views, AlgoViews algos) {
        this.venue = venue;
        this.orders = orders;
        this.views = views;
        this.algos = algos;
    }

    /** Accounts, positions and trailing stops begin with what there is, other orders with nothing. */
    void begin(OkxSocket socket, JsonNode arg) {
        String account = socket.account();
        switch (arg.path("channel").asText()) {
            case "account" ->
                send(socket, arg, "snapshot", Json.array().add(views.balance(account, asked(arg, "ccy"))));
            case "positions" -> send(socket, arg, "snapshot", views.positions(account, asked(arg, "instId")));
            case "balance_and_position" -> socket.send(Feeds.message(arg, "", both(account)));
            case AlgoViews.ADVANCED ->
                venue.exchange.conditionals().open(account).stream()
                        .filter(algo -> AlgoViews.channel(algo).equals(AlgoViews.ADVANCED))
                        .forEach(algo -> algo(socket, arg, algo));
            default -> {}
        }
    }

    private static @org.jspecify.annotations.Nullable String asked(JsonNode arg, String name) {
        return arg.path(name).asText().isEmpty() ? null : arg.path(name).asText();
    }

    /**
     * Tells whole accounts and positions again where that is due.
     *
     * @param seconds how many have passed
     */
    void repeat(List<OkxSocket> sockets, long seconds) {
        for (OkxSocket socket : sockets) {
            if (!socket.account().isEmpty()) {
                for (JsonNode arg : socket.subscriptions()) {
                    repeat(socket, arg, seconds);
                }
            }
        }
    }

    private void repeat(OkxSocket socket, JsonNode arg, long seconds) {
        boolean isAccount = arg.path("channel").asText().equals("account");
        boolean isPositions = arg.path("channel").asText().equals("positions");
        if (!isAccount && !isPositions) {
            return;
        }
        long every = every(arg, isPositions);
        if (every == 0 || seconds % every != 0) {
            return;
        }
        // Positions that are none are not told again.
        if (isAccount || !venue.exchange.accounts().positions(socket.account()).isEmpty()) {
            begin(socket, arg);
        }
    }

    /** Each how many seconds, as the subscription asks; 0 for never. */
    private static long every(JsonNode arg, boolean isPositions) {
        JsonNode params = Json.parse(arg.path("extraParams").asText("{}"));
        String millis = params == null ? "" : params.path("updateInterval").asText();
        if (millis.equals("0")) {
            return 0;
        }
        boolean isAsked = isPositions && (millis.equals("2000") || millis.equals("3000") || millis.equals("4000"));
        return isAsked ? Long.parseLong(millis) / 1000 : USUAL_SECONDS;
    }

    private static void send(OkxSocket socket, JsonNode of, String type, ArrayNode data) {
        ObjectNode message = Json.object();
        ObjectNode arg = Json.object();
        of.properties().forEach(field -> arg.set(field.getKey(), field.getValue()));
        arg.remove("extraParams");
        message.set("arg", arg);
        message.put("eventType", type);
        if (type.equals("snapshot")) {
            message.put("curPage", 1).put("lastPage", true);
        }
        message.set("data", data);
        socket.send(Json.text(message));
    }

    private ObjectNode both(String account) {
        ArrayNode balances = Json.array();
        venue.exchange.accounts().balances(account).forEach(balance -> balances.add(cash(balance)));
        ObjectNode data = Json.object().put("pTime", venue.now()).put("eventType", "snapshot");
        data.set("balData", balances);
        data.set("posData", views.positions(account, null));
        data.set("trades", Json.array());
        return data;
    }

    private ObjectNode cash(Balance balance) {
        return Json.object()
                .put("ccy", balance.asset())
                .put("cashBal", Texts.figure(balance.total()))
                .put("uTime", venue.now());
    }

    void see(ExchangeEvent.OfAccount event, List<OkxSocket> sockets) {
        if (event instanceof ExchangeEvent.Filled filled) {
            orders.see(filled.fill());
            order(sockets, filled.order(), orders.order(filled.order(), filled.fill()));
        } else if (event instanceof ExchangeEvent.OrderChanged changed) {
            ObjectNode view = orders.order(changed.order(), null);
            order(sockets, changed.order(), view.put("amendResult", amended(changed.order())));
        } else if (event instanceof ExchangeEvent.BalanceChanged changed) {
            balances(sockets, changed);
        } else if (event instanceof ExchangeEvent.PositionChanged changed) {
            position(sockets, changed);
        } else if (event instanceof ExchangeEvent.ConditionalChanged changed) {
            Conditional algo = changed.conditional();
            each(sockets, event, AlgoViews.channel(algo), (socket, arg) -> algo(socket, arg, algo));
        }
    }

    private void algo(OkxSocket socket, JsonNode arg, Conditional algo) {
        if (isMeant(arg, venue.market(algo.symbol()))) {
            socket.send(Feeds.message(arg, "", algos.news(algo)));
        }
    }

    private static String amended(Order order) {
        return order.reason() == io.ttquant.exchanges.emulator.exchange.OrderReason.AMENDED ? "0" : "";
    }

    private static void each(
            List<OkxSocket> sockets,
            ExchangeEvent.OfAccount event,
            String channel,
            BiConsumer<OkxSocket, JsonNode> action) {
        each(sockets, event.account(), channel, action);
    }

    private static void each(
            List<OkxSocket> sockets, String account, String channel, BiConsumer<OkxSocket, JsonNode> action) {
        for (OkxSocket socket : sockets) {
            if (socket.account().equals(account)) {
                for (JsonNode arg : socket.subscriptions()) {
                    if (arg.path("channel").asText().equals(channel)) {
                        action.accept(socket, arg);
                    }
                }
            }
        }
    }

    private void order(List<OkxSocket> sockets, Order order, ObjectNode view) {
        each(sockets, order.account(), "orders", (socket, arg) -> {
            if (isMeant(arg, venue.market(order.symbol()))) {
                socket.send(Feeds.message(arg, "", view));
            }
        });
    }

    private static boolean isMeant(JsonNode arg, Market market) {
        String type = arg.path("instType").asText("ANY");
        String family = arg.path("instFamily").asText();
        String symbol = arg.path("instId").asText();
        return (type.equals("ANY") || type.equals(Texts.instrumentType(market)))
                && (family.isEmpty() || family.equals(Texts.family(market)))
                && (symbol.isEmpty() || symbol.equals(market.symbol()));
    }

    private void balances(List<OkxSocket> sockets, ExchangeEvent.BalanceChanged changed) {
        List<String> assets = changed.balances().stream().map(Balance::asset).toList();
        each(sockets, changed, "account", (socket, arg) -> {
            String currency = asked(arg, "ccy");
            if (currency == null || assets.contains(currency)) {
                List<String> told = currency == null ? assets : List.of(currency);
                send(socket, arg, "event_update", Json.array().add(views.account(changed.account(), told)));
            }
        });
        if (changed.reason() != null) {
            ArrayNode rows = Json.array();
            changed.balances().forEach(balance -> rows.add(cash(balance)));
            change(sockets, changed, word(changed.reason()), rows, Json.array());
        }
    }

    private void position(List<OkxSocket> sockets, ExchangeEvent.PositionChanged changed) {
        Market market = venue.market(changed.position().symbol());
        each(sockets, changed, "positions", (socket, arg) -> {
            if (isMeant(arg, market)) {
                send(socket, arg, "event_update", Json.array().add(views.position(changed.position())));
            }
        });
        change(sockets, changed, "filled", Json.array(), Json.array().add(views.position(changed.position())));
    }

    private static String word(BillKind reason) {
        return switch (reason) {
            case DEPOSIT, WITHDRAWAL, TRANSFER -> "transferred";
            case TRADE, FEE, REALIZED -> "filled";
            case FUNDING -> "funding_fee";
            case INSURANCE -> "claw_back";
        };
    }

    private void change(
            List<OkxSocket> sockets,
            ExchangeEvent.OfAccount event,
            String why,
            ArrayNode balances,
            ArrayNode positions) {
        each(sockets, event, "balance_and_position", (socket, arg) -> {
            ObjectNode data = Json.object().put("pTime", venue.now()).put("eventType", why);
            data.set("balData", balances);
            data.set("posData", positions);
            data.set("trades", Json.array());
            socket.send(Feeds.message(arg, "", data));
        });
    }
}
