package io.ttquant.exchanges.emulator.okx;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ttquant.exchanges.emulator.exchange.Conditional;
import io.ttquant.exchanges.emulator.exchange.ConditionalRequest;
import io.ttquant.exchanges.emulator.exchange.ConditionalStatus;
import io.ttquant.exchanges.emulator.exchange.Market;
import io.ttquant.exchanges.emulator.exchange.OrderRequest;
import io.ttquant.exchanges.emulator.exchange.Trigger;
import io.ttquant.exchanges.emulator.server.Json;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Algo orders as answers and events show them. */
final class AlgoViews {
    /** The channel of trailing stops; the venue tells icebergs and TWAP orders there too. */
    static final String ADVANCED = "algo-advance";

    private static final String PLAIN = "orders-algo";

    private final OkxVenue venue;

    AlgoViews(OkxVenue venue) {
        this.venue = venue;
    }

    /** The ids of an algo order. */
    static ObjectNode named(Conditional conditional) {
        String id = conditional.request().clientId();
        return Json.object().put("algoId", Long.toString(conditional.id())).put("algoClOrdId", id == null ? "" : id);
    }

    /** The channel that tells of an algo order. */
    static String channel(Conditional conditional) {
        return AlgoForm.TRAILING.equals(conditional.request().label()) ? ADVANCED : PLAIN;
    }

    /** News of an algo order; those of trailing stops say when they were sent, not when it changed. */
    ObjectNode news(Conditional conditional) {
        ObjectNode view = view(conditional);
        if (channel(conditional).equals(ADVANCED)) {
            view.remove(List.of("uTime", "triggerPxType", "tpTriggerPxType", "slTriggerPxType"));
            view.put("pTime", venue.now()).put("moveTriggerPx", "");
        }
        return view;
    }

    ObjectNode view(Conditional conditional) {
        OrderRequest order = conditional.request().branches().get(0).order();
        Market market = venue.market(conditional.symbol());
        ObjectNode view = named(conditional)
                .put("instType", Texts.instrumentType(market))
                .put("instId", conditional.symbol())
                .put("ordId", conditional.orderId() == 0 ? "" : Long.toString(conditional.orderId()))
                .put("clOrdId", "")
                .put("side", Texts.side(order.side()))
                .put("posSide", market.isContract() ? Texts.positionSide(order.positionSide()) : "net")
                .put("tdMode", Texts.marginMode(order.marginMode(), market))
                .put("ordType", type(conditional.request()))
                .put("sz", Texts.figure(order.quantity() == null ? order.quoteQuantity() : order.quantity()))
                .put("tgtCcy", market.isContract() ? "" : order.quoteQuantity() == null ? "base_ccy" : "quote_ccy")
                .put("state", state(conditional.status()))
                .put("lever", lever(conditional, market))
                .put("tag", order.tag() == null ? "" : order.tag())
                .put("reduceOnly", Boolean.toString(order.reduceOnly()))
                .put("failCode", conditional.refusal() == null ? "" : OkxRefusals.error(conditional.refusal()).code)
                .put("actualSide", "")
                .put("triggerTime", conditional.orderId() == 0 ? "" : Texts.millis(conditional.updated()))
                .put("uTime", Texts.millis(conditional.updated()))
                .put("cTime", Texts.millis(conditional.created()));
        levels(view, conditional.request());
        trail(view, conditional.request().branches().get(0).trigger());
        return view;
    }

    private static String type(ConditionalRequest request) {
        return request.label() == null ? "conditional" : request.label();
    }

    private String lever(Conditional conditional, Market market) {
        if (!market.isContract()) {
            return "";
        }
        OrderRequest order = conditional.request().branches().get(0).order();
        return Texts.figure(venue.exchange
                .accounts()
                .settings()
                .leverage(conditional.account(), conditional.symbol(), order.positionSide(), order.marginMode()));
    }

    private static void levels(ObjectNode view, ConditionalRequest request) {
        for (String leg : List.of("tp", "sl")) {
            view.put(leg + "TriggerPx", "").put(leg + "OrdPx", "").put(leg + "TriggerPxType", "");
        }
        view.put("triggerPx", "").put("ordPx", "").put("triggerPxType", "");
        for (ConditionalRequest.Branch branch : request.branches()) {
            if (type(request).equals(AlgoForm.TRIGGER)) {
                level(view, "triggerPx", "ordPx", branch);
            } else if (branch.trigger().trail() == null) {
                String leg = AlgoForm.isStop(branch) ? "sl" : "tp";
                level(view, leg + "TriggerPx", leg + "OrdPx", branch);
            }
        }
    }

    private static void level(ObjectNode view, String levelName, String priceName, ConditionalRequest.Branch branch) {
        BigDecimal price = branch.order().price();
        view.put(levelName, Texts.figure(branch.trigger().price()))
                .put(priceName, Texts.figure(price == null ? AlgoForm.AT_MARKET : price))
                .put(levelName + "Type", Texts.source(branch.trigger().source()));
    }

    private static void trail(ObjectNode view, Trigger trigger) {
        @Nullable BigDecimal trail = trigger.trail();
        view.put("callbackRatio", trail != null && trigger.trailIsRatio() ? Texts.figure(trail) : "")
                .put("callbackSpread", trail != null && !trigger.trailIsRatio() ? Texts.figure(trail) : "")
                .put("activePx", trail == null ? "" : Texts.figure(trigger.price()));
    }

    private static String state(ConditionalStatus status) {
        return switch (status) {
            case WAITING -> "live";
            case TRIGGERED -> "effective";
            case FAILED -> "order_failed";
            case CANCELED, EXPIRED -> "canceled";
        };
    }
}
