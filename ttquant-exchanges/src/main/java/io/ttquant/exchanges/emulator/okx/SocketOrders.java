package io.ttquant.exchanges.emulator.okx;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ttquant.exchanges.emulator.exchange.Permission;
import io.ttquant.exchanges.emulator.server.Json;
import java.util.Set;

/** Orders over the private WebSocket: the limits are those of REST, shared with it. */
final class SocketOrders {
    private static final Set<String> OPS =
            Set.of("order", "batch-orders", "cancel-order", "batch-cancel-orders", "amend-order", "batch-amend-orders");

    private final OkxVenue venue;
    private final Commands commands;
    private final OkxDesk desk;
    private final Pace pace;

    SocketOrders(OkxVenue venue, Commands commands, OkxDesk desk, Pace pace) {
        this.venue = venue;
        this.commands = commands;
        this.desk = desk;
        this.pace = pace;
    }

    static boolean knows(String op) {
        return OPS.contains(op);
    }

    /** The path of REST whose limit it shares. */
    private static String path(String op) {
        return switch (op) {
            case "order" -> "POST/api/v5/trade/order";
            case "batch-orders" -> "POST/api/v5/trade/batch-orders";
            case "cancel-order" -> "POST/api/v5/trade/cancel-order";
            case "batch-cancel-orders" -> "POST/api/v5/trade/cancel-batch-orders";
            case "amend-order" -> "POST/api/v5/trade/amend-order";
            default -> "POST/api/v5/trade/amend-batch-orders";
        };
    }

    private Commands.Command command(String op) {
        return op.contains("cancel") ? commands::cancel : op.contains("amend") ? commands::amend : commands::place;
    }

    ObjectNode perform(OkxVenue.Caller caller, String op, JsonNode frame) {
        String began = Long.toString(venue.millis() * 1000);
        ObjectNode answer = Json.object();
        answer.set("id", frame.has("id") ? frame.get("id") : Json.object().textNode(""));
        answer.put("op", op);
        Commands.Result result = result(caller, op, frame);
        answer.put("code", result.code()).put("msg", result.text());
        answer.set("data", result.data());
        return answer.put("inTime", began).put("outTime", Long.toString(venue.millis() * 1000));
    }

    private Commands.Result result(OkxVenue.Caller caller, String op, JsonNode frame) {
        try {
            JsonNode args = frame.path("args");
            if (!args.isArray() || args.isEmpty()) {
                throw OkxError.of("60013", "Invalid args");
            }
            if (!caller.key().permissions().contains(Permission.TRADE)) {
                throw OkxError.of("50120", "This API key doesn't have permission to use this function");
            }
            boolean isBatch = op.startsWith("batch");
            pace.take(caller.account(), path(op), isBatch ? args.size() : 1, isBatch ? 300 : 60);
            desk.inTime(new Args(frame).find("expTime"));
            return commands.perform(caller.account(), isBatch ? args : args.path(0), command(op));
        } catch (OkxError refused) {
            return new Commands.Result(refused.code, refused.text, Json.array());
        }
    }
}
