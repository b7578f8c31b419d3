package io.ttquant.exchanges.emulator.binance;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ttquant.exchanges.emulator.exchange.ExchangeEvent;
import java.util.List;

/** What an account hears of an event of the exchange. */
@FunctionalInterface
interface AccountEvents {
    /** Messages in their order; none for events that the venue does not tell. */
    List<ObjectNode> of(ExchangeEvent.OfAccount event);
}
