package io.ttquant.exchanges.emulator.binance;

import com.fasterxml.jackson.databind.JsonNode;
import io.ttquant.exchanges.emulator.server.Call;
import io.ttquant.exchanges.emulator.server.Json;
import io.ttquant.exchanges.emulator.server.Reply;
import java.util.HashMap;
import java.util.Map;

/** Answers requests by their routes. */
final class RestDesk {
    private static final int OK = 200;

    private final Venue venue;
    private final Map<String, Route> routes = new HashMap<>();

    RestDesk(Venue venue) {
        this.venue = venue;
    }

    Map<String, Route> routes() {
        return routes;
    }

    Reply answer(Call call) {
        venue.exchange.tick();
        String account = "";
        Reply reply;
        try {
            Route route = routes.get(call.method() + " " + call.path());
            if (route == null) {
                throw new VenueError(
                        404, -5000, "Path " + call.path() + ", Method " + call.method() + " is invalid", null, 0);
            }
            Params params = Params.of(call);
            venue.meter.weigh(call.peer(), route.weight().applyAsInt(params));
            Caller caller = venue.gate.enter(route.security(), call.peer(), call.header("X-MBX-APIKEY"), params);
            JsonNode body = perform(route, caller, params);
            account = route.isOrder() ? caller.id() : "";
            reply = Reply.json(OK, Json.text(body));
        } catch (VenueError refused) {
            reply = Reply.json(refused.status, Json.text(refused.body()));
            reply = refused.retryAfter > 0 ? reply.with("Retry-After", Long.toString(refused.retryAfter)) : reply;
        } finally {
            venue.recent.end();
        }
        return counted(reply, call.peer(), account);
    }

    /** Does what a route says, counting its order. */
    JsonNode perform(Route route, Caller caller, Params params) {
        if (route.isOrder()) {
            venue.meter.order(caller.id(), 1);
        }
        return route.action().answer(caller, params);
    }

    private Reply counted(Reply reply, String address, String account) {
        Reply weighed = reply.with("X-MBX-USED-WEIGHT-1M", Integer.toString(venue.meter.used(address)));
        if (account.isEmpty()) {
            return weighed;
        }
        return weighed.with("X-MBX-ORDER-COUNT-10S", Integer.toString(venue.meter.ordersOf10Seconds(account)))
                .with(venue.meter.longHeader(), Integer.toString(venue.meter.ordersOfLong(account)));
    }
}
