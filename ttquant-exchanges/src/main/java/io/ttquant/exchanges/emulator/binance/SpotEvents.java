package io.ttquant.exchanges.emulator.binance;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ttquant.exchanges.emulator.exchange.Balance;
import io.ttquant.exchanges.emulator.exchange.BillKind;
import io.ttquant.exchanges.emulator.exchange.ExchangeEvent;
import io.ttquant.exchanges.emulator.exchange.Fill;
import io.ttquant.exchanges.emulator.exchange.Market;
import io.ttquant.exchanges.emulator.exchange.Order;
import io.ttquant.exchanges.emulator.exchange.OrderReason;
import io.ttquant.exchanges.emulator.exchange.OrderRequest;
import io.ttquant.exchanges.emulator.exchange.OrderStatus;
import io.ttquant.exchanges.emulator.exchange.Trigger;
import io.ttquant.exchanges.emulator.server.Json;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Events of a Spot account: executionReport, outboundAccountPosition, balanceUpdate. */
final class SpotEvents implements AccountEvents {
    private final Venue venue;
    private final SpotViews views;

    SpotEvents(Venue venue, SpotViews views) {
        this.venue = venue;
        this.views = views;
    }

    @Override
    public List<ObjectNode> of(ExchangeEvent.OfAccount event) {
        if (event instanceof ExchangeEvent.OrderChanged changed) {
            return List.of(report(event, changed.order(), null));
        }
        if (event instanceof ExchangeEvent.Filled filled) {
            return List.of(report(event, filled.order(), filled.fill()));
        }
        if (event instanceof ExchangeEvent.BalanceChanged changed) {
            return balances(changed);
        }
        return List.of();
    }

    private ObjectNode report(ExchangeEvent event, Order order, @Nullable Fill fill) {
        Market market = venue.market(order.symbol());
        OrderRequest request = order.request();
        Trigger trigger = request.trigger();
        Figures f = venue.figures;
        boolean isCancel = order.status() == OrderStatus.CANCELED
                && (order.reason() == OrderReason.CANCELED || order.reason() == OrderReason.REPLACED);
        String cancelId = isCancel ? venue.recent.cancelId() : null;
        ObjectNode report = Json.object()
                .put("e", "executionReport")
                .put("E", Figures.millis(event.time()))
                .put("s", order.symbol())
                .put("c", cancelId == null ? order.clientId() : cancelId)
                .put("S", order.side().name())
                .put("o", Words.spotType(request))
                .put("f", request.timeInForce().name())
                .put("q", f.quantity(market, order.quantity()))
                .put("p", f.price(market, order.price()))
                .put("P", f.price(market, trigger == null ? null : trigger.price()))
                .put("F", f.quantity(market, request.display()))
                .put("g", SpotViews.listId(order))
                .put("C", cancelId == null ? "" : order.clientId())
                .put("x", fill == null ? Words.execution(order, true) : "TRADE")
                .put("X", Words.status(order.status()))
                .put("r", "NONE")
                .put("i", order.id());
        traded(report, market, order, fill);
        report.put("T", Figures.millis(event.time()))
                .put("t", fill == null ? -1 : fill.tradeId())
                .put("I", event.sequence())
                .put("w", order.isOpen() && order.working())
                .put("m", fill != null && fill.maker())
                .put("M", fill != null)
                .put("O", Figures.millis(order.created()))
                .put("Z", f.amount(order.filledValue()))
                .put("Y", f.amount(fill == null ? null : fill.value()))
                .put("Q", f.amount(request.quoteQuantity()));
        if (order.working()) {
            report.put("W", SpotViews.workingTime(order));
        }
        return report.put("V", views.selfTrade(order));
    }

    private void traded(ObjectNode report, Market market, Order order, @Nullable Fill fill) {
        Figures f = venue.figures;
        report.put("l", f.quantity(market, fill == null ? null : fill.quantity()))
                .put("z", f.quantity(market, order.filled()))
                .put("L", f.price(market, fill == null ? null : fill.price()));
        if (fill == null) {
            report.put("n", "0").putNull("N");
        } else {
            report.put("n", f.amount(fill.fee())).put("N", fill.feeAsset());
        }
    }

    private List<ObjectNode> balances(ExchangeEvent.BalanceChanged changed) {
        ArrayNode rows = Json.array();
        for (Balance balance : changed.balances()) {
            rows.add(Json.object()
                    .put("a", balance.asset())
                    .put("f", venue.figures.amount(balance.free()))
                    .put("l", venue.figures.amount(balance.locked())));
        }
        ObjectNode position = Json.object()
                .put("e", "outboundAccountPosition")
                .put("E", Figures.millis(changed.time()))
                .put("u", Figures.millis(changed.time()));
        position.set("B", rows);
        BillKind reason = changed.reason();
        boolean isMoved = reason == BillKind.DEPOSIT || reason == BillKind.WITHDRAWAL || reason == BillKind.TRANSFER;
        return isMoved && !changed.balances().isEmpty() ? List.of(position, moved(changed)) : List.of(position);
    }

    private ObjectNode moved(ExchangeEvent.BalanceChanged changed) {
        Balance balance = changed.balances().get(0);
        return Json.object()
                .put("e", "balanceUpdate")
                .put("E", Figures.millis(changed.time()))
                .put("a", balance.asset())
                .put("d", venue.figures.amount(change(changed.account(), balance)))
                .put("T", Figures.millis(changed.time()));
    }

    /** By how much the last bill of an asset changed it. */
    private BigDecimal change(String account, Balance balance) {
        return venue.exchange.accounts().bills(account, 0).stream()
                .filter(bill -> bill.asset().equals(balance.asset()))
                .reduce((before, after) -> after)
                .map(bill -> bill.amount())
                .orElse(BigDecimal.ZERO);
    }
}
