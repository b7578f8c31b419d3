package io.ttquant.exchanges.emulator.binance;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.ToIntFunction;

/**
 * What is done for a request.
 *
 * @param security who may ask
 * @param weight that it costs
 * @param isOrder whether it counts as an order
 * @param action that answers it
 */
record Route(Security security, ToIntFunction<Params> weight, boolean isOrder, Action action) {
    /** Who may ask. */
    enum Security {
        /** Everybody. */
        NONE,
        /** Who names a key. */
        KEY,
        /** Who signs with a key that may read. */
        READ,
        /** Who signs with a key that may trade. */
        TRADE
    }

    /** The action of a route. */
    @FunctionalInterface
    interface Action {
        JsonNode answer(Caller caller, Params params);
    }

    static Route open(int weight, Action action) {
        return new Route(Security.NONE, params -> weight, false, action);
    }

    static Route open(ToIntFunction<Params> weight, Action action) {
        return new Route(Security.NONE, weight, false, action);
    }

    static Route keyed(int weight, Action action) {
        return new Route(Security.KEY, params -> weight, false, action);
    }

    static Route read(int weight, Action action) {
        return new Route(Security.READ, params -> weight, false, action);
    }

    static Route read(ToIntFunction<Params> weight, Action action) {
        return new Route(Security.READ, weight, false, action);
    }

    static Route trade(int weight, Action action) {
        return new Route(Security.TRADE, params -> weight, false, action);
    }

    /** One that places an order. */
    static Route order(int weight, Action action) {
        return new Route(Security.TRADE, params -> weight, true, action);
    }
}
