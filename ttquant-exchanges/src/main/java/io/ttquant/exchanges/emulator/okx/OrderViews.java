package io.ttquant.exchanges.emulator.okx;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ttquant.exchanges.emulator.exchange.Fill;
import io.ttquant.exchanges.emulator.exchange.Market;
import io.ttquant.exchanges.emulator.exchange.MarketKind;
import io.ttquant.exchanges.emulator.exchange.Order;
import io.ttquant.exchanges.emulator.exchange.OrderRef;
import io.ttquant.exchanges.emulator.exchange.OrderRequest;
import io.ttquant.exchanges.emulator.server.Json;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Orders and fills as answers and events show them. What orders paid so far is kept here, since the venue tells it with the order. */
final class OrderViews {
    private static final int SCALE = 10;

    private final OkxVenue venue;
    private final Attachments attachments;
    private final Map<Long, Fill> lastFills = new HashMap<>();
    private final Map<Long, BigDecimal> fees = new HashMap<>();

    OrderViews(OkxVenue venue, Attachments attachments) {
        this.venue = venue;
        this.attachments = attachments;
    }

    void see(Fill fill) {
        lastFills.put(fill.orderId(), fill);
        fees.merge(fill.orderId(), fill.fee(), BigDecimal::add);
    }

    ObjectNode order(Order order) {
        return order(order, lastFills.get(order.id()));
    }

    /** An order with one of its fills, or without. */
    ObjectNode order(Order order, @Nullable Fill fill) {
        Market market = venue.market(order.symbol());
        OrderRequest request = order.request();
        boolean isByQuote = request.quoteQuantity() != null;
        Fill last = lastFills.get(order.id());
        ObjectNode view = Json.object()
                .put("instType", Texts.instrumentType(market))
                .put("instId", order.symbol())
                .put("ccy", "")
                .put("ordId", Long.toString(order.id()))
                .put("clOrdId", order.clientId() == null ? "" : order.clientId())
                .put("tag", request.tag() == null ? "" : request.tag())
                .put("px", Texts.figure(order.price()))
                .put("sz", Texts.figure(isByQuote ? request.quoteQuantity() : order.quantity()))
                .put("notionalUsd", "")
                .put("ordType", Texts.orderType(request))
                .put("side", Texts.side(order.side()))
                .put("posSide", market.isContract() ? Texts.positionSide(request.positionSide()) : "net")
                .put("tdMode", Texts.marginMode(request.marginMode(), market))
                .put("tgtCcy", market.isContract() ? "" : isByQuote ? "quote_ccy" : "base_ccy")
                .put("accFillSz", Texts.figure(order.filled()))
                .put("fillPx", fill == null ? "" : Texts.figure(fill.price()))
                .put("tradeId", fill == null ? "" : Long.toString(fill.tradeId()))
                .put("fillSz", fill == null ? "0" : Texts.figure(fill.quantity()))
                .put("fillTime", fill == null ? "" : Texts.millis(fill.time()))
                .put("fillFee", fill == null ? "0" : Texts.figure(fill.fee().negate()))
                .put("fillFeeCcy", fill == null ? "" : fill.feeAsset())
                .put("fillPnl", fill == null ? "0" : Texts.figure(fill.realized()))
                .put("execType", fill == null ? "" : fill.maker() ? "M" : "T")
                .put("avgPx", average(market, order))
                .put("state", Texts.state(order.status()))
                .put("lever", lever(order, market))
                .put("feeCcy", last == null ? feeAsset(market, request) : last.feeAsset())
                .put(
                        "fee",
                        Texts.figure(
                                fees.getOrDefault(order.id(), BigDecimal.ZERO).negate()))
                .put("rebateCcy", "")
                .put("rebate", "0")
                .put("pnl", "0")
                .put("category", "liquidation".equals(request.tag()) ? "full_liquidation" : "normal")
                .put("reduceOnly", Boolean.toString(request.reduceOnly()))
                .put("cancelSource", Texts.cancelSource(order))
                .put("source", "")
                .put("stpMode", "cancel_maker")
                .put("algoId", order.conditionalId() == 0 ? "" : Long.toString(order.conditionalId()))
                .put("algoClOrdId", algoClientId(order))
                .put("uTime", Texts.millis(order.updated()))
                .put("cTime", Texts.millis(order.created()));
        view.set("attachAlgoOrds", attachments.view(order.id()));
        return view;
    }

    private String algoClientId(Order order) {
        if (order.conditionalId() == 0) {
            return "";
        }
        return venue.exchange
                .conditionals()
                .find(order.account(), order.symbol(), OrderRef.id(order.conditionalId()))
                .map(conditional -> conditional.request().clientId())
                .orElse("");
    }

    private String lever(Order order, Market market) {
        return market.isContract()
                ? Texts.figure(venue.exchange
                        .accounts()
                        .settings()
                        .leverage(
                                order.account(),
                                order.symbol(),
                                order.request().positionSide(),
                                order.request().marginMode()))
                : "";
    }

    private static String feeAsset(Market market, OrderRequest request) {
        boolean isBuy = request.side() == io.ttquant.exchanges.emulator.exchange.Side.BUY;
        return market.isContract() ? market.settle() : isBuy ? market.base() : market.quote();
    }

    private static String average(Market market, Order order) {
        if (order.filled().signum() == 0) {
            return "";
        }
        if (market.kind() == MarketKind.INVERSE) {
            BigDecimal worth = order.filled().multiply(value(market));
            return Texts.figure(worth.divide(order.filledValue(), SCALE, RoundingMode.HALF_EVEN));
        }
        BigDecimal coins = market.isContract() ? order.filled().multiply(value(market)) : order.filled();
        return Texts.figure(order.filledValue().divide(coins, SCALE, RoundingMode.HALF_EVEN));
    }

    private static BigDecimal value(Market market) {
        return market.contract() == null ? BigDecimal.ONE : market.contract().value();
    }

    ObjectNode fill(Fill fill, String clientId) {
        Market market = venue.market(fill.symbol());
        return Json.object()
                .put("instType", Texts.instrumentType(market))
                .put("instId", fill.symbol())
                .put("tradeId", Long.toString(fill.tradeId()))
                .put("ordId", Long.toString(fill.orderId()))
                .put("clOrdId", clientId)
                .put("billId", Long.toString(fill.id()))
                .put("subType", "1")
                .put("tag", "")
                .put("fillPx", Texts.figure(fill.price()))
                .put("fillSz", Texts.figure(fill.quantity()))
                .put("fillPnl", Texts.figure(fill.realized()))
                .put("side", Texts.side(fill.side()))
                .put("posSide", market.isContract() ? Texts.positionSide(fill.positionSide()) : "net")
                .put("execType", fill.maker() ? "M" : "T")
                .put("feeCcy", fill.feeAsset())
                .put("fee", Texts.figure(fill.fee().negate()))
                .put("ts", Texts.millis(fill.time()))
                .put("fillTime", Texts.millis(fill.time()));
    }
}
