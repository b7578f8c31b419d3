package io.ttquant.exchanges.emulator.okx;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.ttquant.exchanges.emulator.exchange.AccountSettings;
import io.ttquant.exchanges.emulator.exchange.Accounts;
import io.ttquant.exchanges.emulator.exchange.FeeRates;
import io.ttquant.exchanges.emulator.exchange.MarginMode;
import io.ttquant.exchanges.emulator.exchange.Market;
import io.ttquant.exchanges.emulator.exchange.Order;
import io.ttquant.exchanges.emulator.exchange.OrderRef;
import io.ttquant.exchanges.emulator.exchange.Outcome;
import io.ttquant.exchanges.emulator.exchange.Permission;
import io.ttquant.exchanges.emulator.exchange.PositionMode;
import io.ttquant.exchanges.emulator.exchange.PositionSide;
import io.ttquant.exchanges.emulator.exchange.RefusalReason;
import io.ttquant.exchanges.emulator.server.Json;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What an account asks and sets. */
final class AccountDesk {
    /** Unfilled orders that ended vanish from the history after two hours. */
    private static final long FORGOTTEN = Duration.ofHours(2).toNanos();
    /** A switch takes 0, or 10 to 120 seconds. */
    private static final long LEAST_TIMEOUT = 10;

    private static final long MOST_TIMEOUT = 120;

    private final OkxVenue venue;
    private final OrderViews orders;
    private final AccountViews views;
    private final PublicDesk markets;

    AccountDesk(OkxVenue venue, OrderViews orders, AccountViews views, PublicDesk markets) {
        this.venue = venue;
        this.orders = orders;
        this.views = views;
        this.markets = markets;
    }

    void addTo(Map<String, OkxRoute> routes) {
        routes.put(
                "GET /api/v5/account/balance",
                OkxRoute.read(
                        10, (caller, args) -> Json.array().add(views.balance(caller.account(), args.find("ccy")))));
        routes.put(
                "GET /api/v5/account/positions",
                OkxRoute.read(10, (caller, args) -> views.positions(caller.account(), args.find("instId"))));
        routes.put(
                "GET /api/v5/account/account-position-risk",
                OkxRoute.read(10, (caller, args) -> Json.array().add(views.risk(caller.account()))));
        routes.put("GET /api/v5/account/config", OkxRoute.read(5, this::config));
        routes.put("GET /api/v5/account/instruments", OkxRoute.read(20, (caller, args) -> markets.instruments(args)));
        routes.put("GET /api/v5/account/trade-fee", OkxRoute.read(5, this::fees));
        routes.put("GET /api/v5/account/leverage-info", OkxRoute.read(20, this::leverage));
        routes.put("POST /api/v5/account/set-leverage", OkxRoute.change(20, this::setLeverage));
        routes.put("POST /api/v5/account/set-position-mode", OkxRoute.change(5, this::setPositionMode));
        routes.put("GET /api/v5/trade/order", OkxRoute.read(60, this::order));
        routes.put("GET /api/v5/trade/orders-pending", OkxRoute.read(60, this::pending));
        routes.put("GET /api/v5/trade/orders-history", OkxRoute.read(40, this::history));
        routes.put("GET /api/v5/trade/orders-history-archive", OkxRoute.read(20, this::history));
        routes.put("GET /api/v5/trade/fills", OkxRoute.read(60, this::fills));
        routes.put("GET /api/v5/trade/fills-history", OkxRoute.read(10, this::fills));
        routes.put(
                "GET /api/v5/trade/account-rate-limit",
                OkxRoute.read(
                        2,
                        (caller, args) -> Json.array()
                                .add(Json.object()
                                        .put("accRateLimit", "1000")
                                        .put("fillRatio", "")
                                        .put("mainFillRatio", "")
                                        .put("nextAccRateLimit", "")
                                        .put("ts", venue.now()))));
        routes.put("POST /api/v5/trade/cancel-all-after", OkxRoute.change(2, this::cancelAllAfter));
    }

    private Accounts accounts() {
        return venue.exchange.accounts();
    }

    private AccountSettings settings() {
        return accounts().settings();
    }

