package io.ttquant.exchanges.emulator.okx;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.ttquant.exchanges.emulator.exchange.Permission;
import org.jspecify.annotations.Nullable;

/**
 * What is done for a request.
 *
 * @param limit requests in two seconds, orders for a batch
 * @param needed right of the key; null for everybody
 * @param action that answers it
 */
record OkxRoute(int limit, @Nullable Permission needed, Action action) {
    /** The action of a route. */
    @FunctionalInterface
    interface Action {
        Commands.Result answer(OkxVenue.@Nullable Caller caller, Args query, JsonNode body);
    }

    /** An action that everybody may ask for. */
    @FunctionalInterface
    interface Open {
        ArrayNode answer(Args args);
    }

    /** An action for an account. */
    @FunctionalInterface
    interface Own {
        ArrayNode answer(OkxVenue.Caller caller, Args args);
    }

    static OkxRoute open(int limit, Open action) {
        return new OkxRoute(limit, null, (caller, query, body) -> done(action.answer(query)));
    }

    /** Of the query. */
    static OkxRoute read(int limit, Own action) {
        return new OkxRoute(
                limit, Permission.READ, (caller, query, body) -> done(action.answer(required(caller), query)));
    }

    /** Of the body. */
    static OkxRoute change(int limit, Own action) {
        return new OkxRoute(
                limit,
                Permission.TRADE,
                (caller, query, body) -> done(action.answer(required(caller), new Args(body))));
    }

    /** A command for one order or for each of a list. */
    static OkxRoute command(int limit, Commands commands, Commands.Command command) {
        return new OkxRoute(
                limit,
                Permission.TRADE,
                (caller, query, body) -> commands.perform(required(caller).account(), body, command));
    }

    private static Commands.Result done(ArrayNode data) {
        return new Commands.Result("0", "", data);
    }

    private static OkxVenue.Caller required(OkxVenue.@Nullable Caller caller) {
        return java.util.Objects.requireNonNull(caller, "the route asks for a key");
    }
}
