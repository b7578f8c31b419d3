package io.ttquant.exchanges.emulator.binance;

import com.fasterxml.jackson.databind.JsonNode;
import io.ttquant.exchanges.emulator.exchange.Conditional;
import io.ttquant.exchanges.emulator.exchange.OrderRef;
import io.ttquant.exchanges.emulator.server.Json;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The service of conditional orders on futures. */
final class UsdmAlgoRoutes {
    private static final String API = "/fapi/v1";

    private final Venue venue;
    private final UsdmOrderReader reader;
    private final UsdmViews views;

    UsdmAlgoRoutes(Venue venue, UsdmOrderReader reader, UsdmViews views) {
        this.venue = venue;
        this.reader = reader;
        this.views = views;
    }

    void addTo(Map<String, Route> routes) {
        routes.put("POST " + API + "/algoOrder", Route.order(0, this::place));
        routes.put("DELETE " + API + "/algoOrder", Route.trade(1, this::cancel));
        routes.put("DELETE " + API + "/algoOpenOrders", Route.trade(1, this::cancelAll));
        routes.put("GET " + API + "/algoOrder", Route.read(1, this::order));
        routes.put("GET " + API + "/openAlgoOrders", Route.read(1, this::openOrders));
        routes.put("GET " + API + "/allAlgoOrders", Route.read(5, this::allOrders));
    }

    private JsonNode place(Caller caller, Params params) {
        return views.conditional(
                UsdmRefusals.orThrow(venue.exchange.conditionals().submit(caller.id(), reader.conditional(params))));
    }

    private JsonNode cancel(Caller caller, Params params) {
        OrderRef ref = SpotOrderRoutes.ref(params, "algoId", "clientAlgoId");
        Conditional found = venue.exchange.conditionals().open(caller.id()).stream()
                .filter(each -> isMeant(each, ref))
                .findFirst()
                .orElseThrow(() -> VenueError.of(-2011, "Unknown order sent."));
        Conditional ended = UsdmRefusals.orThrow(
                venue.exchange.conditionals().cancel(caller.id(), found.symbol(), OrderRef.id(found.id())));
        return Json.object()
                .put("algoId", ended.id())
                .put("clientAlgoId", ended.request().clientId())
                .put("code", "200")
                .put("msg", "success");
    }

    private static boolean isMeant(Conditional each, OrderRef ref) {
        return ref.id() != 0
                ? each.id() == ref.id()
                : ref.clientId() != null && ref.clientId().equals(each.request().clientId());
    }

    private JsonNode cancelAll(Caller caller, Params params) {
        UsdmRefusals.orThrow(venue.exchange
                .conditionals()
                .cancelAll(caller.id(), venue.market(params).symbol()));
        return Json.object().put("code", 200).put("msg", "The operation of cancel all open order is done.");
    }

    private List<Conditional> all(Caller caller) {
        return Stream.concat(
                        venue.exchange.conditionals().open(caller.id()).stream(),
                        venue.exchange.conditionals().ended(caller.id()).stream())
                .sorted(Comparator.comparingLong(Conditional::id))
                .toList();
    }

    private JsonNode order(Caller caller, Params params) {
        OrderRef ref = SpotOrderRoutes.ref(params, "algoId", "clientAlgoId");
        return all(caller).stream()
                .filter(each -> isMeant(each, ref))
                .reduce((older, newer) -> newer)
                .map(views::conditional)
                .orElseThrow(() -> VenueError.of(-2013, "Order does not exist."));
    }

    private JsonNode openOrders(Caller caller, Params params) {
        String symbol = params.find("symbol");
        return venue.exchange.conditionals().open(caller.id()).stream()
                .filter(each -> symbol == null || each.symbol().equals(symbol))
                .map(views::conditional)
                .collect(Json.toArray());
    }

    private JsonNode allOrders(Caller caller, Params params) {
        String symbol = venue.market(params).symbol();
        return all(caller).stream()
                .filter(each -> each.symbol().equals(symbol))
                .map(views::conditional)
                .collect(Json.toArray());
    }
}