    private ArrayNode config(OkxVenue.Caller caller, Args args) {
        boolean isHedge = settings().positionMode(caller.account()) == PositionMode.HEDGE;
        String rights = List.of(Permission.READ, Permission.TRADE, Permission.WITHDRAW).stream()
                .filter(caller.key().permissions()::contains)
                .map(right ->
                        right == Permission.READ ? "read_only" : right.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(","));
        return Json.array()
                .add(Json.object()
                        .put("uid", Long.toString(Math.abs((long)
                                caller.account().hashCode())))
                        .put("mainUid", Long.toString(Math.abs((long)
                                caller.account().hashCode())))
                        .put("acctLv", "2")
                        .put("posMode", isHedge ? "long_short_mode" : "net_mode")
                        .put("autoLoan", false)
                        .put("greeksType", "PA")
                        .put("level", "Lv1")
                        .put("levelTmp", "")
                        .put("ctIsoMode", "automatic")
                        .put("mgnIsoMode", "automatic")
                        .put("spotOffsetType", "")
                        .put("roleType", "0")
                        .put("opAuth", "0")
                        .put("kycLv", "2")
                        .put("label", caller.account())
                        .put("ip", caller.key().ipBound() ? "127.0.0.1" : "")
                        .put("perm", rights));
    }

    private ArrayNode fees(OkxVenue.Caller caller, Args args) {
        String type = args.text("instType");
        Market market = markets.each(args).findFirst().orElseThrow(OkxError::instrument);
        FeeRates rates = settings().fees(caller.account(), market.symbol());
        String maker = Texts.figure(rates.maker().negate());
        String taker = Texts.figure(rates.taker().negate());
        String settled = market.isContract() ? market.settle() : "";
        boolean isInDollars = settled.equals("USDT") || settled.equals("USDC");
        return Json.array()
                .add(Json.object()
                        .put("instType", type)
                        .put("level", "Lv1")
                        .put("maker", isInDollars ? "" : maker)
                        .put("taker", isInDollars ? "" : taker)
                        .put("makerU", settled.equals("USDT") ? maker : "")
                        .put("takerU", settled.equals("USDT") ? taker : "")
                        .put("makerUSDC", settled.equals("USDC") ? maker : "")
                        .put("takerUSDC", settled.equals("USDC") ? taker : "")
                        .put("delivery", "")
                        .put("exercise", "")
                        .put("category", "1")
                        .put("ts", venue.now()));
    }

    /** Both sides where each has margin and leverage of its own. */
    private ArrayNode leverage(OkxVenue.Caller caller, Args args) {
        Market market = venue.market(args);
        String mode = args.text("mgnMode");
        ArrayNode rows = Json.array();
        for (String side : isBySide(caller, mode) ? List.of("long", "short") : List.of("net")) {
            rows.add(leverage(caller, market, mode, side));
        }
        return rows;
    }

    private boolean isBySide(OkxVenue.Caller caller, String mode) {
        return mode.equals("isolated") && settings().positionMode(caller.account()) == PositionMode.HEDGE;
    }

    private JsonNode leverage(OkxVenue.Caller caller, Market market, String mode, String side) {
        BigDecimal leverage = settings()
                .leverage(
                        caller.account(),
                        market.symbol(),
                        OrderForm.positionSide(side),
                        OrderForm.contractMode(mode, "mgnMode"));
        return Json.object()
                .put("instId", market.symbol())
                .put("ccy", "")
                .put("mgnMode", mode)
                .put("posSide", side)
                .put("lever", Texts.figure(leverage));
    }

    private ArrayNode setLeverage(OkxVenue.Caller caller, Args args) {
        Market market = venue.market(args);
        String mode = args.text("mgnMode");
        OrderForm.contractMode(mode, "mgnMode");
        BigDecimal leverage = args.decimal("lever");
        String side = isBySide(caller, mode) ? side(args) : "net";
        OkxRefusals.orThrow(
                settings().leverage(caller.account(), market.symbol(), OrderForm.positionSide(side), leverage));
        return Json.array().add(leverage(caller, market, mode, side));
    }

    /** Of which of the two sides, which must be said. */
    private static String side(Args args) {
        String side = args.text("posSide");
        if (OrderForm.positionSide(side) == PositionSide.NET) {
            throw OkxError.parameter("posSide");
        }
        return side;
    }

    private ArrayNode setPositionMode(OkxVenue.Caller caller, Args args) {
        PositionMode mode = switch (args.text("posMode")) {
            case "net_mode" -> PositionMode.ONE_WAY;
            case "long_short_mode" -> PositionMode.HEDGE;
            default -> throw OkxError.parameter("posMode");
        };
        Outcome<PositionMode> outcome = settings().positionMode(caller.account(), mode);
        if (outcome.refusal() != null && outcome.reason() != RefusalReason.ALREADY_SET) {
            throw OkxRefusals.error(outcome.refusal());
        }
        return Json.array().add(Json.object().put("posMode", args.text("posMode")));
    }

