package io.ttquant.exchanges.scenario;

import io.ttquant.api.exchange.ExchangeProvider;
import io.ttquant.exchanges.emulator.exchange.Exchange;
import io.ttquant.exchanges.emulator.exchange.ExchangeRules;
import io.ttquant.exchanges.emulator.exchange.Fill;
import io.ttquant.exchanges.emulator.exchange.Market;
import io.ttquant.exchanges.emulator.server.Call;
import io.ttquant.exchanges.emulator.server.Front;
import io.ttquant.exchanges.emulator.server.Turns;
import io.ttquant.exchanges.transport.NetworkOpener;
import java.util.List;
import java.util.Map;

/** What scenarios must know of a venue: how it is made, and how its requests and news are told from each other. */
public interface ScenarioVenue {
    /** The id of its provider. */
    String id();

    /** How its local exchange differs from others. */
    ExchangeRules rules();

    /** Its markets; the first is the one that scenarios trade in unless they say otherwise. */
    List<Market> markets();

    /** What its account begins with, by asset. */
    Map<String, String> deposits();

    /** Its front. */
    Front front(Exchange exchange, Turns turns);

    /** Its provider, on a network. */
    ExchangeProvider provider(NetworkOpener opener);

    /** Settings of a session, but for keys and addresses. */
    default Map<String, String> settings() {
        return Map.of("environment", "local");
    }

    /** Whether positions are held rather than assets. */
    boolean isDerivative();

    /** The path of requests that create plain orders. */
    String createPath();

    /** True for a request that cancels one order or several. */
    boolean isCancel(Call call);

    /** True for a request that changes an order. */
    boolean isAmend(Call call);

    /** True for a request that creates orders: plain, conditional or several. */
    boolean isCreate(Call call);

    /** True for a question for one order. */
    boolean isOrderQuestion(Call call);

    /** The client ids of orders that a request asks to create; none if it creates none. */
    List<String> created(Call call);

    /** The same for a text on a WebSocket. */
    default List<String> created(String text) {
        return List.of();
    }

    /** A part of the texts by which the venue tells of orders and fills, and of no others. */
    String orderNews();

    /** The id of a fill's trade as the venue tells it. */
    default long tradeId(Fill fill) {
        return fill.tradeId();
    }
}
