package io.ttquant.exchanges.emulator.okx;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ttquant.exchanges.emulator.exchange.Conditional;
import io.ttquant.exchanges.emulator.exchange.ConditionalRequest;
import io.ttquant.exchanges.emulator.exchange.ConditionalStatus;
import io.ttquant.exchanges.emulator.exchange.Market;
import io.ttquant.exchanges.emulator.exchange.OrderDraft;
import io.ttquant.exchanges.emulator.exchange.OrderRef;
import io.ttquant.exchanges.emulator.exchange.OrderRequest;
import io.ttquant.exchanges.emulator.exchange.Side;
import io.ttquant.exchanges.emulator.exchange.Trigger;
import io.ttquant.exchanges.emulator.server.Json;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Algo orders: trigger, conditional, oco, trailing. */
final class AlgoDesk {
    private static final BigDecimal MARKET = new BigDecimal(-1);

    private final OkxVenue venue;
    private final OrderForm form;

    AlgoDesk(OkxVenue venue, OrderForm form) {
        this.venue = venue;
        this.form = form;
    }

    ObjectNode place(String account, Args args) {
        Market market = venue.market(args);
        List<ConditionalRequest.Branch> branches = branches(account, args, market);
        String id = args.has("algoClOrdId") ? OrderForm.clientId(args, "algoClOrdId") : null;
        Conditional placed = OkxRefusals.orThrow(
                venue.exchange.conditionals().submit(account, new ConditionalRequest(branches, id)));
        return named(placed).put("clOrdId", "").put("tag", args.text("tag", ""));
    }

    private static ObjectNode named(Conditional conditional) {
        String id = conditional.request().clientId();
        return Json.object().put("algoId", Long.toString(conditional.id())).put("algoClOrdId", id == null ? "" : id);
    }

    private List<ConditionalRequest.Branch> branches(String account, Args args, Market market) {
        Side side = args.text("side").equals("buy") ? Side.BUY : Side.SELL;
        String type = args.text("ordType");
        return switch (type) {
            case "move_order_stop" ->
                List.of(new ConditionalRequest.Branch(trailing(args, side), order(account, args, market, MARKET)));
            case "trigger" -> {
                BigDecimal price = args.decimal("triggerPx");
                Trigger trigger = triggered(market, price).on(Texts.source(args.text("triggerPxType", "last")));
                yield List.of(
                        new ConditionalRequest.Branch(trigger, order(account, args, market, args.decimal("orderPx"))));
            }
            case "conditional", "oco" -> legs(account, args, market, side);
            default -> throw OkxError.parameter("ordType");
        };
    }

    /** A trigger fires when the price comes to it, from whichever side it is now. */
    private Trigger triggered(Market market, BigDecimal price) {
        var last = venue.exchange.marketData().ticker(market.symbol()).last();
        boolean isAbove = last == null || price.compareTo(last.price()) >= 0;
        return isAbove ? Trigger.atOrAbove(price) : Trigger.atOrBelow(price);
    }

    private List<ConditionalRequest.Branch> legs(String account, Args args, Market market, Side side) {
        List<ConditionalRequest.Branch> legs = new ArrayList<>();
        if (args.has("tpTriggerPx")) {
            Trigger trigger = Trigger.takeProfit(side, args.decimal("tpTriggerPx"))
                    .on(Texts.source(args.text("tpTriggerPxType", "last")));
            legs.add(new ConditionalRequest.Branch(trigger, order(account, args, market, args.decimal("tpOrdPx"))));
        }
        if (args.has("slTriggerPx")) {
            Trigger trigger = Trigger.stop(side, args.decimal("slTriggerPx"))
                    .on(Texts.source(args.text("slTriggerPxType", "last")));
            legs.add(new ConditionalRequest.Branch(trigger, order(account, args, market, args.decimal("slOrdPx"))));
        }
        if (legs.isEmpty()) {
            throw OkxError.missing("tpTriggerPx or slTriggerPx");
        }
        return legs;
    }

    private static Trigger trailing(Args args, Side side) {
        BigDecimal ratio = args.findDecimal("callbackRatio");
        BigDecimal activation = args.findDecimal("activePx");
        return ratio == null
                ? Trigger.trailing(side, activation, args.decimal("callbackSpread"), false)
                : Trigger.trailing(side, activation, ratio, true);
    }

    private OrderRequest order(String account, Args args, Market market, BigDecimal price) {
        boolean isMarket = price.compareTo(MARKET) == 0;
        OrderDraft draft = form.draft(account, args, market, isMarket);
        return (isMarket ? draft : draft.price(price)).build();
    }

    ObjectNode cancel(String account, Args args) {
        Market market = venue.market(args);
        var outcome = venue.exchange.conditionals().cancel(account, market.symbol(), ref(args));
        return named(OkxRefusals.orThrow(outcome));
    }