    private ArrayNode order(OkxVenue.Caller caller, Args args) {
        Market market = venue.market(args);
        OrderRef ref = OrderForm.ref(args);
        Order order = accounts()
                .order(caller.account(), market.symbol(), ref)
                .filter(this::isKnown)
                .orElseThrow(() -> OkxError.of("51603", "Order does not exist."));
        return Json.array().add(orders.order(order));
    }

    private boolean isKnown(Order order) {
        return order.isOpen() || order.filled().signum() > 0 || venue.exchange.now() - order.updated() < FORGOTTEN;
    }

    private ArrayNode pending(OkxVenue.Caller caller, Args args) {
        return page(accounts().openOrders(caller.account()), args);
    }

    private ArrayNode history(OkxVenue.Caller caller, Args args) {
        args.text("instType");
        return page(
                accounts().endedOrders(caller.account()).stream()
                        .filter(this::isKnown)
                        .toList(),
                args);
    }

    /** Orders newest first, between ids. */
    private ArrayNode page(List<Order> all, Args args) {
        String symbol = args.find("instId");
        String type = args.find("instType");
        String kind = args.find("ordType");
        long before = args.whole("before", -1);
        long after = args.whole("after", Long.MAX_VALUE);
        List<Order> chosen = new ArrayList<>(all);
        chosen.sort(java.util.Comparator.comparingLong(Order::id).reversed());
        return chosen.stream()
                .filter(order -> symbol == null || order.symbol().equals(symbol))
                .filter(order -> type == null
                        || Texts.instrumentType(venue.market(order.symbol())).equals(type))
                .filter(order ->
                        kind == null || Texts.orderType(order.request()).equals(kind))
                .filter(order -> order.id() > before && order.id() < after)
                .limit(args.limit(100, 100))
                .map(order -> (JsonNode) orders.order(order))
                .collect(Json.toArray());
    }

    private ArrayNode fills(OkxVenue.Caller caller, Args args) {
        String symbol = args.find("instId");
        String type = args.find("instType");
        Long orderId = args.findWhole("ordId");
        long before = args.whole("before", -1);
        long after = args.whole("after", Long.MAX_VALUE);
        long begin = args.whole("begin", 0);
        long end = args.whole("end", Long.MAX_VALUE);
        var all = new ArrayList<>(accounts().fills(caller.account(), 0));
        Collections.reverse(all);
        return all.stream()
                .filter(fill -> symbol == null || fill.symbol().equals(symbol))
                .filter(fill -> type == null
                        || Texts.instrumentType(venue.market(fill.symbol())).equals(type))
                .filter(fill -> orderId == null || fill.orderId() == orderId)
                .filter(fill -> fill.id() > before && fill.id() < after)
                .filter(fill -> isWithin(Math.floorDiv(fill.time(), 1_000_000L), begin, end))
                .limit(args.limit(100, 100))
                .map(fill -> (JsonNode) orders.fill(fill, clientId(caller, fill.symbol(), fill.orderId())))
                .collect(Json.toArray());
    }

    private static boolean isWithin(long time, long begin, long end) {
        return time >= begin && time <= end;
    }

    private String clientId(OkxVenue.Caller caller, String symbol, long orderId) {
        @Nullable
        String id = accounts()
                .order(caller.account(), symbol, OrderRef.id(orderId))
                .map(Order::clientId)
                .orElse(null);
        return id == null ? "" : id;
    }

    private ArrayNode cancelAllAfter(OkxVenue.Caller caller, Args args) {
        long seconds = args.whole("timeOut", -1);
        if (seconds != 0 && (seconds < LEAST_TIMEOUT || seconds > MOST_TIMEOUT)) {
            throw OkxError.parameter("timeOut");
        }
        long at = OkxRefusals.orThrow(venue.exchange
                .trading()
                .cancelAllAfter(caller.account(), null, args.find("tag"), Duration.ofSeconds(seconds)));
        return Json.array()
                .add(Json.object()
                        .put("triggerTime", at == 0 ? "0" : Texts.millis(at))
                        .put("tag", args.text("tag", ""))
                        .put("ts", venue.now()));
    }

    /** Cross or isolated as an account has it. */
    static String mode(MarginMode mode) {
        return mode == MarginMode.ISOLATED ? "isolated" : "cross";
    }
}
