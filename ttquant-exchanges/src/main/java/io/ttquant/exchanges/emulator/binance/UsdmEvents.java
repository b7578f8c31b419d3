package io.ttquant.exchanges.emulator.binance;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ttquant.exchanges.emulator.exchange.Balance;
import io.ttquant.exchanges.emulator.exchange.Bill;
import io.ttquant.exchanges.emulator.exchange.BillKind;
import io.ttquant.exchanges.emulator.exchange.Conditional;
import io.ttquant.exchanges.emulator.exchange.ExchangeEvent;
import io.ttquant.exchanges.emulator.exchange.Fill;
import io.ttquant.exchanges.emulator.exchange.MarginMode;
import io.ttquant.exchanges.emulator.exchange.Market;
import io.ttquant.exchanges.emulator.exchange.Order;
import io.ttquant.exchanges.emulator.exchange.OrderRequest;
import io.ttquant.exchanges.emulator.exchange.Position;
import io.ttquant.exchanges.emulator.exchange.Side;
import io.ttquant.exchanges.emulator.exchange.Trigger;
import io.ttquant.exchanges.emulator.server.Json;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Events of a futures account. A trade is told twice: early by TRADE_LITE, and whole by ORDER_TRADE_UPDATE. */
final class UsdmEvents implements AccountEvents {
    private final Venue venue;
    private final UsdmViews views;

    UsdmEvents(Venue venue, UsdmViews views) {
        this.venue = venue;
        this.views = views;
    }

    @Override
    public List<ObjectNode> of(ExchangeEvent.OfAccount event) {
        if (event instanceof ExchangeEvent.OrderChanged changed) {
            return List.of(update(event, changed.order(), null));
        }
        if (event instanceof ExchangeEvent.Filled filled) {
            return List.of(lite(filled), update(event, filled.order(), filled.fill()));
        }
        if (event instanceof ExchangeEvent.BalanceChanged changed) {
            return balances(changed);
        }
        if (event instanceof ExchangeEvent.PositionChanged changed) {
            return List.of(account(event, "ORDER", Json.array(), Json.array().add(position(changed.position()))));
        }
        if (event instanceof ExchangeEvent.SettingsChanged changed) {
            return settings(changed);
        }
        if (event instanceof ExchangeEvent.ConditionalChanged changed) {
            return List.of(conditional(event, changed.conditional()));
        }
        return List.of();
    }

    private static ObjectNode headed(String type, ExchangeEvent event) {
        return Json.object()
                .put("e", type)
                .put("T", Figures.millis(event.time()))
                .put("E", Figures.millis(event.time()));
    }

    private ObjectNode lite(ExchangeEvent.Filled filled) {
        Order order = filled.order();
        Fill fill = filled.fill();
        Market market = venue.market(order.symbol());
        return headed("TRADE_LITE", filled)
                .put("s", order.symbol())
                .put("q", venue.figures.quantity(market, order.quantity()))
                .put("p", venue.figures.price(market, order.price()))
                .put("m", fill.maker())
                .put("c", order.clientId())
                .put("S", order.side().name())
                .put("L", venue.figures.price(market, fill.price()))
                .put("l", venue.figures.quantity(market, fill.quantity()))
                .put("t", fill.tradeId())
                .put("i", order.id());
    }

    private ObjectNode update(ExchangeEvent event, Order order, @Nullable Fill fill) {
        Market market = venue.market(order.symbol());
        OrderRequest request = order.request();
        Figures f = venue.figures;
        ObjectNode o = Json.object()
                .put("s", order.symbol())
                .put("c", order.clientId())
                .put("S", order.side().name())
                .put("o", request.kind().name())
                .put("f", UsdmViews.timeInForce(request))
                .put("q", f.quantity(market, order.quantity()))
                .put("p", f.price(market, order.price()))
                .put("ap", views.average(market, order))
                .put("sp", f.price(market, null))
                .put("x", fill == null ? Words.execution(order, false) : "TRADE")
                .put("X", Words.status(order.status()))
                .put("i", order.id())
                .put("l", f.quantity(market, fill == null ? null : fill.quantity()))
                .put("z", f.quantity(market, order.filled()))
                .put("L", f.price(market, fill == null ? null : fill.price()));
        if (fill != null) {
            o.put("n", f.amount(fill.fee())).put("N", fill.feeAsset());
        }
        o.put("T", Figures.millis(event.time()))
                .put("t", fill == null ? 0 : fill.tradeId())
                .put("b", resting(order, Side.BUY))
                .put("a", resting(order, Side.SELL))
                .put("m", fill != null && fill.maker())
                .put("R", request.reduceOnly())
                .put("wt", "CONTRACT_PRICE")
                .put("ot", request.kind().name())
                .put("ps", UsdmViews.positionSide(request.positionSide()))
                .put("cp", request.closePosition())
                .put("rp", f.amount(fill == null ? null : fill.realized()))
                .put("pP", false)
                .put("si", 0)
                .put("ss", 0)
                .put("V", views.selfTrade(request))
                .put("pm", "NONE")
                .put("gtd", Figures.millis(request.expiresAt()));
        ObjectNode message = headed("ORDER_TRADE_UPDATE", event);
        message.set("o", o);
        return message;
    }

