package io.ttquant.exchanges.emulator.okx;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ttquant.exchanges.emulator.exchange.Conditional;
import io.ttquant.exchanges.emulator.exchange.ConditionalStatus;
import io.ttquant.exchanges.emulator.exchange.Market;
import io.ttquant.exchanges.emulator.exchange.OrderRef;
import io.ttquant.exchanges.emulator.server.Json;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Algo orders: trigger, conditional, oco, trailing. */
final class AlgoDesk {
    private final OkxVenue venue;
    private final AlgoForm form;
    private final AlgoViews views;

    AlgoDesk(OkxVenue venue, AlgoForm form, AlgoViews views) {
        this.venue = venue;
        this.form = form;
        this.views = views;
    }

    void addTo(Map<String, OkxRoute> routes, Commands commands) {
        String trade = "/api/v5/trade/";
        routes.put("POST " + trade + "order-algo", OkxRoute.command(20, commands, this::place));
        routes.put("POST " + trade + "cancel-algos", OkxRoute.command(20, commands, this::cancel));
        routes.put("POST " + trade + "amend-algos", OkxRoute.command(20, commands, this::amend));
        routes.put("GET " + trade + "order-algo", OkxRoute.read(20, (caller, args) -> find(caller.account(), args)));
        routes.put(
                "GET " + trade + "orders-algo-pending",
                OkxRoute.read(20, (caller, args) -> pending(caller.account(), args)));
        routes.put(
                "GET " + trade + "orders-algo-history",
                OkxRoute.read(20, (caller, args) -> history(caller.account(), args)));
    }

    ObjectNode place(String account, Args args) {
        Conditional placed =
                OkxRefusals.orThrow(venue.exchange.conditionals().submit(account, form.read(account, args)));
        return AlgoViews.named(placed).put("clOrdId", "").put("tag", args.text("tag", ""));
    }

    private ObjectNode cancel(String account, Args args) {
        Market market = venue.market(args);
        var outcome = venue.exchange.conditionals().cancel(account, market.symbol(), ref(args));
        return AlgoViews.named(OkxRefusals.orThrow(outcome));
    }

    /** Changes one that waits; its market, its kind and its legs stay. */
    private ObjectNode amend(String account, Args args) {
        Market market = venue.market(args);
        OrderRef ref = ref(args);
        Conditional algo = venue.exchange
                .conditionals()
                .find(account, market.symbol(), ref)
                .filter(found -> found.status() == ConditionalStatus.WAITING)
                .orElseThrow(() -> OkxError.of("51503", "Your order has already been filled or canceled."));
        Conditional amended = OkxRefusals.orThrow(
                venue.exchange.conditionals().amend(account, market.symbol(), ref, form.amended(algo, args)));
        return AlgoViews.named(amended).put("reqId", args.text("reqId", ""));
    }

    private static OrderRef ref(Args args) {
        Long id = args.findWhole("algoId");
        if (id == null && !args.has("algoClOrdId")) {
            throw OkxError.missing("algoId or algoClOrdId");
        }
        return id == null ? OrderRef.client(args.text("algoClOrdId")) : OrderRef.id(id);
    }

    private ArrayNode find(String account, Args args) {
        OrderRef ref = ref(args);
        Conditional found = Stream.concat(
                        venue.exchange.conditionals().ended(account).stream(),
                        venue.exchange.conditionals().open(account).stream())
                .filter(each -> ref.id() == 0
                        ? args.text("algoClOrdId").equals(each.request().clientId())
                        : each.id() == ref.id())
                .reduce((older, newer) -> newer)
                .orElseThrow(() -> OkxError.of("51603", "Order does not exist."));
        return Json.array().add(views.view(found));
    }

    private ArrayNode pending(String account, Args args) {
        return list(venue.exchange.conditionals().open(account), args);
    }

    private ArrayNode history(String account, Args args) {
        return list(venue.exchange.conditionals().ended(account), args);
    }

    /** Newest first, between ids. */
    private ArrayNode list(List<Conditional> all, Args args) {
        String symbol = args.find("instId");
        String state = args.find("state");
        String id = args.find("algoId");
        String kinds = args.has("ordType") ? "," + args.text("ordType") + "," : "";
        long before = args.whole("before", -1);
        long after = args.whole("after", Long.MAX_VALUE);
        List<Conditional> newestFirst = new ArrayList<>(all);
        Collections.reverse(newestFirst);
        return newestFirst.stream()
                .filter(each -> symbol == null || each.symbol().equals(symbol))
                .filter(each -> each.id() > before && each.id() < after)
                .map(views::view)
                .filter(view -> kinds.isEmpty()
                        || kinds.contains("," + view.path("ordType").asText() + ","))
                .filter(view -> state == null || view.path("state").asText().equals(state))
                .filter(view -> id == null || view.path("algoId").asText().equals(id))
                .limit(args.limit(100, 100))
                .collect(Json.toArray());
    }
}
