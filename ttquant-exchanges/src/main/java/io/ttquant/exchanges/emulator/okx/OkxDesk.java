package io.ttquant.exchanges.emulator.okx;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ttquant.exchanges.emulator.server.Call;
import io.ttquant.exchanges.emulator.server.Json;
import io.ttquant.exchanges.emulator.server.Reply;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Answers requests by their routes. */
final class OkxDesk {
    private static final int OK = 200;

    private final OkxVenue venue;
    private final Door door;
    private final Pace pace;
    private final Map<String, OkxRoute> routes = new HashMap<>();

    OkxDesk(OkxVenue venue, Door door, Pace pace) {
        this.venue = venue;
        this.door = door;
        this.pace = pace;
    }

    Map<String, OkxRoute> routes() {
        return routes;
    }

    Reply answer(Call call) {
        venue.exchange.tick();
        long began = venue.millis() * 1000;
        try {
            OkxRoute route = routes.get(call.method() + " " + call.path());
            if (route == null) {
                throw new OkxError(404, "404", "Not Found");
            }
            OkxVenue.@Nullable Caller caller = route.needed() == null ? null : door.enter(call, route.needed());
            JsonNode body = body(call);
            Args query = Args.ofQuery(call.query());
            int cost = body.isArray() ? Math.max(1, body.size()) : 1;
            pace.take(
                    caller == null ? call.peer() : caller.account(), call.method() + call.path(), cost, route.limit());
            inTime(call.header("expTime"));
            Commands.Result result = route.action().answer(caller, query, body);
            return reply(OK, result, began);
        } catch (OkxError refused) {
            return reply(refused.status, new Commands.Result(refused.code, refused.text, Json.array()), began);
        }
    }

    private static JsonNode body(Call call) {
        if (call.text().isEmpty()) {
            return Json.object();
        }
        JsonNode body = Json.parse(call.text());
        if (body == null) {
            throw new OkxError(400, "50002", "JSON syntax error");
        }
        return body;
    }

    /** Refuses what comes after its own deadline. */
    void inTime(@Nullable String expTime) {
        if (expTime == null || expTime.isEmpty()) {
            return;
        }
        Long deadline = new Args(Json.object().put("expTime", expTime)).findWhole("expTime");
        if (deadline != null && deadline < venue.millis()) {
            throw OkxError.of(
                    "50036",
                    "The expTime can't be earlier than the current system time. Please adjust the expTime and try again.");
        }
    }

    private Reply reply(int status, Commands.Result result, long began) {
        ObjectNode answer = Json.object().put("code", result.code()).put("msg", result.text());
        answer.set("data", result.data());
        answer.put("inTime", Long.toString(began)).put("outTime", Long.toString(venue.millis() * 1000));
        return Reply.json(status, Json.text(answer));
    }
}