    private static OrderRef ref(Args args) {
        Long id = args.findWhole("algoId");
        if (id == null && !args.has("algoClOrdId")) {
            throw OkxError.missing("algoId or algoClOrdId");
        }
        return id == null ? OrderRef.client(args.text("algoClOrdId")) : OrderRef.id(id);
    }

    ArrayNode find(String account, Args args) {
        OrderRef ref = ref(args);
        Conditional found = Stream.concat(
                        venue.exchange.conditionals().open(account).stream(),
                        venue.exchange.conditionals().ended(account).stream())
                .filter(each -> ref.id() == 0
                        ? args.text("algoClOrdId").equals(each.request().clientId())
                        : each.id() == ref.id())
                .reduce((older, newer) -> newer)
                .orElseThrow(() -> OkxError.of("51603", "Order does not exist."));
        return Json.array().add(view(found));
    }

    ArrayNode pending(String account, Args args) {
        return list(venue.exchange.conditionals().open(account), args);
    }

    ArrayNode history(String account, Args args) {
        return list(venue.exchange.conditionals().ended(account), args);
    }

    /** Newest first, between ids. */
    private ArrayNode list(List<Conditional> all, Args args) {
        String symbol = args.find("instId");
        String kinds = args.has("ordType") ? "," + args.text("ordType") + "," : "";
        String state = args.find("state");
        long before = args.whole("before", -1);
        long after = args.whole("after", Long.MAX_VALUE);
        List<Conditional> newestFirst = new ArrayList<>(all);
        java.util.Collections.reverse(newestFirst);
        return newestFirst.stream()
                .filter(each -> symbol == null || each.symbol().equals(symbol))
                .filter(each -> state == null || state(each.status()).equals(state))
                .filter(each -> each.id() > before && each.id() < after)
                .map(this::view)
                .filter(view -> kinds.isEmpty()
                        || kinds.contains("," + view.path("ordType").asText() + ","))
                .limit(args.limit(100, 100))
                .collect(Json.toArray());
    }

    /** An algo order as answers and events show it. */
    ObjectNode view(Conditional conditional) {
        ConditionalRequest.Branch first = conditional.request().branches().get(0);
        OrderRequest order = first.order();
        Market market = venue.market(conditional.symbol());
        boolean isTrailing = first.trigger().trail() != null;
        boolean isPair = conditional.request().branches().size() > 1;
        ObjectNode view = named(conditional)
                .put("instType", Texts.instrumentType(market))
                .put("instId", conditional.symbol())
                .put("ordId", conditional.orderId() == 0 ? "" : Long.toString(conditional.orderId()))
                .put("clOrdId", "")
                .put("side", Texts.side(order.side()))
                .put("posSide", market.isContract() ? Texts.positionSide(order.positionSide()) : "net")
                .put("tdMode", Texts.marginMode(order.marginMode(), market))
                .put("ordType", isTrailing ? "move_order_stop" : isPair ? "oco" : "conditional")
                .put("sz", Texts.figure(order.quantity() == null ? order.quoteQuantity() : order.quantity()))
                .put("tgtCcy", market.isContract() ? "" : order.quoteQuantity() == null ? "base_ccy" : "quote_ccy")
                .put("state", state(conditional.status()))
                .put("lever", "")
                .put("triggerPx", "")
                .put("ordPx", "")
                .put("reduceOnly", Boolean.toString(order.reduceOnly()))
                .put("failCode", conditional.refusal() == null ? "" : OkxRefusals.error(conditional.refusal()).code)
                .put("actualSide", "")
                .put("triggerTime", conditional.orderId() == 0 ? "" : Texts.millis(conditional.updated()))
                .put("uTime", Texts.millis(conditional.updated()))
                .put("cTime", Texts.millis(conditional.created()));
        legs(view, conditional);
        trail(view, first.trigger());
        return view;
    }

    private static void legs(ObjectNode view, Conditional conditional) {
        for (String leg : List.of("tp", "sl")) {
            view.put(leg + "TriggerPx", "").put(leg + "OrdPx", "").put(leg + "TriggerPxType", "");
        }
        for (ConditionalRequest.Branch branch : conditional.request().branches()) {
            Trigger trigger = branch.trigger();
            if (trigger.trail() == null) {
                String leg = trigger.rising() == (branch.order().side() == Side.BUY) ? "sl" : "tp";
                BigDecimal price = branch.order().price();
                view.put(leg + "TriggerPx", Texts.figure(trigger.price()))
                        .put(leg + "OrdPx", Texts.figure(price == null ? MARKET : price))
                        .put(leg + "TriggerPxType", Texts.source(trigger.source()));
            }
        }
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