    private static String resting(Order order, Side side) {
        boolean rests = order.isOpen() && order.side() == side && order.price() != null;
        return rests ? Figures.scaled(order.remaining().multiply(order.price()), 0) : "0";
    }

    /** Placing and cancelling lock margin without an event. */
    private List<ObjectNode> balances(ExchangeEvent.BalanceChanged changed) {
        BillKind reason = changed.reason();
        if (reason == null) {
            return List.of();
        }
        ArrayNode rows = Json.array();
        for (Balance balance : changed.balances()) {
            BigDecimal isolated = venue.exchange
                    .accounts()
                    .margin(changed.account(), balance.asset())
                    .isolated();
            rows.add(Json.object()
                    .put("a", balance.asset())
                    .put("wb", venue.figures.amount(balance.total()))
                    .put("cw", venue.figures.amount(balance.total().subtract(isolated)))
                    .put("bc", venue.figures.amount(paid(changed, balance.asset()))));
        }
        return List.of(account(changed, word(reason), rows, Json.array()));
    }

    /** What came or went by anything but trading. */
    private BigDecimal paid(ExchangeEvent.BalanceChanged changed, String asset) {
        if (changed.reason() != BillKind.FUNDING) {
            return BigDecimal.ZERO;
        }
        return venue.exchange.accounts().bills(changed.account(), 0).stream()
                .filter(bill -> bill.kind() == BillKind.FUNDING
                        && bill.time() == changed.time()
                        && bill.asset().equals(asset))
                .map(Bill::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static String word(BillKind reason) {
        return switch (reason) {
            case DEPOSIT -> "DEPOSIT";
            case WITHDRAWAL -> "WITHDRAW";
            case TRANSFER -> "ASSET_TRANSFER";
            case TRADE, FEE, REALIZED -> "ORDER";
            case FUNDING -> "FUNDING_FEE";
            case INSURANCE -> "INSURANCE_CLEAR";
        };
    }

    private static ObjectNode account(ExchangeEvent event, String reason, ArrayNode balances, ArrayNode positions) {
        ObjectNode a = Json.object().put("m", reason);
        a.set("B", balances);
        a.set("P", positions);
        ObjectNode message = headed("ACCOUNT_UPDATE", event);
        message.set("a", a);
        return message;
    }

    private ObjectNode position(Position position) {
        Market market = venue.market(position.symbol());
        boolean isIsolated = position.mode() == MarginMode.ISOLATED;
        return Json.object()
                .put("s", position.symbol())
                .put("pa", venue.figures.quantity(market, position.quantity()))
                .put("ep", Figures.scaled(position.entryPrice(), 5))
                .put("bep", Figures.scaled(position.entryPrice(), 5))
                .put("cr", venue.figures.amount(position.realized()))
                .put("up", venue.figures.amount(position.unrealized()))
                .put("mt", isIsolated ? "isolated" : "cross")
                .put("iw", isIsolated ? venue.figures.amount(position.margin()) : "0")
                .put("ps", UsdmViews.positionSide(position.side()));
    }

    private static List<ObjectNode> settings(ExchangeEvent.SettingsChanged changed) {
        if (changed.symbol() == null || changed.leverage() == null) {
            return List.of();
        }
        ObjectNode message = headed("ACCOUNT_CONFIG_UPDATE", changed);
        message.set(
                "ac",
                Json.object()
                        .put("s", changed.symbol())
                        .put("l", changed.leverage().intValue()));
        return List.of(message);
    }

    private ObjectNode conditional(ExchangeEvent event, Conditional conditional) {
        OrderRequest order = UsdmViews.placed(conditional);
        Market market = venue.market(order.symbol());
        Trigger trigger = UsdmViews.branch(conditional).trigger();
        Figures f = venue.figures;
        boolean isFired = conditional.orderId() != 0;
        ObjectNode o = Json.object()
                .put("caid", conditional.request().clientId())
                .put("aid", conditional.id())
                .put("at", "CONDITIONAL")
                .put("o", UsdmViews.algoType(conditional))
                .put("s", order.symbol())
                .put("S", order.side().name())
                .put("ps", UsdmViews.positionSide(order.positionSide()))
                .put("f", UsdmViews.timeInForce(order))
                .put("q", f.quantity(market, order.quantity()))
                .put("X", UsdmViews.algoStatus(conditional.status()))
                .put("ai", isFired ? Long.toString(conditional.orderId()) : "")
                .put("ap", f.price(market, null))
                .put("aq", f.quantity(market, null))
                .put("act", isFired ? order.kind().name() : "")
                .put("tp", f.price(market, trigger.trail() == null ? trigger.price() : null))
                .put("p", f.price(market, order.price()))
                .put("V", views.selfTrade(order))
                .put("wt", UsdmViews.workingType(trigger))
                .put("pm", "NONE")
                .put("cp", order.closePosition())
                .put("pP", false)
                .put("R", order.reduceOnly())
                .put("tt", isFired ? Figures.millis(conditional.updated()) : 0)
                .put("gtd", Figures.millis(order.expiresAt()))
                .put(
                        "rm",
                        conditional.refusal() == null
                                ? ""
                                : conditional.refusal().text());
        ObjectNode message = headed("ALGO_UPDATE", event);
        message.set("o", o);
        return message;
    }
}
